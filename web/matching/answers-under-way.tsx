import { TaskOutcome } from '../app/task-outcome.tsx'
import { isUnderWay, useTasks } from '../app/tasks.tsx'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'

/** Answers being read now, by whomever, and how the one just sent from this page ended. */
export function AnswersUnderWay({ sent }: { sent: string | undefined }) {
  const text = useText(matchingText)
  const tasks = useTasks().filter((task) => task.kind === 'matching.receive-answer' && (isUnderWay(task) || task.id === sent))
  return tasks.map((task) => (
    <TaskOutcome
      key={task.id}
      task={task}
      broke={{ title: matchingText.broke, todo: matchingText.brokeTodo }}
      whenDone={(result) => (
        <>
          {result['isNew'] === false
            ? text.sameAgain(String(result['answeredOn']), String(result['receivedBy']))
            : [
                text.taken(Number(result['records']), Number(result['faulty'])),
                ...(Number(result['strangers']) > 0 ? [text.strangersToo(Number(result['strangers']))] : []),
                ...(Number(result['unasked'] ?? 0) > 0 ? [text.unaskedToo(Number(result['unasked']))] : []),
              ].join(' ')}{' '}
          <PageLink to={paths.matchingRun(String(result['exchangeId']))}>{text.see}</PageLink>
        </>
      )}
    />
  ))
}
