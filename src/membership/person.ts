import { sql } from 'kysely'
import type { Month } from '../../values/months.ts'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import { type Clocks, clocksOf } from './clocks.ts'
import type { EndReason } from './reasons-api.ts'

export type PersonPeriod = {
  id: number
  programmeId: string
  programmeCode: string
  programmeName: string
  decreeNumber: string
  memberNumber: string | null
  package: string
  payer: string
  firstDay: string
  lastDay: string
  endReason: EndReason | null
  endedBy: string | null
  endedAt: string | null
  replaces: { periodId: number; workerId: number; fullName: string } | null
  replacedBy: { periodId: number; workerId: number; fullName: string } | null
  monthsPaid: number
}

/** A person's covers, newest first, and the clocks that run for them on `ctx.today`. */
export type Membership = {
  workerId: number
  fullName: string
  nik: string
  village: string
  villageName: string
  periods: PersonPeriod[]
  paidMonths: Month[]
  clocks: Clocks
  history: HistoryLine[]
}

/** One audit line about a person's cover: `act` is `membership.what-happened`, `details` its numbers. */
export type HistoryLine = { id: number; at: string; by: string; act: string; details: Record<string, unknown> }

/** Finds a worker's membership; nothing when there is no such worker for this reader. */
export async function findMembership(ctx: Context, workerId: number): Promise<Membership | undefined> {
  const worker = await ctx.db
    .selectFrom('worker as w')
    .innerJoin('area as a', 'a.code', 'w.village')
    .where('w.region', '=', ctx.region)
    .where('w.id', '=', workerId)
    .select(['w.id', 'w.full_name', 'w.nik', 'w.village', 'a.name as villageName'])
    .executeTakeFirst()
  if (worker === undefined) return undefined
  const periods = await periodsOf(ctx, workerId)
  const paidMonths = await paidMonthsOfPerson(ctx, workerId)
  return {
    workerId: worker.id,
    fullName: worker.full_name,
    nik: maskNik(worker.nik ?? ''),
    village: worker.village,
    villageName: worker.villageName,
    periods,
    paidMonths,
    clocks: clocksOf(periods, paidMonths, ctx.today),
    history: await historyOf(ctx, workerId),
  }
}

/** What happened to a person's cover, newest first: to them alone, and to all of their decree. At most 200 lines. */
async function historyOf(ctx: Context, workerId: number): Promise<HistoryLine[]> {
  const { rows } = await sql<HistoryLine>`
    select id, at, actor_name as by, act, details from audit_line
    where region = ${ctx.region} and act like 'membership.%' and ((subject_kind = 'worker' and subject_id = ${String(workerId)})
      or (subject_kind = 'decree' and subject_id in (select decree_id::text from membership_period
        where region = ${ctx.region} and worker_id = ${workerId} and replaces is null)))
    order by id desc limit 200`.execute(ctx.db)
  return rows
}

/** Finds the worker a NIK belongs to, among those of the registry. */
export async function findWorkerByNik(ctx: Context, nik: string): Promise<number | undefined> {
  const found = await ctx.db
    .selectFrom('worker')
    .select('id')
    .where('region', '=', ctx.region)
    .where('nik', '=', nik)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return found?.id
}

async function periodsOf(ctx: Context, workerId: number): Promise<PersonPeriod[]> {
  const { rows } = await sql<PersonPeriod>`
    select m.id, m.programme_id as "programmeId", p.code as "programmeCode", p.name as "programmeName", d.number as "decreeNumber",
      m.member_number as "memberNumber", m.package, m.payer, m.first_day as "firstDay", m.last_day as "lastDay", m.end_reason as "endReason",
      m.ended_by_name as "endedBy", m.ended_at as "endedAt", ${neighbour(sql`o.id = m.replaces`)} as replaces,
      ${neighbour(sql`o.replaces = m.id`)} as "replacedBy",
      (select count(*) from paid_month k where k.region = m.region and k.programme_id = m.programme_id and k.paid_on is not null
        and k.month between to_char(m.first_day, 'YYYY-MM') and to_char(m.last_day, 'YYYY-MM')) as "monthsPaid"
    from membership_period m
    join programme p on p.region = m.region and p.id = m.programme_id
    join decree d on d.region = m.region and d.id = m.decree_id
    where m.region = ${ctx.region} and m.worker_id = ${workerId}
    order by m.first_day desc, m.id desc limit 200`.execute(ctx.db)
  return rows
}

function neighbour(condition: ReturnType<typeof sql>) {
  return sql`(select json_build_object('periodId', o.id, 'workerId', o.worker_id, 'fullName', w.full_name) from membership_period o
    join worker w on w.region = o.region and w.id = o.worker_id where o.region = m.region and ${condition})`
}

async function paidMonthsOfPerson(ctx: Context, workerId: number): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`
    select distinct k.month from membership_period m
    join paid_month k on k.region = m.region and k.programme_id = m.programme_id and k.paid_on is not null
      and k.month between to_char(m.first_day, 'YYYY-MM') and to_char(m.last_day, 'YYYY-MM')
    where m.region = ${ctx.region} and m.worker_id = ${workerId} order by k.month`.execute(ctx.db)
  return rows.map((row) => row.month)
}
