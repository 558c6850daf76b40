import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useWording } from '../text/language.tsx'
import type { ShownProblem } from './states.ts'

/** A problem beside the thing that failed (a form, a dialog): what happened, why, what to do. */
export function ProblemNotice({ problem }: { problem: ShownProblem }) {
  const word = useWording()
  return (
    <Alert color="red" variant="outline" icon={<IconAlertTriangle size={18} />} title={word(problem.title)} role="alert">
      {problem.why && <p>{word(problem.why)}</p>}
      {problem.todo && <p>{word(problem.todo)}</p>}
    </Alert>
  )
}
