import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from './cursor.ts'
import { afterPlace, keyOf, markOf, orderBy, type Place } from './order.ts'
import { alongTheWay } from './planning.ts'
import { mostCounted } from './bounds.ts'
import { type Reach, reachWorkers } from './reach.ts'
import { besideWorkers, listedFrom, listedWhere } from './selection.ts'
import type { WorkerFilter } from './workers.ts'

/** A worker as a list holds them, with the NIK whole: the door masks it. */
export type ListedWorker = {
  id: number
  nik: string | null
  fullName: string
  birthDate: string | null
  sex: 'L' | 'P' | null
  village: string
  villageName: string
  districtName: string
  occupation: string | null
  civil: string | null
  isDeceased: boolean
  coveredBy: string | null
  nameAgrees: boolean | null
  birthDateAgrees: boolean | null
  decile: number | null
  isEligible: boolean | null
  unmet: string[] | null
}

type Keyed = ListedWorker & { key: string; total: number | null }

/** A stretch of the list, where it goes on, and how many match in all; of very many only that there are at least so many. */
export async function listWorkers(ctx: Context, filter: WorkerFilter, place: Place, limit: number) {
  const reach = await reachWorkers(ctx, filter)
  // A handful is fetched by its numbers whatever PostgreSQL is told.
  const way = (reach.ids?.length ?? limit) < limit ? 'free' : reach.way
  const { rows, count } = await alongTheWay(ctx, way, async () => {
    const found = await readPage(ctx, { filter, reach, place, limit: limit + 1 })
    return { rows: found, count: reach.count ?? found[0]?.total ?? (await countReached(ctx, filter, reach)) }
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? markOf(last.key, last.id) : null
  const isCut = reach.count === undefined && count > mostCounted
  return {
    rows: page.map(({ key: _key, total: _total, ...row }) => row),
    next,
    count: isCut ? mostCounted : count,
    ...((isCut || reach.isMore) && { countIsLeast: true }),
  }
}

type Page = { filter: WorkerFilter; reach: Reach; place: Place; limit: number }

/**
 * The page is found first, from no more tables than its conditions speak of; what a list shows is fetched for its rows alone. Where few people are
 * gone through they are counted on the way.
 */
async function readPage(ctx: Context, { filter, reach, place, limit }: Page): Promise<Keyed[]> {
  const isCounted = reach.way === 'few' && reach.count === undefined
  const people = sql`select w.*, ${isCounted ? sql`count(*) over ()` : sql`null::bigint`} as total from ${reached(ctx, filter, reach)} where ${reach.where}`
  const { rows } = await sql<Keyed>`select ${listedColumns}, w.key, w.total from (
      select w.*, ${keyOf(place.order)} as key from (${people}) as w where ${afterPlace(place)} order by ${orderBy(place)} limit ${limit}) as w
    ${besideWorkers(ctx.region, filter)} join area village on village.code = w.village join area district on district.code = village.parent
    order by ${orderBy(place)}`.execute(ctx.db)
  return rows
}

async function countReached(ctx: Context, filter: WorkerFilter, reach: Reach): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select from ${reached(ctx, filter, reach)} where ${reach.where} limit ${mostCounted + 1}) as counted`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Where people are picked one by one they are fetched by their numbers first: `offset 0` keeps an order of the list from being searched for them. */
function reached(ctx: Context, filter: WorkerFilter, { needs, ids }: Reach): RawBuilder<unknown> {
  const workers =
    ids === undefined
      ? sql`worker`
      : sql`(select one.* from unnest(${[...ids]}::bigint[]) as picked (id)
          join worker one on one.region = ${ctx.region} and one.id = picked.id and one.removed_at is null offset 0)`
  return sql`${workers} w ${besideWorkers(ctx.region, filter, needs)}`
}

/** How many workers a filter holds. */
export async function countWorkers(ctx: Context, filter: WorkerFilter): Promise<number> {
  const where = await listedWhere(ctx, filter)
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from ${listedFrom(ctx.region, filter)} where ${where}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** A worker for export: what a list shows, and what only a whole file needs. */
export type ExportedWorker = ListedWorker & {
  familyCard: string | null
  birthPlace: string | null
  address: string | null
  phone: string | null
}

/** Every worker of a filter, in the order of names, in batches. */
export async function* readAllWorkers(ctx: Context, filter: WorkerFilter): AsyncGenerator<ExportedWorker[]> {
  const where = await listedWhere(ctx, filter)
  yield* cursorBatches(
    ctx,
    sql<ExportedWorker>`select ${listedColumns}, w.family_card as "familyCard", w.birth_place as "birthPlace", w.address, w.phone
      from ${named(ctx, filter)} where ${where} order by w.full_name, w.id`,
  )
}

/** Everything the registry itself holds of one worker; nothing when there is none, or none for this reader. */
export async function findWorkerRecord(ctx: Context, id: number) {
  return ctx.db
    .selectFrom('worker as w')
    .innerJoin('area as village', 'village.code', 'w.village')
    .innerJoin('area as district', 'district.code', 'village.parent')
    .leftJoin('stored_file as f', (join) => join.onRef('f.region', '=', 'w.region').onRef('f.id', '=', 'w.intake_file_id'))
    .selectAll('w')
    .select(['village.name as village_name', 'district.name as district_name', 'f.name as source_file'])
    .where('w.region', '=', ctx.region)
    .where('w.id', '=', id)
    .executeTakeFirst()
}

/** What was done to one worker, newest first; who merely opened the file is told in the log of the person. */
export async function historyOfWorker(ctx: Context, id: number) {
  return ctx.db
    .selectFrom('audit_line')
    .select(['at', 'actor_name as actorName', 'act', 'details'])
    .where('region', '=', ctx.region)
    .where('subject_kind', '=', 'worker')
    .where('subject_id', '=', String(id))
    .where('act', '<>', 'registry.file-opened')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
}

const listedColumns = sql`w.id, w.nik, w.full_name as "fullName", w.birth_date as "birthDate", w.sex, w.village,
  village.name as "villageName", district.name as "districtName", w.occupation, m.civil, coalesce(m.is_deceased, false) as "isDeceased",
  m.covered_by as "coveredBy", m.name_agrees as "nameAgrees", m.birth_date_agrees as "birthDateAgrees", m.decile,
  e.is_eligible as "isEligible", e.unmet`

function named(ctx: Context, filter: WorkerFilter): RawBuilder<unknown> {
  return sql`${listedFrom(ctx.region, filter)} join area village on village.code = w.village join area district on district.code = village.parent`
}
