import type { CellStyle, Sheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { Language } from '../../values/language.ts'
import { placeOfTable } from './columns/beside.ts'
import type { Layout } from './columns/layout.ts'
import type { RowFinding } from './intake.ts'
import { activePartsOf } from '../reading/active-parts.ts'
import { headOf, kindOf } from '../reading/kind.ts'
import { readingLimits } from '../reading/limits.ts'
import { listRows } from '../reading/read-list.ts'
import { type ListSource, textOf } from '../reading/rows.ts'
import { lastWordOf } from '../reading/thread.ts'
import type { MarkedRow } from './returned-columns.ts'
import { mark, widthOf } from './workbook-marks.ts'

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

/**
 * Gives a list back with its faulty cells coloured, a last column that says what to mend, and a hidden one that names each row.
 * An XLSX comes back as the same workbook, its formatting kept, formulas as the values they showed; any other format, and a workbook with macros, as an XLSX of text
 * cells with the same sheets and row numbers. Text that a spreadsheet would take for a formula is disarmed.
 */
export async function errorWorkbook(wanted: ErrorWorkbook): Promise<Uint8Array> {
  return ((await mayBeKept(wanted.source)) ? await sameWorkbook(wanted) : undefined) ?? rebuiltWorkbook(wanted)
}

/** A workbook goes back as it came when it fits in memory whole and carries nothing that could do something on the village's computer. */
async function mayBeKept(source: ListSource): Promise<boolean> {
  if (kindOf(await headOf(source)).kind !== 'zip') return false
  const { macros, links, tabs, worksheets, unpackedBytes } = await activePartsOf(source)
  return !macros && !links && tabs <= worksheets && unpackedBytes <= readingLimits.sameWorkbookBytes
}

/** Worked out in a thread of its own: what a workbook asks of whoever opens it cannot be told beforehand. */
async function sameWorkbook(wanted: ErrorWorkbook): Promise<Uint8Array | undefined> {
  const thread = new URL('./same-workbook-thread.ts', import.meta.url)
  const said = await lastWordOf(thread, wanted)
  return said instanceof Uint8Array ? said : undefined
}

/** Columns and cells of a workbook that is made anew: as much as fits in memory. Of a larger list the heading and the faulty rows go back. */
const mostColumns = 256
const mostCells = 800_000

async function rebuiltWorkbook(wanted: ErrorWorkbook): Promise<Uint8Array> {
  const width = Math.max(1, widthOf(wanted.layouts))
  const isWhole = wanted.marks.length * width <= mostCells
  const kept = isWhole ? undefined : rowsGivenBack(wanted, Math.floor(mostCells / width))
  const sheets = new Map<string, Sheet>()
  const places = new Map<string, Map<number, number>>()
  for await (const batch of listRows(wanted.source)) {
    for (const { sheet: name, row, cells } of batch) {
      if (kept !== undefined && !kept.has(`${row} ${name}`)) continue
      const sheet: Sheet = sheets.get(name) ?? { name, rows: [] }
      sheets.set(name, sheet)
      const place = kept === undefined ? row : sheet.rows.length + 1
      const placed = places.get(name) ?? new Map<number, number>()
      places.set(name, placed.set(row, place))
      while (sheet.rows.length < place) sheet.rows.push([])
      sheet.rows[place - 1] = cells.slice(0, mostColumns).map((cell) => disarmed(textOf(cell)))
    }
  }
  for (const sheet of sheets.values()) mark(sheet, wanted, (row) => places.get(sheet.name)?.get(row))
  return writeXlsx({
    sheets: [...sheets.values()].map((sheet) => ({
      name: sheet.name === '' ? 'Daftar' : sheet.name,
      rows: sheet.rows,
      cells: sheet.cells,
      columns: textColumns(sheet),
    })),
  })
}

function rowsGivenBack({ rows, layouts }: ErrorWorkbook, most: number): Set<string> {
  const headings = layouts.flatMap(({ sheet, headerRows }) => headerRows.map((row) => `${row} ${placeOfTable(sheet).sheet}`))
  return new Set([...headings, ...rows.slice(0, most).map(({ sheet, row }) => `${row} ${placeOfTable(sheet).sheet}`)])
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
