import { Button, Drawer, Group } from '@mantine/core'
import { type FormEvent, type ReactNode, useId } from 'react'
import type { Wording } from '../../values/language.ts'
import { useText, useWording } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import style from './parts.module.css'
import { ProblemNotice } from './problem-notice.tsx'
import type { ShownProblem } from './states.ts'

/** The sentence at a field that is wrong, ready for a Mantine input's `error`. */
export type FieldErrors = (field: string) => string | undefined

type FormDrawerProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** The verb on the button: "Catat desa adat". */
  act: string
  isBusy?: boolean
  /** Why it cannot be done now: the button is disabled and says so. */
  whyNot?: string | undefined
  problem?: (ShownProblem & { fields?: Readonly<Record<string, Wording>> }) | undefined
  onSubmit: () => void
  /** The fields, one column, labels above; they keep what was typed because the page holds it. */
  children: (errorOf: FieldErrors) => ReactNode
}

/** A form beside the list. On failure it stays open with what was typed and says at each field what is wrong. */
export function FormDrawer({ opened, onClose, title, act, isBusy, whyNot, problem, onSubmit, children }: FormDrawerProps) {
  const text = useText(uiText)
  const word = useWording()
  const id = useId()
  const errorOf: FieldErrors = (field) => {
    const wrong = problem?.fields?.[field]
    return wrong && word(wrong)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={480}
      closeButtonProps={{ 'aria-label': text.close }}
    >
      <form id={id} className={style.form} onSubmit={submit} noValidate>
        {children(errorOf)}
        {problem && <ProblemNotice problem={problem} />}
        <Group gap="xs">
          <Button type="submit" loading={isBusy ?? false} disabled={whyNot !== undefined} title={whyNot}>
            {act}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </Group>
      </form>
    </Drawer>
  )
}
