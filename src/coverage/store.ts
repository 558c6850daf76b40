import { type RawBuilder, sql } from 'kysely'
import { areaOfRegion } from '../../values/areas.ts'
import { monthOf } from '../../values/months.ts'
import type { Day } from '../../values/days.ts'
import type { Context } from '../platform/context.ts'
import type { Denominator } from './coverage.ts'
import type { CoverageSegment } from './segments-api.ts'

export type PlaceRow = { code: string; name: string; level: 'regency' | 'district' | 'village'; parent: string | null }

/** The regency with its districts and villages. */
export async function listPlaces(ctx: Context): Promise<PlaceRow[]> {
  const own = areaOfRegion(ctx.region)
  const { rows } = await sql<PlaceRow>`
    select code, name, level, parent from area where code = ${own} or code like ${`${own}.%`} order by code`.execute(ctx.db)
  return rows
}

/** Active members by village on a day. */
export async function membersByVillage(ctx: Context, on: Day): Promise<Map<string, number>> {
  return byVillage(
    ctx,
    sql`select village, sum(people)::bigint as people from period_tally
      where region = ${ctx.region} and first_day <= ${on.toString()}::date and last_day >= ${on.toString()}::date group by village`,
  )
}

/** People in a paid run of a day's month, by village. */
export async function paidByVillage(ctx: Context, on: Day): Promise<Map<string, number>> {
  return byVillage(
    ctx,
    sql`select l.village, count(*) as people from contribution_run r
      join contribution_line l on l.region = r.region and l.run_id = r.id
      where r.region = ${ctx.region} and r.month = ${monthOf(on)} and r.state in ('paid', 'reconciled') group by l.village`,
  )
}

/**
 * People insured otherwise by the newest answers of BPJS given until a day, who are no active members on it, by the village the
 * registry or the civil registry knows; the empty village holds those whom neither places in this region.
 */
export async function insuredByVillage(ctx: Context, on: Day, segment: CoverageSegment): Promise<Map<string, number>> {
  if (segment === 'RENTAN') return new Map()
  const own = `${areaOfRegion(ctx.region)}.%`
  const ofSegment = segment === 'BPU' ? sql`and i.segment like 'BPU%'` : sql``
  return byVillage(
    ctx,
    sql`select coalesce(w.village, case when c.village like ${own} then c.village end, '') as village, count(distinct i.nik) as people
      from insured_record i
      left join worker w on w.region = i.region and w.nik = i.nik and w.removed_at is null
      left join civil_record c on c.region = i.region and c.nik = i.nik
      where i.region = ${ctx.region} and i.is_active and i.answered_on <= ${on.toString()}::date ${ofSegment}
        and (i.programmes = '' or i.programmes ~ '\\m(JKK|JKM)\\M')
        and not exists (select from membership_period m where m.region = w.region and m.worker_id = w.id
          and m.first_day <= ${on.toString()}::date and m.last_day >= ${on.toString()}::date)
      group by 1`,
  )
}

/** The day of the newest answer of BPJS until a day; nothing when BPJS has not answered. */
export async function insuredAnsweredOn(ctx: Context, on: Day): Promise<string | null> {
  const { rows } = await sql<{ answered: string | null }>`
    select max(answered_on) as answered from insured_record where region = ${ctx.region} and answered_on <= ${on.toString()}::date`.execute(
    ctx.db,
  )
  return rows[0]?.answered ?? null
}

/** The newest universe of each area for a segment, of a year or before it. */
export async function universeByArea(ctx: Context, year: number, segment: CoverageSegment): Promise<Map<string, Denominator>> {
  const { rows } = await sql<Denominator & { area: string }>`
    select distinct on (area) area, year, workers, source, source_date as "sourceDate", is_demo as "isDemo", false as "isSum"
    from universe where region = ${ctx.region} and segment = ${segment} and year <= ${year} order by area, year desc`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ area, ...figure }) => [area, figure]))
}

/** The share to be covered at the end of a year; nothing when no target was set. */
export async function findTarget(
  ctx: Context,
  year: number,
  segment: CoverageSegment,
): Promise<{ share: number; source: string } | null> {
  const found = await ctx.db
    .selectFrom('coverage_target')
    .select(['share', 'source'])
    .where('region', '=', ctx.region)
    .where('year', '=', year)
    .where('segment', '=', segment)
    .executeTakeFirst()
  return found === undefined ? null : { share: Number(found.share), source: found.source }
}

/** How many covers run from which day to which, over everybody: the ground of a line through a year. */
export async function listSpans(ctx: Context): Promise<{ firstDay: string; lastDay: string; people: number }[]> {
  const { rows } = await sql<{ firstDay: string; lastDay: string; people: number }>`
    select first_day as "firstDay", last_day as "lastDay", sum(people)::bigint as people from period_tally
    where region = ${ctx.region} group by first_day, last_day`.execute(ctx.db)
  return rows
}

/** Person-months paid in each month of a year. */
export async function paidByMonth(ctx: Context, year: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ month: string; people: number }>`
    select month, sum(people)::bigint as people from contribution_run
    where region = ${ctx.region} and month like ${`${year}-%`} and state in ('paid', 'reconciled') group by month`.execute(ctx.db)
  return new Map(rows.map((row) => [row.month, row.people]))
}

/** Customary villages with the villages they reach into. */
export async function listCustomary(ctx: Context): Promise<{ id: number; name: string; isDemo: boolean; villages: string[] }[]> {
  const { rows } = await sql<{ id: number; name: string; isDemo: boolean; villages: string[] }>`
    select c.id, c.name, c.is_demo as "isDemo", coalesce(array_agg(a.village order by a.village) filter (where a.village is not null), '{}') as villages
    from customary_village c
    left join customary_village_area a on a.region = c.region and a.customary_village_id = c.id
    where c.region = ${ctx.region} group by c.id, c.name, c.is_demo order by c.name limit 2000`.execute(ctx.db)
  return rows
}

async function byVillage(ctx: Context, query: RawBuilder<unknown>): Promise<Map<string, number>> {
  const { rows } = await (query as RawBuilder<{ village: string; people: number }>).execute(ctx.db)
  return new Map(rows.map((row) => [row.village, row.people]))
}
