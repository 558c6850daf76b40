import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf, hasRole, type Role } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { Answered, Asked, ApprovedWork, ApprovedWorks, AskApproval, StandingRequest, Verdict } from './approvals.ts'
import type { ApprovalRefusal } from './refusals.ts'
import * as store from './store.ts'
import { ruleOf, type TwoPersonOperation } from './two-person.ts'

/**
 * Asks for something that takes two people. Refuses whoever may not ask, and a second request about a record that waits already.
 * Nothing is done until `answerRequest` has the approvals needed. Leaves an audit line about the record.
 */
export async function requestApproval(ctx: Context, ask: AskApproval): Promise<Outcome<Asked, ApprovalRefusal>> {
  const lack = findLackToAsk(ctx, ask.operation)
  if (lack !== undefined) return refused(lack)
  const subjectId = String(ask.subject.id)
  await store.closeExpired(ctx, ask.operation, subjectId)
  const waiting = await store.findWaiting(ctx, ask.operation, subjectId)
  if (waiting !== undefined) return refused({ reason: 'waits-already', requestId: waiting.id, askedBy: waiting.askedByName })
  const { expiresAfterDays } = ruleOf(ask.operation)
  const expiresOn = expiresAfterDays === null ? null : ctx.today.add({ days: expiresAfterDays }).toString()
  const { needed, roles } = await ruleInForce(ctx, ask.operation)
  const requestId = await store.addRequest(ctx, ask, { needed, roles, expiresOn })
  await audit(ctx, 'approvals.requested', ask.subject, { operation: ask.operation, request: requestId, because: ask.because })
  return done({ requestId, needed })
}

/** What an operation takes in this region: our table, or what the region asks beyond it. */
export async function ruleInForce(
  ctx: Context,
  operation: TwoPersonOperation,
): Promise<{ needed: number; roles: readonly Role[] }> {
  const { needed, approve } = ruleOf(operation)
  const own = await store.findRule(ctx, operation)
  return own === undefined ? { needed, roles: approve } : { needed: Math.max(needed, own.needed), roles: own.roles }
}

/** The request of an operation that waits about a record, with who asked; nothing when none does. */
export async function findWaitingRequest(
  ctx: Context,
  operation: TwoPersonOperation,
  subjectId: string,
): Promise<store.WaitingRequest | undefined> {
  return store.findWaiting(ctx, operation, subjectId)
}

/**
 * Answers a request: approves it, or refuses it with a reason. The last approval needed carries the work out in the same transaction;
 * one refusal ends it. A request whose record has changed since is void, which is an outcome and not a refusal, as it is written down.
 * Refuses, in this order: no person, a part of the region only, no such request, role missing, no longer waiting, own request, about
 * oneself, answered already, reason missing, and whatever the work refuses. Leaves an audit line about the record.
 */
export async function answerRequest(
  ctx: Context,
  input: { requestId: string; verdict: Verdict; reason?: string | undefined },
  works: Partial<ApprovedWorks>,
): Promise<Outcome<Answered, ApprovalRefusal>> {
  if (ctx.actor.kind === 'system') return refused({ reason: 'person-needed' })
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-needed' })
  const request = await store.holdRequest(ctx, input.requestId)
  if (request === undefined) return refused({ reason: 'no-such-request' })
  const hindrance = findHindrance(ctx, request)
  if (hindrance !== undefined) return refused(hindrance)
  const reason = input.reason?.trim() || null
  const work = works[request.operation]
  if (work === undefined) throw new Error(`nothing carries out ${request.operation}`)
  if (input.verdict === 'refuse') return refuse(ctx, { request, work, reason })
  if ((await work.fingerprint(ctx, request)) !== request.fingerprint) return makeVoid(ctx, request, work)
  await store.addAnswer(ctx, request, { verdict: 'approve', reason })
  return approve(ctx, { request, work, reason })
}

/** Takes back one's own request that still waits. Leaves an audit line about the record. */
export async function withdrawRequest(
  ctx: Context,
  input: { requestId: string; reason?: string | undefined },
  works: Partial<ApprovedWorks>,
): Promise<Outcome<{ requestId: string }, ApprovalRefusal>> {
  const request = await store.holdRequest(ctx, input.requestId)
  if (request === undefined) return refused({ reason: 'no-such-request' })
  if (request.askedBy !== ctx.actor.id) return refused({ reason: 'not-your-request' })
  if (request.state !== 'waiting') return refused({ reason: 'not-waiting', state: request.state })
  const reason = input.reason?.trim() || null
  await store.endRequest(ctx, request.id, 'withdrawn', reason === null ? null : { id: reason, en: reason })
  await works[request.operation]?.letGo?.(ctx, request, { how: 'withdrawn', reason })
  await audit(ctx, 'approvals.withdrawn', request.subject, detailsOf(request, { because: reason }))
  return done({ requestId: request.id })
}

/**
 * Does at once what would take two people, for the installation itself: the command line without an account. It is written down as a
 * request that needed nobody, so that the history shows it. Only for the operations whose rule allows it.
 */
