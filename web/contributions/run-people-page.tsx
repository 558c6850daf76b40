import { useParams } from '@tanstack/react-router'
import { listLines, readRun } from '../../src/contributions/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useAnswer, useList } from '../app/load.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { Masked } from '../ui/masked.tsx'

type Line = AnswerOf<typeof listLines>['rows'][number]

/** The person-months of a run: for whom, how much, from which source. */
export function RunPeoplePage() {
  const text = useText(contributionsText)
  const { id } = useParams({ strict: false }) as { id: string }
  const { state, onMore } = useList(listLines, [], { params: { runId: id } })
  return (
    <ListPage
      id="contribution-people"
      words={{ title: text.peopleTitle, empty: { title: text.noPeople, what: text.noPeopleWhat }, forbidden: text.forWhom }}
      over={<RunLink id={id} />}
      state={state}
      onMore={onMore}
      columns={useColumns()}
      keyOf={(line) => String(line.workerId)}
      linkOf={(line) => paths.membership(line.workerId)}
    />
  )
}

/** Leads back to the run a list belongs to, named by its month. */
export function RunLink({ id }: { id: string }) {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const run = useAnswer(readRun, { params: { runId: id } }).data
  return (
    <PageLink to={paths.contributionRun(id)}>
      {run === undefined ? text.runs : `${text.run(formatMonth(month(run.month), language))}, ${run.programmeCode}`}
    </PageLink>
  )
}

function useColumns(): ListColumn<Line>[] {
  const text = useText(contributionsText)
  return [
    { id: 'name', title: text.name, width: 220, phone: 'first', cell: (line) => line.fullName },
    { id: 'nik', title: text.nik, width: 160, cell: (line) => <Masked nik={line.nik} /> },
    { id: 'village', title: text.village, width: 160, phone: 'second', cell: (line) => line.villageName },
    { id: 'source', title: text.source, width: 140, phone: 'second', cell: (line) => line.source },
    {
      id: 'amount',
      title: text.amount,
      width: 120,
      align: 'end',
      phone: 'side',
      cell: (line) => <Amount rupiah={line.amount} />,
    },
  ]
}
