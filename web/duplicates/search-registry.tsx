import { Button } from '@mantine/core'
import { useState } from 'react'
import { readSummary, searchDuplicates } from '../../src/duplicates/api.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { TaskOutcome } from '../app/task-outcome.tsx'
import { isUnderWay, useTasks } from '../app/tasks.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'

/** Beginning a search over the registry, and which one was begun from this page. */
export function useSearch() {
  const [begun, setBegun] = useState<string>()
  const act = useAct(searchDuplicates, { touches: [readSummary], onDone: ({ taskId }) => setBegun(taskId) })
  const task = useTasks().find((one) => one.kind === 'duplicates.run' && (one.id === begun || isUnderWay(one)))
  return { act, task }
}

type Search = ReturnType<typeof useSearch>

/** The button that begins a search; none for who may not. */
export function SearchAct({ search }: { search: Search }) {
  const text = useText(duplicatesText)
  const mayReview = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  const isBusy = search.act.isPending || (search.task !== undefined && isUnderWay(search.task))
  return (
    mayReview && (
      <Button variant="default" loading={isBusy} onClick={() => search.act.mutate({})}>
        {text.search}
      </Button>
    )
  )
}

/** How far a search is, and how it ended. */
export function SearchUnderWay({ search }: { search: Search }) {
  const text = useText(duplicatesText)
  if (search.act.error) return <ProblemNotice problem={shownOf(search.act.error)} />
  return (
    search.task && (
      <TaskOutcome
        task={search.task}
        broke={{ title: duplicatesText.broke, todo: duplicatesText.brokeTodo }}
        whenDone={(result) => text.found(Number(result['pairs']), Number(result['workers']))}
      />
    )
  )
}

/** When the registry was searched last, by whom, and how many people it had. */
export function LastRun() {
  const text = useText(duplicatesText)
  const summary = useLoad(readSummary)
  if (summary.is !== 'here') return null
  const { run } = summary.value
  if (run === null) return text.never
  return (
    <>
      {text.lastRun(run.workers, run.madeByName)}, <MomentText iso={run.madeAt} />
    </>
  )
}
