import { Button } from '@mantine/core'
import { useState } from 'react'
import { listRuns } from '../../src/contributions/api.ts'
import { runStateNames, runStates } from '../../src/contributions/steps-api.ts'
import { readCounts } from '../../src/membership/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useAnswer, useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { Amount, Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter } from '../ui/list-types.ts'
import { RunState } from './run-state.tsx'
import { StartRun } from './start-run.tsx'

type Run = AnswerOf<typeof listRuns>['runs'][number]

/** Every month of every programme: how far its contributions are, what they cost and when they are due. */
export function RunsPage() {
  const text = useText(contributionsText)
  const [isStarting, setStarting] = useState(false)
  const mayStart = useHasRole('officer', 'treasurer')
  const start = mayStart && <Button onClick={() => setStarting(true)}>{text.start}</Button>
  return (
    <ListPage
      id="contribution-runs"
      words={{
        title: text.title,
        empty: { title: text.none, what: text.noneWhat, ...(mayStart && { action: start }) },
        forbidden: text.forWhom,
      }}
      state={useRuns()}
      columns={useColumns()}
      keyOf={(run) => run.id}
      linkOf={(run) => paths.contributionRun(run.id)}
      filters={useFilters()}
      acts={
        <>
          <Button component={PageLink} to={paths.budget()} variant="default">
            {text.budget}
          </Button>
          <Button component={PageLink} to={paths.books()} variant="default">
            {text.books}
          </Button>
          {start}
        </>
      }
    >
      {mayStart && <StartRun opened={isStarting} onClose={() => setStarting(false)} />}
    </ListPage>
  )
}

/** The runs the address asks for; there are some dozens a year, so they come at once. */
function useRuns() {
  const { address } = useAddress()
  const { programmeId, state, month: asked } = address
  const isState = runStates.find((each) => each === state)
  const query = { ...(programmeId && { programmeId }), ...(isState && { state: isState }), ...(asked && { month: asked }) }
  const loaded = useLoad(listRuns, { query })
  if (loaded.is !== 'here') return loaded
  const { runs } = loaded.value
  return { is: 'here' as const, value: { rows: runs, count: runs.length } }
}

function useColumns(): ListColumn<Run>[] {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  return [
    { id: 'month', title: text.month, width: 140, phone: 'first', cell: (run) => formatMonth(month(run.month), language) },
    { id: 'programme', title: text.programme, width: 126, phone: 'second', cell: (run) => run.programmeCode },
    { id: 'state', title: text.state, width: 204, phone: 'side', cell: (run) => <RunState state={run.state} /> },
    { id: 'people', title: text.people, width: 80, align: 'end', cell: (run) => <Count of={run.people} /> },
    { id: 'leftOut', title: text.leftOut, width: 90, align: 'end', cell: (run) => <Count of={run.leftOut} /> },
    {
      id: 'amount',
      title: text.amount,
      width: 130,
      align: 'end',
      phone: 'second',
      cell: (run) => <Amount rupiah={run.amount} />,
    },
    { id: 'due', title: text.due, width: 220, cell: (run) => <DueDay run={run} /> },
    { id: 'paid', title: text.paidOn, width: 140, cell: (run) => run.paidOn && <DayText iso={run.paidOn} /> },
    { id: 'madeBy', title: text.madeBy, width: 180, isHiddenAtFirst: true, cell: (run) => run.madeBy },
  ]
}

/** When a run is due; with its age as long as it is not paid. */
function DueDay({ run }: { run: Run }) {
  const isOpen = run.paidOn === null && run.state !== 'refused'
  return isOpen ? <DayText iso={run.dueOn} age="due" /> : <DayText iso={run.dueOn} />
}

function useFilters(): ListFilter[] {
  const text = useText(contributionsText)
  const word = useWording()
  const programmes = useAnswer(readCounts).data?.programmes ?? []
  return [
    {
      kind: 'choice',
      name: 'programmeId',
      label: text.programme,
      options: programmes.map((each) => ({ value: each.programmeId, label: each.programmeCode })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: text.state,
      options: runStates.map((value) => ({ value, label: word(runStateNames[value]) })),
    },
    { kind: 'month', name: 'month', label: text.month },
  ]
}
