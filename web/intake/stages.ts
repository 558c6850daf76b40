import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import type { WorkStage } from '../ui/work-page.tsx'
import { type IntakeSummary, isUnread } from './states.ts'

/**
 * The four stages of an intake. The first counts lists, the others people; what goes on from reading comes in to the comparison, what goes
 * on from there comes in to the registry.
 */
export function useStages(): (summary: IntakeSummary, reading: Reading | undefined) => WorkStage[] {
  const text = useText(intakeText)
  return (summary, reading) => [
    received(text, summary),
    read(text, summary, reading),
    compared(text, summary, reading),
    entered(text, summary),
  ]
}

/** How far an intake is read that is not read yet: its people so far, and whether they are only to be compared still. */
export type Reading = { rows: number; isRead: boolean }

type Text = ReturnType<typeof useText<typeof intakeText>>

function received(text: Text, { intake, lists }: IntakeSummary): WorkStage {
  const unreadable = lists.filter((list) => list.state === 'unreadable').length
  return {
    id: 'received',
    label: text.stageReceived,
    state: { tone: 'good', word: text.stageDone },
    comesIn: lists.length,
    held: [{ reason: text.heldUnreadable, count: unreadable }],
    ...(!isUnread(intake) && { goesOn: lists.length - unreadable }),
    note: text.countedInLists,
  }
}

function read(text: Text, { intake }: IntakeSummary, reading: Reading | undefined): WorkStage {
  const note = text.countedInPeople
  if (intake.state === 'waiting')
    return { id: 'read', label: text.stageRead, state: { tone: 'calm', word: text.stageLater }, note }
  if (intake.state === 'failed')
    return { id: 'read', label: text.stageRead, state: { tone: 'bad', word: text.stageFailed }, note }
  if (intake.state === 'reading') {
    const state = reading?.isRead ? done(text) : now(text)
    return { id: 'read', label: text.stageRead, state, comesIn: reading?.rows ?? intake.rows, note }
  }
  return {
    id: 'read',
    label: text.stageRead,
    state: done(text),
    comesIn: intake.rows,
    held: [{ reason: text.heldRefused, count: intake.refused }],
    goesOn: intake.accepted + intake.review,
    note,
  }
}

function done(text: Text): WorkStage['state'] {
  return { tone: 'good', word: text.stageDone }
}

function now(text: Text): WorkStage['state'] {
  return { tone: 'now', word: text.stageNow }
}

function compared(text: Text, { intake, decided }: IntakeSummary, reading: Reading | undefined): WorkStage {
  const common = { id: 'compared', label: text.stageCompared, note: text.countedInPeople }
  if (reading?.isRead && isUnread(intake)) return { ...common, state: now(text) }
  if (isUnread(intake) || intake.state === 'failed') return { ...common, state: { tone: 'calm', word: text.stageLater } }
  const open = intake.review - decided.entering - decided.dismissed
  return {
    ...common,
    state:
      open > 0 && intake.state !== 'undone' ? { tone: 'warn', word: text.stageYours } : { tone: 'good', word: text.stageDone },
    comesIn: intake.accepted + intake.review,
    held: [
      { reason: text.heldOpen, count: open },
      { reason: text.heldDismissed, count: decided.dismissed },
    ],
    goesOn: decided.mayEnter,
  }
}

function entered(text: Text, { intake, decided }: IntakeSummary): WorkStage {
  const common = { id: 'entered', label: text.stageEntered, note: text.countedInPeople }
  if (intake.state === 'undone') return { ...common, state: { tone: 'calm', word: text.stageUndone } }
  if (intake.state === 'checked') return { ...common, state: { tone: 'calm', word: text.stageLater }, comesIn: decided.mayEnter }
  if (intake.state !== 'accepted') return { ...common, state: { tone: 'calm', word: text.stageLater } }
  return {
    ...common,
    state: { tone: 'good', word: text.stageDone },
    comesIn: decided.mayEnter,
    held: [{ reason: text.heldKnown, count: decided.mayEnter - decided.entered }],
    goesOn: decided.entered,
  }
}
