import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Layout } from './columns/layout.ts'
import type { ReturnedRow } from './error-workbook.ts'
import { tellable } from './finding-scope.ts'
import type { MarkedRow } from './returned-columns.ts'

/** What goes back to the sender of a list: the rows not accepted, with their findings, the names of all its rows, and the file they stand in. */
export type Return = { name: string; storedFileId: string; layouts: Layout[]; rows: ReturnedRow[]; marks: MarkedRow[] }

/** Finds what goes back for one list; nothing when it is not this reader's. */
export async function findReturn(ctx: Context, input: { intakeId: string; fileId: string }): Promise<Return | undefined> {
  const list = await ctx.db
    .selectFrom('intake_file')
    .select(['name', 'stored_file_id', 'layouts'])
    .where('region', '=', ctx.region)
    .where('intake_id', '=', input.intakeId)
    .where('id', '=', input.fileId)
    .executeTakeFirst()
  if (list === undefined) return undefined
  const { rows } = await sql<ReturnedRow>`select sheet, row_number as row, findings from intake_row
    where region = ${ctx.region} and file_id = ${input.fileId} and verdict <> 'accepted' and decision is null order by sheet, row_number`.execute(
    ctx.db,
  )
  const { rows: marks } =
    await sql<MarkedRow>`select file_id as "fileId", sheet, row_number as row from intake_row where region = ${ctx.region} and file_id = ${input.fileId}`.execute(
      ctx.db,
    )
  const told = rows.map((row) => ({ ...row, findings: row.findings.map(tellable(ctx)) }))
  return { name: list.name, storedFileId: list.stored_file_id, layouts: (list.layouts ?? []) as Layout[], rows: told, marks }
}
