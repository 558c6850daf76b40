import type { Cell as SheetCell, CellStyle, Sheet } from 'hucre'
import type { Language } from '../../values/language.ts'
import type { Field } from './columns/fields.ts'
import { letterOf, placeOfTable } from './columns/beside.ts'
import { type Layout, layoutOfRow } from './columns/layout.ts'
import type { ErrorWorkbook, ReturnedRow } from './error-workbook.ts'
import { wordingOf } from './finding-wording.ts'
import { errorTitle, markTitle, readMark, writeMark } from './returned-columns.ts'

const faulty: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFC7CE' } } }
const explained: CellStyle = { ...faulty, font: { color: { rgb: '9C0006' } }, alignment: { wrapText: true, vertical: 'top' } }

/** Writes the marks and the errors of one sheet; `placeOf` says where a row of the list stands in it, if it does. */
export function mark(sheet: Sheet, wanted: ErrorWorkbook, placeOf: (row: number) => number | undefined = (row) => row): void {
  const isHere = (row: { sheet: string }) => placeOfTable(row.sheet).sheet === sheet.name
  const marks = wanted.marks.filter(isHere)
  const returned = wanted.rows.filter(isHere)
  if (marks.length + returned.length === 0) return
  const layouts = wanted.layouts.filter(isHere)
  const heading = layouts[0]?.headerRows.at(-1)
  const headerRow = heading === undefined ? undefined : placeOf(heading)
  const error = errorColumn(sheet, headerRow, widthOf(layouts))
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
  for (const [row, marked] of Map.groupBy(marks, (each) => each.row)) {
    const place = placeOf(row)
    if (place !== undefined) put(place - 1, names, marked.map(writeMark).join('\n'))
  }
  for (const [row, people] of Map.groupBy(returned, (each) => each.row)) {
    const place = placeOf(row)
    if (place === undefined) continue
    put(place - 1, error, people.map((person) => sentencesOf(person, wanted.language)).join('\n'), explained)
    for (const person of people) {
      const layout = layoutOfRow(layouts, person.sheet, row)
      for (const { field } of person.findings) colour(sheet, cells, place - 1, columnOf(layout, field))
    }
  }
  hide(sheet, names)
}

/** How far to the right the tables of a sheet reach. */
export function widthOf(layouts: readonly Layout[]): number {
  return Math.max(
    0,
    ...layouts.map(({ sheet, columns, packedIn }) =>
      packedIn === undefined ? (placeOfTable(sheet).block?.from ?? 0) + columns.length : packedIn + 1,
    ),
  )
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

/** What to mend of a person; where tables stand beside each other, in which columns. */
function sentencesOf({ sheet, findings }: ReturnedRow, language: Language): string {
  const { block } = placeOfTable(sheet)
  const where = block === undefined ? '' : `${letterOf(block.from)}–${letterOf(block.to - 1)}: `
  return findings.map((finding) => where + wordingOf(finding)[language]).join('\n')
}

function columnOf(layout: Layout | undefined, field: Field): number | undefined {
  const own = layout?.at[field]
  if (own !== undefined && layout?.packedIn !== undefined) return layout.packedIn
  return own === undefined || layout === undefined ? undefined : (placeOfTable(layout.sheet).block?.from ?? 0) + own
}
