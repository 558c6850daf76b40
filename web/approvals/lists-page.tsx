import { exportAll, listAll, listOwn, requestStates, ruleOf, twoPersonOperations } from '../../src/approvals/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { addressOf } from '../app/call.ts'
import { useList } from '../app/load.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { Amount, Count } from '../ui/amounts.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter } from '../ui/list-types.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Boxes } from './boxes.tsx'
import { stateTones, useStateName } from './request.ts'

type Row = AnswerOf<typeof listAll>['rows'][number]

const names = ['search', 'operation', 'state']

/** Every request of the region and how it ended: for whoever looks back. */
export function HistoryPage() {
  const text = useText(approvalsText)
  const list = useList(listAll, names)
  return (
    <ListPage
      id="approval-history"
      words={{ title: text.title, empty: { title: text.noneAtAll, what: text.noneAtAllWhat }, forbidden: text.forWhom }}
      above={<Boxes box="history" />}
      state={list.state}
      onMore={list.onMore}
      columns={useColumns()}
      keyOf={(row) => row.id}
      linkOf={(row) => paths.approval(row.id)}
      filters={useFilters()}
      exports={{
        xlsx: addressOf(exportAll, { query: { format: 'xlsx' } }),
        csv: addressOf(exportAll, { query: { format: 'csv' } }),
      }}
    />
  )
}

/** What the reader asked for, and who answered it. */
export function OwnPage() {
  const text = useText(approvalsText)
  const list = useList(listOwn, names)
  return (
    <ListPage
      id="approval-own"
      words={{ title: text.title, empty: { title: text.noneOwn, what: text.noneOwnWhat }, forbidden: text.forWhom }}
      above={<Boxes box="own" />}
      state={list.state}
      onMore={list.onMore}
      columns={useColumns().filter((column) => column.id !== 'askedBy')}
      keyOf={(row) => row.id}
      linkOf={(row) => paths.approval(row.id)}
      filters={useFilters()}
    />
  )
}

function useColumns(): ListColumn<Row>[] {
  const text = useText(approvalsText)
  const word = useWording()
  const stateName = useStateName()
  return [
    { id: 'title', title: text.request, width: 340, phone: 'first', cell: (row) => word(row.title) },
    {
      id: 'state',
      title: text.state,
      width: 130,
      phone: 'side',
      cell: (row) => <StatusBadge tone={stateTones[row.state]}>{stateName(row.state)}</StatusBadge>,
    },
    {
      id: 'operation',
      title: text.operation,
      width: 200,
      isHiddenAtFirst: true,
      cell: (row) => word(ruleOf(row.operation).name),
    },
    { id: 'askedBy', title: text.askedBy, width: 170, phone: 'second', cell: (row) => row.askedByName },
    { id: 'askedAt', title: text.askedAt, width: 184, cell: (row) => <MomentText iso={row.askedAt} /> },
    {
      id: 'people',
      title: text.people,
      width: 80,
      align: 'end',
      cell: (row) => (row.people === null ? '–' : <Count of={row.people} />),
    },
    {
      id: 'amount',
      title: text.amount,
      width: 130,
      align: 'end',
      cell: (row) => (row.amount === null ? '–' : <Amount rupiah={row.amount} />),
    },
    {
      id: 'approvals',
      title: text.approvals,
      width: 100,
      align: 'end',
      cell: (row) => text.approvalsOf(row.approvals, row.needed),
    },
    { id: 'answeredBy', title: text.answeredBy, width: 170, cell: (row) => row.answeredByName ?? '–' },
    {
      id: 'ended',
      title: text.endedAt,
      width: 184,
      isHiddenAtFirst: true,
      cell: (row) => (row.endedAt === null ? '–' : <MomentText iso={row.endedAt} />),
    },
  ]
}

function useFilters(): ListFilter[] {
  const text = useText(approvalsText)
  const word = useWording()
  const stateName = useStateName()
  return [
    { kind: 'search', name: 'search', label: text.search },
    {
      kind: 'choice',
      name: 'operation',
      label: text.operation,
      options: twoPersonOperations.map((operation) => ({ value: operation, label: word(ruleOf(operation).name) })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: text.state,
      options: requestStates.map((state) => ({ value: state, label: stateName(state) })),
    },
  ]
}
