import { Button } from '@mantine/core'
import { countDifferences, listDecisions, listDifferences, undoDecision } from '../../src/matching/differences-api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { TaskOutcome } from '../app/task-outcome.tsx'
import { isUnderWay, useTasks } from '../app/tasks.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { PageLink } from '../ui/link.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import style from './matching.module.css'

/** What is read anew when a decision is carried out or taken back. */
export const decisionTouches = [listDifferences, countDifferences, listDecisions]

type DecisionsUnderWayProps = {
  /** The task begun from this page last: it is told how it ended. */
  begun: string | undefined
  onBegun: (taskId: string) => void
}

/** Decisions being carried out or taken back now, by whomever, and how the one just made here ended, with the way to take it back. */
export function DecisionsUnderWay({ begun, onBegun }: DecisionsUnderWayProps) {
  const text = useText(matchingText)
  const tasks = useTasks().filter(
    ({ id, kind, ...task }) =>
      (kind === 'matching.decide' || kind === 'matching.undo-decision') && (id === begun || isUnderWay({ id, kind, ...task })),
  )
  return tasks.map((task) => (
    <TaskOutcome
      key={task.id}
      task={task}
      broke={{ title: matchingText.brokeDeciding, todo: matchingText.brokeDecidingTodo }}
      whenDone={(result) => {
        const people = Number(result['people'])
        if (task.kind === 'matching.undo-decision') return text.undone(people, Number(result['left']))
        return (
          <span className={style.done}>
            {result['kind'] === 'ours-kept' ? text.oursKept(people) : text.takenOver(people)}
            <UndoNow decisionId={String(result['decisionId'])} onBegun={onBegun} />
            <PageLink to={paths.matchingDecisions()}>{text.allDecisions}</PageLink>
          </span>
        )
      }}
    />
  ))
}

/** Takes a decision back right after it was made. */
function UndoNow({ decisionId, onBegun }: { decisionId: string; onBegun: (taskId: string) => void }) {
  const text = useText(matchingText)
  const may = useHasRole('officer')
  const undo = useAct(undoDecision, { touches: decisionTouches, onDone: ({ taskId }) => onBegun(taskId) })
  if (!may) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={undo.isPending}
        onClick={() => undo.mutate({ params: { decisionId } })}
      >
        {text.undo}
      </Button>
      {undo.error && <ProblemNotice problem={shownOf(undo.error)} />}
    </>
  )
}
