import { useInterval } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { readIntakeSummary } from '../../src/intake/api.ts'
import { TaskOutcome } from '../app/task-outcome.tsx'
import { isUnderWay, useTask } from '../app/tasks.tsx'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText } from '../text/language.tsx'
import type { IntakeSummary } from './states.ts'

/** How far the mending of many rows is, or an act on the whole intake, also after a reload; then how it ended, until the reader leaves the page. */
export function MendingMany({ summary: { intake } }: { summary: IntakeSummary }) {
  const text = useText(repairText)
  const words = useText(intakeText)
  const queries = useQueryClient()
  const [last, setLast] = useState(intake.mendingTaskId)
  const now = intake.mendingTaskId
  if (now !== null && now !== last) setLast(now)
  // The page may be opened in the moment in which the work ends: then nobody tells it, so it asks.
  const { start, stop } = useInterval(() => void queries.invalidateQueries({ queryKey: [readIntakeSummary.path] }), 3000)
  useEffect(() => {
    if (now !== null) start()
    return stop
    // oxlint-disable-next-line react/exhaustive-deps -- start and stop are new with every drawing
  }, [now])
  const task = useTask(last ?? undefined)
  if (task === undefined || (isUnderWay(task) && now === null)) return null
  return (
    <TaskOutcome
      task={task}
      whenDone={({ rows, act, people }) => {
        if (typeof people === 'number') return act === 'undo' ? words.doneUndone(people) : words.doneAccepted(people)
        return typeof rows === 'number' && rows > 0 ? text.doneMany(rows) : undefined
      }}
      broke={broke}
    />
  )
}

const broke = { title: repairText.mendingBroke, why: repairText.mendingBrokeWhy, todo: repairText.mendingBrokeTodo }
