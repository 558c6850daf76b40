import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

const tables = ['civil_record', 'insured_record', 'welfare_record', 'death_record'] as const

/** Answers about a NIK that no worker of the registry has, older than the days. */
const outdated = (
  ctx: Context,
  days: number,
) => sql`t.region = ${ctx.region} and t.answered_on < ${ctx.today.toString()}::date - ${days}::int
  and not exists (select from worker w where w.region = t.region and w.nik = t.nik)`

/** How many answers of registers are kept longer than the days about people who are not in the registry. */
export async function countOutdatedAnswers(ctx: Context, days: number): Promise<number> {
  let sum = 0
  for (const table of tables) {
    const { rows } = await sql<{
      count: number
    }>`select count(*) as count from ${sql.table(table)} t where ${outdated(ctx, days)}`.execute(ctx.db)
    sum += rows[0]?.count ?? 0
  }
  return sum
}

/** Deletes those answers. Says how many. The caller leaves the audit line. */
export async function removeOutdatedAnswers(ctx: Context, days: number): Promise<number> {
  const where = outdated(ctx, days)
  const results = [
    await sql`delete from civil_record t where ${where}`.execute(ctx.db),
    await sql`delete from insured_record t where ${where}`.execute(ctx.db),
    await sql`delete from welfare_record t where ${where}`.execute(ctx.db),
    await sql`delete from death_record t where ${where}`.execute(ctx.db),
  ]
  return results.reduce((sum, result) => sum + Number(result.numAffectedRows ?? 0), 0)
}
