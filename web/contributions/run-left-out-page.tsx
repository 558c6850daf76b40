import { useParams } from '@tanstack/react-router'
import { listOmissions } from '../../src/contributions/api.ts'
import { omissionReasonNames } from '../../src/contributions/steps-api.ts'
import { type EndReason, endReasonNames } from '../../src/membership/reasons-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useList } from '../app/load.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText, useWording } from '../text/language.tsx'
import { DayText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { Masked } from '../ui/masked.tsx'
import { RunLink } from './run-people-page.tsx'

type Omission = AnswerOf<typeof listOmissions>['rows'][number]

/** Who was left out of a run, and why. */
export function RunLeftOutPage() {
  const text = useText(contributionsText)
  const { id } = useParams({ strict: false }) as { id: string }
  const { state, onMore } = useList(listOmissions, [], { params: { runId: id } })
  return (
    <ListPage
      id="contribution-left-out"
      words={{ title: text.leftOutTitle, empty: { title: text.noLeftOut, what: text.noLeftOutWhat }, forbidden: text.forWhom }}
      over={<RunLink id={id} />}
      state={state}
      onMore={onMore}
      columns={useColumns()}
      keyOf={(row) => String(row.workerId)}
      linkOf={(row) => paths.membership(row.workerId)}
    />
  )
}

function useColumns(): ListColumn<Omission>[] {
  const text = useText(contributionsText)
  const word = useWording()
  const detailOf = (detail: string | null) => {
    const reason = detail === null ? undefined : endReasonNames[detail as EndReason]
    return reason === undefined ? detail : word(reason)
  }
  return [
    { id: 'name', title: text.name, width: 200, phone: 'first', cell: (row) => row.fullName },
    { id: 'nik', title: text.nik, width: 150, cell: (row) => <Masked nik={row.nik} /> },
    { id: 'village', title: text.village, width: 150, phone: 'second', cell: (row) => row.villageName },
    { id: 'reason', title: text.reason, width: 220, phone: 'second', cell: (row) => word(omissionReasonNames[row.reason]) },
    { id: 'detail', title: text.detail, width: 200, cell: (row) => detailOf(row.detail) },
    { id: 'since', title: text.since, width: 140, cell: (row) => row.since && <DayText iso={row.since} /> },
  ]
}
