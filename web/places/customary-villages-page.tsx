import { useMemo } from 'react'
import { readCustomaryVillages } from '../../src/places/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useLoad } from '../app/load.ts'
import { useText } from '../text/language.tsx'
import { placesText } from '../text/places.ts'
import { useAddress } from '../ui/address.ts'
import { Count } from '../ui/amounts.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { PlacesTabs } from './places-tabs.tsx'

type CustomaryVillage = AnswerOf<typeof readCustomaryVillages>['customaryVillages'][number]

/** The customary villages of the region with the villages each reaches into; invented ones are marked as examples. */
export function CustomaryVillagesPage() {
  const text = useText(placesText)
  const asked = useLoad(readCustomaryVillages)
  const search = (useAddress().address['search'] ?? '').trim().toLowerCase()
  const state = useMemo<PageState<ListValue<CustomaryVillage>>>(() => {
    if (asked.is !== 'here') return asked
    const rows = asked.value.customaryVillages.filter(
      (one) =>
        one.name.toLowerCase().includes(search) || one.villages.some((village) => village.name.toLowerCase().includes(search)),
    )
    return { is: 'here', value: { rows, count: rows.length } }
  }, [asked, search])
  return (
    <ListPage
      id="customary-villages"
      words={{ title: text.title, empty: { title: text.noCustomary, what: text.noCustomaryWhat }, forbidden: text.forWhom }}
      state={state}
      columns={useColumns()}
      keyOf={(one) => String(one.id)}
      filters={[{ kind: 'search', name: 'search', label: text.searchCustomary }]}
      above={
        <>
          <PlacesTabs />
          <p className="quiet">{text.customaryMeans}</p>
        </>
      }
    />
  )
}

function useColumns(): ListColumn<CustomaryVillage>[] {
  const text = useText(placesText)
  const villages = (one: CustomaryVillage) => one.villages.map((village) => village.name).join(', ')
  return [
    { id: 'name', title: text.customary, width: 280, phone: 'first', cell: (one) => one.name },
    {
      id: 'kind',
      title: text.kind,
      width: 104,
      phone: 'side',
      cell: (one) => one.isDemo && <StatusBadge tone="warn">{text.example}</StatusBadge>,
    },
    { id: 'banjars', title: text.banjars, width: 88, align: 'end', cell: (one) => <Count of={one.banjars} /> },
    {
      id: 'villages',
      title: text.reachesInto,
      width: 400,
      phone: 'second',
      cell: (one) => <span title={villages(one)}>{villages(one)}</span>,
    },
  ]
}
