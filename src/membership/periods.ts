import { findWorkers, type FoundWorkers } from '../registry/finding.ts'
import { alongTheWay } from '../registry/planning.ts'
import { readSearch } from '../registry/workers.ts'
import { type RawBuilder, sql } from 'kysely'
import { firstDayOf } from '../../values/months.ts'
import { maskNik } from '../../values/nik.ts'
import { unreachable } from '../../values/unreachable.ts'
import type { Context } from '../platform/context.ts'
import { lapsingIfUnpaidFrom } from './clocks.ts'
import type { EndReason, PeriodState } from './reasons-api.ts'

/** What a list of periods may be narrowed to; `area` is a district or a village, `text` part of a name, a NIK or a member number. */
export type PeriodFilters = {
  programmeId?: string | undefined
  area?: string | undefined
  state?: PeriodState | undefined
  reason?: EndReason | undefined
  text?: string | undefined
  /** Only covers that go on although a register says that the person has died. */
  deceased?: 'not-ended' | undefined
}

export type PeriodRow = {
  id: number
  workerId: number
  fullName: string
  /** Masked. */
  nik: string
  village: string
  villageName: string
  programmeId: string
  programmeCode: string
  memberNumber: string | null
  firstDay: string
  lastDay: string
  state: PeriodState
  endReason: EndReason | null
  replaces: number | null
}

/** Of more periods than this a page is full sooner by walking them in their order. */
const fewPeriods = 5000

/** A page of the list: where it goes on, and how many match; of a name that many bear only that there are at least so many. */
export async function pageOfPeriods(ctx: Context, filters: PeriodFilters, page: { after: number; limit: number }) {
  const people = await findSearched(ctx, filters)
  const counted = await countPeriods(ctx, filters, people)
  const isCommon = people?.isMore ?? false
  const rows = await alongTheWay(ctx, isCommon || counted > fewPeriods ? 'walk' : 'few', () =>
    listPeriods(ctx, filters, page, isCommon ? undefined : people),
  )
  const next = rows.length === page.limit ? String(rows.at(-1)?.id) : null
  return { rows, next, count: isCommon ? Math.max(counted, rows.length) : counted, ...(isCommon && { countIsLeast: true }) }
}

