import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Of a list that carries no marks, the share of rows that must stand in the earlier list too before it is taken for its correction. */
const leastCommon = 0.6

/**
 * Finds for the rows of an intake the rows of earlier lists they give anew, into the temporary table `correction_match`; says whether there
 * are any. A mark names its row, wherever it was moved to; without marks the earlier list is the one of the same village and name, or any of
 * the village when the workbook was returned by us, that has most people in common; then the number, the place or name and birth date tell.
 */
export async function matchCorrections(ctx: Context, intakeId: string): Promise<boolean> {
  const pairs = await candidates(ctx, intakeId)
  if (pairs.length === 0) return false
  await createTables(ctx, intakeId, pairs)
  await matchBy(ctx, marked)
  await chooseList(ctx)
  for (const condition of [sameNumber, samePlace, sameNameAndBirth]) await matchBy(ctx, condition)
  const { rows } = await sql<{ found: boolean }>`select exists (select from correction_match) as found`.execute(ctx.db)
  return rows[0]?.found ?? false
}

type Pair = { fileId: string; oldFile: string }

/** A name without what is added to it on the way: our own ending, copies, revisions, the kind of file. */
const bareName = (column: string) =>
  sql.raw(
    `lower(regexp_replace(${column}, '(-perlu-diperbaiki|\\s*\\(\\d+\\)|[\\s_-]+(revisi|rev|koreksi|perbaikan|final|edit|fix|salinan|copy)[\\s_-]*\\d*)+|\\.\\w+$', '', 'gi'))`,
  )

