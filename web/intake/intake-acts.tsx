import { Button } from '@mantine/core'
import { useState } from 'react'
import { acceptIntake, settleDuplicates, undoIntake } from '../../src/intake/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { useTell } from '../ui/tell.ts'
import { type IntakeSummary, isDecidable } from './states.ts'

type Asked = 'accept' | 'settle' | 'undo' | undefined

/** What an officer does with a whole intake; each act says first, with numbers, what will happen. */
export function IntakeActs({ summary }: { summary: IntakeSummary }) {
  const text = useText(intakeText)
  const [asked, ask] = useState<Asked>()
  const { intake, duplicates } = summary
  const close = () => ask(undefined)
  const mayUndo = isDecidable(intake) || intake.state === 'failed'
  return (
    <>
      {mayUndo && (
        <Button variant="default" onClick={() => ask('undo')}>
          {text.undo}
        </Button>
      )}
      {isDecidable(intake) && duplicates.kept + duplicates.dismissed > 0 && (
        <Button variant="default" onClick={() => ask('settle')}>
          {text.settle}
        </Button>
      )}
      {intake.state === 'checked' && <Button onClick={() => ask('accept')}>{text.accept}</Button>}
      <Accept summary={summary} opened={asked === 'accept'} onClose={close} />
      <Settle summary={summary} opened={asked === 'settle'} onClose={close} />
      <Undo summary={summary} opened={asked === 'undo'} onClose={close} />
    </>
  )
}

type ActProps = { summary: IntakeSummary; opened: boolean; onClose: () => void }

function Accept({ summary: { intake, decided }, opened, onClose }: ActProps) {
  const text = useText(intakeText)
  const tell = useTell()
  const onDone = ({ people, taskId }: { people: number; taskId: string | null }) => {
    tell('good', taskId === null ? text.doneAccepted(people) : text.begunAct)
    onClose()
  }
  const accept = useAct(acceptIntake, { onDone })
  const open = intake.review - decided.entering - decided.dismissed
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.acceptTitle}
      act={text.accept}
      willHappen={[
        text.acceptCount(decided.mayEnter),
        ...(open > 0 ? [text.acceptOpen(open)] : []),
        ...(intake.refused > 0 ? [text.acceptRefused(intake.refused)] : []),
        ...(decided.dismissed > 0 ? [text.acceptDismissed(decided.dismissed)] : []),
      ]}
      isBusy={accept.isPending}
      problem={accept.error ? shownOf(accept.error) : undefined}
      onConfirm={() => accept.mutate({ params: { intakeId: intake.id }, body: {} })}
    />
  )
}

function Settle({ summary: { intake, duplicates }, opened, onClose }: ActProps) {
  const text = useText(intakeText)
  const tell = useTell()
  const onDone = ({ kept, dismissed }: { kept: number; dismissed: number }) => {
    tell('good', text.doneSettled(kept, dismissed))
    onClose()
  }
  const settle = useAct(settleDuplicates, { onDone })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.settleTitle}
      act={text.settle}
      willHappen={[text.settleKeeps(duplicates.kept), text.settleDismisses(duplicates.dismissed), text.settleLeaves]}
      isBusy={settle.isPending}
      problem={settle.error ? shownOf(settle.error) : undefined}
      onConfirm={() => settle.mutate({ params: { intakeId: intake.id }, body: {} })}
    />
  )
}

function Undo({ summary: { intake, lists, decided }, opened, onClose }: ActProps) {
  const text = useText(intakeText)
  const tell = useTell()
  const onDone = ({ people, taskId }: { people: number; taskId: string | null }) => {
    tell('good', taskId === null ? text.doneUndone(people) : text.begunAct)
    onClose()
  }
  const undo = useAct(undoIntake, { onDone })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.undoTitle}
      act={text.undo}
      isDestructive
      willHappen={[text.undoRemoves(decided.entered), text.undoLists(lists.length), text.undoLimit]}
      isBusy={undo.isPending}
      problem={undo.error ? shownOf(undo.error) : undefined}
      onConfirm={() => undo.mutate({ params: { intakeId: intake.id }, body: {} })}
    />
  )
}
