import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { compareAgain, type OnCompared } from './comparison.ts'

/** Compares every row of an intake anew, after one of its lists was read anew: the others may have been found alike to rows that are gone. */
export async function compareAllAgain(ctx: Context, intakeId: string, onCompared: OnCompared): Promise<void> {
  await sql`create temporary table again on commit drop as
    select r.file_id, r.sheet, r.row_number from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId}`.execute(ctx.db)
  await sql`analyze again`.execute(ctx.db)
  await compareAgain(ctx, intakeId, onCompared)
}
