import { useQueryClient } from '@tanstack/react-query'
import { decideRows, listIntakeRows, listIntakes, readIntakeSummary } from '../../src/intake/api.ts'
import { call } from '../app/call.ts'
import { shownOf } from '../app/problem.ts'
import { intakeText } from '../text/intake.ts'
import { useText, useWording } from '../text/language.tsx'
import { useTell } from '../ui/tell.ts'
import type { IntakeRow } from './states.ts'

/** An officer's decision about rows in review. */
export type Decision = 'enter' | 'dismiss'
export type Decide = (rows: readonly IntakeRow[], decision: Decision) => void

/** The server decides at most so many rows at once. */
const atOnce = 1000

/** Decides rows in review: the others are left as they are. Says what was done when it was more than one row, or not all of them. */
export function useDecide(intakeId: string): Decide {
  const text = useText(intakeText)
  const word = useWording()
  const tell = useTell()
  const queries = useQueryClient()
  const send = async (rows: readonly IntakeRow[], decision: Decision) => {
    let decided = 0
    for (let from = 0; from < rows.length; from += atOnce) {
      const part = rows.slice(from, from + atOnce).map(({ fileId, sheet, row }) => ({ fileId, sheet, row }))
      decided += (await call(decideRows, { params: { intakeId }, body: { rows: part, decision } })).decided
    }
    const touched = [readIntakeSummary, listIntakeRows, listIntakes].map(({ path }) =>
      queries.invalidateQueries({ queryKey: [path] }),
    )
    await Promise.all(touched)
    return decided
  }
  return (asked, decision) => {
    const rows = asked.filter((row) => row.verdict === 'review')
    if (rows.length === 0) {
      tell('warn', text.onlyReview)
      return
    }
    if (decision === 'enter' && rows.every((row) => !row.canEnter)) {
      tell('warn', rows.length === 1 ? text.noNikWhyNot : text.noneMayEnter)
      return
    }
    send(rows, decision).then(
      (decided) => {
        if (rows.length > 1) tell('good', text.doneDecided(decided, rows.length))
      },
      (error: unknown) => tell('bad', word(shownOf(error).title)),
    )
  }
}
