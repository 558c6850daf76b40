import { type RawBuilder, sql } from 'kysely'
import type { Region } from '../../values/areas.ts'
import type { Context } from '../platform/context.ts'

/** How many rows of people listed several times would enter, and how many would be left out. */
export type Settling = { kept: number; dismissed: number }

/**
 * The rows that settling the duplicates of an intake decides, each with its decision: of everybody who is listed several times and is not in
 * the registry one row enters, the one with the fewest other findings, then the first. Rows that two names share are not among them.
 */
export function rowsToSettle(region: Region, intakeId: string): RawBuilder<unknown> {
  return sql`select file_id, sheet, row_number, case when enters then 'enter' else 'dismiss' end as decision from (
      select listed.*, place = 1 and not is_known as enters from (
        select r.file_id, r.sheet, r.row_number, r.verdict, r.findings, row_number() over (
          partition by r.nik order by case r.verdict when 'refused' then 1 else 0 end, jsonb_array_length(r.findings), f.position, r.sheet, r.row_number) as place,
          exists (select from worker w where w.region = r.region and w.nik = r.nik and w.removed_at is null) as is_known
        from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
        where r.region = ${region} and f.intake_id = ${intakeId} and r.decision is null
          and r.findings @> '[{"code": "duplicate"}]' and not r.findings @> '[{"code": "nik-shared"}]'
      ) as listed
    ) as placed
    where verdict = 'review' and not (enters and exists (
      select from jsonb_array_elements(findings) as finding where finding ->> 'severity' = 'review' and finding ->> 'code' <> 'duplicate'))`
}

/** What settling the duplicates of an intake would do now, without doing it. */
export async function foreseeSettling(ctx: Context, intakeId: string): Promise<Settling> {
  const { rows } =
    await sql<Settling>`select count(*) filter (where decision = 'enter') as kept, count(*) filter (where decision = 'dismiss') as dismissed
    from (${rowsToSettle(ctx.region, intakeId)}) as settled`.execute(ctx.db)
  return rows[0] ?? { kept: 0, dismissed: 0 }
}
