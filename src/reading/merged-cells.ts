import type { Archive } from './zip-archive.ts'
import type { Cell, SheetRow } from './rows.ts'

/** A range of cells shown as one: its rows counted from 1, its first column from 0. */
export type Merge = { readonly firstRow: number; readonly lastRow: number; readonly column: number }

/** Larger worksheets are exports of programmes, which merge nothing; looking for merges costs unpacking them once more. */
const largestSearched = 48 * 1024 * 1024

/** Merged ranges that are kept of a sheet: more than any list of a village holds. */
const mostMerges = 20_000

/** Characters in which that many are told. */
const longestMerges = 1024 * 1024

/** Ranges that show in one row at once: a wide table has fewer columns. */
const mostInRow = 200

/** A range reaches into rows below its first. */
export function isTall(merge: Merge): boolean {
  return merge.lastRow > merge.firstRow
}

/** The tall merged ranges of a worksheet. They stand behind its rows, so they are looked up before the rows are read. */
export async function mergesOfWorksheet(archive: Archive, path: string): Promise<Merge[]> {
  if (archive.sizeOf(path) > largestSearched) return []
  let end = ''
  for await (const piece of await archive.stream(path)) {
    const text = end + (piece as Buffer).toString('latin1')
    const from = text.indexOf('mergeCells')
    end = from === -1 ? text.slice(-16) : text.slice(from)
    if (end.length > longestMerges) break
  }
  const found = end.matchAll(/mergeCell [^>]*ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)
  const merges: Merge[] = []
  for (const [, letters = '', first = '', last = ''] of found) {
    if (merges.length >= mostMerges) break
    const merge = { firstRow: Number(first), lastRow: Number(last), column: columnNumber(letters) }
    if (isTall(merge)) merges.push(merge)
  }
  return merges
}

/** Gives each row, in order, what the merged ranges above it show in it. */
export function mergeFiller(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  if (merges.length === 0) return (row) => row
  const waiting = merges.toSorted((left, right) => left.firstRow - right.firstRow)
  let next = 0
  let open: { readonly merge: Merge; readonly shows: Cell }[] = []
  return (row) => {
    open = open.filter(({ merge }) => merge.lastRow >= row.row)
    const merged = new Map(open.map(({ merge, shows }) => [merge.column, shows]))
    for (let merge = waiting[next]; merge !== undefined && merge.firstRow <= row.row; merge = waiting[++next]) {
      const shows = row.cells[merge.column]
      if (merge.firstRow === row.row && shows !== undefined && shows !== '' && open.length < mostInRow)
        open.push({ merge, shows })
    }
    return merged.size === 0 ? row : { ...row, merged }
  }
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
