import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Context } from '../platform/context.ts'

/** A file format people open in a spreadsheet. */
export const sheetFormats = ['csv', 'xlsx'] as const
export type SheetFormat = (typeof sheetFormats)[number]

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** One column of an exported sheet: `isDigits` marks long numbers (NIK, KK, phone) that must stay text, digit for digit. */
export type SheetColumn<Row> = {
  header: string
  width: number
  isDigits?: boolean
  value: (row: Row) => string | number | null | undefined
}

/** A sheet: title lines above the header (XLSX only), columns, and its rows in batches. */
export type Sheet<Row> = {
  name: string
  titles?: readonly string[]
  columns: readonly SheetColumn<Row>[]
  batches: AsyncIterable<readonly Row[]>
}

/** Writes a sheet in a format, row by row as they come. */
export function sheetBytes<Row>(format: SheetFormat, sheet: Sheet<Row>): AsyncIterable<Uint8Array | string> {
  return format === 'csv' ? csvText(sheet) : xlsxBytes(sheet)
}

/**
 * Semicolons and a byte-order mark, as Excel in Indonesian expects. Long numbers carry an apostrophe, else Excel would round their
 * last digits away; texts that would run as a formula do too.
 */
async function* csvText<Row>(sheet: Sheet<Row>): AsyncGenerator<string> {
  yield `\uFEFF${sheet.columns.map((column) => quoted(column.header)).join(';')}\r\n`
  for await (const rows of sheet.batches) {
    yield rows
      .map((row) => `${sheet.columns.map((column) => csvCell(column.value(row), column.isDigits ?? false)).join(';')}\r\n`)
      .join('')
  }
}

/** Keeps a text from running as a formula when a spreadsheet opens it. */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function csvCell(value: string | number | null | undefined, isDigits: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  return quoted(isDigits && value !== '' ? `'${value}` : withoutFormula(value))
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Every text is stored as text: no cell is a formula, and no number loses a digit. */
function xlsxBytes<Row>(sheet: Sheet<Row>): AsyncIterable<Uint8Array> {
  const titles = sheet.titles ?? []
  async function* rows() {
    for (const title of titles) yield [title]
    yield sheet.columns.map((column) => column.header)
    for await (const batch of sheet.batches) {
      for (const row of batch) yield sheet.columns.map((column) => column.value(row) ?? null)
    }
  }
  return writeXlsxStream(rows(), {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: column.width })),
    freezePane: { rows: titles.length + 1 },
    repeatHeaders: false,
  }) as unknown as AsyncIterable<Uint8Array>
}

/** Lets bytes that are made from a transaction's rows travel while it is open; the transaction ends with the stream. */
export function streamedFrom(
  look: (reading: (ctx: Context) => Promise<void>) => Promise<void>,
  bytes: (ctx: Context) => AsyncIterable<Uint8Array | string>,
): Readable {
  const sink = new PassThrough()
  look((ctx) => pipeline(Readable.from(bytes(ctx)), sink)).catch((error: Error) => sink.destroy(error))
  return sink
}
