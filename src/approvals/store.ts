import { type RawBuilder, sql } from 'kysely'
import { areaOfRegion } from '../../values/areas.ts'
import type { Wording } from '../../values/language.ts'
import { hasRole, type Role, roles } from '../platform/actor.ts'
import type { Details } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { AskApproval, Payload, RequestState, StandingRequest, Verdict } from './approvals.ts'
import type { TwoPersonOperation } from './two-person.ts'

/** A request held until the transaction ends, with how many have approved it so far. */
export type HeldRequest = StandingRequest & {
  state: RequestState
  needed: number
  roles: Role[]
  concerns: string
  approvals: number
  hasAnswered: boolean
}

/** The roles an actor holds in this region. */
export function ownRoles(ctx: Context): Role[] {
  return roles.filter((role) => hasRole(ctx.actor, [role], ctx.region))
}

/** A request's state for a reader: one that waits past its last day has expired. */
export function stateOn(ctx: Context): RawBuilder<RequestState> {
  return sql<RequestState>`case when r.state = 'waiting' and r.expires_on < ${ctx.today.toString()}::date then 'expired' else r.state end`
}

export async function addRequest(
  ctx: Context,
  ask: AskApproval,
  settled: { needed: number; roles: readonly Role[]; expiresOn: string | null },
): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('approval_request')
    .values({
      region: ctx.region,
      id,
      operation: ask.operation,
      subject_kind: ask.subject.kind,
      subject_id: String(ask.subject.id),
      title: JSON.stringify(ask.title),
      because: ask.because?.trim() || null,
      before: JSON.stringify(ask.before),
      after: JSON.stringify(ask.after),
      people: ask.people ?? null,
      amount: ask.amount ?? null,
      payload: JSON.stringify(ask.payload),
      fingerprint: ask.fingerprint,
      concerns: ask.concerns ?? '',
      needed: settled.needed,
      roles: [...settled.roles],
      asked_by: ctx.actor.id,
      asked_by_name: ctx.actor.name,
      expires_on: settled.expiresOn,
    })
    .execute()
  return id
}

/** Closes requests about a record whose last day has passed, so that it can be asked for anew. */
export async function closeExpired(ctx: Context, operation: TwoPersonOperation, subjectId: string): Promise<void> {
  await sql`update approval_request set state = 'expired', ended_at = now() where region = ${ctx.region} and operation = ${operation}
    and subject_id = ${subjectId} and state = 'waiting' and expires_on < ${ctx.today.toString()}::date`.execute(ctx.db)
}

/** A request that waits about a record: who asked, and how far it is. */
export type WaitingRequest = {
  id: string
  askedBy: string
  askedByName: string
  payload: Payload
  approvals: number
  needed: number
  /** Whether the actor has answered it. */
  hasAnswered: boolean
}

/** The request of an operation that waits about a record; nothing when none does. */
export async function findWaiting(
  ctx: Context,
  operation: TwoPersonOperation,
  subjectId: string,
): Promise<WaitingRequest | undefined> {
  const { rows } = await sql<WaitingRequest>`
    select r.id, r.asked_by as "askedBy", r.asked_by_name as "askedByName", r.payload, r.needed, ${progressColumns(ctx)}
    from approval_request r
    where r.region = ${ctx.region} and r.operation = ${operation} and r.subject_id = ${subjectId} and r.state = 'waiting'
      and (r.expires_on is null or r.expires_on >= ${ctx.today.toString()}::date)`.execute(ctx.db)
  return rows[0]
}

/** How many have approved a request, and whether the actor has answered it. */
function progressColumns(ctx: Context): RawBuilder<unknown> {
  return sql`(select count(*)::int from approval_answer a where a.region = r.region and a.request_id = r.id and a.verdict = 'approve') as approvals,
      exists (select from approval_answer a where a.region = r.region and a.request_id = r.id and a.answered_by = ${ctx.actor.id}) as "hasAnswered"`
}

