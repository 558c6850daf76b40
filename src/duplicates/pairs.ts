import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { FieldCompared } from './compare.ts'
import type { PairClass } from './pair-classes-api.ts'

export type PairState = 'open' | 'same' | 'different' | 'unsure'

/** Which pairs are asked for; absent means any that somebody is asked about. A village counts when one of the two lives there. */
export type PairFilter = {
  states: readonly PairState[]
  threshold?: number | undefined
  class?: PairClass | undefined
  village?: string | undefined
}

/** A pair as a list holds it, with both NIKs whole: the door masks them, or says in the audit trail that it did not. */
export type ListedPair = {
  left: number
  right: number
  leftNik: string | null
  rightNik: string | null
  leftName: string
  rightName: string
  probability: number
  reasons: readonly FieldCompared[]
  state: PairState
}

/** Where a list of pairs goes on: after the pair of this probability and these workers. */
export type PairPlace = Pick<ListedPair, 'probability' | 'left' | 'right'>

/** Pairs of people who still stand in the registry, the most probable first, as far as the actor sees both. */
export async function listPairs(ctx: Context, filter: PairFilter, limit: number, after?: PairPlace): Promise<ListedPair[]> {
  const goesOn =
    after === undefined
      ? sql`true`
      : sql`(-p.probability, p.left_worker, p.right_worker) > (${-after.probability}, ${after.left}, ${after.right})`
  const page = sql`(select * from duplicate_pair p where ${matching(ctx, filter)} and ${goesOn}
    order by p.probability desc, p.left_worker, p.right_worker limit ${limit})`
  const { rows } =
    await sql<ListedPair>`select p.left_worker as "left", p.right_worker as "right", l.nik as "leftNik", r.nik as "rightNik",
      l.full_name as "leftName", r.full_name as "rightName", p.probability, p.reasons, p.state
    from ${page} p cross join lateral ${person('p.left_worker')} l cross join lateral ${person('p.right_worker')} r
    order by p.probability desc, p.left_worker, p.right_worker`.execute(ctx.db)
  return rows
}

/** The pairs of a queue in the order in which they are asked about: the surest group first, and each group to its end. */
export async function queuePairs(
  ctx: Context,
  filter: PairFilter,
  limit: number,
): Promise<{ left: number; right: number; probability: number }[]> {
  const { rows } = await sql<{ left: number; right: number; probability: number }>`select p.left_worker as "left",
      p.right_worker as "right", p.probability
    from duplicate_pair p where ${matching(ctx, filter)}
    order by p.group_probability desc, p.group_worker, p.probability desc, p.left_worker, p.right_worker limit ${limit}`.execute(
    ctx.db,
  )
  return rows
}

/** How many pairs a filter holds. */
export async function countPairs(ctx: Context, filter: PairFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from duplicate_pair p
    where ${matching(ctx, filter)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

export type PairCount = { state: PairState; class: PairClass; count: number }

/** How many pairs stand in each state, by class. */
export async function countByClass(ctx: Context): Promise<PairCount[]> {
  const { rows } = await sql<PairCount>`select p.state, p.likelihood as class, count(*) as count
    from duplicate_pair p where ${matching(ctx, { states: ['open', 'unsure', 'different'] })} group by 1, 2`.execute(ctx.db)
  return rows
}

export type VillagePairs = { village: string; name: string; count: number }

/** The villages in which people of open pairs live, each with its count, by name. */
export async function villagesOfPairs(ctx: Context): Promise<VillagePairs[]> {
  const { rows } = await sql<VillagePairs>`select v.code as village, v.name, c.count from (
      select village, count(*) as count from duplicate_pair p
        cross join lateral (select p.left_village union select p.right_village) as lives (village)
      where ${matching(ctx, { states: ['open'] })} group by village) c
    join area v on v.code = c.village order by v.name, v.code`.execute(ctx.db)
  return rows
}

function matching(ctx: Context, { states, threshold, class: wanted, village }: PairFilter): RawBuilder<unknown> {
  const sure =
    wanted !== undefined
      ? sql`p.likelihood = ${wanted}`
      : threshold !== undefined
        ? sql`p.probability >= ${threshold}`
        : sql`p.likelihood is not null`
  const lives = village === undefined ? sql`true` : sql`${village} in (p.left_village, p.right_village)`
  return sql`p.region = ${ctx.region} and p.state = any (${[...states]}::text[]) and p.left_village is not null
    and p.right_village is not null and ${sure} and ${lives}`
}

/** Each person is looked up by number, whatever PostgreSQL thinks of the size of the lists. */
function person(column: string): RawBuilder<unknown> {
  return sql`(select w.nik, w.full_name from worker w where w.region = p.region and w.id = ${sql.ref(column)} and w.removed_at is null offset 0)`
}

/** The newest run over the registry; nothing before the first. */
export async function findNewestRun(ctx: Context) {
  return ctx.db
    .selectFrom('duplicate_run')
    .select(['made_at as madeAt', 'made_by_name as madeByName', 'workers', 'pairs'])
    .where('region', '=', ctx.region)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Both people of a pair with where they stand and the lists they came from, whether or not they are still in the registry. */
export async function findBothPeople(ctx: Context, left: number, right: number) {
  return ctx.db
    .selectFrom('worker as w')
    .innerJoin('area as v', 'v.code', 'w.village')
    .leftJoin('intake_file as i', (join) => join.onRef('i.region', '=', 'w.region').onRef('i.id', '=', 'w.intake_file_id'))
    .selectAll('w')
    .select(['v.name as villageName', 'i.name as sourceFile', 'i.undone_at as intakeUndoneAt'])
    .where('w.region', '=', ctx.region)
    .where('w.id', 'in', [left, right])
    .execute()
}

type FoundPair = {
  probability: number
  likelihood: PairClass | null
  state: PairState
  foundAt: string
  reasons: FieldCompared[]
  groupWorker: number | null
  decidedByName: string | null
  decidedAt: string | null
}

/** One pair with its reasons and what was answered; nothing when no run found it. */
export async function findPair(ctx: Context, left: number, right: number): Promise<FoundPair | undefined> {
  const { rows } = await sql<FoundPair>`
    select probability, likelihood, state, found_at as "foundAt", reasons, group_worker as "groupWorker", decided_by_name as "decidedByName",
      decided_at as "decidedAt" from duplicate_pair
    where region = ${ctx.region} and left_worker = ${left} and right_worker = ${right}`.execute(ctx.db)
  return rows[0]
}

export type GroupPair = {
  left: number
  right: number
  leftName: string
  rightName: string
  probability: number
  state: PairState
}

/** The pairs of a group whose people all still stand in the registry, at most 50, the most probable first. */
export async function pairsOfGroup(ctx: Context, groupWorker: number): Promise<GroupPair[]> {
  const { rows } = await sql<GroupPair>`select p.left_worker as "left", p.right_worker as "right", l.full_name as "leftName",
      r.full_name as "rightName", p.probability, p.state
    from duplicate_pair p cross join lateral ${person('p.left_worker')} l cross join lateral ${person('p.right_worker')} r
    where p.region = ${ctx.region} and p.group_worker = ${groupWorker} and p.left_village is not null and p.right_village is not null
    order by p.probability desc, p.left_worker, p.right_worker limit 50`.execute(ctx.db)
  return rows
}
