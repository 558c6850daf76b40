import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { type ComparedCode, comparedSeverity } from './intake.ts'
import { knownToRegisters } from './register-findings.ts'

/**
 * Compares the rows of an intake by NIK with each other, with other lists that are still open, and with the registry, and by name and
 * birth date with each other; adds the findings and sets the verdicts. Set-wise; once, in the transaction that calls the intake checked.
 */
export async function compareIntake(ctx: Context, intakeId: string): Promise<void> {
  await compareRows(ctx, intakeId, sql`true`)
}

/**
 * Compares anew the rows of an intake that stand in a temporary table `again` (file_id, sheet, row_number), after cells of them were mended:
 * what comparisons had found of them goes, what they find now comes. Whoever shared a NIK or a name and birth date with a mended row before or
 * shares one after must be in `again` too.
 */
export async function compareAgain(ctx: Context, intakeId: string): Promise<void> {
  await sql`update intake_row r set findings = nullif(own.findings, '[]'),
      verdict = case when own.findings @> '[{"severity": "refuse"}]' then 'refused' when own.findings @> '[{"severity": "review"}]' then 'review' else 'accepted' end
    from again a cross join lateral (
      select coalesce(jsonb_agg(finding), '[]') as findings from intake_row o, jsonb_array_elements(o.findings) as finding
      where o.region = ${ctx.region} and o.file_id = a.file_id and o.sheet = a.sheet and o.row_number = a.row_number
        and finding ->> 'code' <> all (${Object.keys(comparedSeverity)})
    ) own
    where r.region = ${ctx.region} and r.file_id = a.file_id and r.sheet = a.sheet and r.row_number = a.row_number`.execute(
    ctx.db,
  )
  await compareRows(ctx, intakeId, sql`(r.file_id, r.sheet, r.row_number) in (select file_id, sheet, row_number from again)`)
}

async function compareRows(ctx: Context, intakeId: string, which: RawBuilder<unknown>): Promise<void> {
  await sql`create temporary table mine on commit drop as
    select r.file_id, r.sheet, r.row_number, r.nik, r.name_key, r.birth_date, f.position, f.name || case when r.sheet = '' then '' else ' / ' || r.sheet end || ' / ' || r.row_number as place
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id where r.region = ${ctx.region} and f.intake_id = ${intakeId} and ${which}`.execute(
    ctx.db,
  )
  // The rows were written in this transaction: without fresh statistics the joins below would be planned for an empty table.
  await sql`analyze mine`.execute(ctx.db)
  await sql`create temporary table compared on commit drop as
    ${sameNikInIntake}
    union all ${sameNikInOtherLists(ctx, intakeId)}
    union all ${sameNikInRegistry(ctx)}
    union all ${lookalikes}
    union all ${knownToRegisters(ctx)}`.execute(ctx.db)
  await sql`analyze compared`.execute(ctx.db)
  await addFindings(ctx)
}

/** The same NIK in several rows: one name is one person listed twice, several names are people sharing a number. Each names another of its rows. */
const sameNikInIntake = sql`select t.file_id, t.sheet, t.row_number, case when t.names = 1 or t.likeness > 0.45 then 'duplicate' else 'nik-shared' end as code, o.place as detail
  from (
    select m.*, d.names, d.likeness, row_number() over (partition by m.nik order by m.position, m.sheet, m.row_number) as nth
    from mine m join (
      select nik, count(distinct name_key) as names, similarity(min(name_key), max(name_key)) as likeness from mine where nik is not null group by nik having count(*) > 1
    ) d on d.nik = m.nik
  ) t join (
    select m.nik, m.place, row_number() over (partition by m.nik order by m.position, m.sheet, m.row_number) as nth
    from mine m join (select nik from mine where nik is not null group by nik having count(*) > 1) d on d.nik = m.nik
  ) o on o.nik = t.nik and o.nth = case when t.nth = 1 then 2 else 1 end`

function sameNikInOtherLists(ctx: Context, intakeId: string): RawBuilder<unknown> {
  return sql`select m.file_id, m.sheet, m.row_number, case when similarity(m.name_key, o.name_key) > 0.45 then 'duplicate' else 'nik-shared' end,
      f.name || case when o.sheet = '' then '' else ' / ' || o.sheet end || ' / ' || o.row_number
    from mine m join intake_row o on o.region = ${ctx.region} and o.nik = m.nik and o.decision is null
      join intake_file f on f.region = o.region and f.id = o.file_id and f.undone_at is null
      join intake i on i.region = f.region and i.id = f.intake_id and i.state in ('checked', 'accepted') and i.id <> ${intakeId}
    where o.verdict <> 'accepted'`
}

function sameNikInRegistry(ctx: Context): RawBuilder<unknown> {
  return sql`select m.file_id, m.sheet, m.row_number,
      case when similarity(m.name_key, upper(w.full_name)) > 0.35 then 'duplicate' else 'nik-shared' end, null
    from mine m join worker w on w.region = ${ctx.region} and w.nik = m.nik and w.removed_at is null`
}

/** Another person of the same name and birth date: worth knowing, never a reason to refuse. */
const lookalikes = sql`select m.file_id, m.sheet, m.row_number, 'lookalike', null
  from mine m join (
    select name_key, birth_date from mine where birth_date is not null and nik is not null group by name_key, birth_date having count(distinct nik) > 1
  ) t on t.name_key = m.name_key and t.birth_date = m.birth_date where m.nik is not null`

const fieldOf: Readonly<Record<ComparedCode, string>> = {
  duplicate: 'nik',
  'nik-shared': 'nik',
  lookalike: 'fullName',
  deceased: 'nik',
  'already-covered': 'nik',
  'not-in-dukcapil': 'nik',
}

async function addFindings(ctx: Context): Promise<void> {
  const kinds = Object.entries(comparedSeverity).map(([code, severity]) => ({
    code,
    severity,
    field: fieldOf[code as ComparedCode],
  }))
  await sql`update intake_row r set findings = coalesce(r.findings, '[]') || added.findings,
      verdict = case when r.verdict = 'refused' then 'refused' when added.needs_review then 'review' else r.verdict end
    from (
      select c.file_id, c.sheet, c.row_number, bool_or(k.severity = 'review') as needs_review,
        jsonb_agg(jsonb_strip_nulls(jsonb_build_object('code', c.code, 'severity', k.severity, 'field', k.field, 'detail', nullif(c.detail, '')))) as findings
      from (select distinct on (file_id, sheet, row_number, code) * from compared order by file_id, sheet, row_number, code, detail) c
        join json_to_recordset(${JSON.stringify(kinds)}::json) as k(code text, severity text, field text) on k.code = c.code
      group by c.file_id, c.sheet, c.row_number
    ) added
    where r.region = ${ctx.region} and r.file_id = added.file_id and r.sheet = added.sheet and r.row_number = added.row_number`.execute(
    ctx.db,
  )
}