export async function carryOutAlone(
  ctx: Context,
  work: ApprovedWork,
  ask: AskApproval,
): Promise<Outcome<Answered, ApprovalRefusal>> {
  const rule = ruleOf(ask.operation)
  if (ctx.actor.kind !== 'system' || !rule.installationMayActAlone) throw new Error(`${ask.operation} is not done alone`)
  const waiting = await store.findWaiting(ctx, ask.operation, String(ask.subject.id))
  if (waiting !== undefined) await store.endRequest(ctx, waiting.id, 'void', doneAlone)
  await store.closeExpired(ctx, ask.operation, String(ask.subject.id))
  const requestId = await store.addRequest(ctx, ask, { needed: 0, roles: rule.approve, expiresOn: null })
  const request = await store.holdRequest(ctx, requestId)
  if (request === undefined) throw new Error('the request just made is not there')
  return approve(ctx, { request, work, reason: null })
}

type Answering = { request: store.HeldRequest; work: ApprovedWork; reason: string | null }

async function approve(ctx: Context, { request, work, reason }: Answering): Promise<Outcome<Answered, ApprovalRefusal>> {
  const approvals = Math.min(request.approvals + 1, request.needed)
  const { id: requestId, operation, needed } = request
  const details = detailsOf(request, { approvals, needed, because: reason })
  await audit(ctx, 'approvals.approved', request.subject, details)
  if (approvals < needed) return done({ requestId, operation, state: 'waiting', approvals, needed, result: null })
  await store.endRequest(ctx, request.id, 'approved', null)
  const worked = await work.carryOut(ctx, request)
  if (!worked.ok) return refused({ reason: 'work-refused', words: worked.refusal })
  await store.keepResult(ctx, request.id, worked.value)
  return done({ requestId, operation, state: 'approved', approvals, needed, result: worked.value })
}

async function refuse(ctx: Context, { request, work, reason }: Answering): Promise<Outcome<Answered, ApprovalRefusal>> {
  if (reason === null) return refused({ reason: 'reason-missing' })
  await store.addAnswer(ctx, request, { verdict: 'refuse', reason })
  await store.endRequest(ctx, request.id, 'refused', { id: reason, en: reason })
  await work.letGo?.(ctx, request, { how: 'refused', reason })
  await audit(ctx, 'approvals.refused', request.subject, detailsOf(request, { because: reason }))
  const { id: requestId, operation, approvals, needed } = request
  return done({ requestId, operation, state: 'refused', approvals, needed, result: null })
}

/** Why a request whose record changed is void, in the words everybody is shown. */
export const changedSince: Wording = {
  id: 'Datanya berubah setelah permintaan diajukan, jadi yang akan disetujui bukan lagi yang diminta. Ajukan permintaan baru.',
  en: 'The record changed after this was asked, so what would be approved is no longer what was asked for. Ask anew.',
}

const doneAlone: Wording = {
  id: 'Sudah dikerjakan dari baris perintah tanpa akun.',
  en: 'It was done from the command line without an account.',
}

async function makeVoid(
  ctx: Context,
  request: store.HeldRequest,
  work: ApprovedWork,
): Promise<Outcome<Answered, ApprovalRefusal>> {
  await store.endRequest(ctx, request.id, 'void', changedSince)
  await work.letGo?.(ctx, request, { how: 'void', reason: null })
  await audit(ctx, 'approvals.voided', request.subject, detailsOf(request, {}))
  const { id: requestId, operation, approvals, needed } = request
  return done({ requestId, operation, state: 'void', approvals, needed, result: null })
}

function findLackToAsk(ctx: Context, operation: TwoPersonOperation): ApprovalRefusal | undefined {
  const { ask } = ruleOf(operation)
  if (!hasRole(ctx.actor, ask, ctx.region)) return { reason: 'role-missing', roles: ask }
  return areasOf(ctx.actor, ctx.region) === 'all' ? undefined : { reason: 'whole-region-needed' }
}

/** Why this actor may not answer a request; nothing when they may. The same order serves the screen and the answer. */
export function findHindrance(
  ctx: Context,
  request: Pick<store.HeldRequest, 'roles' | 'state' | 'askedBy' | 'concerns' | 'hasAnswered'>,
):
  | Extract<ApprovalRefusal, { reason: 'role-missing' | 'not-waiting' | 'own-request' | 'about-yourself' | 'answered-already' }>
  | undefined {
  if (!hasRole(ctx.actor, request.roles, ctx.region)) return { reason: 'role-missing', roles: request.roles }
  if (request.state !== 'waiting') return { reason: 'not-waiting', state: request.state }
  if (request.askedBy === ctx.actor.id) return { reason: 'own-request' }
  if (request.concerns === ctx.actor.id) return { reason: 'about-yourself' }
  return request.hasAnswered ? { reason: 'answered-already' } : undefined
}

function detailsOf(request: StandingRequest, more: Record<string, string | number | null>) {
  return { operation: request.operation, request: request.id, askedBy: request.askedByName, ...more }
}
