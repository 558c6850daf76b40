import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readVillages, searchPlaces } from '../../src/places/api.ts'
import { call } from '../app/call.ts'
import { stateOf, useAnswer } from '../app/load.ts'
import { useSession } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { areaKindText, placesText } from '../text/places.ts'
import { useAddress } from '../ui/address.ts'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { PlacesTabs } from './places-tabs.tsx'

type Area = { code: string; name: string; kind: string; parentName: string | null }

/** As many areas of the whole country as one search gives. */
const mostFound = 200

/** The districts and villages of the region; or, by name or code, any area of the country. */
export function AreasPage() {
  const text = useText(placesText)
  const { address } = useAddress()
  const isEverywhere = address['where'] === 'everywhere'
  const search = (address['search'] ?? '').trim()
  const own = useOwnAreas(search, address['district'])
  const found = useFoundAreas(search, isEverywhere && search.length >= 2)
  const state = isEverywhere && search.length >= 2 ? found : own.state
  const hint = isEverywhere && hintOf(text, search, state)
  return (
    <ListPage
      id="places"
      words={{ title: text.title, empty: { title: text.noAreas, what: text.noAreasWhat }, forbidden: text.forWhom }}
      state={state}
      columns={useColumns()}
      keyOf={(area) => area.code}
      filters={useFilters(own.districts, isEverywhere)}
      above={
        <>
          <PlacesTabs />
          {hint && <p className="quiet">{hint}</p>}
        </>
      }
    />
  )
}

function hintOf(
  text: ReturnType<typeof useText<typeof placesText>>,
  search: string,
  state: PageState<ListValue<Area>>,
): string | undefined {
  if (search.length < 2) return text.everywhereHint
  return state.is === 'here' && state.value.count >= mostFound ? text.firstOnly(mostFound) : undefined
}

/** The region's own districts, each followed by its villages, as far as they are like what was typed. */
function useOwnAreas(search: string, district: string | undefined) {
  const asked = useAnswer(readVillages)
  const { region } = useSession()
  return useMemo(() => {
    const villages = asked.data?.villages ?? []
    const districts = [...new Map(villages.map((village) => [village.districtCode, village.districtName]))]
    const all = districts.flatMap(([code, name]): Area[] => [
      { code, name, kind: 'kecamatan', parentName: region.name },
      ...villages
        .filter((village) => village.districtCode === code)
        .map((village) => ({ code: village.code, name: village.name, kind: village.kind, parentName: name })),
    ])
    const rows = all.filter((area) => isLike(area, search) && (district === undefined || area.code.startsWith(district)))
    const state: PageState<ListValue<Area>> = asked.data
      ? { is: 'here', value: { rows, count: rows.length } }
      : (stateOf(asked) as never)
    return { state, districts }
  }, [asked, search, district, region])
}

function isLike(area: Area, search: string): boolean {
  return area.name.toLowerCase().includes(search.toLowerCase()) || area.code.startsWith(search)
}

function useFoundAreas(search: string, isAsked: boolean): PageState<ListValue<Area>> {
  const query = { text: search, limit: mostFound }
  const found = useQuery({
    queryKey: [searchPlaces.path, { query }],
    queryFn: async () => {
      const { places } = await call(searchPlaces, { query })
      return { rows: places, count: places.length }
    },
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  return stateOf<ListValue<Area>>({ ...found, refetch: found.refetch as never })
}

function useFilters(districts: readonly (readonly [string, string])[], isEverywhere: boolean): ListFilter[] {
  const text = useText(placesText)
  return [
    { kind: 'search', name: 'search', label: text.searchAreas },
    { kind: 'choice', name: 'where', label: text.where, options: [{ value: 'everywhere', label: text.everywhere }] },
    ...(isEverywhere
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'district',
            label: text.district,
            options: districts.map(([value, label]) => ({ value, label })),
          },
        ]),
  ]
}

function useColumns(): ListColumn<Area>[] {
  const text = useText(placesText)
  const kinds: Record<string, string> = useText(areaKindText)
  return [
    {
      id: 'name',
      title: text.name,
      width: 280,
      phone: 'first',
      cell: (area) => (area.kind === 'kecamatan' ? <strong>{area.name}</strong> : area.name),
    },
    { id: 'code', title: text.code, width: 152, phone: 'side', cell: (area) => <span className="figures">{area.code}</span> },
    { id: 'kind', title: text.kind, width: 144, phone: 'second', cell: (area) => kinds[area.kind.toLowerCase()] ?? area.kind },
    { id: 'within', title: text.within, width: 240, phone: 'second', cell: (area) => area.parentName ?? '' },
  ]
}
