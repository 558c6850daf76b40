import { type RawBuilder, sql } from 'kysely'
import type { RegionRules } from '../eligibility/rule-sets.ts'
import { findRuleSet } from '../eligibility/operations.ts'
import type { Context } from '../platform/context.ts'
import type { Programme } from './store.ts'

/** How a ranking came out; `elsewhere` are eligible people left out because another decree pays for them in a month of this programme. */
export type RankCounts = { withinQuota: number; waiting: number; elsewhere: number }

/**
 * Ranks the eligible of a run by the priorities of the programme's rule set (by default: lowest decile, those without one last; longest in the
 * registry; older; lower number, so that the order never changes by itself). The first within the quota, the rest on the waiting list.
 */
export async function rankEligible(ctx: Context, programme: Programme, runId: string): Promise<RankCounts> {
  const ruleSet = await findRuleSet(ctx, programme.ruleSetId)
  const order = (ruleSet?.rules.priorities ?? []).map((priority) => priorityOrders[priority])
  await clearRanking(ctx, programme.id)
  await sql`insert into ranking (region, programme_id, worker_id, village, position, place, decile)
    select region, ${programme.id}, worker_id, village, position, case when position <= ${programme.quota} then 'quota' else 'waiting' end, decile
    from (
      select a.region, a.worker_id, a.village, a.decile, row_number() over (order by ${sql.join([...order, sql`w.id`])}) as position
      from assessment a join worker w on w.region = a.region and w.id = a.worker_id
      where a.region = ${ctx.region} and a.run_id = ${runId} and a.is_eligible and w.removed_at is null
        and not exists (${paidElsewhere(ctx, programme)} and l.worker_id = a.worker_id)
    ) as ordered`.execute(ctx.db)
  const { rows } = await sql<RankCounts>`select count(*) filter (where place = 'quota') as "withinQuota",
      count(*) filter (where place = 'waiting') as waiting,
      (select count(*) from assessment a where a.region = ${ctx.region} and a.run_id = ${runId} and a.is_eligible
        and exists (${paidElsewhere(ctx, programme)} and l.worker_id = a.worker_id)) as elsewhere
    from ranking where region = ${ctx.region} and programme_id = ${programme.id}`.execute(ctx.db)
  return rows[0] ?? { withinQuota: 0, waiting: 0, elsewhere: 0 }
}

/** Moves the line between quota and waiting list; the order stays. */
export async function replaceQuota(ctx: Context, programmeId: string, quota: number): Promise<void> {
  await sql`update ranking set place = case when position <= ${quota} then 'quota' else 'waiting' end
    where region = ${ctx.region} and programme_id = ${programmeId}
      and place <> case when position <= ${quota} then 'quota' else 'waiting' end`.execute(ctx.db)
}

export async function clearRanking(ctx: Context, programmeId: string): Promise<void> {
  await ctx.db.deleteFrom('ranking').where('region', '=', ctx.region).where('programme_id', '=', programmeId).execute()
}

/** How many stand within the quota and how many wait. */
export async function countRanking(ctx: Context, programmeId: string): Promise<{ withinQuota: number; waiting: number }> {
  const { rows } = await sql<{
    withinQuota: number
    waiting: number
  }>`select coalesce(sum(people) filter (where place = 'quota'), 0)::bigint as "withinQuota",
    coalesce(sum(people) filter (where place = 'waiting'), 0)::bigint as waiting from ranking_tally
    where region = ${ctx.region} and programme_id = ${programmeId}`.execute(ctx.db)
  return rows[0] ?? { withinQuota: 0, waiting: 0 }
}

/** People within the quota of whom a register said since the run that they are dead or covered, or whose entry was removed. */
export async function countChangedSinceRun(ctx: Context, programmeId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`select count(*) as people from ranking r
    join worker w on w.region = r.region and w.id = r.worker_id
    left join worker_match m on m.region = r.region and m.worker_id = r.worker_id
    where r.region = ${ctx.region} and r.programme_id = ${programmeId} and r.place = 'quota'
      and (w.removed_at is not null or m.is_deceased or m.covered_by is not null)`.execute(ctx.db)
  return rows[0]?.people ?? 0
}

const priorityOrders: Record<RegionRules['priorities'][number], RawBuilder<unknown>> = {
  'lowest-decile': sql`a.decile nulls last`,
  'longest-waiting': sql`w.recorded_at`,
  oldest: sql`w.birth_date nulls last`,
}

/** Lines within the quota of other decrees that share a month with this programme. */
function paidElsewhere(ctx: Context, programme: Programme): RawBuilder<unknown> {
  return sql`select from decree_line l join decree d on d.region = l.region and d.id = l.decree_id
    join programme p on p.region = d.region and p.id = d.programme_id
    where l.region = ${ctx.region} and p.id <> ${programme.id}
      and (l.place = 'quota' or exists (select from decree_call c where c.region = l.region and c.decree_id = l.decree_id and c.worker_id = l.worker_id))
      and p.first_month <= ${programme.lastMonth} and p.last_month >= ${programme.firstMonth}`
}
