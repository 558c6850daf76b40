import { type Cell, type SheetRow, textOf } from '../../reading/rows.ts'
import type { Field } from './fields.ts'
import type { Layout } from './layout.ts'

/** What says who a person is, and counts them, is theirs alone: a merged cell there means one person on several lines. */
const ownFields: readonly Field[] = ['nik', 'fullName', 'rowNumber']

/** The row with what merged cells above show in it (a family card, a hamlet), where it has a person of its own and nothing else there. */
export function withMerged(row: SheetRow, layout: Layout): SheetRow {
  if (row.merged === undefined) return row
  const own = new Set(ownFields.map((field) => layout.at[field]))
  const cells: Cell[] = [...row.cells]
  for (const [column, shown] of row.merged) {
    if (own.has(column) || textOf(cells[column]).trim() !== '') continue
    while (cells.length < column) cells.push('')
    cells[column] = shown
  }
  return { ...row, cells }
}
