import { type Cell, type SheetRow, textOf } from '../reading/rows.ts'

/** The row of a list that was handed in before. */
export type MarkedRow = { readonly fileId: string; readonly sheet: string; readonly row: number }

/** The heading of the column in which a returned workbook says what to mend. */
export const errorTitle = { id: 'YANG PERLU DIPERBAIKI', en: 'WHAT TO MEND' } as const

/** The heading of the hidden column in which it says which of its rows is which. */
export const markTitle = 'UCOK'

const written = /^ucok:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,7}):(.*)$/s

/** Writes the mark of a row, as a text that survives sorting, copying, and being saved as CSV. */
export function writeMark({ fileId, sheet, row }: MarkedRow): string {
  return `ucok:${fileId}:${row}:${sheet}`
}

/** Reads a mark; nothing when the text is none. Where tables stand beside each other a cell holds a line for each. */
export function readMark(text: string): MarkedRow | undefined {
  const [, fileId, row, sheet] = written.exec(text.trim()) ?? []
  return fileId === undefined || sheet === undefined ? undefined : { fileId, sheet, row: Number(row) }
}

/** How to take our own columns out of the rows of a sheet that was returned. */
export type OwnColumns = {
  /** The sheet has the column that says what to mend, or that of the marks. */
  readonly isReturned: boolean
  /** The row without our columns, its mark beside its cells. */
  readonly take: (row: SheetRow) => SheetRow
}

/** Finds the columns that we added to a sheet among its first rows, so that nobody reads them as the village's. */
export function ownColumnsOf(first: readonly SheetRow[]): OwnColumns {
  const mark = columnWhere(first, (text) => text.startsWith('ucok:') && readMark(text) !== undefined)
  const titles: readonly string[] = Object.values(errorTitle)
  const error = columnWhere(first, (text) => titles.includes(text.trim()))
  const own = [mark, error].filter((column) => column !== -1)
  if (own.length === 0) return { isReturned: false, take: (row) => row }
  return {
    isReturned: true,
    take(row) {
      const text = mark === -1 ? '' : textOf(row.cells[mark]).trim()
      const cells = without(row.cells, own)
      return readMark(text) === undefined ? { ...row, cells } : { ...row, cells, mark: text }
    },
  }
}

function columnWhere(rows: readonly SheetRow[], is: (text: string) => boolean): number {
  for (const { cells } of rows) {
    const column = cells.findIndex((cell) => typeof cell === 'string' && is(cell))
    if (column !== -1) return column
  }
  return -1
}

/** Columns behind ours keep their place; at the end of a row nothing stays of ours. */
function without(cells: readonly Cell[], own: readonly number[]): Cell[] {
  const left = [...cells]
  for (const column of own) if (column < left.length) left[column] = ''
  while (left.length > 0 && own.includes(left.length - 1)) left.pop()
  return left
}
