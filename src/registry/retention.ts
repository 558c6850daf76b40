import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** The name of a worker whose person was taken out of the record. */
export const forgottenName = '(dihapus)'

/** Entries that ended longer ago than the days, of people who never stood in a decree, were never covered and asked for nothing. */
const outdated = (
  ctx: Context,
  days: number,
) => sql`w.region = ${ctx.region} and w.removed_at < now() - make_interval(days => ${days})
  and w.full_name <> ${forgottenName} and w.merged_into is null
  and not exists (select from membership_period p where p.region = w.region and p.worker_id = w.id)
  and not exists (select from decree_line l where l.region = w.region and l.worker_id = w.id)
  and not exists (select from subject_request q where q.region = w.region and q.worker_id = w.id)`

/** How many ended entries are due to be made nameless. */
export async function countOutdatedWorkers(ctx: Context, days: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from worker w where ${outdated(ctx, days)}`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** Takes the person out of those entries; the number stays, so that what refers to it still stands. The caller leaves the audit line. */
export async function forgetOutdatedWorkers(ctx: Context, days: number): Promise<number> {
  const changed =
    await sql`update worker w set nik = null, family_card = null, full_name = ${forgottenName}, birth_place = null, birth_date = null, sex = null,
    mother_name = null, address = null, neighbourhood = null, occupation = null, monthly_income = null, phone = null where ${outdated(ctx, days)}`.execute(
      ctx.db,
    )
  return Number(changed.numAffectedRows ?? 0)
}
