import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Standing } from './workers.ts'

/** How many workers of some villages (all the actor sees, where none are named) the registers say what of, from the tallies. */
export type WorkerTally = {
  people: number
  /** Of whom anything was worked out; `asked`: of whom the civil registry was asked. */
  matched: number
  asked: number
  clear: number
  deceased: number
  unknown: number
  nameDiffers: number
  birthDateDiffers: number
  withDecile: number
  /** How many are insured otherwise, by segment, the most frequent first. */
  covered: { segment: string; workers: number }[]
}

/** How many workers stand in the registry, in some villages or in all that the actor sees. */
export async function countStanding(ctx: Context, villages?: readonly string[]): Promise<number> {
  const { rows } = await sql<{ people: number }>`select coalesce(sum(people), 0)::bigint as people from worker_tally
    where region = ${ctx.region} and ${within(villages)}`.execute(ctx.db)
  return rows[0]?.people ?? 0
}

/** What the tallies say of some villages, or of all that the actor sees. */
export async function tallyWorkers(ctx: Context, villages?: readonly string[]): Promise<WorkerTally> {
  const { rows } = await sql<Record<(typeof matchCounts)[number], number> & { covered_by: string }>`
    select covered_by, ${sql.join(matchCounts.map((name) => sql`sum(${sql.ref(name)})::bigint as ${sql.ref(name)}`))} from match_tally
    where region = ${ctx.region} and ${within(villages)} group by covered_by order by sum(people) desc, covered_by`.execute(
    ctx.db,
  )
  const sum = (name: (typeof matchCounts)[number]) => rows.reduce((total, row) => total + row[name], 0)
  return {
    people: await countStanding(ctx, villages),
    matched: sum('people'),
    asked: sum('asked'),
    clear: sum('clear'),
    deceased: sum('deceased'),
    unknown: sum('unknown'),
    nameDiffers: sum('name_differs'),
    birthDateDiffers: sum('birth_date_differs'),
    withDecile: sum('with_decile'),
    covered: rows.flatMap((row) => (row.covered_by === '' ? [] : [{ segment: row.covered_by, workers: row.people }])),
  }
}

/** How many workers of a tally the registers say this of. */
export function countOfStanding(tally: WorkerTally, standing: Standing): number {
  const counts: Record<Standing, number> = {
    clear: tally.clear,
    deceased: tally.deceased,
    covered: tally.covered.reduce((total, { workers }) => total + workers, 0),
    unknown: tally.unknown,
    'name-differs': tally.nameDiffers,
    'birth-date-differs': tally.birthDateDiffers,
    'no-decile': tally.people - tally.withDecile,
    'not-asked': tally.people - tally.asked,
  }
  return counts[standing]
}

/** The villages in which nothing was worked out of some workers: only there anybody has to be looked for of whom no answer speaks. */
export async function villagesUnmatched(ctx: Context, villages?: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ village: string }>`select village from (
      select village, people from worker_tally where region = ${ctx.region} and ${within(villages)}
      union all select village, -people from match_tally where region = ${ctx.region} and ${within(villages)}) as both_tallies
    group by village having sum(people) <> 0`.execute(ctx.db)
  return rows.map((row) => row.village)
}

const matchCounts = [
  'people',
  'asked',
  'clear',
  'deceased',
  'unknown',
  'name_differs',
  'birth_date_differs',
  'with_decile',
] as const

function within(villages: readonly string[] | undefined): RawBuilder<unknown> {
  return villages === undefined ? sql`true` : sql`village = any (${[...villages]}::text[])`
}
