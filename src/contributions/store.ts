import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { Region } from '../../values/areas.ts'
import { rupiah } from '../../values/rupiah.ts'
import type { BudgetLine, Demand, Earmark, Slice } from './funding.ts'

/** A run and the month of its programme that it pays, days as ISO text. */
export type RunMonth = { region: Region; runId: string; programmeId: string; firstDay: string; lastDay: string }

/** The run of a programme's month that was not refused; nothing when there is none. */
export function findRunOfMonth(db: Kysely<DB>, region: Region, programmeId: string, month: string) {
  return db
    .selectFrom('contribution_run')
    .selectAll()
    .where('region', '=', region)
    .where('programme_id', '=', programmeId)
    .where('month', '=', month)
    .where('state', '<>', 'refused')
    .executeTakeFirst()
}

/** A run to be changed, held until the transaction ends. */
export function findRunToChange(db: Kysely<DB>, region: Region, id: string) {
  return db
    .selectFrom('contribution_run')
    .selectAll()
    .where('region', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type Run = NonNullable<Awaited<ReturnType<typeof findRunToChange>>>

export async function addRun(
  db: Kysely<DB>,
  run: {
    region: Region
    id: string
    programme_id: string
    month: string
    rate: number
    grounds: string
    due_on: string
    made_by: string
    made_by_name: string
  },
): Promise<void> {
  await db
    .insertInto('contribution_run')
    .values({ ...run, people: 0, amount: 0 })
    .execute()
}

/** Changes what a step changes; a decision is given its moment. */
export async function changeRun(
  db: Kysely<DB>,
  run: { region: string; id: string },
  changes: Partial<Omit<Run, 'region' | 'id' | 'grounds' | 'decided_at'>>,
): Promise<void> {
  await db
    .updateTable('contribution_run')
    .set({ ...changes, ...(changes.decided_by !== undefined && { decided_at: sql`now()` }) })
    .where('region', '=', run.region)
    .where('id', '=', run.id)
    .execute()
}

/** Budget lines of a programme's fiscal year with what runs that stand have taken, held until the transaction ends. */
export async function listBudgetLines(
  db: Kysely<DB>,
  input: { region: Region; programmeId: string; fiscalYear: number },
): Promise<BudgetLine[]> {
  const { rows } = await sql<{ id: string; source: string; ceiling: number; committed: number }>`
    select b.id, b.source, b.ceiling, (select coalesce(sum(f.amount), 0)::bigint from run_funding f
      join contribution_run r on r.region = f.region and r.id = f.run_id and r.state <> 'refused'
      where f.region = b.region and f.budget_line_id = b.id) as committed
    from budget_line b where b.region = ${input.region} and b.programme_id = ${input.programmeId} and b.fiscal_year = ${input.fiscalYear}
    order by b.source for update of b`.execute(db)
  return rows.map((row) => ({ ...row, ceiling: rupiah(row.ceiling), committed: rupiah(row.committed) }))
}

/** Notes who of the programme is left out of the month, and why. Answers how many. */
export async function addOmissions(db: Kysely<DB>, of: RunMonth): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into contribution_omission (region, run_id, worker_id, period_id, village, reason, detail, since)
    select m.region, ${of.runId}::uuid, m.worker_id, m.id, m.village,
      case when k.died_on is null then 'death-undated' else 'deceased' end, d.certificate_number, k.died_on
    from worker_match k
    join membership_period m on m.region = k.region and m.worker_id = k.worker_id and m.programme_id = ${of.programmeId}
      and m.first_day <= ${of.lastDay}::date and m.last_day >= ${of.firstDay}::date
    join worker w on w.region = m.region and w.id = m.worker_id
    left join death_record d on d.region = w.region and d.nik = w.nik
    where k.region = ${of.region} and k.is_deceased and (k.died_on is null or k.died_on < ${of.firstDay}::date)
    union all
    select m.region, ${of.runId}::uuid, m.worker_id, m.id, m.village, 'removed', null, w.removed_at::date
    from worker w
    join membership_period m on m.region = w.region and m.worker_id = w.id and m.programme_id = ${of.programmeId}
      and m.first_day <= ${of.lastDay}::date and m.last_day >= ${of.firstDay}::date
    left join worker_match k on k.region = w.region and k.worker_id = w.id
    where w.region = ${of.region} and w.removed_at is not null
      and not coalesce(k.is_deceased and (k.died_on is null or k.died_on < ${of.firstDay}::date), false)
    union all
    select distinct on (m.worker_id) m.region, ${of.runId}::uuid, m.worker_id, m.id, m.village, 'ended', m.end_reason, m.last_day
    from membership_period m
    where m.region = ${of.region} and m.programme_id = ${of.programmeId} and m.end_reason is not null and m.last_day < ${of.firstDay}::date
      and not exists (select from membership_period o where o.region = m.region and o.worker_id = m.worker_id
        and o.programme_id = m.programme_id and o.first_day <= ${of.lastDay}::date and o.last_day >= ${of.firstDay}::date)`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}

/** How occupations of the programme's people are written: for telling whom tied money is meant for. */
export async function listOccupations(db: Kysely<DB>, region: Region, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ occupation: string }>`
    select distinct l.occupation from decree d join decree_line l on l.region = d.region and l.decree_id = d.id
    where d.region = ${region} and d.programme_id = ${programmeId} and l.occupation is not null`.execute(db)
  return rows.map((row) => row.occupation)
}

/** Which written occupations tied money is meant for; null where no line is tied. */
export type TiedOccupations = Readonly<Record<Exclude<Earmark, 'any'>, readonly string[]>> | null

/** How many people of each kind the month is owed for. */
export async function countCovered(db: Kysely<DB>, of: RunMonth, tied: TiedOccupations): Promise<Demand> {
  const { rows } = await sql<{ earmark: Earmark; people: number }>`
    select ${earmarkOfPerson(tied)} as earmark, count(*) as people ${coveredPeople(of, tied)} group by 1`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.earmark, row.people]))
}

export async function addFunding(
  db: Kysely<DB>,
  of: RunMonth,
  carried: readonly { lineId: string; people: number; amount: number }[],
): Promise<void> {
  const rows = carried.map((each) => ({
    region: of.region,
    run_id: of.runId,
    budget_line_id: each.lineId,
    people: each.people,
    amount: each.amount,
  }))
  await db.insertInto('run_funding').values(rows).execute()
}

/** Writes a person-month for everyone the month is owed for, each on the budget line that carries it. Answers how many. */
export async function addLines(
  db: Kysely<DB>,
  of: RunMonth,
  by: { rate: number; slices: readonly Slice[]; tied: TiedOccupations },
): Promise<number> {
  const lines = new Set(by.slices.map((slice) => slice.lineId))
  const only = lines.size === 1 ? by.slices[0]?.lineId : undefined
  const { numAffectedRows } =
    only === undefined
      ? await sql`${intoLines()} ${sharedLines(of, by)}`.execute(db)
      : await sql`${intoLines()} select m.region, ${of.runId}::uuid, m.worker_id, m.id, m.village, ${only}::uuid, ${by.rate}::bigint
          ${coveredPeople(of, null)}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

function intoLines() {
  return sql`insert into contribution_line (region, run_id, worker_id, period_id, village, budget_line_id, amount)`
}

function sharedLines(of: RunMonth, by: { rate: number; slices: readonly Slice[]; tied: TiedOccupations }) {
  const column = <Key extends keyof Slice>(key: Key) => by.slices.map((slice) => slice[key])
  return sql`
    select c.region, ${of.runId}::uuid, c.worker_id, c.id, c.village, s.line_id, ${by.rate}::bigint
    from (select m.region, m.worker_id, m.id, m.village, ${earmarkOfPerson(by.tied)} as earmark,
        row_number() over (partition by ${earmarkOfPerson(by.tied)} order by m.worker_id) as place
      ${coveredPeople(of, by.tied)}) c
    join unnest(${column('earmark')}::text[], ${column('first')}::int[], ${column('last')}::int[], ${column('lineId')}::uuid[])
      as s (earmark, first, last, line_id) on s.earmark = c.earmark and c.place between s.first and s.last`
}

function coveredPeople(of: RunMonth, tied: TiedOccupations) {
  const frozen =
    tied === null
      ? sql``
      : sql`left join decree_line l on l.region = m.region and l.decree_id = m.decree_id and l.worker_id = m.worker_id`
  return sql`from membership_period m ${frozen}
    where m.region = ${of.region} and m.programme_id = ${of.programmeId}
      and m.first_day <= ${of.lastDay}::date and m.last_day >= ${of.firstDay}::date
      and not exists (select from contribution_omission o where o.region = m.region and o.run_id = ${of.runId}::uuid and o.worker_id = m.worker_id)`
}

function earmarkOfPerson(tied: TiedOccupations) {
  if (tied === null) return sql<Earmark>`'any'::text`
  return sql<Earmark>`case when l.occupation = any(${[...tied.tobacco]}::text[]) then 'tobacco'
    when l.occupation = any(${[...tied['palm-oil']]}::text[]) then 'palm-oil' else 'any' end`
}
