import { Button } from '@mantine/core'
import { readVillages } from '../../src/places/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { exportPeriods, listPeriods, readCounts } from '../../src/membership/api.ts'
import { endReasonNames, endReasons, periodStateNames, periodStates } from '../../src/membership/reasons-api.ts'
import { useAnswer, useList } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useText, useWording } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter } from '../ui/list-types.ts'
import { Masked } from '../ui/masked.tsx'
import { MemberCounts } from './member-counts.tsx'
import { PeriodState } from './period-state.tsx'

type PeriodRow = AnswerOf<typeof listPeriods>['rows'][number]

/** Every membership period, by programme, village, state and reason of ending, with their counts over the list. */
export function MembershipsPage() {
  const text = useText(membershipText)
  const list = useList(listPeriods, ['text', 'programmeId', 'area', 'state', 'reason', 'deceased'])
  const isOfficer = useHasRole('officer')
  const { state: listed, onMore, address } = list
  return (
    <ListPage
      id="memberships"
      words={{
        title: text.title,
        empty: {
          title: text.none,
          what: text.noneWhat,
          ...(isOfficer && {
            action: (
              <Button component={PageLink} to={paths.programmes()} variant="default">
                {text.toProgrammes}
              </Button>
            ),
          }),
        },
        forbidden: text.forWhom,
      }}
      state={listed}
      onMore={onMore}
      above={<MemberCounts programmeId={address['programmeId']} />}
      columns={useColumns()}
      keyOf={(row) => String(row.id)}
      linkOf={(row) => paths.membership(row.workerId)}
      filters={useFilters(address['deceased'])}
      exports={{
        csv: `${exportPeriods.path}?format=csv`,
        xlsx: `${exportPeriods.path}?format=xlsx`,
      }}
    />
  )
}

function useColumns(): ListColumn<PeriodRow>[] {
  const text = useText(membershipText)
  const word = useWording()
  return [
    { id: 'name', title: text.name, width: 184, phone: 'first', cell: (row) => row.fullName },
    { id: 'nik', title: text.nik, width: 136, cell: (row) => <Masked nik={row.nik} /> },
    { id: 'village', title: text.village, width: 120, phone: 'second', cell: (row) => row.villageName },
    { id: 'programme', title: text.programme, width: 120, cell: (row) => row.programmeCode },
    {
      id: 'number',
      title: text.memberNumber,
      width: 150,
      isHiddenAtFirst: true,
      cell: (row) => row.memberNumber ?? <span className="quiet">{text.noNumber}</span>,
    },
    { id: 'first', title: text.firstDay, width: 128, cell: (row) => <DayText iso={row.firstDay} /> },
    { id: 'last', title: text.lastDay, width: 140, phone: 'second', cell: (row) => <DayText iso={row.lastDay} /> },
    { id: 'state', title: text.state, width: 150, phone: 'side', cell: (row) => <PeriodState state={row.state} /> },
    {
      id: 'reason',
      title: text.endReason,
      width: 140,
      cell: (row) => (row.endReason === null ? '' : word(endReasonNames[row.endReason])),
    },
  ]
}

/** The filters; that of deaths whose cover goes on is shown while it is set, for one comes to it from the queue on Home. */
function useFilters(deceased: string | undefined): ListFilter[] {
  const text = useText(membershipText)
  const word = useWording()
  const programmes = useAnswer(readCounts).data?.programmes ?? []
  const villages = useAnswer(readVillages).data?.villages ?? []
  const districts = [...new Map(villages.map((village) => [village.districtCode, village.districtName]))]
  const deaths: ListFilter = {
    kind: 'choice',
    name: 'deceased',
    label: text.deceased,
    options: [{ value: 'not-ended', label: text.deceasedNotEnded }],
  }
  return [
    { kind: 'search', name: 'text', label: text.search },
    {
      kind: 'choice',
      name: 'programmeId',
      label: text.programme,
      options: programmes.map((each) => ({ value: each.programmeId, label: each.programmeCode })),
    },
    {
      kind: 'choice',
      name: 'area',
      label: text.village,
      options: [
        ...districts.map(([value, name]) => ({ value, label: `Kec. ${name}` })),
        ...villages.map((village) => ({ value: village.code, label: village.name })),
      ],
    },
    {
      kind: 'choice',
      name: 'state',
      label: text.state,
      options: periodStates.map((value) => ({ value, label: word(periodStateNames[value]) })),
    },
    {
      kind: 'choice',
      name: 'reason',
      label: text.endReason,
      options: endReasons.map((value) => ({ value, label: word(endReasonNames[value]) })),
    },
    ...(deceased === undefined ? [] : [deaths]),
  ]
}
