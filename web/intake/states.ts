import type { AnswerOf } from '../../src/platform/endpoint.ts'
import type { listIntakeRows, listIntakes, readIntakeSummary } from '../../src/intake/api.ts'
import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import type { Tone } from '../ui/status-badge.tsx'

/** One intake with its counts, as lists of them show it. */
export type Intake = AnswerOf<typeof listIntakes>['rows'][number]

/** One intake with its lists, its findings and what became of its rows. */
export type IntakeSummary = AnswerOf<typeof readIntakeSummary>

/** One list of an intake: one file. */
export type IntakeList = IntakeSummary['lists'][number]

/** One row of a list with what was found in it. */
export type IntakeRow = AnswerOf<typeof listIntakeRows>['rows'][number]

export const intakeStates = ['waiting', 'reading', 'checked', 'accepted', 'undone', 'failed'] as const

const tones: Record<Intake['state'], Tone> = {
  waiting: 'calm',
  reading: 'now',
  checked: 'warn',
  accepted: 'good',
  undone: 'calm',
  failed: 'bad',
}

/** The word and the tone of the state an intake is in. */
export function useIntakeState(): (state: Intake['state']) => { tone: Tone; word: string } {
  const text = useText(intakeText)
  return (state) => ({ tone: tones[state], word: text[state] })
}

/** The word and the tone of what was judged of a row. */
export function useVerdict(): (verdict: IntakeRow['verdict']) => { tone: Tone; word: string } {
  const text = useText(intakeText)
  const verdicts = {
    accepted: { tone: 'good', word: text.good },
    review: { tone: 'warn', word: text.review },
    refused: { tone: 'bad', word: text.refused },
  } as const
  return (verdict) => verdicts[verdict]
}

/** Rows of an intake can be decided, and it can be accepted or undone, only once it is read and while it stands. */
export function isDecidable(intake: Pick<Intake, 'state'>): boolean {
  return intake.state === 'checked' || intake.state === 'accepted'
}

/** The intake is still to be read, or is being read. */
export function isUnread(intake: Pick<Intake, 'state'>): boolean {
  return intake.state === 'waiting' || intake.state === 'reading'
}
