import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/tasks.ts'
import { type Deciding, lackOf } from './decisions.ts'
import type { MatchingRefusal } from './refusals.ts'
import { findUndoable } from './undoing.ts'

/** The kinds of task that carry a decision about differences out, and that take one back. */
export const decidingKind = 'matching.decide'
export const undoingKind = 'matching.undo-decision'

const titles: Record<'taken-over' | 'ours-kept', Wording> = {
  'taken-over': { id: 'Mengambil nilai Dukcapil', en: 'Taking over values of the civil registry' },
  'ours-kept': { id: 'Mempertahankan nilai kami', en: 'Keeping our values' },
}

/** What the task of a decision is told; numbers of workers travel as text. */
export type DecidingPayload = {
  kind: 'taken-over' | 'ours-kept'
  decisionId: string
  field: string
  village: string | null
  workerIds: string[] | null
}

/** Puts a decision into the queue, under the number by which it is known from then on: everybody of a kind takes longer than a request may. */
export async function enqueueDecision(
  ctx: Context,
  kind: 'taken-over' | 'ours-kept',
  { field, village, workerIds }: Deciding,
): Promise<Outcome<{ taskId: string }, MatchingRefusal>> {
  const lack = lackOf(ctx)
  if (lack !== undefined) return refused(lack)
  const people = workerIds?.map(String) ?? null
  const payload: DecidingPayload = { kind, decisionId: ctx.newId(), field, village: village ?? null, workerIds: people }
  return done({ taskId: await enqueue(ctx, { kind: decidingKind, title: titles[kind], payload }) })
}

/** Puts the taking back of a decision into the queue. */
export async function enqueueUndoing(ctx: Context, decisionId: string): Promise<Outcome<{ taskId: string }, MatchingRefusal>> {
  const found = await findUndoable(ctx, decisionId)
  if (!found.ok) return found
  const title = { id: 'Membatalkan keputusan pencocokan', en: 'Taking a decision of matching back' }
  return done({ taskId: await enqueue(ctx, { kind: undoingKind, title, payload: { decisionId } }) })
}
