import { readFile } from 'node:fs/promises'
import type { Cell as SheetCell, CellStyle, Sheet } from 'hucre'
import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx'
import type { Language } from '../../values/language.ts'
import type { Field } from './columns/fields.ts'
import type { Layout } from './columns/layout.ts'
import { wordingOf } from './finding-wording.ts'
import type { RowFinding } from './intake.ts'
import { kindOf } from './reading/kind.ts'
import { readingLimits } from './reading/limits.ts'
import { listRows } from './reading/read-list.ts'
import { type ListSource, textOf } from './reading/rows.ts'
import { errorTitle, type MarkedRow, markTitle, readMark, writeMark } from './returned-columns.ts'

/** A row to return, by sheet and row as a person counts them, with what was found in it. */
export type ReturnedRow = { readonly sheet: string; readonly row: number; readonly findings: readonly RowFinding[] }

export type ErrorWorkbook = {
  readonly source: ListSource
  readonly rows: readonly ReturnedRow[]
  /** The layouts found when the list was read, so that the faulty cell can be coloured. */
  readonly layouts: readonly Layout[]
  /** Every row of the list that stands, so that it is known again when the workbook comes back. */
  readonly marks: readonly MarkedRow[]
  readonly language: Language
}

const faulty: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } }
const explained: CellStyle = { ...faulty, font: { color: { rgb: '9C0006' } }, alignment: { wrapText: true, vertical: 'top' } }

/**
 * Gives a list back with its faulty cells coloured, a last column that says what to mend, and a hidden one that names each row. An XLSX comes back as the
 * same workbook, formatting and macros kept, formulas as the values they showed; any other format as an XLSX of text
 * cells with the same sheets and row numbers. Text that a spreadsheet would take for a formula is disarmed.
 */
export async function errorWorkbook(wanted: ErrorWorkbook): Promise<Uint8Array> {
  const bytes = 'bytes' in wanted.source ? wanted.source.bytes : await readFile(wanted.source.path)
  const original =
    bytes.length <= readingLimits.wholeFileBytes && kindOf(bytes.subarray(0, 65_536)).kind === 'zip'
      ? await sameWorkbook(bytes, wanted)
      : undefined
  return original ?? rebuiltWorkbook(wanted)
}

async function sameWorkbook(bytes: Uint8Array, wanted: ErrorWorkbook): Promise<Uint8Array | undefined> {
  try {
    const workbook = await openXlsx(bytes, { readStyles: true })
    for (const sheet of workbook.sheets) {
      for (const cell of sheet.cells?.values() ?? []) delete cell.formula
      mark(sheet, wanted)
    }
    return await saveXlsx(workbook)
  } catch {
    return undefined
  }
}

function mark(sheet: Sheet, wanted: ErrorWorkbook): void {
  const marks = wanted.marks.filter((row) => row.sheet === sheet.name)
  const returned = wanted.rows.filter((row) => row.sheet === sheet.name)
  if (marks.length + returned.length === 0) return
  const layouts = wanted.layouts.filter((each) => each.sheet === sheet.name)
  const headerRow = layouts[0]?.headerRows.at(-1)
  const error = errorColumn(sheet, headerRow, layouts[0]?.columns.length ?? 0)
  const names = markColumn(sheet, error)
  const cells = (sheet.cells ??= new Map<string, SheetCell>())
  const put = (row: number, column: number, value: string, style?: CellStyle) => {
    const line = (sheet.rows[row] ??= [])
    while (line.length <= column) line.push(null)
    line[column] = value
    cells.set(`${row},${column}`, { value, type: 'string', ...(style && { style }) })
  }
  if (headerRow !== undefined) {
    put(headerRow - 1, error, errorTitle[wanted.language], { font: { bold: true } })
    put(headerRow - 1, names, markTitle)
  }
  for (const marked of marks) put(marked.row - 1, names, writeMark(marked))
  for (const { row, findings } of returned) {
    const layout = layouts.findLast((each) => (each.headerRows[0] ?? 0) <= row)
    put(row - 1, error, sentencesOf(findings, wanted.language), explained)
    for (const { field } of findings) colour(sheet, cells, row - 1, columnOf(layout, field))
  }
  hide(sheet, names)
}

