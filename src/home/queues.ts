import { type RawBuilder, sql } from 'kysely'
import { monthOf } from '../../values/months.ts'
import { waitingForActor } from '../approvals/reading.ts'
import type { TwoPersonOperation } from '../approvals/two-person.ts'
import { hasRole } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { type QueueId, queueIds, queueRoles } from './queues-api.ts'

/** A queue of the reader's: how many wait, and since which day the oldest does (nothing when none waits). */
export type Queue = { id: QueueId; count: number; oldest: string | null }

/** The queues of the actor's roles, empty ones too, in one statement. Rows of villages that are not theirs do not count. */
export async function listQueues(ctx: Context): Promise<Queue[]> {
  const own = queueIds.filter((id) => hasRole(ctx.actor, queueRoles[id], ctx.region))
  if (own.length === 0) return []
  const each = own.map(
    (id) => sql`select ${id}::text as id, count(*) as count, min(since)::date as oldest from (${waiting[id](ctx)}) w`,
  )
  const { rows } = await sql<Queue>`${sql.join(each, sql` union all `)}`.execute(ctx.db)
  return own.flatMap((id) => rows.filter((row) => row.id === id))
}

/** What waits in each queue: one row each, with the moment or day `since` it does. */
const waiting: Readonly<Record<QueueId, (ctx: Context) => RawBuilder<unknown>>> = {
  'requests-to-answer': waitingForActor,
  'intakes-to-accept': ({ region }) => sql`select created_at as since from intake where region = ${region} and state = 'checked'`,
  'rows-in-review': ({ region }) => sql`select i.created_at as since from intake i
    join intake_file f on f.region = i.region and f.intake_id = i.id and f.review > 0 and f.undone_at is null
    join intake_row r on r.region = f.region and r.file_id = f.id and r.verdict = 'review' and r.decision is null
    where i.region = ${region} and i.state in ('checked', 'accepted')`,
  'pairs-to-review': ({ region }) => sql`select found_at as since from duplicate_pair
    where region = ${region} and state = 'open' and likelihood is not null and left_village is not null and right_village is not null`,
  'programmes-without-decree': ({ region, today }) => sql`select p.made_at as since from programme p
    where p.region = ${region} and p.last_month >= ${monthOf(today)}
      and not exists (select from decree d where d.region = p.region and d.programme_id = p.id)
      and not ${isAsked('programmes.decree', sql`p.region`, sql`p.id::text`)}`,
  'runs-to-start': ({ region, today }) => sql`select each as since from programme p
    join decree d on d.region = p.region and d.programme_id = p.id
    cross join generate_series(to_date(p.first_month, 'YYYY-MM'), least(to_date(p.last_month, 'YYYY-MM'), ${today.toString()}::date),
      interval '1 month') each
    where p.region = ${region} and not exists (select from contribution_run r where r.region = p.region and r.programme_id = p.id
      and r.month = to_char(each, 'YYYY-MM') and r.state <> 'refused')`,
  'runs-to-bill': ({ region }) =>
    sql`select decided_at as since from contribution_run where region = ${region} and state = 'approved'`,
  'runs-to-pay': ({ region }) =>
    sql`select billed_on as since from contribution_run r where region = ${region} and state = 'billed'
      and not ${isAsked('contributions.payment', sql`r.region`, sql`r.id::text`)}`,
  'runs-to-reconcile': ({ region }) =>
    sql`select paid_on as since from contribution_run where region = ${region} and state = 'paid'`,
  'deaths-without-end': ({
    region,
    today,
  }) => sql`select coalesce(k.died_on, k.matched_at::date) as since from membership_period m
    join worker_match k on k.region = m.region and k.worker_id = m.worker_id and k.is_deceased
    where m.region = ${region} and m.end_reason is null and m.last_day >= ${today.toString()}::date`,
}

/** Whether something was asked for already and awaits another person: then nothing is left to do here. */
function isAsked(operation: TwoPersonOperation, region: RawBuilder<unknown>, subject: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from approval_request q where q.region = ${region} and q.operation = ${operation}
    and q.subject_id = ${subject} and q.state = 'waiting' and (q.expires_on is null or q.expires_on >= current_date))`
}
