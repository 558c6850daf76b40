import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { comparedSeverity } from './intake.ts'

/** What registers say of the NIKs in a set of rows named `mine` (file_id, sheet, row_number, nik): one line a row and finding. */
export function knownToRegisters(ctx: Context): RawBuilder<unknown> {
  const { region } = ctx
  return sql`select m.file_id, m.sheet, m.row_number, 'deceased' as code, coalesce(d.died_on::text, '') as detail
    from mine m left join civil_record c on c.region = ${region} and c.nik = m.nik and not c.is_alive
      left join death_record d on d.region = ${region} and d.nik = m.nik
    where c.nik is not null or d.nik is not null
    union all select m.file_id, m.sheet, m.row_number, 'already-covered', string_agg(b.segment, ', ' order by b.segment)
    from mine m join insured_record b on b.region = ${region} and b.nik = m.nik and b.is_active group by 1, 2, 3
    union all select m.file_id, m.sheet, m.row_number, 'not-in-dukcapil', null
    from mine m left join civil_record c on c.region = ${region} and c.nik = m.nik
    where m.nik is not null and c.nik is null and exists (select from civil_record where region = ${region})`
}

/**
 * Brings the findings that rest on registers up to date in all lists that stand, after a register has answered: new ones come, old ones go.
 * In an intake that is not accepted yet a row of somebody who has died goes to review.
 */
export async function refreshRegisterFindings(ctx: Context): Promise<void> {
  await sql`create temporary table mine on commit drop as
    select r.file_id, r.sheet, r.row_number, r.nik from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id and f.undone_at is null
    where r.region = ${ctx.region} and r.nik is not null`.execute(ctx.db)
  await sql`analyze mine`.execute(ctx.db)
  await sql`create temporary table known on commit drop as
    select k.file_id, k.sheet, k.row_number, bool_or(k.code = 'deceased') as is_deceased,
      jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', k.code, 'severity', case when k.code = 'deceased' then ${comparedSeverity.deceased} else ${comparedSeverity['already-covered']} end,
        'field', 'nik', 'detail', nullif(k.detail, ''))) order by k.code) as findings
    from (${knownToRegisters(ctx)}) k group by 1, 2, 3`.execute(ctx.db)
  await sql`analyze known`.execute(ctx.db)
  await sql`update intake_row r set findings = nullif(t.findings, '[]'), verdict = t.verdict
    from (
      select r.file_id, r.sheet, r.row_number,
        coalesce((select jsonb_agg(finding) from jsonb_array_elements(r.findings) as finding
          where finding ->> 'code' not in ('deceased', 'already-covered', 'not-in-dukcapil')), '[]') || coalesce(k.findings, '[]') as findings,
        case when i.state = 'checked' and r.verdict = 'accepted' and k.is_deceased then 'review' else r.verdict end as verdict
      from intake_row r
        join intake_file f on f.region = r.region and f.id = r.file_id and f.undone_at is null
        join intake i on i.region = f.region and i.id = f.intake_id and i.state in ('checked', 'accepted')
        left join known k on k.file_id = r.file_id and k.sheet = r.sheet and k.row_number = r.row_number
      where r.region = ${ctx.region} and (k.file_id is not null or r.findings @? '$[*] ? (@.code == "deceased" || @.code == "already-covered" || @.code == "not-in-dukcapil")')
    ) t
    where r.region = ${ctx.region} and r.file_id = t.file_id and r.sheet = t.sheet and r.row_number = t.row_number
      and (r.findings, r.verdict) is distinct from (nullif(t.findings, '[]'), t.verdict)`.execute(ctx.db)
  await sql`update intake_file f set accepted = t.accepted, review = t.review
    from (select r.file_id, count(*) filter (where verdict = 'accepted') as accepted, count(*) filter (where verdict = 'review') as review
      from intake_row r join intake_file o on o.region = r.region and o.id = r.file_id join intake i on i.region = o.region and i.id = o.intake_id and i.state = 'checked'
      where r.region = ${ctx.region} group by r.file_id) t
    where f.region = ${ctx.region} and f.id = t.file_id and (f.accepted, f.review) is distinct from (t.accepted, t.review)`.execute(
    ctx.db,
  )
}
