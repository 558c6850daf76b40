import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { holdWorkers, type MergeableValues, separateWorkers } from '../registry/merging.ts'
import { findLackOfAuthority, reviewers } from './authority.ts'
import { addMerge, findCivil, findCovers, findMergeToChange, hasNewerMerge, isNikTaken, markUndone } from './merges.ts'
import { requestMerge } from './merge-approval.ts'
import { carryMerge, type HeldWorker, inOrder, tellChanged } from './merging.ts'
import type { DuplicatesRefusal } from './refusals.ts'
import { countPairs, findBothPeople, type PairFilter, type PairState } from './pairs.ts'
import { findPairToChange, setPairState } from './store.ts'
import { type Chosen, defaultChoice, type OriginalRecord, takenOver } from './survivorship.ts'
import type { Side } from './survivors-api.ts'

/** Announces a list of pairs with whole NIKs: how many it will hold, with an audit line (UU 27/2022). */
export async function beginListing(ctx: Context, filter: PairFilter): Promise<Outcome<{ pairs: number }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, [...reviewers, 'auditor'])
  if (lack !== undefined) return refused(lack)
  const pairs = await countPairs(ctx, filter)
  await audit(ctx, 'duplicates.listed', { kind: 'region', id: ctx.region }, { pairs, showsNik: true })
  return done({ pairs })
}

type Pair = { left: number; right: number }

/**
 * Answers that a pair are two people, or that it cannot be told yet; `open` takes such an answer back. A pair is not asked about again
 * until the data of one of the two change. Leaves an audit line.
 */
export async function answerPair(
  ctx: Context,
  input: Pair & { answer: PairAnswer },
): Promise<Outcome<Pair & { state: PairAnswer }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, reviewers)
  if (lack !== undefined) return refused(lack)
  const found = await findPairIn(ctx, input, input.answer === 'open' ? ['different', 'unsure'] : ['open', 'unsure'])
  if (!found.ok) return found
  const { left, right, answer } = input
  await setPairState(ctx, left, right, answer)
  const act = answer === 'open' ? 'duplicates.answer-taken-back' : `duplicates.${answer}`
  await audit(ctx, act, { kind: 'worker', id: left }, { other: right, probability: found.value.probability })
  return done({ left, right, state: answer })
}

type PairAnswer = 'different' | 'unsure' | 'open'

/**
 * Joins a pair into the record `kept`, which takes over the values chosen (by default those the civil registry confirms, else the newer).
 * With a membership on either side it is only asked for, and somebody else approves. Leaves an audit line.
 */
export async function joinPair(
  ctx: Context,
  input: Pair & { kept: Side; chosen: Chosen },
): Promise<Outcome<{ mergeId: number; state: 'merged' | 'waiting' }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, reviewers)
  if (lack !== undefined) return refused(lack)
  const found = await findPairIn(ctx, input, ['open', 'unsure'])
  if (!found.ok) return found
  const [left, right] = await holdWorkers(ctx, [input.left, input.right])
  if (left === undefined || right === undefined) return refused({ reason: 'person-left' })
  const [kept, merged] = input.kept === 'left' ? [left, right] : [right, left]
  const covers = await findCovers(ctx, [kept.id, merged.id])
  if (covers.open.includes(merged.id)) return refused({ reason: 'cover-not-ended', name: merged.full_name })
  const civil = await findCivil(ctx, [left.nik, right.nik])
  const choice = { ...defaultChoice(originalOf(left, civil), originalOf(right, civil)), ...input.chosen }
  const chosen = takenOver(choice, input.kept, kept, merged)
  const state = covers.ever.length > 0 ? 'waiting' : 'merged'
  const before = state === 'merged' ? await carryMerge(ctx, { kept, merged, values: chosen }) : null
  const mergeId = await addMerge(ctx, { kept: kept.id, merged: merged.id, chosen, before, state })
  await setPairState(ctx, input.left, input.right, 'same')
  const act = state === 'merged' ? 'duplicates.merged' : 'duplicates.merge-requested'
  await audit(ctx, act, { kind: 'worker', id: kept.id }, { other: merged.id, fields: Object.keys(chosen) })
  if (state === 'waiting') await requestMerge(ctx, { mergeId, kept, merged, chosen })
  return done({ mergeId, state })
}

/**
 * Takes a merge back and keeps why: both records stand as they did before, and the pair is asked about again. A record whose list was
 * undone meanwhile does not come back (`restored` is null), and the other does even then. Leaves an audit line.
 */
export async function undoMerge(
  ctx: Context,
  input: { mergeId: number; because: string },
): Promise<Outcome<{ kept: number; restored: number | null }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, reviewers)
  if (lack !== undefined) return refused(lack)
  const merge = await findMergeToChange(ctx, input.mergeId)
  if (merge === undefined) return refused({ reason: 'no-such-merge' })
  if (merge.state !== 'merged') return refused({ reason: 'not-merged' })
  const [left, right] = inOrder(merge.kept_worker, merge.merged_worker)
  const people = await findBothPeople(ctx, left, right)
  const kept = people.find((one) => one.id === merge.kept_worker)
  const merged = people.find((one) => one.id === merge.merged_worker)
  if (kept === undefined || merged === undefined) return refused({ reason: 'no-such-merge' })
  if (kept.merged_into !== null || (await hasNewerMerge(ctx, { id: merge.id, kept: kept.id })))
    return refused({ reason: 'merged-since' })
  const before = merge.before as Partial<MergeableValues>
  const returns = merged.intakeUndoneAt === null
  const numbers = [returns ? merged.nik : null, kept.removed_at === null ? (before.nik ?? null) : null]
  for (const nik of numbers) if (await isNikTaken(ctx, nik, [kept.id, merged.id])) return refused({ reason: 'nik-taken' })
  await separateWorkers(ctx, { kept: kept.id, merged: merged.id, values: before, returns })
  await markUndone(ctx, merge.id, input.because)
  await setPairState(ctx, left, right, 'open')
  await tellChanged(ctx, [kept.id, merged.id])
  const details = { other: merged.id, because: input.because, returned: returns }
  await audit(ctx, 'duplicates.merge-undone', { kind: 'worker', id: kept.id }, details)
  return done({ kept: kept.id, restored: returns ? merged.id : null })
}

async function findPairIn(
  ctx: Context,
  { left, right }: Pair,
  states: readonly PairState[],
): Promise<Outcome<{ probability: number }, DuplicatesRefusal>> {
  const pair = await findPairToChange(ctx, left, right)
  if (pair === undefined) return refused({ reason: 'no-such-pair' })
  if (pair.state === 'open' && !states.includes('open')) return refused({ reason: 'not-answered' })
  if (!states.some((state) => state === pair.state))
    return refused({ reason: 'answered-already', by: pair.decided_by_name ?? '' })
  return done({ probability: pair.probability })
}

function originalOf(worker: HeldWorker, civil: ReadonlyMap<string, OriginalRecord['civil']>): OriginalRecord {
  return { values: worker, recordedAt: worker.recorded_at, civil: civil.get(worker.nik ?? '') }
}
