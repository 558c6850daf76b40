import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { enoughNamed, fewPeople, mostCounted, mostNamed } from './bounds.ts'
import { findWorkers } from './finding.ts'
import { alongTheWay } from './planning.ts'
import {
  inVillages,
  judgedConditions,
  listedWhere,
  type RunAsked,
  runAsked,
  registerConditions,
  villagesAsked,
} from './selection.ts'
import { countOfStanding, countStanding, tallyWorkers, villagesUnmatched, type WorkerTally } from './tallies.ts'
import { readSearch, type WorkerFilter } from './workers.ts'

/**
 * How a page of a list is reached: its people are `few` and picked one by one, or they are many and the list is `walked` in its order until the
 * page is full, or PostgreSQL chooses. A `count` that is not known is still to be counted; `isMore`: there are more people than these.
 */
export type Reach = {
  where: RawBuilder<unknown>
  /** Whether the conditions speak of `worker_match m` or `assessment e`. */
  needs: Needs
  way: 'few' | 'walk' | 'free'
  /** The people picked one by one, of whom the conditions hold for some. */
  ids?: readonly number[]
  count?: number | undefined
  isMore?: boolean
}

type Needs = { match: boolean; assessment: boolean }

/** A filter without a search, the villages it is about (all when nothing narrows it), and the run it speaks of. */
type Asked = { filter: WorkerFilter; villages: string[] | undefined; run: RunAsked | undefined }

/** How a page of a list is reached. Names that many bear are looked up to a limit; whoever needs everybody asks `listedWhere`. */
export async function reachWorkers(ctx: Context, filter: WorkerFilter): Promise<Reach> {
  const villages = await villagesAsked(ctx, filter)
  if (readSearch(filter.text ?? '').kind !== 'nothing') return reachSearched(ctx, filter, villages)
  return reachFiltered(ctx, { filter: { ...filter, text: undefined }, villages, run: await runAsked(ctx, filter) })
}

async function reachSearched(ctx: Context, filter: WorkerFilter, villages: string[] | undefined): Promise<Reach> {
  const { text = '', ...others } = filter
  const terms = readSearch(text)
  const found = (await findWorkers(ctx, terms, villages)) ?? { ids: [], isMore: false }
  const { match, assessment } = needsOf(others)
  if (!found.isMore || terms.kind !== 'name' || (!match && !assessment))
    return { ...(await among(ctx, others, found.ids)), isMore: found.isMore }
  return reachCommon(ctx, { filter: others, villages, run: await runAsked(ctx, others) }, terms.patterns, found.ids)
}

/**
 * A name that many bear, and something that registers or a run say of people. Of the first who bear the name enough may fit; else, where it is said
 * of few, their names are read, and where it is said of many, so many more of the name are looked through that enough should fit.
 */
async function reachCommon(ctx: Context, asked: Asked, patterns: string[], first: number[]): Promise<Reach> {
  const { filter, villages } = asked
  const needs = needsOf(filter)
  const isMarked = filter.eligibility !== 'unjudged' && filter.standing !== 'not-asked' && filter.standing !== 'no-decile'
  const fitting = (names: RawBuilder<unknown>) => alongTheWay(ctx, 'walk', () => lookUp(ctx, marked(ctx, asked, needs, names)))
  const hits = isMarked ? (await fitting(sql`select unnest(${first}::bigint[]) as id`)).length : 0
  const amongFirst: Reach = { where: await listedWhere(ctx, filter), needs, way: 'few', ids: first, isMore: true }
  if (hits >= enoughNamed) return amongFirst
  // As many of all as of the first: where these are clearly not few, nobody needs to look.
  const isOfMany = (hits / first.length) * (await countStanding(ctx, villages)) > 2 * fewPeople
  if (!isOfMany) {
    const reach = await reachFiltered(ctx, asked)
    const named = sql`${reach.where} and w.full_name ilike all (${patterns}::text[])`
    if (reach.ids !== undefined) return { ...reach, where: named, count: undefined, isMore: false }
  }
  if (!isMarked) return amongFirst
  const most = Math.min(mostNamed, Math.ceil((first.length * enoughNamed) / Math.max(1, hits)))
  const more = sql`select workers_found(${patterns}::text[], ${villages ?? null}::text[], ${most}) as id`
  return { ...these(await fitting(more)), isMore: true }
}

async function reachFiltered(ctx: Context, asked: Asked): Promise<Reach> {
  const { filter, villages, run } = asked
  if (filter.eligibility === 'unjudged') return reachUnjudged(ctx, asked)
  const needs = needsOf(filter)
  if (needs.assessment && run === undefined) return these([])
  if (!needs.match && !needs.assessment) {
    const count = await countStanding(ctx, villages)
    return { where: await listedWhere(ctx, filter), needs, way: count > fewPeople ? 'walk' : 'free', count }
  }
  const tally = await tallyWorkers(ctx, villages)
  const speaksOfRowless = filter.standing === 'not-asked' || filter.standing === 'no-decile'
  if (speaksOfRowless && tally.matched < tally.people) return reachRowless(ctx, asked, tally)
  const known = countKnown(filter, tally)
  if (known === 0) return these([])
  const walked: Reach = { where: await listedWhere(ctx, filter), needs, way: 'walk', count: known }
  if (known !== undefined && known > fewPeople) return walked
  const people = marked(ctx, asked, needs)
  const found = await (needs.match ? lookUp(ctx, people) : alongTheWay(ctx, 'few', () => lookUp(ctx, people)))
  return found.length > fewPeople ? { ...walked, count: mostCounted, isMore: true } : these(found)
}

