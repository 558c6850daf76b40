import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** One list of a report, as the command line prints it. */
export type ListReport = { file: string; rows: number; accepted: number; review: number; refused: number }

/** One row of a report: `row` as a person counts it in that sheet; the findings by their codes. */
export type RowReport = { file: string; sheet: string; row: number; nik: string; verdict: string; findings: string[] }

export async function reportLists(ctx: Context, fileIds: readonly string[]): Promise<ListReport[]> {
  const rows = await ctx.db
    .selectFrom('intake_file')
    .select(['name as file', 'rows', 'accepted', 'review', 'refused'])
    .where('region', '=', ctx.region)
    .where('id', 'in', [...fileIds])
    .orderBy('name')
    .execute()
  return rows
}

/** How many rows are held in memory at once. */
const pageSize = 10_000

/** Every row of the lists, in the order of list, sheet and row, a page at a time. */
export async function* reportRows(ctx: Context, fileIds: readonly string[]): AsyncGenerator<RowReport[]> {
  await sql`declare reported no scroll cursor for
    select f.name as file, r.sheet, r.row_number as row, coalesce(r.nik, r.nik_written) as nik, r.verdict,
      array(select finding ->> 'code' from jsonb_array_elements(coalesce(r.findings, '[]')) as finding) as findings
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and r.file_id = any (${fileIds}::uuid[]) order by f.name, r.file_id, r.sheet, r.row_number`.execute(
    ctx.db,
  )
  for (;;) {
    const { rows } = await sql<RowReport>`fetch ${sql.raw(String(pageSize))} from reported`.execute(ctx.db)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close reported`.execute(ctx.db)
}
