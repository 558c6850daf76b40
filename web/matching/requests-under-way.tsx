import { TaskOutcome } from '../app/task-outcome.tsx'
import { isUnderWay, useTasks } from '../app/tasks.tsx'
import { fetchRequest } from '../../src/matching/asking-api.ts'
import { addressOf } from '../app/call.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import style from './matching.module.css'

/** Requests being made now, by whomever, and the one just made here with its file. */
export function RequestsUnderWay({ made }: { made: string | undefined }) {
  const text = useText(matchingText)
  const tasks = useTasks().filter((task) => task.kind === 'matching.make-request' && (isUnderWay(task) || task.id === made))
  return tasks.map((task) => (
    <TaskOutcome
      key={task.id}
      task={task}
      broke={{ title: matchingText.brokeAsking, todo: matchingText.brokeAskingTodo }}
      whenDone={(result) => (
        <span className={style.done}>
          {text.asked(Number(result['people']), Number(result['leftOut']))}
          <a
            href={addressOf(fetchRequest, { params: { requestId: String(result['requestId']) } })}
            title={text.saveNote}
            download
          >
            {text.saveFile}
          </a>
        </span>
      )}
    />
  ))
}
