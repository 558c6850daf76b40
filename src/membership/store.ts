import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { Region } from '../../values/areas.ts'

/**
 * Opens a period for everyone within the quota of a decree, but not for those who are covered in these days already.
 * Answers how many were opened.
 */
export async function addPeriodsOfDecree(
  db: Kysely<DB>,
  input: { region: Region; decreeId: string; firstDay: string; lastDay: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into membership_period (region, worker_id, programme_id, decree_id, village, package, payer, first_day, last_day)
    select l.region, l.worker_id, d.programme_id, d.id, l.village, p.package, p.payer, ${input.firstDay}::date, ${input.lastDay}::date
    from decree d
    join programme p on p.region = d.region and p.id = d.programme_id
    join decree_line l on l.region = d.region and l.decree_id = d.id and l.place = 'quota'
    where d.region = ${input.region} and d.id = ${input.decreeId}
      and not exists (select from membership_period o where o.region = l.region and o.worker_id = l.worker_id
        and o.first_day <= ${input.lastDay}::date and o.last_day >= ${input.firstDay}::date)
    order by l.worker_id`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** The decree of a frozen list with the months of its programme; nothing when there is none. */
export function findDecree(db: Kysely<DB>, region: Region, decreeId: string) {
  return db
    .selectFrom('decree as d')
    .innerJoin('programme as p', (join) => join.onRef('p.region', '=', 'd.region').onRef('p.id', '=', 'd.programme_id'))
    .where('d.region', '=', region)
    .where('d.id', '=', decreeId)
    .select([
      'd.id',
      'd.number',
      'd.people',
      'd.programme_id as programmeId',
      'p.first_month as firstMonth',
      'p.last_month as lastMonth',
    ])
    .executeTakeFirst()
}

/** How many periods a decree has opened so far. */
export async function countPeriodsOfDecree(db: Kysely<DB>, region: Region, decreeId: string): Promise<number> {
  const { count } = await db
    .selectFrom('membership_period')
    .where('region', '=', region)
    .where('decree_id', '=', decreeId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** A period to be changed, held until the transaction ends; nothing when there is none for this reader. */
export function findPeriodToChange(db: Kysely<DB>, region: Region, id: number) {
  return db
    .selectFrom('membership_period as m')
    .innerJoin('programme as p', (join) => join.onRef('p.region', '=', 'm.region').onRef('p.id', '=', 'm.programme_id'))
    .where('m.region', '=', region)
    .where('m.id', '=', id)
    .select([
      'm.id',
      'm.worker_id as workerId',
      'm.programme_id as programmeId',
      'm.decree_id as decreeId',
      'm.package',
      'm.payer',
      'm.first_day as firstDay',
      'm.last_day as lastDay',
      'm.end_reason as endReason',
      'p.first_month as firstMonth',
      'p.last_month as lastMonth',
      'p.code as programmeCode',
    ])
    .forUpdate('m')
    .executeTakeFirst()
}

export async function closePeriod(
  db: Kysely<DB>,
  input: { region: Region; id: number; lastDay: string; reason: string; actor: { id: string; name: string } },
): Promise<void> {
  await db
    .updateTable('membership_period')
    .set({
      last_day: input.lastDay,
      end_reason: input.reason,
      ended_by: input.actor.id,
      ended_by_name: input.actor.name,
      ended_at: sql`now()`,
    })
    .where('region', '=', input.region)
    .where('id', '=', input.id)
    .execute()
}

/** The period that took the place of another, when one did. */
export function findReplacement(db: Kysely<DB>, region: Region, id: number) {
  return db
    .selectFrom('membership_period')
    .select('id')
    .where('region', '=', region)
    .where('replaces', '=', id)
    .executeTakeFirst()
}

export type Waiting = { workerId: number; village: string; position: number; fullName: string }

/** The next of a decree's waiting list who is alive, in the registry and not covered from a day on. */
export async function findNextWaiting(
  db: Kysely<DB>,
  input: { region: Region; decreeId: string; firstDay: string; lastDay: string },
): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select l.worker_id as "workerId", l.village, l.position, l.full_name as "fullName"
    from decree_line l
    join worker w on w.region = l.region and w.id = l.worker_id and w.removed_at is null
    left join worker_match k on k.region = l.region and k.worker_id = l.worker_id
    where l.region = ${input.region} and l.decree_id = ${input.decreeId} and l.place = 'waiting' and k.is_deceased is not true
      and not exists (select from membership_period o where o.region = l.region and o.worker_id = l.worker_id
        and (o.decree_id = l.decree_id or (o.first_day <= ${input.lastDay}::date and o.last_day >= ${input.firstDay}::date)))
    order by l.position limit 1`.execute(db)
  return rows[0]
}

export async function addReplacement(
  db: Kysely<DB>,
  period: {
    region: Region
    worker_id: number
    programme_id: string
    decree_id: string
    village: string
    package: string
    payer: string
    first_day: string
    last_day: string
    replaces: number
  },
): Promise<number> {
  const { id } = await db.insertInto('membership_period').values(period).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Writes member numbers onto the covers of the people named; answers which NIK have none on that day or later. */
export async function setMemberNumbers(
  db: Kysely<DB>,
  input: { region: Region; on: string; numbers: readonly { nik: string; memberNumber: string }[] },
): Promise<{ recorded: number; unknown: string[] }> {
  const niks = input.numbers.map((row) => row.nik)
  const numbers = input.numbers.map((row) => row.memberNumber)
  const { rows } = await sql<{ nik: string; recorded: number }>`
    with given as (select distinct on (nik) nik, number from unnest(${niks}::text[], ${numbers}::text[]) as g (nik, number) order by nik),
    found as (select g.nik, g.number, w.id from given g join worker w on w.region = ${input.region} and w.nik = g.nik and w.removed_at is null),
    written as (update membership_period m set member_number = f.number from found f
      where m.region = ${input.region} and m.worker_id = f.id and m.last_day >= ${input.on}::date returning f.nik)
    select g.nik, (select count(*) from written w where w.nik = g.nik) as recorded from given g`.execute(db)
  const unknown = rows.filter((row) => row.recorded === 0).map((row) => row.nik)
  return { recorded: rows.length - unknown.length, unknown }
}

/** Notes that a month was paid for everyone covered in it, or (`paidOn` null) that the payment came back. */
export async function setPaidMonth(
  db: Kysely<DB>,
  input: { region: Region; programmeId: string; month: string; paidOn: string | null },
): Promise<void> {
  await db
    .insertInto('paid_month')
    .values({ region: input.region, programme_id: input.programmeId, month: input.month, paid_on: input.paidOn })
    .onConflict((conflict) => conflict.columns(['region', 'programme_id', 'month']).doUpdateSet({ paid_on: input.paidOn }))
    .execute()
}

/** The months of a programme that are paid, oldest first. */
export async function listPaidMonths(db: Kysely<DB>, region: Region, programmeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('paid_month')
    .select('month')
    .where('region', '=', region)
    .where('programme_id', '=', programmeId)
    .where('paid_on', 'is not', null)
    .orderBy('month')
    .execute()
  return rows.map((row) => row.month)
}
