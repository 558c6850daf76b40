import { type RawBuilder, sql } from 'kysely'
import { acrossVillages, type Context } from '../../platform/context.ts'
import { copyValue, openCopy } from '../../platform/copying.ts'
import { cursorBatches } from '../../registry/cursor.ts'
import { type Layout, layoutOfRow } from '../columns/layout.ts'
import { compareAgain, type OnCompared } from '../comparison.ts'
import { copyLine, stagedColumns } from '../staged.ts'
import { recountLists } from '../store.ts'
import type { Rechecked, StoredRow } from './rechecking.ts'

/** How the table was laid out in which a row of an intake stands. */
export type Layouts = { of(row: Pick<StoredRow, 'fileId' | 'sheet' | 'row'>): Layout | undefined }

export async function layoutsOf(ctx: Context, intakeId: string, only?: ReadonlySet<string>): Promise<Layouts> {
  const lists = await ctx.db
    .selectFrom('intake_file')
    .select(['id', 'layouts'])
    .where('region', '=', ctx.region)
    .where('intake_id', '=', intakeId)
    .$if(only !== undefined, (query) => query.where('id', 'in', [...(only ?? []), intakeId]))
    .execute()
  const byList = new Map(lists.map(({ id, layouts }) => [id, (layouts ?? []) as Layout[]]))
  return { of: ({ fileId, sheet, row }) => layoutOfRow(byList.get(fileId) ?? [], sheet, row) }
}

/** The tables of the lists of an intake, each with the rows of its sheet that are read by it. */
export async function tablesOf(
  ctx: Context,
  intakeId: string,
): Promise<{ fileId: string; from: number; to: number; layout: Layout }[]> {
  const lists = await ctx.db
    .selectFrom('intake_file')
    .select(['id', 'layouts'])
    .where('region', '=', ctx.region)
    .where('intake_id', '=', intakeId)
    .execute()
  return lists.flatMap(({ id: fileId, layouts }) =>
    ((layouts ?? []) as Layout[]).map((layout, _, all) => {
      const own = all.filter(({ sheet }) => sheet === layout.sheet)
      const next = own[own.indexOf(layout) + 1]?.headerRows[0]
      const from = own[0] === layout ? 0 : (layout.headerRows[0] ?? 0)
      return { fileId, from, to: next === undefined ? lastRow : next - 1, layout }
    }),
  )
}

const lastRow = 2_147_483_647

/** The columns of a stored row, over `r`. */
export const stored = sql`r.file_id as "fileId", r.sheet, r.row_number as row, r.village, r.verdict, r.nik, r.family_card as "familyCard", r.full_name as "fullName",
  r.birth_place as "birthPlace", r.birth_date as "birthDate", r.sex, r.mother_name as "motherName", r.address, r.hamlet, r.rt_rw as "rtRw",
  r.village_written as "villageWritten", r.occupation, r.income, r.phone, r.findings, r.original, r.repaired`

/** Rows of an intake in batches, those this person may see; `which` says more, over `r` (intake_row) and `f` (intake_file). */
export function rowsWhere(ctx: Context, intakeId: string, which: RawBuilder<unknown>): AsyncGenerator<StoredRow[]> {
  return cursorBatches(
    ctx,
    sql<StoredRow>`select ${stored} from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
      where r.region = ${ctx.region} and f.intake_id = ${intakeId} and r.replaced_by_file is null and ${which} order by f.position, r.sheet, r.row_number`,
    2000,
    'picked',
  )
}

/** A cell that was mended: which, what stood there, what stands there now. */
export type MendedCell = { row: StoredRow; field: string; code: string | null; written: string; repaired: string }

const columns = stagedColumns.map(([name]) => name)

/** Takes rows that were checked anew, a batch at a time, and writes them when all are in. */
export async function openMending(ctx: Context) {
  const types = stagedColumns.map(([name, type]) => `${name} ${type}`)
  await ctx.client.query(
    `create temporary table mended_row (file_id uuid, is_identity_changed boolean, repaired jsonb, ${types.join(', ')}) on commit drop`,
  )
  let changesIdentity = false
  return {
    async take(rows: readonly { before: StoredRow; now: Rechecked }[]): Promise<void> {
      const copy = openCopy(ctx, 'mended_row', ['file_id', 'is_identity_changed', 'repaired', ...columns])
      for (const { before, now } of rows) {
        changesIdentity ||= now.isIdentityChanged
        const repaired = Object.keys(now.repaired).length === 0 ? null : JSON.stringify(now.repaired)
        await copy.write(`${before.fileId}\t${now.isIdentityChanged}\t${copyValue(repaired)}\t${copyLine(now.row)}`)
      }
      await copy.end()
    },
    async end(intakeId: string, onCompared?: OnCompared): Promise<void> {
      await ctx.client.query('analyze mended_row')
      if (changesIdentity) await nameThoseToCompare(ctx, intakeId)
      const set = columns.filter((name) => name !== 'sheet' && name !== 'row_number').map((name) => `${name} = m.${name}`)
      await ctx.client.query(
        `update intake_row r set ${set.join(', ')}, repaired = m.repaired, decision = null, decided_by_name = null from mended_row m
        where r.region = $1 and r.file_id = m.file_id and r.sheet = m.sheet and r.row_number = m.row_number`,
        [ctx.region],
      )
      if (changesIdentity) await compareAgain(ctx, intakeId, onCompared)
      await acrossVillages(ctx, () => recountLists(ctx, intakeId))
    },
  }
}

