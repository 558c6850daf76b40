import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { type Field, fieldLabels } from './columns/fields.ts'
import { placeOfTable } from './columns/beside.ts'
import { type Layout, layoutOfRow } from './columns/layout.ts'
import { findingNames, wordingOf } from './finding-wording.ts'
import type { RowFinding } from './intake.ts'
import { withoutNumbers } from './masking.ts'
import type { ReadingRefusal } from '../reading/rows.ts'
import { wordingOfReadingRefusal } from '../reading/wording.ts'
import type { reportErrorTypes, validationReport } from './report-api.ts'

type Report = z.infer<typeof validationReport>
type Task = Report['tasks'][number]
type ReportError = Task['errors'][number]
type ErrorType = (typeof reportErrorTypes)[number]

type ListOfReport = {
  id: string
  name: string
  village: string
  rows: number
  layouts: Layout[] | null
  refusal: ReadingRefusal | null
  bytes: number
  sha256: string
  seconds: number
}

/**
 * The validation report of an intake in the shape of Frictionless, at most `limit` errors of each list told, all counted; nothing when it is
 * not this reader's. Rows an officer left out, or that a correction replaced, are no errors any more. No whole NIK stands in it.
 */
export async function findReport(ctx: Context, input: { intakeId: string; limit: number }): Promise<Report | undefined> {
  const { rows: lists } =
    await sql<ListOfReport>`select f.id, f.name, f.village, f.rows, f.layouts, f.refusal, s.byte_size as bytes, f.sha256,
      coalesce(extract(epoch from f.reading_ended_at - f.reading_began_at), 0)::float as seconds
    from intake_file f left join stored_file s on s.region = f.region and s.id = f.stored_file_id
    where f.region = ${ctx.region} and f.intake_id = ${input.intakeId} order by f.position`.execute(ctx.db)
  if (lists.length === 0) return undefined
  const counts = await countKinds(ctx, input.intakeId)
  const errors = await errorsOf(ctx, input)
  const tasks = lists.map((list) => taskOf(list, counts.get(list.id) ?? [], errors.get(list.id) ?? []))
  const sum = (of: (stats: Task['stats']) => number) => tasks.reduce((total, { stats }) => total + of(stats), 0)
  const total = sum((stats) => stats.errors)
  return {
    valid: total === 0,
    stats: {
      tasks: tasks.length,
      errors: total,
      warnings: sum((stats) => stats.warnings),
      seconds: sum((stats) => stats.seconds),
    },
    warnings: [],
    errors: [],
    tasks,
  }
}

type Kind = { code: RowFinding['code']; severity: RowFinding['severity']; rows: number }

const standing = sql`r.decision is null`

async function countKinds(ctx: Context, intakeId: string): Promise<Map<string, Kind[]>> {
  const { rows } = await sql<Kind & { fileId: string }>`
    select r.file_id as "fileId", finding ->> 'code' as code, finding ->> 'severity' as severity, count(*) as rows
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id, jsonb_array_elements(r.findings) as finding
    where r.region = ${ctx.region} and f.intake_id = ${intakeId} and ${standing} group by 1, 2, 3 order by 4 desc, 2`.execute(
    ctx.db,
  )
  return Map.groupBy(rows, ({ fileId }) => fileId)
}

type FoundError = {
  fileId: string
  sheet: string
  row: number
  code: RowFinding['code']
  severity: 'refuse' | 'review'
  field: Field
  detail: string | null
  original: string[] | null
}

async function errorsOf(ctx: Context, { intakeId, limit }: { intakeId: string; limit: number }) {
  const { rows } = await sql<FoundError>`select * from (
      select r.file_id as "fileId", r.sheet, r.row_number as row, finding ->> 'code' as code, finding ->> 'severity' as severity, finding ->> 'field' as field,
        finding ->> 'detail' as detail, r.original, row_number() over (partition by r.file_id order by r.sheet, r.row_number, finding ->> 'code') as nth
      from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id, jsonb_array_elements(r.findings) as finding
      where r.region = ${ctx.region} and f.intake_id = ${intakeId} and ${standing} and finding ->> 'severity' in ('refuse', 'review')
    ) t where nth <= ${limit} order by "fileId", nth`.execute(ctx.db)
  return Map.groupBy(rows, ({ fileId }) => fileId)
}

