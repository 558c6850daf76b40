import { type CheckedRow, type CheckTerms, rowChecker } from './checks/check-row.ts'
import { type Block, rowOfBlock } from './columns/beside.ts'
import { findLayout, type Layout, layoutSample, recallLayout, type SaidOfSheet } from './columns/layout.ts'
import { type LineKind, lineReader } from './columns/lines.ts'
import { headingOfAnotherTable } from './columns/other-table.ts'
import { withMerged } from './columns/merged.ts'
import { shapeOfSheet } from './columns/sheet-shape.ts'
import { withWhole } from './columns/spread.ts'
import { listRows } from '../reading/read-list.ts'
import { type ListSource, ReadingRefused, type SheetRow, textOf } from '../reading/rows.ts'
import { type SheetStream, sheetsOf } from '../reading/sheets.ts'

/** A line that is no person, kept so that a clerk can see what was left out. */
export type LeftOut = {
  readonly sheet: string
  readonly row: number
  readonly kind: Exclude<LineKind, 'person' | 'blank'> | 'macros' | 'links'
  readonly text: string
}

/** What reading a list gives, in order: the layout of a table, then its people in batches, and what was left out. */
export type ListPart =
  | { readonly kind: 'layout'; readonly layout: Layout }
  | { readonly kind: 'people'; readonly rows: readonly CheckedRow[]; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'no-people'; readonly sheet: string }

/** What a clerk said about a table of this list; of a second table in the same sheet, by the row its heading begins in. */
export type SaidOfTable = SaidOfSheet & { readonly sheet: string }

export type ReadTerms = CheckTerms & {
  /** What a clerk said about the tables of this very list: goes before everything else. */
  readonly said?: readonly SaidOfTable[]
  /** What was said of earlier lists of the same sender, by the fingerprint of their layout. */
  readonly known?: ReadonlyMap<string, Omit<SaidOfSheet, 'headerRows'>>
}

/** Rows of a sheet that are held to recognise it: titles, heading, and enough people. */
export const sheetSample = layoutSample + 60

/**
 * Reads and checks a list in one pass and in constant memory. Throws `ReadingRefused` when the file cannot be read or
 * when no sheet of it holds people (`no-header`).
 */
export async function* readPeople(source: ListSource, terms: ReadTerms): AsyncGenerator<ListPart> {
  let before: Layout | undefined
  for await (const sheet of sheetsOf(listRows(source), sheetSample)) {
    const { take, blocks, kept } = shapeOfSheet(sheet.first)
    const tables = tablesOf({ first: sheet.first.map(take), rest: () => each(sheet.rest(), take) }, blocks)
    const read: AsyncGenerator<ListPart>[] = []
    for (const table of tables) {
      const found = layoutOf(table.first, terms, before)
      if (found === undefined) yield { kind: 'no-people', sheet: table.first[0]?.sheet ?? '' }
      else {
        before = { ...found, ...kept }
        read.push(readSheet(table, before, terms))
      }
    }
    yield* inTurn(read)
    for await (const _ of sheet.rest()) continue
  }
  if (before === undefined) throw new ReadingRefused({ reason: 'no-header' })
}

/** Recognises the first table of a sheet: as the clerk said of this list, as somebody said of an earlier one, or by itself. */
export function layoutOf(
  rows: readonly SheetRow[],
  terms: Pick<ReadTerms, 'said' | 'known'>,
  before: Layout | undefined,
): Layout | undefined {
  const said = terms.said?.find(({ sheet }) => sheet === rows[0]?.sheet)
  if (said !== undefined) return findLayout(rows, { said })
  const recalled = recallLayout(rows, terms.known ?? new Map())
  return (recalled && findLayout(rows, { said: recalled })) ?? findLayout(rows, { before })
}

/** The tables of a sheet: the sheet itself, or those that stand beside each other in it, all fed from one stream of its rows. */
function tablesOf(sheet: SheetStream, blocks: readonly Block[]): SheetStream[] {
  if (blocks.length === 0) return [sheet]
  const batches = sheet.rest()
  const waiting = new Map<Block, (readonly SheetRow[])[]>()
  async function* rowsOf(block: Block, own: (readonly SheetRow[])[]) {
    for (;;) {
      const rows = own.shift()
      if (rows !== undefined) {
        yield rows.map((row) => rowOfBlock(row, block))
        continue
      }
      const next: IteratorResult<readonly SheetRow[]> = await batches.next()
      if (next.done === true) return
      for (const queue of waiting.values()) queue.push(next.value)
    }
  }
  return blocks.map((block) => ({
    first: sheet.first.map((row) => rowOfBlock(row, block)),
    // Rows are kept for those tables only that are read.
    rest() {
      const own: (readonly SheetRow[])[] = []
      waiting.set(block, own)
      return rowsOf(block, own)
    },
  }))
}

