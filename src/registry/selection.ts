import { type RawBuilder, sql } from 'kysely'
import { areaOfRegion, type Region } from '../../values/areas.ts'
import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { findWorkers } from './finding.ts'
import { readSearch, type Standing, type WorkerFilter } from './workers.ts'

/** The tables a list is made of: workers, what the registers say of them, and how the run asked about judged them. */
export function listedFrom(region: Region, filter: WorkerFilter): RawBuilder<unknown> {
  const run =
    filter.run === undefined
      ? sql`(select id from eligibility_run where region = ${region} order by made_at desc limit 1)`
      : sql`${filter.run}::uuid`
  return sql`worker w
    left join worker_match m on m.region = w.region and m.worker_id = w.id
    left join assessment e on e.region = w.region and e.worker_id = w.id and e.run_id = ${run}`
}

/**
 * The conditions of a filter for a page of a list. A name that many bear is looked up to a limit; `isMore` says that there are more people than
 * these. Whoever needs everybody asks `listedWhere`.
 */
export async function pageWhere(ctx: Context, filter: WorkerFilter): Promise<{ where: RawBuilder<unknown>; isMore: boolean }> {
  const { text, ...others } = filter
  const found = text === undefined ? undefined : await findWorkers(ctx, readSearch(text), await villagesAsked(ctx, filter))
  if (found === undefined) return { where: await listedWhere(ctx, filter), isMore: false }
  const where = await listedWhere(ctx, others)
  return { where: sql`${where} and w.id = any (${found.ids}::bigint[])`, isMore: found.isMore }
}

/** The conditions of a filter, over `worker w`, `worker_match m` and `assessment e`. A name is looked up first, to choose the quick way. */
export async function listedWhere(ctx: Context, filter: WorkerFilter): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`w.region = ${ctx.region}`, sql`w.removed_at is null`]
  if (filter.text !== undefined) conditions.push(...(await searching(ctx, filter.text)))
  const villages = await villagesAsked(ctx, filter)
  if (villages !== undefined) conditions.push(sql`w.village = any (${villages}::text[])`)
  if (filter.standing !== undefined) conditions.push(standingConditions[filter.standing])
  if (filter.coveredBy !== undefined) conditions.push(sql`m.covered_by = ${filter.coveredBy}`)
  if (filter.decile !== undefined) conditions.push(sql`m.decile = ${filter.decile}`)
  if (filter.ground !== undefined) conditions.push(sql`${filter.ground} = any (e.unmet)`)
  if (filter.openGround !== undefined) conditions.push(sql`${filter.openGround} = any (e.unknown)`)
  if (filter.eligibility === 'unjudged') conditions.push(sql`e.worker_id is null`)
  else if (filter.eligibility !== undefined) conditions.push(sql`e.is_eligible = ${filter.eligibility === 'eligible'}`)
  return sql.join(conditions, sql` and `)
}

/**
 * The villages a list is about; all when nothing narrows it. Row-level security keeps to the actor's villages in any case: naming them as well
 * lets PostgreSQL go to them by an index, which the policy alone, with its two cases, does not.
 */
async function villagesAsked(ctx: Context, filter: WorkerFilter): Promise<string[] | undefined> {
  const isNarrow = areasOf(ctx.actor, ctx.region) !== 'all'
  if (filter.village === undefined && filter.district === undefined && !isNarrow) return undefined
  const { rows } = await sql<{
    code: string
  }>`select code from area where level = 'village' and code like ${`${areaOfRegion(ctx.region)}.%`}
    and (${filter.village ?? null}::text is null or code = ${filter.village ?? null}) and (${filter.district ?? null}::text is null or parent = ${filter.district ?? null})
    and (current_setting('ucok.villages') = '*' or code = any (string_to_array(current_setting('ucok.villages'), ',')))`.execute(
    ctx.db,
  )
  return rows.map((row) => row.code)
}

const standingConditions: Record<Standing, RawBuilder<unknown>> = {
  clear: sql`m.civil = 'alive' and not m.is_deceased and m.covered_by is null and m.name_agrees is not false and m.birth_date_agrees is not false`,
  deceased: sql`m.is_deceased`,
  covered: sql`m.covered_by is not null`,
  unknown: sql`m.civil = 'unknown'`,
  'name-differs': sql`not m.name_agrees`,
  'birth-date-differs': sql`not m.birth_date_agrees`,
  'no-decile': sql`m.decile is null`,
  'not-asked': sql`(m.worker_id is null or m.civil = 'not-asked')`,
}

/** Names that fit more people than this are common: reading the list in its order finds a page of them sooner than the index of names. */
const fewPeople = 5000

async function searching(ctx: Context, text: string): Promise<RawBuilder<unknown>[]> {
  const terms = readSearch(text)
  if (terms.kind === 'nothing') return []
  if (terms.kind === 'name') {
    const { rows } = await sql<{ id: number }>`select workers_named(${terms.patterns}) as id limit ${fewPeople + 1}`.execute(
      ctx.db,
    )
    if (rows.length <= fewPeople) return [sql`w.id = any (${rows.map((row) => row.id)}::bigint[])`]
    return terms.patterns.map((pattern) => sql`w.full_name ilike ${pattern}`)
  }
  const stretch = [sql`w.nik >= ${terms.from}`, sql`w.nik <= ${terms.to}`]
  return terms.tail === '' ? stretch : [...stretch, sql`right(w.nik, ${terms.tail.length}) = ${terms.tail}`]
}