/** A stretch of the periods that match, by id, after one of them. States are those of `ctx.today`. */
export async function listPeriods(
  ctx: Context,
  filters: PeriodFilters,
  page: { after: number; limit: number },
  people?: FoundWorkers,
): Promise<PeriodRow[]> {
  const { rows } = await sql<PeriodRow>`
    ${unpaidMonths(ctx)}
    select m.id, m.worker_id as "workerId", w.full_name as "fullName", coalesce(w.nik, '') as nik, m.village, a.name as "villageName",
      m.programme_id as "programmeId", p.code as "programmeCode", m.member_number as "memberNumber", m.first_day as "firstDay",
      m.last_day as "lastDay", ${stateOn(ctx)} as state, m.end_reason as "endReason", m.replaces
    from membership_period m
    join worker w on w.region = m.region and w.id = m.worker_id
    join programme p on p.region = m.region and p.id = m.programme_id
    join area a on a.code = m.village
    left join unpaid u on u.programme_id = m.programme_id
    where ${conditionOf(ctx, filters, people)} and m.id > ${page.after}
    order by m.id limit ${page.limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, nik: maskNik(row.nik) }))
}

/**
 * The people of a search by name, NIK or masked NIK: a name that many bear is looked up to a limit. Nothing when nobody is searched so: fewer digits
 * are the beginning of a member number.
 */
async function findSearched(ctx: Context, filters: PeriodFilters): Promise<FoundWorkers | undefined> {
  const terms = readSearch(filters.text ?? '')
  if (terms.kind === 'nothing' || (terms.kind === 'nik' && terms.tail === '' && terms.from !== terms.to)) return undefined
  return findWorkers(ctx, terms, filters.area === undefined ? undefined : await villagesWithin(ctx, filters.area))
}

async function villagesWithin(ctx: Context, area: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`select code from area where code = ${area} or code like ${`${area}.%`}`.execute(
    ctx.db,
  )
  return rows.map((row) => row.code)
}

/** How many periods match: from the tally, unless people are searched or compared with what registers say. */
export async function countPeriods(ctx: Context, filters: PeriodFilters, found?: FoundWorkers): Promise<number> {
  const unpaid = filters.state === 'lapsing' ? sql`left join unpaid u on u.programme_id = m.programme_id` : sql``
  const isTallied = !isSearched(filters) && found === undefined && filters.deceased === undefined
  const people =
    isSearched(filters) && found === undefined && readSearch(filters.text).kind === 'name'
      ? sql`join worker w on w.region = m.region and w.id = m.worker_id`
      : sql``
  const counted = isTallied
    ? sql`coalesce(sum(m.people), 0)::bigint as count from period_tally m`
    : sql`count(*) as count from membership_period m ${people}`
  const { rows } = await sql<{ count: number }>`${unpaidMonths(ctx)}
    select ${counted} ${unpaid} where ${conditionOf(ctx, filters, found)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

export type PeriodCounts = {
  programmeId: string
  programmeCode: string
  programmeName: string
  quota: number
  upcoming: number
  active: number
  lapsing: number
  ended: number
  reasons: Partial<Record<EndReason, number>>
}

/** Per programme, how many periods stand how on `ctx.today`, and why covers ended early. */
export async function countByProgramme(ctx: Context): Promise<PeriodCounts[]> {
  const { rows } = await sql<Omit<PeriodCounts, 'reasons'> & { reasons: Partial<Record<EndReason, number>> | null }>`
    ${unpaidMonths(ctx)},
    grouped as (
      select m.programme_id, ${stateOn(ctx)} as state, nullif(m.end_reason, '') as end_reason, sum(m.people) as people
      from period_tally m left join unpaid u on u.programme_id = m.programme_id where m.region = ${ctx.region} group by 1, 2, 3)
    select p.id as "programmeId", p.code as "programmeCode", p.name as "programmeName", p.quota,
      coalesce(sum(people) filter (where state = 'upcoming'), 0)::bigint as upcoming,
      coalesce(sum(people) filter (where state = 'active'), 0)::bigint as active,
      coalesce(sum(people) filter (where state = 'lapsing'), 0)::bigint as lapsing,
      coalesce(sum(people) filter (where state = 'ended'), 0)::bigint as ended,
      (select json_object_agg(r.end_reason, r.people) from (select end_reason, sum(people)::bigint as people from grouped g
        where g.programme_id = p.id and g.end_reason is not null group by end_reason) r) as reasons
    from programme p left join grouped g on g.programme_id = p.id
    where p.region = ${ctx.region} group by p.region, p.id, p.code, p.name, p.quota, p.year order by p.year desc, p.code`.execute(
    ctx.db,
  )
  return rows.map((row) => ({ ...row, reasons: row.reasons ?? {} }))
}

/** For each programme, the first month not paid yet. */
function unpaidMonths(ctx: Context): RawBuilder<unknown> {
  return sql`with unpaid as (
    select p.id as programme_id, coalesce((select (to_date(max(month), 'YYYY-MM') + interval '1 month')::date from paid_month k
      where k.region = p.region and k.programme_id = p.id and k.paid_on is not null), to_date(p.first_month, 'YYYY-MM')) as since
    from programme p where p.region = ${ctx.region})`
}

function stateOn(ctx: Context): RawBuilder<PeriodState> {
  const today = ctx.today.toString()
  return sql`case when m.last_day < m.first_day or m.last_day < ${today}::date then 'ended' when m.first_day > ${today}::date then 'upcoming'
    when greatest(m.first_day, u.since) <= ${lapseBorder(ctx)}::date then 'lapsing' else 'active' end`
}

function conditionOf(ctx: Context, filters: PeriodFilters, people?: FoundWorkers): RawBuilder<unknown> {
  const conditions = [sql`m.region = ${ctx.region}`]
  if (filters.programmeId !== undefined) conditions.push(sql`m.programme_id = ${filters.programmeId}`)
  if (filters.area !== undefined) conditions.push(sql`(m.village = ${filters.area} or m.village like ${`${filters.area}.%`})`)
  if (filters.state !== undefined) conditions.push(standsOn(ctx, filters.state))
  if (filters.reason !== undefined) conditions.push(sql`m.end_reason = ${filters.reason}`)
  if (filters.deceased !== undefined) conditions.push(deadButCovered(ctx))
  if (people !== undefined) conditions.push(sql`m.worker_id = any (${people.ids}::bigint[])`)
  else if (isSearched(filters)) conditions.push(searched(filters.text))
  return sql.join(conditions, sql` and `)
}

/** The same states as `stateOn`, as conditions that an index can serve; who is about to lapse is active too. */
function standsOn(ctx: Context, state: PeriodState): RawBuilder<unknown> {
  const today = ctx.today.toString()
  const active = sql`m.first_day <= ${today}::date and m.last_day >= ${today}::date`
  switch (state) {
    case 'active':
      return active
    case 'lapsing':
      return sql`${active} and greatest(m.first_day, u.since) <= ${lapseBorder(ctx)}::date`
    case 'upcoming':
      return sql`m.first_day > ${today}::date and m.last_day >= m.first_day`
    case 'ended':
      return sql`(m.last_day < ${today}::date or m.last_day < m.first_day)`
    default:
      return unreachable(state)
  }
}

function lapseBorder(ctx: Context): string {
  return firstDayOf(lapsingIfUnpaidFrom(ctx.today)).toString()
}

function isSearched(filters: PeriodFilters): filters is PeriodFilters & { text: string } {
  return filters.text !== undefined && filters.text !== ''
}

function deadButCovered(ctx: Context): RawBuilder<unknown> {
  return sql`m.end_reason is null and m.last_day >= ${ctx.today.toString()}::date and exists (select from worker_match k
    where k.region = m.region and k.worker_id = m.worker_id and k.is_deceased)`
}

function searched(text: string): RawBuilder<unknown> {
  const terms = readSearch(text)
  if (terms.kind === 'name') return sql`w.full_name ilike all (${terms.patterns}::text[])`
  const digits = text.replace(/\D/g, '')
  if (digits === '') return sql`false`
  const beyond = `${digits.slice(0, -1)}${String.fromCharCode(digits.charCodeAt(digits.length - 1) + 1)}`
  return sql`m.member_number collate "C" >= ${digits} and m.member_number collate "C" < ${beyond}`
}
