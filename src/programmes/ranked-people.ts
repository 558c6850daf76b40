import { type RawBuilder, sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { mostCounted, mostFound } from '../registry/bounds.ts'
import { findWorkers, type FoundWorkers } from '../registry/finding.ts'
import { alongTheWay } from '../registry/planning.ts'
import { readSearch, type SearchTerms } from '../registry/workers.ts'

/** A person of a ranking or of a decree, with the NIK masked. */
export type RankedPerson = {
  position: number
  place: 'quota' | 'waiting'
  workerId: number
  nik: string | null
  fullName: string
  birthDate: string | null
  sex: 'L' | 'P' | null
  occupation: string | null
  village: string
  villageName: string
  districtName: string
  decile: number | null
}

export type RankedFilter = {
  place?: 'quota' | 'waiting' | undefined
  text?: string | undefined
  village?: string | undefined
  district?: string | undefined
}

type Stretch = { after: number; limit: number }
type Page = { rows: RankedPerson[]; next: string | null; count: number; countIsLeast?: boolean }

/** A stretch of a programme's ranking, in its order. People are searched as the registry knows them today. */
export async function listRanking(ctx: Context, programmeId: string, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const found = await findWorkers(ctx, readSearch(filter.text ?? ''), await villagesAsked(ctx, filter))
  const people = sql`select r.position, r.place, r.worker_id, w.nik, w.full_name, w.birth_date, w.sex, w.occupation, r.village, r.decile
    from ranking r join worker w on w.region = r.region and w.id = r.worker_id
    where r.region = ${ctx.region} and r.programme_id = ${programmeId}`
  const isList = sql`region = ${ctx.region} and programme_id = ${programmeId}`
  const counted = sql`select * from ranking where ${isList}`
  const tally = sql`select * from ranking_tally where ${isList}`
  return listPeople(ctx, { people, counted, tally, found: found && { ...found, key: sql`l.worker_id` } }, filter, stretch)
}

/** A stretch of a frozen list, in its order, as the people were known on that day. */
export async function listDecreeLines(ctx: Context, decreeId: string, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const terms = readSearch(filter.text ?? '')
  const isList = sql`region = ${ctx.region} and decree_id = ${decreeId}`
  const people = sql`select position, place, worker_id, nik, full_name, birth_date, sex, occupation, village, decile
    from decree_line where ${isList}`
  const tally = sql`select * from decree_tally where ${isList}`
  const found = await findLines(ctx, decreeId, terms)
  return listPeople(ctx, { people, counted: people, tally, found }, filter, stretch)
}

/** Who was looked up: their keys in the list, at most so many, and whether there may be more. */
type Found = FoundWorkers & { key: RawBuilder<unknown> }

async function findLines(ctx: Context, decreeId: string, terms: SearchTerms): Promise<Found | undefined> {
  if (terms.kind === 'nothing' || (terms.kind === 'nik' && terms.tail === '' && terms.from !== terms.to)) return undefined
  const lines =
    terms.kind === 'name'
      ? sql`decree_lines_named(${decreeId}::uuid, ${terms.patterns}, ${mostFound + 1})`
      : sql`decree_lines_numbered(${decreeId}::uuid, ${terms.from}, ${terms.to}, ${terms.tail || terms.to.slice(-4)}, ${mostFound + 1})`
  const { rows } = await sql<{ id: number }>`select ${lines} as id`.execute(ctx.db)
  return { ids: rows.slice(0, mostFound).map((row) => row.id), isMore: rows.length > mostFound, key: sql`l.position` }
}

type Listing = {
  people: RawBuilder<unknown>
  /** The same people with no more about them than a condition asks. */
  counted: RawBuilder<unknown>
  /** How many they are, by village and place. */
  tally: RawBuilder<unknown>
  found: Found | undefined
}

async function listPeople(ctx: Context, listing: Listing, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const { found } = listing
  const isCommon = found?.isMore ?? false
  const { count, isCut } = await countPeople(ctx, listing, filter)
  const rows = await alongTheWay(ctx, isCommon || count > fewPeople ? 'walk' : 'few', () =>
    readStretch(ctx, listing, filter, stretch),
  )
  const page = rows.slice(0, stretch.limit).map((row) => ({ ...row, nik: row.nik === null ? null : maskNik(row.nik) }))
  const last = page.at(-1)
  const next = rows.length > stretch.limit && last !== undefined ? String(last.position) : null
  return {
    rows: page,
    next,
    count: Math.max(count, isCommon ? page.length : 0),
    ...((isCommon || isCut) && { countIsLeast: true }),
  }
}

/** Of more people than this a page is full sooner by walking the list. */
const fewPeople = 5000

async function readStretch(
  ctx: Context,
  listing: Listing,
  filter: RankedFilter,
  { after, limit }: Stretch,
): Promise<RankedPerson[]> {
  const { people, found } = listing
  const named = found === undefined || found.isMore ? searched(filter) : [isFound(found)]
  const where = sql.join(
    [...inPlaces(filter), ...named, sql`l.position > ${await startOf(ctx, listing, filter, after)}`],
    sql` and `,
  )
  const { rows } =
    await sql<RankedPerson>`select l.position, l.place, l.worker_id as "workerId", l.nik, l.full_name as "fullName",
      l.birth_date as "birthDate", l.sex, l.occupation, l.village, village.name as "villageName", district.name as "districtName", l.decile
    from (${people}) l join area village on village.code = l.village join area district on district.code = village.parent
    where ${where} order by l.position limit ${limit + 1}`.execute(ctx.db)
  return rows
}

/** Whoever waits stands behind everybody within the quota: these need not be gone through. */
async function startOf(ctx: Context, { tally }: Listing, { place }: RankedFilter, after: number): Promise<number> {
  if (place !== 'waiting') return after
  const { rows } = await sql<{ people: number }>`select coalesce(sum(people), 0)::bigint as people from (${tally}) l
    where l.place = 'quota'`.execute(ctx.db)
  return Math.max(after, rows[0]?.people ?? 0)
}

/** Places and whole lists are counted to the last person, a search only as far as anybody reads, a name many bear among those looked up. */
async function countPeople(ctx: Context, listing: Listing, filter: RankedFilter): Promise<{ count: number; isCut: boolean }> {
  const { counted, tally, found } = listing
  const isSearched = readSearch(filter.text ?? '').kind !== 'nothing'
  const named = found === undefined ? searched(filter) : [isFound(found)]
  const where = sql.join([sql`true`, ...inPlaces(filter), ...named], sql` and `)
  const { rows } = isSearched
    ? await sql<{ count: number }>`select count(*) as count from (
        select from (${counted}) l where ${where} limit ${mostCounted + 1}) as reached`.execute(ctx.db)
    : await sql<{ count: number }>`select coalesce(sum(people), 0)::bigint as count from (${tally}) l where ${where}`.execute(
        ctx.db,
      )
  const count = rows[0]?.count ?? 0
  const isCut = isSearched && count > mostCounted
  return { count: isCut ? mostCounted : count, isCut }
}

async function villagesAsked(ctx: Context, { village, district }: RankedFilter): Promise<string[] | undefined> {
  if (village !== undefined) return [village]
  if (district === undefined) return undefined
  const rows = await ctx.db.selectFrom('area').select('code').where('parent', '=', district).execute()
  return rows.map((row) => row.code)
}

function isFound({ key, ids }: Found): RawBuilder<unknown> {
  return sql`${key} = any (${ids}::bigint[])`
}

function inPlaces(filter: RankedFilter): RawBuilder<unknown>[] {
  const places: RawBuilder<unknown>[] = []
  if (filter.place !== undefined) places.push(sql`l.place = ${filter.place}`)
  if (filter.village !== undefined) places.push(sql`l.village = ${filter.village}`)
  if (filter.district !== undefined)
    places.push(sql`l.village = any (array(select code from area where parent = ${filter.district}))`)
  return places
}

function searched(filter: RankedFilter): RawBuilder<unknown>[] {
  const terms = readSearch(filter.text ?? '')
  if (terms.kind === 'nothing') return []
  if (terms.kind === 'name') return [sql`l.full_name ilike all (${terms.patterns}::text[])`]
  const stretch = sql`l.nik >= ${terms.from} and l.nik <= ${terms.to}`
  return [terms.tail === '' ? stretch : sql`${stretch} and right(l.nik, ${terms.tail.length}) = ${terms.tail}`]
}