/** The last column a workbook can have: ours stand before it, however far to the right a stray cell is. */
const lastColumn = 16_380

/** The column after the last, or the one we wrote when this list came back before. */
function errorColumn(sheet: Sheet, headerRow: number | undefined, width: number): number {
  const titles: readonly unknown[] = Object.values(errorTitle)
  const written = headerRow === undefined ? -1 : (sheet.rows[headerRow - 1] ?? []).findIndex((cell) => titles.includes(cell))
  if (written === -1)
    return Math.min(
      lastColumn,
      sheet.rows.reduce((longest, cells) => Math.max(longest, cells?.length ?? 0), width),
    )
  sheet.rows.forEach((cells, row) => {
    if (row !== (headerRow ?? 0) - 1 && cells.length > written) {
      cells[written] = null
      sheet.cells?.delete(`${row},${written}`)
    }
  })
  return written
}

/** The column in which the marks of an earlier return stand, or the one after the errors. */
function markColumn(sheet: Sheet, error: number): number {
  for (const cells of sheet.rows) {
    const column = cells?.findIndex((cell) => typeof cell === 'string' && readMark(cell) !== undefined) ?? -1
    if (column !== -1) return column
  }
  return error + 1
}

function hide(sheet: Sheet, column: number): void {
  const columns = [...(sheet.columns ?? [])]
  while (columns.length <= column) columns.push({})
  columns[column] = { ...columns[column], hidden: true }
  sheet.columns = columns
}

function colour(sheet: Sheet, cells: Map<string, SheetCell>, row: number, column: number | undefined): void {
  if (column === undefined) return
  const key = `${row},${column}`
  const value = sheet.rows[row]?.[column] ?? null
  const before = cells.get(key) ?? {
    value,
    type: value === null ? 'empty' : typeof value === 'number' ? 'number' : value instanceof Date ? 'date' : 'string',
  }
  cells.set(key, { ...before, style: { ...before.style, ...faulty } })
}

async function rebuiltWorkbook(wanted: ErrorWorkbook): Promise<Uint8Array> {
  const sheets = new Map<string, Sheet>()
  for await (const batch of listRows(wanted.source)) {
    for (const { sheet: name, row, cells } of batch) {
      const sheet: Sheet = sheets.get(name) ?? { name, rows: [] }
      sheets.set(name, sheet)
      while (sheet.rows.length < row) sheet.rows.push([])
      sheet.rows[row - 1] = cells.map((cell) => disarmed(textOf(cell)))
    }
  }
  for (const sheet of sheets.values()) mark(sheet, wanted)
  return writeXlsx({
    sheets: [...sheets.values()].map((sheet) => ({
      name: sheet.name === '' ? 'Daftar' : sheet.name,
      rows: sheet.rows,
      cells: sheet.cells,
      columns: textColumns(sheet),
    })),
  })
}

function textColumns(sheet: Sheet): { style: CellStyle; width: number; hidden?: boolean }[] {
  const width = sheet.rows.reduce((longest, cells) => Math.max(longest, cells?.length ?? 0), 0)
  return Array.from({ length: width }, (_, column) => ({
    style: { numFmt: '@' },
    width: column === width - 2 ? 60 : 18,
    ...(sheet.columns?.[column]?.hidden && { hidden: true }),
  }))
}

/** Puts an apostrophe before text that a spreadsheet would run as a formula when it is saved as CSV again. */
export function disarmed(text: string): string {
  return /^[=+@\t\r]|^-(?!\d|$|-)/.test(text) ? `'${text}` : text
}

function sentencesOf(findings: readonly RowFinding[], language: Language): string {
  return findings.map((finding) => wordingOf(finding)[language]).join('\n')
}

function columnOf(layout: Layout | undefined, field: Field): number | undefined {
  return layout?.at[field]
}
