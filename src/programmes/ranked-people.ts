import { type RawBuilder, sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
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
type Page = { rows: RankedPerson[]; next: string | null; count: number }

/** A stretch of a programme's ranking, in its order. */
export function listRanking(ctx: Context, programmeId: string, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const people = sql`select r.position, r.place, r.worker_id, w.nik, w.full_name, w.birth_date, w.sex, w.occupation, r.village, r.decile
    from ranking r join worker w on w.region = r.region and w.id = r.worker_id
    where r.region = ${ctx.region} and r.programme_id = ${programmeId}`
  return listPeople(ctx, people, filter, stretch)
}

/** A stretch of a frozen list, in its order, as the people were known on that day. */
export function listDecreeLines(ctx: Context, decreeId: string, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const people = sql`select position, place, worker_id, nik, full_name, birth_date, sex, occupation, village, decile
    from decree_line where region = ${ctx.region} and decree_id = ${decreeId}`
  return listPeople(ctx, people, filter, stretch)
}

async function listPeople(ctx: Context, people: RawBuilder<unknown>, filter: RankedFilter, stretch: Stretch): Promise<Page> {
  const wanted = sql.join([sql`true`, ...conditions(filter)], sql` and `)
  const { rows } =
    await sql<RankedPerson>`select l.position, l.place, l.worker_id as "workerId", l.nik, l.full_name as "fullName",
      l.birth_date as "birthDate", l.sex, l.occupation, l.village, village.name as "villageName", district.name as "districtName", l.decile
    from (${people}) l join area village on village.code = l.village join area district on district.code = village.parent
    where ${wanted} and l.position > ${stretch.after} order by l.position limit ${stretch.limit + 1}`.execute(ctx.db)
  const counted = await sql<{ count: number }>`select count(*) as count from (${people}) l where ${wanted}`.execute(ctx.db)
  const page = rows.slice(0, stretch.limit).map((row) => ({ ...row, nik: row.nik === null ? null : maskNik(row.nik) }))
  const last = page.at(-1)
  const next = rows.length > stretch.limit && last !== undefined ? String(last.position) : null
  return { rows: page, next, count: counted.rows[0]?.count ?? 0 }
}

function conditions(filter: RankedFilter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  if (filter.place !== undefined) found.push(sql`l.place = ${filter.place}`)
  if (filter.village !== undefined) found.push(sql`l.village = ${filter.village}`)
  if (filter.district !== undefined)
    found.push(sql`l.village = any (array(select code from area where parent = ${filter.district}))`)
  const terms = readSearch(filter.text ?? '')
  if (terms.kind === 'name') found.push(...terms.patterns.map((pattern) => sql`l.full_name ilike ${pattern}`))
  if (terms.kind === 'nik')
    found.push(sql`l.nik >= ${terms.from} and l.nik <= ${terms.to} and right(l.nik, ${terms.tail.length}) = ${terms.tail}`)
  return found
}