/** A part of each in turn, so that none of them makes rows wait for long; the first part of each is its layout, before any asks for rows. */
async function* inTurn(read: readonly AsyncGenerator<ListPart>[]): AsyncGenerator<ListPart> {
  const open = new Set(read)
  while (open.size > 0)
    for (const parts of open) {
      const next: IteratorResult<ListPart> = await parts.next()
      if (next.done === true) open.delete(parts)
      else yield next.value
    }
}

async function* each(batches: AsyncGenerator<readonly SheetRow[]>, take: (row: SheetRow) => SheetRow) {
  for await (const rows of batches) yield rows.map(take)
}

/** The tables of a sheet, the first as it was recognised, and their people; another table begins where another heading stands. */
export async function* readSheet(sheet: SheetStream, recognised: Layout, terms: ReadTerms): AsyncGenerator<ListPart> {
  const batches = sheet.rest()
  let layout = recognised
  let read = peopleReader(layout, terms)
  let rows: readonly SheetRow[] | undefined = sheet.first
  yield { kind: 'layout', layout }
  while (rows !== undefined) {
    const { part, endsAt } = read(rows)
    yield part
    if (endsAt === undefined) {
      const next: IteratorResult<readonly SheetRow[]> = await batches.next()
      rows = next.done === true ? undefined : next.value
      continue
    }
    rows = await gathered(rows.slice(endsAt.index), batches)
    const other = otherLayout(rows, endsAt.headerRows, layout, terms)
    layout = other ?? layout
    read = peopleReader(layout, terms, endsAt.headerRows.at(-1))
    if (other !== undefined) yield { kind: 'layout', layout }
  }
}

/** Enough rows of a table that begins in the middle of a sheet to recognise it. */
async function gathered(begun: readonly SheetRow[], batches: AsyncGenerator<readonly SheetRow[]>): Promise<SheetRow[]> {
  const rows = [...begun]
  while (rows.length < layoutSample) {
    const next = await batches.next()
    if (next.done === true) break
    rows.push(...next.value)
  }
  return rows
}

function otherLayout(
  rows: readonly SheetRow[],
  headerRows: readonly number[],
  before: Layout,
  terms: ReadTerms,
): Layout | undefined {
  const said = terms.said?.find((each) => each.sheet === before.sheet && each.headerRows[0] === headerRows[0])
  return findLayout(rows, {
    said: said ?? recallLayout(rows.slice(0, 2), terms.known ?? new Map()) ?? { headerRows, columns: {} },
  })
}

type PeopleRead = {
  readonly part: ListPart
  readonly endsAt?: { readonly index: number; readonly headerRows: readonly number[] }
}

/** Reads the rows of one table; stops at the heading of another. `after` is the last row that was dealt with before. */
function peopleReader(layout: Layout, terms: CheckTerms, after = 0): (rows: readonly SheetRow[]) => PeopleRead {
  const lines = lineReader(layout)
  const check = rowChecker(layout, terms)
  const lastHeaderRow = Math.max(after, layout.headerRows.at(-1) ?? 0)
  return (rows) => {
    const people: CheckedRow[] = []
    const leftOut: LeftOut[] = []
    const part: ListPart = { kind: 'people', rows: people, leftOut }
    for (const [index, row] of rows.entries()) {
      if (row.row <= lastHeaderRow) continue
      const kind = lines.kindOf(row)
      if (kind === 'person') people.push(check(withWhole(withMerged(row, layout), layout.spreads)))
      else if (kind !== 'blank') {
        const headerRows = kind === 'header' ? headingOfAnotherTable(rows.slice(index, index + 2), layout) : undefined
        if (headerRows !== undefined) return { part, endsAt: { index, headerRows } }
        leftOut.push({ sheet: row.sheet, row: row.row, kind, text: lineOf(row) })
      }
    }
    return { part }
  }
}

function lineOf(row: SheetRow): string {
  return row.cells.map(textOf).filter(Boolean).join(' | ').slice(0, 200)
}
