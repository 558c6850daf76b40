import { type RawBuilder, sql } from 'kysely'
import type { Wording } from '../../values/language.ts'
import { areasOf, type Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { RequestState, Verdict } from './approvals.ts'
import type { Facts } from './facts-api.ts'
import { findHindrance, ruleInForce } from './operations.ts'
import { type ApprovalRefusal, wordApprovalRefusal } from './refusals.ts'
import { ownRoles, stateOn } from './store.ts'
import { ruleOf, type TwoPersonOperation, twoPersonOperations } from './two-person.ts'

/** A request as a list shows it. */
export type RequestRow = {
  id: string
  operation: TwoPersonOperation
  subjectKind: string
  subjectId: string
  title: Wording
  because: string | null
  people: number | null
  amount: number | null
  askedByName: string
  isMine: boolean
  askedAt: string
  expiresOn: string | null
  state: RequestState
  needed: number
  roles: Role[]
  approvals: number
  endedAt: string | null
  endedBecause: Wording | null
  /** Who answered last. */
  answeredByName: string | null
}

/** Whose requests: those the reader may answer, those the reader made, or all of the region. */
export type Box = 'inbox' | 'mine' | 'all'

export type RequestFilter = {
  box: Box
  state?: RequestState | undefined
  operation?: TwoPersonOperation | undefined
  search?: string | undefined
}

/** Requests of a filter: an inbox begins with what waits longest, every other list with the newest. */
export async function listRequests(ctx: Context, filter: RequestFilter, page: { after?: string | undefined; limit: number }) {
  const [at, id] = page.after?.split('|') ?? []
  const oldestFirst = filter.box === 'inbox'
  const goesOn =
    at === undefined || id === undefined
      ? sql`true`
      : oldestFirst
        ? sql`(date_trunc('milliseconds', r.asked_at), r.id) > (${at}::timestamptz, ${id}::uuid)`
        : sql`(date_trunc('milliseconds', r.asked_at), r.id) < (${at}::timestamptz, ${id}::uuid)`
  const direction = oldestFirst ? sql`asc` : sql`desc`
  const { rows } = await sql<RequestRow>`${requestRows(ctx)} ${matching(ctx, filter)} and ${goesOn}
    order by date_trunc('milliseconds', r.asked_at) ${direction}, r.id ${direction} limit ${page.limit}`.execute(ctx.db)
  const last = rows.at(-1)
  const next = rows.length === page.limit && last !== undefined ? `${last.askedAt}|${last.id}` : null
  return { rows, next, count: await countRequests(ctx, filter) }
}

/** How many requests a filter holds. */
export async function countRequests(ctx: Context, filter: RequestFilter): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from approval_request r ${matching(ctx, filter)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** The moments since which requests wait for the actor's answer, as a query of one column `since`: for queues. */
export function waitingForActor(ctx: Context): RawBuilder<unknown> {
  return sql`select r.asked_at as since from approval_request r ${matching(ctx, { box: 'inbox' })}`
}

export type AnswerRow = { answeredByName: string; verdict: Verdict; reason: string | null; answeredAt: string }

export type RequestDetail = RequestRow & {
  before: Facts
  after: Facts
  answers: AnswerRow[]
  /** Why the reader may not answer; null when they may. */
  hindrance: { reason: Hindrance; title: Wording } | null
}
type Hindrance = NonNullable<ReturnType<typeof findHindrance>>['reason'] | 'whole-region-needed'

/** One request with what it changes, who answered, and whether the reader may; nothing when there is none. */
export async function findRequest(ctx: Context, id: string): Promise<RequestDetail | undefined> {
  type Row = RequestRow & { before: Facts; after: Facts; askedBy: string; concerns: string; hasAnswered: boolean }
  const { rows } =
    await sql<Row>`${requestRows(ctx, detailColumns(ctx))} where r.region = ${ctx.region} and r.id = ${id}::uuid`.execute(ctx.db)
  const found = rows[0]
  if (found === undefined) return undefined
  const { askedBy, concerns, hasAnswered, ...request } = found
  const refusal: ApprovalRefusal | undefined =
    findHindrance(ctx, { ...request, askedBy, concerns, hasAnswered }) ??
    (areasOf(ctx.actor, ctx.region) === 'all' ? undefined : { reason: 'whole-region-needed' })
  const hindrance =
    refusal === undefined ? null : { reason: refusal.reason as Hindrance, title: wordApprovalRefusal(refusal).title }
  return { ...request, answers: await answersOf(ctx, id), hindrance }
}

/** What every operation takes in this region, beside what our table says. */
export async function listRules(ctx: Context) {
  const rules = []
  for (const operation of twoPersonOperations) {
    const { name, why, ask, approve, needed, expiresAfterDays } = ruleOf(operation)
    const inForce = await ruleInForce(ctx, operation)
    rules.push({
      operation,
      name,
      why,
      ask: [...ask],
      approve: [...approve],
      leastNeeded: needed,
      expiresAfterDays,
      needed: inForce.needed,
      roles: [...inForce.roles],
    })
  }
  return rules
}

function requestRows(ctx: Context, more: RawBuilder<unknown> = sql``): RawBuilder<RequestRow> {
  return sql`select r.id, r.operation, r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.title, r.because, r.people, r.amount,
      r.asked_by_name as "askedByName", r.asked_by = ${ctx.actor.id} as "isMine", r.asked_at as "askedAt", r.expires_on as "expiresOn",
      ${stateOn(ctx)} as state, r.needed, r.roles, r.ended_at as "endedAt", r.ended_because as "endedBecause",
      (select count(*)::int from approval_answer a where a.region = r.region and a.request_id = r.id and a.verdict = 'approve') as approvals,
      (select a.answered_by_name from approval_answer a where a.region = r.region and a.request_id = r.id
        order by a.answered_at desc limit 1) as "answeredByName" ${more}
    from approval_request r`
}

function detailColumns(ctx: Context): RawBuilder<unknown> {
  return sql`, r.before, r.after, r.asked_by as "askedBy", r.concerns, exists (select from approval_answer a
    where a.region = r.region and a.request_id = r.id and a.answered_by = ${ctx.actor.id}) as "hasAnswered"`
}

async function answersOf(ctx: Context, id: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`select answered_by_name as "answeredByName", verdict, reason, answered_at as "answeredAt"
    from approval_answer where region = ${ctx.region} and request_id = ${id}::uuid order by answered_at`.execute(ctx.db)
  return rows
}

function matching(ctx: Context, filter: RequestFilter): RawBuilder<unknown> {
  const conditions = [sql`r.region = ${ctx.region}`, ...ofBox(ctx, filter.box)]
  if (filter.state !== undefined) conditions.push(sql`${stateOn(ctx)} = ${filter.state}`)
  if (filter.operation !== undefined) conditions.push(sql`r.operation = ${filter.operation}`)
  if (filter.search !== undefined && filter.search !== '') {
    const like = `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`
    conditions.push(sql`(r.title->>'id' ilike ${like} or r.title->>'en' ilike ${like} or r.asked_by_name ilike ${like})`)
  }
  return sql`where ${sql.join(conditions, sql` and `)}`
}

function ofBox(ctx: Context, box: Box): RawBuilder<unknown>[] {
  switch (box) {
    case 'all':
      return []
    case 'mine':
      return [sql`r.asked_by = ${ctx.actor.id}`]
    case 'inbox':
      return [
        sql`r.state = 'waiting' and (r.expires_on is null or r.expires_on >= ${ctx.today.toString()}::date)`,
        sql`r.roles && ${ownRoles(ctx)}::text[] and r.asked_by <> ${ctx.actor.id} and r.concerns <> ${ctx.actor.id}`,
        sql`not exists (select from approval_answer a where a.region = r.region and a.request_id = r.id and a.answered_by = ${ctx.actor.id})`,
      ]
  }
}
