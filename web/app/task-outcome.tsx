import { Alert } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Wording } from '../../values/language.ts'
import { useWording } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import type { ShownProblem } from '../ui/states.ts'
import pageStyle from '../ui/page.module.css'
import { isUnderWay, secondsLeft, type Task, useNow } from './tasks.tsx'

type TaskOutcomeProps = {
  task: Task
  /** What is said when the work is done, from its result; without it nothing is shown then. */
  whenDone?: (result: Record<string, unknown>) => ReactNode
  /** What is said when it broke. */
  broke: ShownProblem
}

/** One piece of work on the page that began it: its progress while it runs, then how it ended. */
export function TaskOutcome({ task, whenDone, broke }: TaskOutcomeProps) {
  const word = useWording()
  const now = useNow()
  if (isUnderWay(task)) {
    const left = secondsLeft(task, now)
    return (
      <section className={`${pageStyle.panel} ${pageStyle.section}`} aria-live="polite">
        <ProgressLine
          label={word(task.note ?? task.title)}
          done={task.done}
          {...(task.total !== null && { total: task.total })}
          {...(left !== undefined && { secondsLeft: left })}
        />
      </section>
    )
  }
  if (task.state === 'refused') return <ProblemNotice problem={refusalOf(task) ?? broke} />
  if (task.state === 'failed') return <ProblemNotice problem={broke} />
  const said = whenDone?.(task.result ?? {})
  return said ? (
    <Alert color="teal" variant="outline" icon={<IconCheck size={18} />} role="status" py={8}>
      {said}
    </Alert>
  ) : null
}

/** Why work was refused, in the words the server gave it. */
function refusalOf(task: Task): ShownProblem | undefined {
  const refusal = task.result?.['refusal'] as { title?: Wording; why?: Wording; todo?: Wording } | undefined
  if (refusal?.title === undefined) return undefined
  const { title, why, todo } = refusal
  return { title, ...(why && { why }), ...(todo && { todo }) }
}
