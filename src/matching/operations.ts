import { isBefore, type Day } from '../../values/days.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { fingerprintOf } from '../reading/fingerprint.ts'
import { AnswerRefused } from './answers/reading.ts'
import type { Received } from './matching.ts'
import { countUnexpected, mergeAnswer } from './merging.ts'
import type { MatchingRefusal } from './refusals.ts'
import type { Register } from './registers.ts'
import { rematch } from './rematch.ts'
import { listRequests, markRequestAnswered } from './requests.ts'
import { type Staged, stageAnswer } from './staging.ts'
import { forgetLeft, markAnswered } from './standing.ts'
import { addExchange, findSameAnswer } from './store.ts'

export { newestAnswers } from './store.ts'
export { rematch } from './rematch.ts'

/** What later slices do in the same transaction once a register has answered; the doors fill it (see `src/reactions.ts`). */
export const afterAnswer: ((ctx: Context) => Promise<void>)[] = []

/** An answer to be taken in: a file on disk under the name its sender gave it; `progress` hears how many lines were read, of how many where that is known. */
export type NewAnswer = {
  register: Register
  file: { name: string; path: string }
  answeredOn?: Day | undefined
  /** The request this file answers: everybody asked about in it counts as answered, also who is not in the file. */
  requestId?: string | undefined
  progress?: (lines: number, total?: number) => void
}

/**
 * Takes in the answer of a register, in any format a list may have, and matches the whole registry with it. Faulty lines are counted and
 * reported, good ones go on. The same file again changes nothing and says so; a file that is no answer of this register is refused. All of it
 * happens or nothing. Leaves an audit line.
 */
export async function receiveAnswer(ctx: Context, input: NewAnswer): Promise<Outcome<Received, MatchingRefusal>> {
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const answeredOn = input.answeredOn ?? ctx.today
  if (isBefore(ctx.today, answeredOn)) return refused({ reason: 'answered-in-future', answeredOn })
  const { register, file } = input
  const requestId = input.requestId ?? null
  const [request] = requestId === null || !isId(requestId) ? [] : await listRequests(ctx, requestId)
  if (requestId !== null && request?.register !== register) return refused({ reason: 'no-such-request' })
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [`ucok.matching.${ctx.region}`])
  const sha256 = await fingerprintOf(file.path)
  if (sha256 === undefined) return refused({ reason: 'no-such-file', fileName: file.name })
  const same = await findSameAnswer(ctx, register, sha256)
  if (same !== undefined) return done(same)
  // An answer to a request has about as many lines as people were asked about.
  const expected = request?.people
  const progress = (lines: number) => input.progress?.(lines, expected === undefined ? undefined : Math.max(lines, expected))
  const staged = await stage(ctx, { register, source: file, on: answeredOn, progress })
  if (!staged.ok) return staged
  const { notFoundInWords: _words, ...counts } = staged.value
  const { strangers, unasked } = await countUnexpected(ctx, register)
  const received: Received = {
    ...counts,
    exchangeId: ctx.newId(),
    register,
    fileName: file.name,
    answeredOn: answeredOn.toString(),
    isNew: true,
    strangers,
    unasked: requestId === null ? null : unasked,
    receivedBy: ctx.actor.name,
  }
  await addExchange(ctx, { ...received, requestId, sha256 })
  await merge(ctx, received, requestId)
  return done(received)
}

/** The form of our ids; a text of another form names nothing. */
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Stages the lines of the file; refuses one that is no answer, that nobody filled in, or of which nothing can be used. */
async function stage(ctx: Context, answer: Parameters<typeof stageAnswer>[1]): Promise<Outcome<Staged, MatchingRefusal>> {
  try {
    const staged = await stageAnswer(ctx, answer)
    if (staged.records > 0 || staged.notFoundInWords > 0) return done(staged)
    const blank = staged.notFound + staged.unfilled
    if (blank > 0 && staged.faulty === staged.unfilled) return refused({ reason: 'not-filled-in', lines: blank })
    return refused({ reason: 'nothing-usable', faulty: staged.faulty, faults: staged.faults.slice(0, 5) })
  } catch (error) {
    if (error instanceof AnswerRefused) return refused(error.refusal)
    throw error
  }
}

async function merge(ctx: Context, received: Received, requestId: string | null): Promise<void> {
  const { register, answeredOn, exchangeId, records, faulty, notFound, strangers } = received
  await mergeAnswer(ctx, { register, answeredOn, exchangeId, requestId })
  await markAnswered(ctx, { register, answeredOn, requestId })
  await forgetLeft(ctx)
  if (requestId !== null) await markRequestAnswered(ctx, requestId, exchangeId)
  const changed = await rematch(ctx)
  for (const react of afterAnswer) await react(ctx)
  const details = { register, file: received.fileName, answeredOn, records, faulty, notFound, strangers, changed }
  await audit(ctx, 'matching.answer-received', { kind: 'exchange', id: exchangeId }, details)
}
