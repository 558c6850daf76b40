import { type RawBuilder, sql } from 'kysely'
import { areaOfRegion, type Region } from '../../values/areas.ts'
import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { readSearch, type Standing, type WorkerFilter } from './workers.ts'

/** The tables a list is made of: workers, what the registers say of them, and how the run asked about judged them. */
export function listedFrom(region: Region, filter: WorkerFilter): RawBuilder<unknown> {
  return sql`worker w ${besideWorkers(region, filter)}`
}

/** What stands beside the workers `w`: as much as is needed, by default all. */
export function besideWorkers(
  region: Region,
  filter: WorkerFilter,
  needs = { match: true, assessment: true },
): RawBuilder<unknown> {
  const run =
    filter.run === undefined
      ? sql`(select id from eligibility_run where region = ${region} order by made_at desc limit 1)`
      : sql`${filter.run}::uuid`
  const match = sql`left join worker_match m on m.region = w.region and m.worker_id = w.id`
  const assessment = sql`left join assessment e on e.region = w.region and e.worker_id = w.id and e.run_id = ${run}`
  return sql`${needs.match ? match : sql``} ${needs.assessment ? assessment : sql``}`
}

/** The conditions of a filter, over `worker w`, `worker_match m` and `assessment e`. A name is looked up first, to choose the quick way. */
export async function listedWhere(ctx: Context, filter: WorkerFilter): Promise<RawBuilder<unknown>> {
  const conditions: RawBuilder<unknown>[] = [sql`w.region = ${ctx.region}`, sql`w.removed_at is null`]
  if (filter.text !== undefined) conditions.push(...(await searching(ctx, filter.text)))
  conditions.push(inVillages('w', await villagesAsked(ctx, filter)))
  return sql.join([...conditions, ...registerConditions(filter), ...judgedConditions(filter)], sql` and `)
}

/** What a filter asks of what registers say, over `worker_match m`. */
export function registerConditions({ standing, coveredBy, decile }: WorkerFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  if (standing !== undefined) conditions.push(standingConditions[standing])
  if (coveredBy !== undefined) conditions.push(sql`m.covered_by = ${coveredBy}`)
  if (decile !== undefined) conditions.push(sql`m.decile = ${decile}`)
  return conditions
}

/** What a filter asks of what a run decided, over `assessment e`. */
export function judgedConditions({ eligibility, ground, openGround }: WorkerFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  if (ground !== undefined) conditions.push(sql`${ground} = any (e.unmet)`)
  if (openGround !== undefined) conditions.push(sql`${openGround} = any (e.unknown)`)
  if (eligibility === 'unjudged') conditions.push(sql`e.worker_id is null`)
  else if (eligibility !== undefined) conditions.push(sql`e.is_eligible = ${eligibility === 'eligible'}`)
  return conditions
}

/** A run of eligibility: of the workers up to `judgedUpTo` it judged everybody who stood in the registry. */
export type RunAsked = { id: string; judgedUpTo: number }

/** The run a filter speaks of, else the newest; nothing while none was made. */
export async function runAsked(ctx: Context, filter: WorkerFilter): Promise<RunAsked | undefined> {
  const which = filter.run === undefined ? sql`true` : sql`id = ${filter.run}::uuid`
  const { rows } = await sql<RunAsked>`select id, judged_up_to as "judgedUpTo" from eligibility_run
    where region = ${ctx.region} and ${which} order by made_at desc limit 1`.execute(ctx.db)
  return rows[0]
}

/** Keeps the rows of a table to some villages; to nothing narrower where none are named. */
export function inVillages(table: 'w' | 'm' | 'e', villages: readonly string[] | undefined): RawBuilder<unknown> {
  return villages === undefined ? sql`true` : sql`${sql.ref(`${table}.village`)} = any (${[...villages]}::text[])`
}

/**
 * The villages a list is about; all when nothing narrows it. Row-level security keeps to the actor's villages in any case: naming them as well
 * lets PostgreSQL go to them by an index, which the policy alone, with its two cases, does not.
 */
export async function villagesAsked(ctx: Context, filter: WorkerFilter): Promise<string[] | undefined> {
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
