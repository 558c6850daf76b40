import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Which rows: those of people who never entered, or every row. */
type Rows = 'refused' | 'every'

/** Rows of settled lists that still tell who somebody is and are kept longer than the days. */
const outdated = (ctx: Context, which: Rows, days: number) => sql`r.region = ${ctx.region} and r.name_key <> ''
  and exists (select from intake_file f join intake i on i.region = f.region and i.id = f.intake_id
    where f.region = r.region and f.id = r.file_id and i.state in ('accepted', 'undone', 'failed')
      and coalesce(i.accepted_at, i.created_at) < now() - make_interval(days => ${days}))
  and (${which === 'every'} or coalesce(r.decision, '') = 'dismiss' or (r.verdict = 'refused' and r.decision is distinct from 'enter'))`

/** How many rows of lists are due to be made nameless. */
export async function countOutdatedRows(ctx: Context, which: Rows, days: number): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from intake_row r where ${outdated(ctx, which, days)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Takes the person out of such rows; verdict and place stay, so that the counts of the list still add up. The caller leaves the audit line. */
export async function forgetOutdatedRows(ctx: Context, which: Rows, days: number): Promise<number> {
  await sql`update intake_repair p set written = '', repaired = '' from intake_row r where p.region = r.region and p.file_id = r.file_id
    and p.sheet = r.sheet and p.row_number = r.row_number and ${outdated(ctx, which, days)}`.execute(ctx.db)
  const changed =
    await sql`update intake_row r set nik = null, nik_written = '', family_card = null, full_name = '', name_key = '', birth_place = '',
    birth_date = null, sex = null, mother_name = '', address = '', hamlet = '', rt_rw = '', occupation = '', income = null, phone = '',
    findings = null, original = null, repaired = null where ${outdated(ctx, which, days)}`.execute(ctx.db)
  return Number(changed.numAffectedRows ?? 0)
}