function taskOf(list: ListOfReport, kinds: readonly Kind[], found: readonly FoundError[]): Task {
  const layouts = list.layouts ?? []
  const whole = list.refusal === null ? [] : [errorOfFile(list.refusal)]
  const errors = [...whole, ...found.map((each) => errorOf(each, layouts))]
  const faulty = kinds.filter(({ severity }) => severity !== 'note').reduce((sum, { rows }) => sum + rows, 0)
  const notes = kinds.filter(({ severity }) => severity === 'note')
  const leftOut = faulty - found.length
  return {
    name: list.name,
    type: 'table',
    valid: faulty + whole.length === 0,
    place: list.name,
    labels: (layouts[0]?.columns ?? []).map(({ header }) => header),
    stats: {
      errors: faulty + whole.length,
      warnings: notes.reduce((sum, { rows }) => sum + rows, 0),
      seconds: list.seconds,
      rows: list.rows,
      fields: layouts[0]?.columns.length ?? 0,
      bytes: list.bytes ?? 0,
      sha256: list.sha256,
    },
    warnings: [
      ...notes.map(({ code, rows }) => `${code}: ${rows} (${findingNames[code].en})`),
      ...(leftOut > 0 ? [`${leftOut} more errors are counted and not told; ask with a higher limit`] : []),
    ],
    errors,
  }
}

const types: Record<RowFinding['code'], ErrorType> = {
  'nik-missing': 'constraint-error',
  'nik-length': 'nik-structure',
  'nik-precision-lost': 'nik-precision-lost',
  'kk-in-nik': 'nik-structure',
  'nik-impossible': 'nik-structure',
  'birth-date-unreadable': 'type-error',
  'name-missing': 'constraint-error',
  'too-young': 'constraint-error',
  'too-old': 'constraint-error',
  'barred-occupation': 'constraint-error',
  'not-working': 'constraint-error',
  'occupation-unknown': 'row-constraint',
  'nik-repaired': 'row-constraint',
  'birth-date-differs-from-nik': 'row-constraint',
  'birth-date-from-nik': 'row-constraint',
  'birth-date-reordered': 'row-constraint',
  'sex-differs-from-nik': 'row-constraint',
  'sex-unreadable': 'type-error',
  'family-card-unreadable': 'type-error',
  'income-unreadable': 'type-error',
  'phone-unreadable': 'type-error',
  duplicate: 'duplicate-across-batch',
  'nik-shared': 'unique-error',
  lookalike: 'row-constraint',
  deceased: 'deceased',
  'already-covered': 'already-enrolled',
  'not-in-dukcapil': 'foreign-key',
  repaired: 'row-constraint',
}

function errorOf(found: FoundError, layouts: readonly Layout[]): ReportError {
  const own = layoutOfRow(layouts, found.sheet, found.row)?.at[found.field]
  const { sheet, block } = placeOfTable(found.sheet)
  const cells = found.original?.map(withoutNumbers)
  const wording = wordingOf({ code: found.code, ...(found.detail !== null && { detail: withoutNumbers(found.detail) }) })
  return {
    type: types[found.code],
    title: findingNames[found.code].en,
    description: wording.en,
    message: `Row ${found.row}, ${fieldLabels[found.field].en}: ${findingNames[found.code].en}`,
    tags: ['#table', '#row', ...(own === undefined ? [] : ['#cell'])],
    note: wording.en,
    rowNumber: found.row,
    fieldName: found.field,
    ...(own !== undefined && { fieldNumber: (block?.from ?? 0) + own + 1, cell: cells?.[own] ?? '' }),
    ...(cells && { cells }),
    severity: found.severity,
    code: found.code,
    ...(sheet !== '' && { sheet }),
    wording,
  }
}

function errorOfFile(refusal: ReadingRefusal): ReportError {
  const wording = wordingOfReadingRefusal(refusal)
  const type = refusal.reason === 'no-header' ? 'missing-label' : 'format-error'
  return {
    type,
    title: 'The file cannot be read',
    description: wording.en,
    message: wording.en,
    note: wording.en,
    wording,
    tags: ['#file'],
    severity: 'refuse',
    code: refusal.reason,
  }
}
