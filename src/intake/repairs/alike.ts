import { type RawBuilder, sql } from 'kysely'
import { done, type Outcome } from '../../../values/outcome.ts'
import type { Context } from '../../platform/context.ts'
import { tidy } from '../../reading/written/plain-values.ts'
import type { Layout } from '../columns/layout.ts'
import type { RowFinding } from '../intake.ts'
import {
  type Correction,
  correctedCell,
  type Likeness,
  type MendableField,
  mendableFields,
  saysTheSame,
  shapeOf,
} from './corrections.ts'
import { findMendable, type RepairRefusal } from './mendable.ts'
import { recheck, standsIn, type StoredRow } from './rechecking.ts'
import { type Layouts, layoutsOf, rowsWhere, tablesOf } from './store.ts'

/** Cells that are alike, and what is put into them: those of a kind of fault that say what `written` says, or are written like it. */
export type Alike = { code: string; field: MendableField; likeness: Likeness; written: string; correction: Correction }

type AlikeCell = { row: StoredRow; layout: Layout; written: string; becomes: string | undefined }

/** The cells that are alike, in batches, each with what the correction makes of it. Rows that were left out by decision are not touched. */
export async function* alikeCells(
  ctx: Context,
  wanted: { intakeId: string; alike: Alike; layouts: Layouts; on: number; onLooked?: (rows: number) => void },
): AsyncGenerator<AlikeCell[]> {
  const { alike, layouts, on } = wanted
  const isAlike = likenessTo(alike)
  let looked = 0
  for await (const rows of faultyRows(ctx, wanted.intakeId, alike.code)) {
    looked += rows.length
    wanted.onLooked?.(looked)
    yield rows.flatMap((row) => {
      const layout = layouts.of(row)
      if (layout === undefined) return []
      const written = standsIn(row, layout, alike.field)
      if (!isAlike(written)) return []
      const becomes = correctedCell(alike.correction, { field: alike.field, written, nik: row.nik }, on)
      return becomes === written ? [] : [{ row, layout, written, becomes }]
    })
  }
}

/** How many rows of an intake have a kind of fault. */
export async function countFaulty(ctx: Context, intakeId: string, code: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and r.replaced_by_file is null and ${isFaulty(code)}`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

function likenessTo({ likeness, written }: Alike): (cell: string) => boolean {
  if (likeness === 'written') return (cell) => saysTheSame(cell, written)
  const shape = shapeOf(written)
  return likeness === 'shape' ? (cell) => shapeOf(cell) === shape : () => true
}

function faultyRows(ctx: Context, intakeId: string, code: string): AsyncGenerator<StoredRow[]> {
  return rowsWhere(ctx, intakeId, isFaulty(code))
}

function isFaulty(code: string): RawBuilder<boolean> {
  return sql`(r.findings is not null and r.decision is distinct from 'dismiss' and r.findings @> ${JSON.stringify([{ code }])}::jsonb)`
}

/** What mending alike cells would do: how many, how their rows would be judged then, some examples, and how many the correction does not fit. */
export type Preview = {
  cells: number
  unfitting: number
  verdicts: { accepted: number; review: number; refused: number }
  examples: { fullName: string; fileId: string; row: number; written: string; becomes: string; verdict: StoredRow['verdict'] }[]
}

/** How many examples are shown before cells are mended. */
const examplesShown = 5

/** Foresees what mending alike cells would do, without doing it. Comparisons with other rows are made when it is done. */
export async function foreseeAlike(
  ctx: Context,
  input: { intakeId: string; alike: Alike },
): Promise<Outcome<Preview, RepairRefusal>> {
  const mendable = await findMendable(ctx, input.intakeId)
  if (!mendable.ok) return mendable
  const layouts = await layoutsOf(ctx, input.intakeId)
  const preview: Preview = { cells: 0, unfitting: 0, verdicts: { accepted: 0, review: 0, refused: 0 }, examples: [] }
  const { field } = input.alike
  for await (const cells of alikeCells(ctx, { ...input, layouts, on: mendable.value.on })) {
    for (const { row, layout, written, becomes } of cells) {
      if (becomes === undefined) {
        preview.unfitting += 1
        continue
      }
      const now = recheck(row, layout, mendable.value.terms, { ...row.repaired, [field]: becomes })
      preview.cells += 1
      preview.verdicts[now.row.verdict] += 1
      if (preview.examples.length < examplesShown)
        preview.examples.push({
          fullName: row.fullName,
          fileId: row.fileId,
          row: row.row,
          written,
          becomes,
          verdict: now.row.verdict,
        })
    }
  }
  return done(preview)
}

/** What is written in the faulty cells of a kind, the most frequent first, with how many say so; and how many ways there are in all. */
export type Written = { field: MendableField | null; kinds: number; groups: { written: string; shape: string; rows: number }[] }

/** How many ways of writing are listed. */
const groupsShown = 200

export async function groupWritten(
  ctx: Context,
  input: { intakeId: string; code: string },
): Promise<Outcome<Written, RepairRefusal>> {
  const field = await fieldOf(ctx, input)
  const groups = new Map<string, { written: string; shape: string; rows: number }>()
  for (const { written, rows } of field === null ? [] : await countWritten(ctx, input, field)) {
    const key = tidy(written).toLowerCase()
    const group = groups.get(key) ?? { written, shape: shapeOf(written), rows: 0 }
    groups.set(key, { ...group, rows: group.rows + rows })
  }
  const sorted = [...groups.values()].toSorted((left, right) => right.rows - left.rows)
  return done({ field, kinds: sorted.length, groups: sorted.slice(0, groupsShown) })
}

type Kind = { intakeId: string; code: string }

/** The cell that a kind of fault is about. */
async function fieldOf(ctx: Context, { intakeId, code }: Kind): Promise<MendableField | null> {
  const { rows } = await sql<{ findings: RowFinding[] }>`select r.findings
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and ${isFaulty(code)} limit 1`.execute(ctx.db)
  return mendableOf(rows[0]?.findings.find((finding) => finding.code === code))
}

/** What stands in the faulty cells, letter by letter, with how many say so; worked out where the rows are, for there may be a hundred thousand. */
async function countWritten(ctx: Context, { intakeId, code }: Kind, field: MendableField) {
  const tables = (await tablesOf(ctx, intakeId)).map(({ fileId, from, to, layout }) => {
    const own = layout.at[field] ?? null
    const both = own === null && field === 'birthDate' ? (layout.at.birthPlaceAndDate ?? null) : null
    return { fileId, sheet: layout.sheet, from, to, own, both }
  })
  const { rows } = await sql<{ written: string; rows: number }>`
    select coalesce(r.repaired ->> ${field}, r.original ->> t.own, regexp_replace(r.original ->> t."both", '^\\D*[,/\\s]+(?=\\d)', ''), '') as written, count(*) as rows
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
      join json_to_recordset(${JSON.stringify(tables)}::json) as t("fileId" uuid, sheet text, "from" int, "to" int, own int, "both" int)
        on t."fileId" = r.file_id and t.sheet = r.sheet and r.row_number between t."from" and t."to"
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and r.replaced_by_file is null and ${isFaulty(code)} group by 1`.execute(
    ctx.db,
  )
  return rows
}

/** The cell that a finding is about, when it can be mended here; a birth date written beside the place is mended as a birth date. */
export function mendableOf(finding: RowFinding | undefined): MendableField | null {
  const field = finding?.field === 'birthPlaceAndDate' ? 'birthDate' : finding?.field
  return mendableFields.find((mendable) => mendable === field) ?? null
}
