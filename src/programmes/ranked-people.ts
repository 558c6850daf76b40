import { type RawBuilder, sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { findWorkers, type FoundWorkers, mostCounted } from '../registry/finding.ts'
import { readSearch } from '../registry/workers.ts'

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
  const terms = readSearch(filter.text ?? '')
  const found = terms.kind === 'name' ? await findWorkers(ctx, terms, await villagesAsked(ctx, filter)) : undefined
  const ranked = sql`ranking r join worker w on w.region = r.region and w.id = r.worker_id
    where r.region = ${ctx.region} and r.programme_id = ${programmeId}`
  const people = sql`select r.position, r.place, r.worker_id, w.nik, w.full_name, w.birth_date, w.sex, w.occupation, r.village, r.decile from ${ranked}`
  // Only who is searched by NIK needs the registry to be counted.
  const counted =
    terms.kind === 'nik' ? people : sql`select * from ranking where region = ${ctx.region} and programme_id = ${programmeId}`
  return listPeople(
    ctx,
    { people, counted, wanted: conditions(filter, found), isSearched: terms.kind !== 'nothing', isMore: found?.isMore ?? false },
    stretch,
  )
}

/** A stretch of a frozen list, in its order, as the people were known on that day. */
export function listDecreeLines(ctx: Context, decreeId: string, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const people = sql`select position, place, worker_id, nik, full_name, birth_date, sex, occupation, village, decile
    from decree_line where region = ${ctx.region} and decree_id = ${decreeId}`
  return listPeople(
    ctx,
    { people, counted: people, wanted: conditions(filter, undefined), isSearched: filter.text !== undefined, isMore: false },
    stretch,
  )
}

type Listing = {
  people: RawBuilder<unknown>
  /** The same people with no more about them than a condition asks. */
  counted: RawBuilder<unknown>
  wanted: RawBuilder<unknown>[]
  /** A search is counted only as far as anybody reads; places and whole lists to the last person. */
  isSearched: boolean
  isMore: boolean
}

async function listPeople(
  ctx: Context,
  { people, counted, wanted, isSearched, isMore }: Listing,
  stretch: Stretch,
): Promise<Page> {
  const where = sql.join([sql`true`, ...wanted], sql` and `)
  const { rows } =
    await sql<RankedPerson>`select l.position, l.place, l.worker_id as "workerId", l.nik, l.full_name as "fullName",
      l.birth_date as "birthDate", l.sex, l.occupation, l.village, village.name as "villageName", district.name as "districtName", l.decile
    from (${people}) l join area village on village.code = l.village join area district on district.code = village.parent
    where ${where} and l.position > ${stretch.after} order by l.position limit ${stretch.limit + 1}`.execute(ctx.db)
  const { rows: all } = await sql<{ count: number }>`select count(*) as count from (
    select from (${counted}) l where ${where} ${isSearched ? sql`limit ${mostCounted + 1}` : sql``}) as reached`.execute(ctx.db)
  const page = rows.slice(0, stretch.limit).map((row) => ({ ...row, nik: row.nik === null ? null : maskNik(row.nik) }))
  const last = page.at(-1)
  const next = rows.length > stretch.limit && last !== undefined ? String(last.position) : null
  const count = all[0]?.count ?? 0
  const isCut = isSearched && count > mostCounted
  return { rows: page, next, count: isCut ? mostCounted : count, ...((isMore || isCut) && { countIsLeast: true }) }
}

async function villagesAsked(ctx: Context, { village, district }: RankedFilter): Promise<string[] | undefined> {
  if (village !== undefined) return [village]
  if (district === undefined) return undefined
  const rows = await ctx.db.selectFrom('area').select('code').where('parent', '=', district).execute()
  return rows.map((row) => row.code)
}

function conditions(filter: RankedFilter, people: FoundWorkers | undefined): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  if (filter.place !== undefined) found.push(sql`l.place = ${filter.place}`)
  if (filter.village !== undefined) found.push(sql`l.village = ${filter.village}`)
  if (filter.district !== undefined)
    found.push(sql`l.village = any (array(select code from area where parent = ${filter.district}))`)
  const terms = readSearch(filter.text ?? '')
  if (people === undefined && terms.kind === 'name')
    found.push(...terms.patterns.map((pattern) => sql`l.full_name ilike ${pattern}`))
  if (people !== undefined) found.push(sql`l.worker_id = any (${people.ids}::bigint[])`)
  if (terms.kind === 'nik')
    found.push(sql`l.nik >= ${terms.from} and l.nik <= ${terms.to} and right(l.nik, ${terms.tail.length}) = ${terms.tail}`)
  return found
}
