import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { type PairQueue, readSummary, searchDuplicates } from '../../src/duplicates/api.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { TaskOutcome } from '../app/task-outcome.tsx'
import { useTasks } from '../app/tasks.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'

export type Queue = PairQueue | 'waiting' | 'merged'

/** The queues with their counts, and the search over the registry. */
export function Queues({ queue, onQueue }: { queue: Queue; onQueue: (queue: Queue) => void }) {
  const text = useText(duplicatesText)
  const summary = useLoad(readSummary)
  const [begun, setBegun] = useState<string>()
  const search = useAct(searchDuplicates, { touches: [readSummary], onDone: ({ taskId }) => setBegun(taskId) })
  const task = useTasks().find((one) => one.kind === 'duplicates.run' && (one.id === begun || one.state === 'running'))
  const mayReview = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  const counts = summary.is === 'here' ? summary.value : { open: 0, unsure: 0, waiting: 0, merged: 0 }
  const queues: { value: Queue; label: string }[] = [
    { value: 'open', label: text.queueOpen(counts.open) },
    { value: 'unsure', label: text.queueUnsure(counts.unsure) },
    { value: 'waiting', label: text.queueWaiting(counts.waiting) },
    { value: 'merged', label: text.queueMerged(counts.merged) },
  ]
  return (
    <>
      <SegmentedControl
        aria-label={text.queues}
        value={queue}
        onChange={(value) => onQueue(queues.find((one) => one.value === value)?.value ?? 'open')}
        data={queues}
      />
      {mayReview && (
        <Button variant="default" ml="xs" loading={search.isPending} onClick={() => search.mutate({})}>
          {text.search}
        </Button>
      )}
      {search.error && <ProblemNotice problem={shownOf(search.error)} />}
      {task && (
        <TaskOutcome
          task={task}
          broke={{ title: duplicatesText.broke, todo: duplicatesText.brokeTodo }}
          whenDone={(result) => text.found(Number(result['pairs']), Number(result['workers']))}
        />
      )}
    </>
  )
}
