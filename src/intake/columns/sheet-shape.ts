import type { SheetRow } from '../../reading/rows.ts'
import { ownColumnsOf } from '../returned-columns.ts'
import { type Block, blocksOf } from './beside.ts'
import type { Layout } from './layout.ts'
import { packedIn, unpacked } from './packed.ts'

/** How the rows of a sheet are to be taken before its columns are recognised, told by its first rows. */
export type SheetShape = {
  /** The row without our own columns, its line cut into cells where it stands in one. */
  readonly take: (row: SheetRow) => SheetRow
  /** The tables that stand beside each other; none when there is one. */
  readonly blocks: readonly Block[]
  /** What a layout of the sheet keeps of this. */
  readonly kept: Pick<Layout, 'isReturned' | 'packedIn'>
}

export function shapeOfSheet(first: readonly SheetRow[]): SheetShape {
  const { isReturned, take: withoutOwn } = ownColumnsOf(first)
  const bare = first.map(withoutOwn)
  const packed = packedIn(bare)
  const take = packed === undefined ? withoutOwn : (row: SheetRow) => unpacked(withoutOwn(row), packed)
  const kept = { ...(isReturned && { isReturned }), ...(packed && { packedIn: packed.column }) }
  return { take, blocks: packed === undefined ? blocksOf(bare) : [], kept }
}
