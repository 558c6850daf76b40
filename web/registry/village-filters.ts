import { readVillages } from '../../src/places/api.ts'
import { useAnswer } from '../app/load.ts'
import { useSession } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import type { Address } from '../ui/address.ts'
import type { ListFilter } from '../ui/list-types.ts'

/** The filters of district and village of a list of people; none for a reader whose work is within one village. */
export function useVillageFilters(address: Address): ListFilter[] {
  const text = useText(registryText)
  const { grants, region } = useSession()
  const villages = useAnswer(readVillages).data?.villages ?? []
  if (!grants.some((grant) => grant.area === region.area)) return []
  const districts = new Map(villages.map((village) => [village.districtCode, village.districtName]))
  const shown = villages.filter((village) => !address['district'] || village.districtCode === address['district'])
  return [
    {
      kind: 'choice',
      name: 'district',
      label: text.district,
      options: [...districts].map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'choice',
      name: 'village',
      label: text.village,
      options: shown.map(({ code, name }) => ({ value: code, label: name })),
    },
  ]
}