/** The earlier lists that a list of the intake may correct; those of other villages are not even seen by an operator. */
async function candidates(ctx: Context, intakeId: string): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with mine as (
      select f.*, f.layouts @? '$[*] ? (@.isReturned == true)' as is_returned from intake_file f
      where f.region = ${ctx.region} and f.intake_id = ${intakeId} and f.state = 'read' and f.correction is null
    ), earlier as (
      select o.* from intake_file o join intake i on i.region = o.region and i.id = o.intake_id and i.state in ('checked', 'accepted')
      where o.region = ${ctx.region} and o.intake_id <> ${intakeId} and o.undone_at is null and o.state = 'read'
    )
    select m.id as "fileId", e.id as "oldFile" from mine m join earlier e on e.village = m.village
      and (m.is_returned or ${bareName('e.name')} = ${bareName('m.name')})
    union
    select m.id, e.id from mine m join lateral (
      select distinct (regexp_match(r.mark, '^ucok:([0-9a-f-]{36}):'))[1]::uuid as old_file from intake_row r where r.region = m.region and r.file_id = m.id and r.mark is not null
    ) t on m.is_returned join earlier e on e.id = t.old_file`.execute(ctx.db)
  return rows
}

/** The rows of the intake (`given`) and those of the earlier lists as they stand now (`standing`), each beside the rows it came from. */
async function createTables(ctx: Context, intakeId: string, pairs: readonly Pair[]): Promise<void> {
  await sql`create temporary table correction_match (file_id uuid, sheet text, row_number int, old_file uuid, old_sheet text, old_row int) on commit drop`.execute(
    ctx.db,
  )
  await sql`create temporary table correction_pair on commit drop as
    select * from json_to_recordset(${JSON.stringify(pairs)}::json) as p("fileId" uuid, "oldFile" uuid)`.execute(ctx.db)
  await sql`create temporary table given on commit drop as
    select r.file_id, r.sheet, r.row_number, nullif(r.nik_written, '') as number, r.name_key, r.birth_date, (regexp_match(r.mark, '^ucok:([0-9a-f-]{36}):(\\d{1,7}):(.*)$')) as mark
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and r.file_id in (select "fileId" from correction_pair)`.execute(
    ctx.db,
  )
  await sql`create temporary table standing on commit drop as
    with recursive line as (
      select r.file_id as first_file, r.sheet as first_sheet, r.row_number as first_row, r.*, 0 as steps from intake_row r
      where r.region = ${ctx.region} and r.file_id in (select "oldFile" from correction_pair)
      union all
      select l.first_file, l.first_sheet, l.first_row, r.*, l.steps + 1 from line l
        join intake_row r on r.region = ${ctx.region} and r.file_id = l.replaced_by_file and r.sheet = l.replaced_by_sheet and r.row_number = l.replaced_by_row
      where l.steps < 100
    )
    select first_file, first_sheet, first_row, file_id as old_file, sheet as old_sheet, row_number as old_row, nullif(nik_written, '') as number, name_key, birth_date
    from line where replaced_by_file is null and file_id not in (select file_id from given)`.execute(ctx.db)
  await sql`create index on standing (first_file, number)`.execute(ctx.db)
  await sql`analyze given, standing`.execute(ctx.db)
}

/** Whose marks name most rows of a list, else who has most people in common, enough of them: the list it corrects. */
async function chooseList(ctx: Context): Promise<void> {
  await sql`create temporary table chosen on commit drop as
    select distinct on (p."fileId") p."fileId" as file_id, p."oldFile" as old_file
    from correction_pair p join lateral (
      select (select count(*) from correction_match m join standing s on (s.old_file, s.old_sheet, s.old_row) = (m.old_file, m.old_sheet, m.old_row)
          where m.file_id = p."fileId" and s.first_file = p."oldFile") as marked,
        count(*) filter (where exists (select from standing s where s.first_file = p."oldFile" and s.number = g.number and s.name_key = g.name_key)) as common,
        count(*) as rows
      from given g where g.file_id = p."fileId"
    ) t on t.marked > 0 or (t.common >= 2 and t.common >= t.rows * ${leastCommon}::float)
    order by p."fileId", t.marked desc, t.common desc, p."oldFile"`.execute(ctx.db)
}

type Rule = { from: string; best: string }

/** One person still, though something of them was mended; a row typed over with somebody else is not. */
const isAlike = `(g.number = s.number or similarity(g.name_key, s.name_key) > 0.6
  or (g.birth_date = s.birth_date and (similarity(g.name_key, s.name_key) > 0.3 or '' in (g.name_key, s.name_key))))`
const inChosen = `given g join chosen c on c.file_id = g.file_id join standing s on s.first_file = c.old_file`

const marked: Rule = {
  from: `given g join standing s on s.first_file = g.mark[1]::uuid and s.first_row = g.mark[2]::int and s.first_sheet = g.mark[3] and ${isAlike}`,
  best: `coalesce(g.number = s.number, false) desc, similarity(g.name_key, s.name_key) desc`,
}
const sameNumber: Rule = {
  from: `${inChosen} and s.number = g.number and ${isAlike}`,
  best: `similarity(g.name_key, s.name_key) desc`,
}
const samePlace: Rule = {
  from: `${inChosen} and s.first_row = g.row_number and s.first_sheet in (g.sheet, '') and ${isAlike}`,
  best: `similarity(g.name_key, s.name_key) desc`,
}
const sameNameAndBirth: Rule = {
  from: `${inChosen} and s.name_key = g.name_key and s.birth_date = g.birth_date and s.name_key <> ''`,
  best: `s.first_row`,
}

/** Matches what is not matched yet: every given row with one standing row at most, and the other way round. */
async function matchBy(ctx: Context, { from, best }: Rule): Promise<void> {
  await sql`insert into correction_match
    select file_id, sheet, row_number, old_file, old_sheet, old_row from (
      select distinct on (file_id, sheet, row_number) * from (
        select distinct on (s.old_file, s.old_sheet, s.old_row) g.file_id, g.sheet, g.row_number, s.old_file, s.old_sheet, s.old_row
        from ${sql.raw(from)}
        where not exists (select from correction_match m where (m.file_id, m.sheet, m.row_number) = (g.file_id, g.sheet, g.row_number))
          and not exists (select from correction_match m where (m.old_file, m.old_sheet, m.old_row) = (s.old_file, s.old_sheet, s.old_row))
        order by s.old_file, s.old_sheet, s.old_row, ${sql.raw(best)}, g.file_id, g.sheet, g.row_number
      ) as one_for_each_old order by file_id, sheet, row_number, old_file, old_sheet, old_row
    ) as one_for_each_given`.execute(ctx.db)
}