/** Before anything is written: the mended rows, and all that share a NIK or a name and birth date with one of them, as they were or as they are now. */
async function nameThoseToCompare(ctx: Context, intakeId: string): Promise<void> {
  await acrossVillages(ctx, () =>
    sql`create temporary table again on commit drop as
      with keys as (
        select m.nik, m.name_key, m.birth_date from mended_row m where m.is_identity_changed
        union select r.nik, r.name_key, r.birth_date from mended_row m
          join intake_row r on r.region = ${ctx.region} and r.file_id = m.file_id and r.sheet = m.sheet and r.row_number = m.row_number
          where m.is_identity_changed
      )
      select r.file_id, r.sheet, r.row_number from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
        where r.region = ${ctx.region} and f.intake_id = ${intakeId} and (r.nik in (select nik from keys where nik is not null)
          or (r.name_key, r.birth_date) in (select name_key, birth_date from keys where birth_date is not null))
      union select file_id, sheet, row_number from mended_row where is_identity_changed`.execute(ctx.db),
  )
}

/** Keeps what stood in mended cells, all under the id of one act. */
export async function keepRepairs(
  ctx: Context,
  act: { id: string; intakeId: string },
  cells: readonly MendedCell[],
): Promise<void> {
  const kept = cells.map(({ row, field, code, written, repaired }) => ({
    file_id: row.fileId,
    sheet: row.sheet,
    row_number: row.row,
    village: row.village,
    field,
    code,
    written,
    repaired,
  }))
  await sql`insert into intake_repair (region, id, intake_id, file_id, sheet, row_number, field, village, code, written, repaired, made_by, made_by_name)
    select ${ctx.region}, ${act.id}, ${act.intakeId}, c.file_id, c.sheet, c.row_number, c.field, c.village, c.code, c.written, c.repaired, ${ctx.actor.id}, ${ctx.actor.name}
    from json_to_recordset(${JSON.stringify(kept)}::json) as c(file_id uuid, sheet text, row_number int, field text, village text, code text, written text, repaired text)`.execute(
    ctx.db,
  )
}

/** One act of mending: one cell, or all that were alike. `written` and `repaired` are null where the cells did not all say the same. */
export type RepairAct = {
  id: string
  field: string
  code: string | null
  rows: number
  written: string | null
  repaired: string | null
  name: string | null
  madeBy: string
  madeById: string
  madeAt: string
  undoneBy: string | null
  undoneAt: string | null
}

/** The acts of mending in an intake, the newest first, as far as this person sees their rows. */
export async function listActs(ctx: Context, intakeId: string, id?: string): Promise<RepairAct[]> {
  const { rows } = await sql<RepairAct>`select p.id, min(p.field) as field, min(p.code) as code, count(*) as rows,
      case when min(p.written) = max(p.written) then min(p.written) end as written, case when min(p.repaired) = max(p.repaired) then min(p.repaired) end as repaired,
      case when count(*) = 1 then (select r.full_name from intake_row r where r.region = ${ctx.region} and r.file_id = (array_agg(p.file_id))[1]
        and r.sheet = min(p.sheet) and r.row_number = min(p.row_number)) end as name,
      min(p.made_by_name) as "madeBy", min(p.made_by) as "madeById", min(p.made_at) as "madeAt", min(p.undone_by_name) as "undoneBy", min(p.undone_at) as "undoneAt"
    from intake_repair p where p.region = ${ctx.region} and p.intake_id = ${intakeId} ${id === undefined ? sql`` : sql`and p.id = ${id}`}
    group by p.region, p.id order by min(p.made_at) desc, p.id limit 200`.execute(ctx.db)
  return rows
}

export async function markActUndone(ctx: Context, intakeId: string, id: string): Promise<void> {
  await ctx.db
    .updateTable('intake_repair')
    .set({ undone_by: ctx.actor.id, undone_by_name: ctx.actor.name, undone_at: sql`now()` })
    .where('region', '=', ctx.region)
    .where('intake_id', '=', intakeId)
    .where('id', '=', id)
    .execute()
}

/** Repairs of lists that are read anew are taken back with the rows they were made in. */
export async function closeRepairsOf(ctx: Context, fileIds: readonly string[]): Promise<void> {
  await sql`update intake_repair set undone_by = ${ctx.actor.id}, undone_by_name = ${ctx.actor.name}, undone_at = now()
    where region = ${ctx.region} and file_id = any (${fileIds}::uuid[]) and undone_at is null`.execute(ctx.db)
}

/** What still stands mended in the rows of an act: by row, by field, the last repair that was not taken back. */
export async function standingRepairs(ctx: Context, id: string): Promise<Map<string, Record<string, string>>> {
  const { rows } = await sql<{ key: string; repaired: Record<string, string> }>`
    select s.file_id || ' ' || s.sheet || ' ' || s.row_number as key, jsonb_object_agg(s.field, s.repaired) as repaired from (
      select distinct on (p.file_id, p.sheet, p.row_number, p.field) p.* from intake_repair p
      where p.region = ${ctx.region} and p.undone_at is null and p.field <> 'village' and (p.file_id, p.sheet, p.row_number) in (
        select file_id, sheet, row_number from intake_repair where region = ${ctx.region} and id = ${id})
      order by p.file_id, p.sheet, p.row_number, p.field, p.made_at desc) s
    group by 1`.execute(ctx.db)
  return new Map(rows.map(({ key, repaired }) => [key, repaired]))
}

/** The rows an act mended, as a condition over `r`. */
export function rowsOfAct(ctx: Context, id: string): RawBuilder<unknown> {
  return sql`(r.file_id, r.sheet, r.row_number) in (select file_id, sheet, row_number from intake_repair where region = ${ctx.region} and id = ${id})`
}

export function keyOf(row: Pick<StoredRow, 'fileId' | 'sheet' | 'row'>): string {
  return `${row.fileId} ${row.sheet} ${row.row}`
}
