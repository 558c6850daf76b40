import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { cursorBatches } from './cursor.ts'
import { afterPlace, keyOf, markOf, orderBy, type Place } from './order.ts'
import { overWholeLists } from './planning.ts'
import { mostCounted } from './finding.ts'
import { listedFrom, listedWhere, pageWhere } from './selection.ts'
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

type Keyed = ListedWorker & { key: string }

/** A stretch of the list, where it goes on, and how many match in all; of very many only that there are at least so many. */
export async function listWorkers(ctx: Context, filter: WorkerFilter, place: Place, limit: number) {
  const { where, isMore } = await pageWhere(ctx, filter)
  const read = async () => {
    const { rows } = await sql<Keyed>`select ${listedColumns}, ${keyOf(place.order)} as key from ${named(ctx, filter)}
      where ${where} and ${afterPlace(place)} order by ${orderBy(place)} limit ${limit + 1}`.execute(ctx.db)
    return { rows, count: await countPage(ctx, filter, where) }
  }
  const { rows, count } = asksForTheMissing(filter) ? await overWholeLists(ctx, read) : await read()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last !== undefined ? markOf(last.key, last.id) : null
  const countIsLeast = isMore || count > mostCounted
  return {
    rows: page.map(({ key: _key, ...row }) => row),
    next,
    count: isCountedWhole(filter) ? count : Math.min(count, mostCounted),
    ...(countIsLeast && !isCountedWhole(filter) && { countIsLeast }),
  }
}

/** Places are counted to the last person; what registers and runs say of people only as far as anybody reads. */
function isCountedWhole(filter: WorkerFilter): boolean {
  return Object.entries(filter).every(([name, value]) => value === undefined || name === 'village' || name === 'district')
}

/** Who stands in no answer is found by joining whole lists: walking one for each of a million people would take many times as long. */
function asksForTheMissing(filter: WorkerFilter): boolean {
  return filter.standing === 'not-asked' || filter.eligibility === 'unjudged'
}

async function countPage(ctx: Context, filter: WorkerFilter, where: RawBuilder<unknown>): Promise<number> {
  if (isCountedWhole(filter)) return countListed(ctx, filter, where)
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select from ${listedFrom(ctx.region, filter)} where ${where} limit ${mostCounted + 1}) as counted`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** How many workers a filter holds. */
export async function countWorkers(ctx: Context, filter: WorkerFilter): Promise<number> {
  return countListed(ctx, filter, await listedWhere(ctx, filter))
}

async function countListed(ctx: Context, filter: WorkerFilter, where: RawBuilder<unknown>): Promise<number> {
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
