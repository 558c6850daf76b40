import { Button } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import { useText, useWording } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import type { ShownProblem } from './states.ts'
import style from './page.module.css'

/** Says what happened, why it matters and what to do, with a way to try again where there is one. */
export function ErrorState({ problem, retry }: { problem: ShownProblem; retry?: (() => void) | undefined }) {
  const text = useText(uiText)
  const word = useWording()
  return (
    <div className={style.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} aria-hidden />
      <h2>{word(problem.title)}</h2>
      <p>{word(problem.why ?? uiText.failedWhy)}</p>
      <p>{word(problem.todo ?? uiText.failedTodo)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {text.retry}
        </Button>
      )}
      {problem.requestNumber && <p className="small">{text.requestNumber(problem.requestNumber)}</p>}
    </div>
  )
}

/** Says that a page is for other roles, and for which. */
export function ForbiddenState({ who }: { who: string }) {
  const text = useText(uiText)
  return (
    <div className={style.state}>
      <IconLock size={28} stroke={1.5} aria-hidden />
      <h2>{text.forbidden}</h2>
      <p>{who}</p>
    </div>
  )
}
