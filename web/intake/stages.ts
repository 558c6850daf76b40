import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import type { WorkStage } from '../ui/work-page.tsx'
import { type IntakeSummary, isUnread } from './states.ts'

/**
 * The four stages of an intake. The first counts lists, the others people; what goes on from reading comes in to the comparison, what goes
 * on from there comes in to the registry.
 */
export function useStages(): (summary: IntakeSummary) => WorkStage[] {
  const text = useText(intakeText)
  return (summary) => [received(text, summary), read(text, summary), compared(text, summary), entered(text, summary)]
}

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

function read(text: Text, { intake }: IntakeSummary): WorkStage {
  const note = text.countedInPeople
  if (intake.state === 'waiting')
    return { id: 'read', label: text.stageRead, state: { tone: 'calm', word: text.stageLater }, note }
  if (intake.state === 'failed')
    return { id: 'read', label: text.stageRead, state: { tone: 'bad', word: text.stageFailed }, note }
  const isReading = intake.state === 'reading'
  return {
    id: 'read',
    label: text.stageRead,
    state: isReading ? { tone: 'now', word: text.stageNow } : { tone: 'good', word: text.stageDone },
    comesIn: intake.rows,
    held: [{ reason: text.heldRefused, count: intake.refused }],
    goesOn: intake.accepted + intake.review,
    note,
  }
}

function compared(text: Text, { intake, decided }: IntakeSummary): WorkStage {
  const common = { id: 'compared', label: text.stageCompared, note: text.countedInPeople }
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