type HeldRow = Omit<HeldRequest, 'subject'> & { kind: string; subjectId: string }

/** Finds a request with its fingerprint and holds it until the transaction ends; nothing when there is none. */
export async function holdRequest(ctx: Context, id: string): Promise<(HeldRequest & { fingerprint: string }) | undefined> {
  await sql`select from approval_request where region = ${ctx.region} and id = ${id}::uuid for update`.execute(ctx.db)
  const { rows } = await sql<HeldRow & { fingerprint: string }>`
    select r.id, r.operation, r.subject_kind as kind, r.subject_id as "subjectId", r.payload, r.asked_by as "askedBy",
      r.asked_by_name as "askedByName", r.people, r.amount, ${stateOn(ctx)} as state, r.needed, r.roles, r.concerns, r.fingerprint,
      ${progressColumns(ctx)}
    from approval_request r where r.region = ${ctx.region} and r.id = ${id}::uuid`.execute(ctx.db)
  const row = rows[0]
  if (row === undefined) return undefined
  const { kind, subjectId, ...request } = row
  return { ...request, subject: { kind, id: subjectId } }
}

export async function addAnswer(
  ctx: Context,
  request: HeldRequest,
  answer: { verdict: Verdict; reason: string | null },
): Promise<void> {
  await ctx.db
    .insertInto('approval_answer')
    .values({
      region: ctx.region,
      request_id: request.id,
      answered_by: ctx.actor.id,
      answered_by_name: ctx.actor.name,
      asked_by: request.askedBy,
      concerns: request.concerns,
      verdict: answer.verdict,
      reason: answer.reason,
    })
    .execute()
}

export async function endRequest(ctx: Context, id: string, state: RequestState, because: Wording | null): Promise<void> {
  await ctx.db
    .updateTable('approval_request')
    .set({ state, ended_at: sql<string>`now()`, ended_because: because === null ? null : JSON.stringify(because) })
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .execute()
}

export async function keepResult(ctx: Context, id: string, result: Details): Promise<void> {
  await ctx.db
    .updateTable('approval_request')
    .set({ result: JSON.stringify(result) })
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .execute()
}

/** A region's own rule for an operation; nothing where our table holds. */
export async function findRule(
  ctx: Context,
  operation: TwoPersonOperation,
): Promise<{ needed: number; roles: Role[] } | undefined> {
  const row = await ctx.db
    .selectFrom('approval_rule')
    .select(['needed', 'roles'])
    .where('region', '=', ctx.region)
    .where('operation', '=', operation)
    .executeTakeFirst()
  return row && { needed: row.needed, roles: row.roles as Role[] }
}

export async function putRule(
  ctx: Context,
  rule: { operation: TwoPersonOperation; needed: number; roles: readonly Role[]; requestId: string },
): Promise<void> {
  await sql`insert into approval_rule (region, operation, needed, roles, request_id)
    values (${ctx.region}, ${rule.operation}, ${rule.needed}, ${[...rule.roles]}::text[], ${rule.requestId}::uuid)
    on conflict on constraint one_rule_per_operation do update set needed = excluded.needed, roles = excluded.roles,
      request_id = excluded.request_id, set_at = now()`.execute(ctx.db)
}

/** How many active people hold one of the roles over the whole region on `ctx.today`. */
export async function countHolders(ctx: Context, wanted: readonly Role[]): Promise<number> {
  const area = areaOfRegion(ctx.region)
  const { rows } = await sql<{ people: number }>`select count(distinct a.id)::int as people
    from account a join account_role g on g.account_id = a.id
    where a.is_active and g.role = any (${[...wanted]}::text[]) and (g.area = ${area} or ${area} like g.area || '.%')
      and ${ctx.today.toString()}::date between g.first_day and coalesce(g.last_day, 'infinity'::date)`.execute(ctx.db)
  return rows[0]?.people ?? 0
}
