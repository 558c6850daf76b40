import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { ShownProblem } from './states.ts'

type ConfirmActProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** What will happen, with numbers: "Membekukan 34.912 orang; 88 masuk daftar tunggu." */
  willHappen: readonly string[]
  /** The verb on the button: "Bekukan daftar". */
  act: string
  isDestructive?: boolean
  /** Ask for a reason, which is kept with the act. */
  asksReason?: boolean
  /** What has to be chosen first (a reason from a list, a day), above the button. */
  children?: ReactNode
  /** Why it cannot be done yet: the button is disabled and says so. */
  whyNot?: string | undefined
  isBusy?: boolean
  problem?: ShownProblem | undefined
  onConfirm: (reason: string) => void
}

/** Asks once more before something that cannot simply be taken back, and names what will happen with numbers. */
export function ConfirmAct(props: ConfirmActProps) {
  const text = useText(uiText)
  const [reason, setReason] = useState('')
  const lack = props.whyNot ?? (props.asksReason && reason.trim() === '' ? text.reasonNeeded : undefined)
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} closeButtonProps={{ 'aria-label': text.close }}>
      <ul style={{ paddingLeft: 18, marginBottom: 16 }}>
        {props.willHappen.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {props.children}
      {props.asksReason && (
        <Textarea
          label={text.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          mb="md"
        />
      )}
      {props.problem && <ProblemNotice problem={props.problem} />}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose}>
          {text.cancel}
        </Button>
        <Button
          color={props.isDestructive ? 'red' : 'sea'}
          disabled={lack !== undefined}
          title={lack}
          loading={props.isBusy ?? false}
          onClick={() => props.onConfirm(reason.trim())}
        >
          {props.act}
        </Button>
      </Group>
    </Modal>
  )
}