/** Nobody asked yet, or only some of the people: nothing was worked out of the others, who have no decile and were not asked about. */
async function reachRowless(ctx: Context, asked: Asked, tally: WorkerTally): Promise<Reach> {
  const { filter, villages } = asked
  const { standing = 'not-asked', ...others } = filter
  const count = countOfStanding(tally, standing)
  if (count === 0) return these([])
  if (count === tally.people) return reachFiltered(ctx, { ...asked, filter: others })
  const isAlone = !needsOf(others).match && !needsOf(others).assessment
  if (count > fewPeople)
    return { where: await listedWhere(ctx, filter), needs: needsOf(filter), way: 'walk', count: isAlone ? count : undefined }
  const isSaid = standing === 'no-decile' || tally.asked < tally.matched
  const said = isSaid
    ? await lookUp(ctx, marked(ctx, { ...asked, filter: { standing } }, { match: true, assessment: false }))
    : []
  const unmatched = await villagesUnmatched(ctx, villages)
  const rowless = await lookUp(
    ctx,
    sql`select w.id from worker w where w.region = ${ctx.region} and w.removed_at is null and ${inVillages('w', unmatched)}
      and not exists (select from worker_match m where m.region = w.region and m.worker_id = w.id)`,
  )
  return isAlone ? these([...said, ...rowless]) : among(ctx, others, [...said, ...rowless])
}

/** Whom a run did not judge: whoever entered after it or came back out of a merge. */
async function reachUnjudged(ctx: Context, asked: Asked): Promise<Reach> {
  const { filter, villages, run } = asked
  const { eligibility: _unjudged, ground, openGround, ...others } = filter
  if (run === undefined) return reachFiltered(ctx, { ...asked, filter: others })
  if (ground !== undefined || openGround !== undefined) return these([])
  const unjudged = (since: RawBuilder<unknown>) => sql`select w.id from worker w
    where w.region = ${ctx.region} and w.removed_at is null and ${inVillages('w', villages)} and ${since}
      and not exists (select from assessment e where e.region = w.region and e.run_id = ${run.id}::uuid and e.worker_id = w.id)`
  const entered = await lookUp(ctx, unjudged(sql`w.id > ${run.judgedUpTo}::bigint`))
  const returned = await lookUp(ctx, unjudged(sql`w.returned_at is not null and w.id <= ${run.judgedUpTo}::bigint`))
  const needs = { match: needsOf(others).match, assessment: true }
  if (entered.length <= fewPeople)
    return needs.match ? among(ctx, others, [...entered, ...returned]) : these([...entered, ...returned])
  const where = sql`${await listedWhere(ctx, filter)} and (w.id > ${run.judgedUpTo}::bigint or w.returned_at is not null)`
  return { where, needs, way: 'walk', ...(!needs.match && { count: mostCounted, isMore: true }) }
}

/** These people and nobody else: whoever looked them up minded every condition. */
function these(ids: readonly number[]): Reach {
  const isMore = ids.length > mostCounted
  const count = isMore ? mostCounted : ids.length
  return { where: sql`true`, needs: { match: false, assessment: false }, way: 'few', ids, count, isMore }
}

/** Whoever of these people fits a filter. */
async function among(ctx: Context, filter: WorkerFilter, ids: readonly number[]): Promise<Reach> {
  return { where: await listedWhere(ctx, filter), needs: needsOf(filter), way: 'few', ids }
}

function needsOf(filter: WorkerFilter): Needs {
  return { match: registerConditions(filter).length > 0, assessment: judgedConditions(filter).length > 0 }
}

/** How many a filter holds, where the tallies know: one thing that registers say, and places. */
function countKnown(filter: WorkerFilter, tally: WorkerTally): number | undefined {
  const { standing, coveredBy } = filter
  if (judgedConditions(filter).length > 0 || registerConditions(filter).length > 1) return undefined
  if (standing !== undefined) return countOfStanding(tally, standing)
  if (coveredBy === undefined) return undefined
  return tally.covered.find(({ segment }) => segment === coveredBy)?.workers ?? 0
}

/**
 * Workers of the registry of whom registers and a run say what a filter asks, among those named where any are. What registers say is of workers
 * who stand in the registry.
 */
function marked(ctx: Context, { filter, villages, run }: Asked, needs: Needs, named?: RawBuilder<unknown>): RawBuilder<unknown> {
  const { region } = ctx
  const isRun = sql`e.region = ${region} and e.run_id = ${run?.id ?? null}::uuid`
  const matched = [sql`m.region = ${region}`, inVillages('m', villages), ...registerConditions(filter)]
  const judged = [isRun, inVillages('e', villages), ...judgedConditions(filter)]
  const standing = [sql`w.region = ${region} and w.id = e.worker_id and w.removed_at is null`]
  const id = needs.match ? sql`m.worker_id` : sql`e.worker_id`
  const steps = [
    ...(named === undefined ? [] : [{ table: sql`(${named} offset 0) n`, conditions: [] }]),
    ...(needs.match ? [{ table: sql`worker_match m`, conditions: matched }] : []),
    ...(needs.assessment ? [{ table: sql`assessment e`, conditions: judged }] : []),
    ...(needs.match ? [] : [{ table: sql`worker w`, conditions: standing }]),
  ]
  const joins = [
    ...(named === undefined ? [] : [sql`${id} = n.id`]),
    ...(needs.match && needs.assessment ? [sql`e.worker_id = m.worker_id`] : []),
  ]
  return sql`select ${id} as id from ${sql.join(steps.map(({ table }) => table))}
    where ${sql.join([...steps.flatMap(({ conditions }) => conditions), ...joins], sql` and `)}`
}

async function lookUp(ctx: Context, people: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`${people} limit ${fewPeople + 1}`.execute(ctx.db)
  return rows.map((row) => row.id)
}
