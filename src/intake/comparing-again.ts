import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { comparedSeverity } from './intake.ts'

/** Takes back what a comparison found in the rows of an intake: each has again the findings and the verdict of its own cells. */
export async function forgetComparison(ctx: Context, intakeId: string): Promise<void> {
  const codes = Object.keys(comparedSeverity)
  await sql`update intake_row r set findings = nullif(t.own, '[]'),
      verdict = case when t.own @? '$[*] ? (@.severity == "refuse")' then 'refused' when t.own @? '$[*] ? (@.severity == "review")' then 'review' else 'accepted' end
    from (
      select o.file_id, o.sheet, o.row_number,
        coalesce((select jsonb_agg(finding) from jsonb_array_elements(o.findings) as finding where finding ->> 'code' <> all (${codes}::text[])), '[]') as own
      from intake_row o join intake_file f on f.region = o.region and f.id = o.file_id
      where o.region = ${ctx.region} and f.intake_id = ${intakeId}
        and exists (select from jsonb_array_elements(o.findings) as finding where finding ->> 'code' = any (${codes}::text[]))
    ) t
    where r.region = ${ctx.region} and r.file_id = t.file_id and r.sheet = t.sheet and r.row_number = t.row_number`.execute(
    ctx.db,
  )
}
