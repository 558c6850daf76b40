import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { rematch } from '../matching/rematch.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import { type Correction, type CorrectionRefusal, correctWorker } from '../registry/corrections.ts'
import { type RefusalGround, type RequestChannel, type RequestKind, requestLaw } from './request-law.ts'

export type NewRequest = {
  workerId: number
  kind: RequestKind
  wish: string
  channel: RequestChannel
  /** When it reached the office, ISO; the clock runs from then. */
  receivedAt: string
}

export type RequestRefusal =
  | { reason: 'no-such-worker' }
  | { reason: 'no-such-request' }
  | { reason: 'received-in-the-future' }
  | { reason: 'decided-already'; byName: string }
  | { reason: 'ground-missing' }

/** Records what a person asks for; the time the law gives for an answer begins when it reached the office. Leaves an audit line. */
export async function receiveRequest(
  ctx: Context,
  input: NewRequest,
): Promise<Outcome<{ id: string; dueAt: string }, RequestRefusal>> {
  const worker = await ctx.db
    .selectFrom('worker')
    .select('village')
    .where('region', '=', ctx.region)
    .where('id', '=', input.workerId)
    .executeTakeFirst()
  if (worker === undefined) return refused({ reason: 'no-such-worker' })
  const received = Temporal.Instant.from(input.receivedAt)
  if (Temporal.Instant.compare(received, Temporal.Now.instant().add({ minutes: 5 })) > 0)
    return refused({ reason: 'received-in-the-future' })
  const dueAt = received.add({ hours: requestLaw[input.kind].hours }).toString()
  const id = ctx.newId()
  await ctx.db
    .insertInto('subject_request')
    .values({
      region: ctx.region,
      id,
      worker_id: input.workerId,
      village: worker.village,
      kind: input.kind,
      wish: input.wish,
      channel: input.channel,
      received_at: received.toString(),
      due_at: dueAt,
      received_by: ctx.actor.id,
      received_by_name: ctx.actor.name,
    })
    .execute()
  await audit(ctx, 'privacy.request-received', { kind: 'worker', id: input.workerId }, { request: input.kind, due: dueAt })
  return done({ id, dueAt })
}

export type RequestDecision = { requestId: string; grants: boolean; answer: string; ground?: RefusalGround | undefined }

/** Answers a request. Refuses one that has its answer, and a refusal without a legal ground for keeping the data. Leaves an audit line. */
export async function decideRequest(ctx: Context, input: RequestDecision): Promise<Outcome<undefined, RequestRefusal>> {
  const request = await ctx.db
    .selectFrom('subject_request')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', input.requestId)
    .forUpdate()
    .executeTakeFirst()
  if (request === undefined) return refused({ reason: 'no-such-request' })
  if (request.state !== 'open') return refused({ reason: 'decided-already', byName: request.decided_by_name ?? '' })
  if (!input.grants && input.ground === undefined) return refused({ reason: 'ground-missing' })
  const state = input.grants ? 'granted' : 'refused'
  const now = Temporal.Now.instant().toString()
  await ctx.db
    .updateTable('subject_request')
    .set({
      state,
      answer: input.answer,
      ground: input.ground ?? null,
      decided_by: ctx.actor.id,
      decided_by_name: ctx.actor.name,
      decided_at: now,
    })
    .where('region', '=', ctx.region)
    .where('id', '=', input.requestId)
    .execute()
  const details = { request: request.kind, ...(input.ground && { keptFor: input.ground }), isLate: now > request.due_at }
  await audit(ctx, `privacy.request-${state}`, { kind: 'worker', id: request.worker_id ?? '-' }, details)
  return done(undefined)
}

/** Sets a worker right and asks the registers' answers about them anew: a right NIK finds another answer. */
export async function correctPerson(ctx: Context, input: Correction): Promise<Outcome<{ id: string }, CorrectionRefusal>> {
  const corrected = await correctWorker(ctx, input)
  if (corrected.ok) await rematch(ctx, { onlyWorkerId: input.workerId })
  return corrected
}

/** Requests of a state or of one worker, those due soonest first. */
export async function listRequests(ctx: Context, filter: { state?: string | undefined; workerId?: number | undefined }) {
  let query = ctx.db
    .selectFrom('subject_request as r')
    .leftJoin('worker as w', (join) => join.onRef('w.region', '=', 'r.region').onRef('w.id', '=', 'r.worker_id'))
    .selectAll('r')
    .select('w.full_name as fullName')
    .where('r.region', '=', ctx.region)
  if (filter.state !== undefined) query = query.where('r.state', '=', filter.state)
  if (filter.workerId !== undefined) query = query.where('r.worker_id', '=', filter.workerId)
  return query.orderBy('r.state', 'desc').orderBy('r.due_at').limit(1000).execute()
}

export function wordRequestRefusal(refusal: RequestRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-worker':
      return notFound({ id: 'Pekerja ini', en: 'This worker' })
    case 'no-such-request':
      return notFound({ id: 'Permintaan ini', en: 'This request' })
    case 'received-in-the-future': {
      const wording = { id: 'Waktu diterima ada di masa depan.', en: 'The moment it was received lies ahead.' }
      return { reason: refusal.reason, status: 422, title: wording, fields: { receivedAt: wording } }
    }
    case 'decided-already':
      return {
        reason: refusal.reason,
        status: 409,
        title: {
          id: `Permintaan ini sudah dijawab oleh ${refusal.byName}.`,
          en: `${refusal.byName} has answered this request already.`,
        },
        todo: { id: 'Catat permintaan baru bila orangnya meminta lagi.', en: 'Record a new request if the person asks again.' },
      }
    case 'ground-missing':
      return {
        reason: refusal.reason,
        status: 422,
        title: { id: 'Penolakan perlu dasar hukum.', en: 'A refusal needs its legal ground.' },
        why: {
          id: 'Orangnya berhak tahu mengapa datanya tetap disimpan.',
          en: 'The person has a right to know why the data are kept.',
        },
        todo: { id: 'Pilih dasarnya.', en: 'Choose the ground.' },
        fields: { ground: { id: 'Pilih dasar penolakan.', en: 'Choose the ground.' } },
      }
    default:
      return unreachable(refusal)
  }
}
