import { cellsOfLine } from '../../reading/delimited.ts'
import { type SheetRow, textOf } from '../../reading/rows.ts'
import { cleanNik } from '../../reading/written/nik.ts'

/** Whole lines of a text list that stand in one column, as a spreadsheet shows a list whose separator it did not expect. */
export type Packed = { readonly column: number; readonly separator: string }

const separators = [',', ';', '|', '\t'] as const

/** Of the rows in which anything stands, the share that must be packed: titles and signatures are not. */
const least = 0.7

/** Tells whether the lines of a sheet stand packed in one column, by enough of its first rows; nothing where they do not. */
export function packedIn(rows: readonly SheetRow[]): Packed | undefined {
  const filled = rows.map(filledOf).filter((columns) => columns.length > 0)
  const column = filled[0]?.[0]
  if (
    column === undefined ||
    filled.filter((columns) => columns.length === 1 && columns[0] === column).length < filled.length * 0.9
  )
    return undefined
  const isList = (separator: string) => {
    const cut = rows.map((row) => unpacked(row, { column, separator }))
    const isEven = cut.filter(({ cells }) => cells.length >= 3).length >= filled.length * least
    // Notes have commas too: only a line with an identity number is one of a list.
    return isEven && cut.some(({ cells }) => cells.some((cell) => cleanNik(cell).digits.length >= 12))
  }
  const separator = separators.find(isList)
  return separator === undefined ? undefined : { column, separator }
}

/** The row with the cells of its line apart. */
export function unpacked(row: SheetRow, { column, separator }: Packed): SheetRow {
  return { ...row, cells: cellsOfLine(textOf(row.cells[column]), separator) }
}

function filledOf({ cells }: SheetRow): number[] {
  return cells.flatMap((cell, column) => (textOf(cell).trim() === '' ? [] : [column]))
}
