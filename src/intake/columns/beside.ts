import { cleanNik } from '../../reading/written/nik.ts'
import { type Cell, type SheetRow, textOf } from '../../reading/rows.ts'
import { readMark } from '../returned-columns.ts'
import type { Field } from './fields.ts'
import { findHeader, type Header } from './header.ts'
import { words } from './header-words.ts'

/** The columns of a sheet in which a table of its own stands: from the first to, not including, the last, counted from 0. */
export type Block = { readonly from: number; readonly to: number }

/** More tables than this beside each other are no lists of people. */
const mostBlocks = 12

/**
 * The tables that stand beside each other in a sheet, as home-made lists that save paper have them (`No|Nama|NIK| |No|Nama|NIK`); nothing when
 * there is one only. Told by the heading that begins anew, or by an empty column between two headings. The heirs or the spouse in the row of a
 * person are no table of their own.
 */
export function blocksOf(rows: readonly SheetRow[]): readonly Block[] {
  const header = findHeader(rows)
  if (header === undefined) return []
  const width = Math.max(header.texts.length, ...rows.map(({ cells }) => cells.length))
  const begun = startsOf(header)
  const blocks = blocksFrom(begun.length > 1 ? begun : startsBehindGaps(rows, width), width)
  const tables = blocks.map((block) => tableIn(rows, block))
  const [first] = tables
  const isApart =
    first !== undefined &&
    tables.every(
      (table) => table !== undefined && (table.isNumbered || isSameHeading(table, first)) && !isOfRelatives(table, first),
    )
  return isApart && tables.filter((table) => table?.holdsPeople).length > 1 ? blocks.map((block) => trimmed(rows, block)) : []
}

/** The row as the table in a block of columns has it, under the name of that table. */
export function rowOfBlock(row: SheetRow, block: Block): SheetRow {
  const merged =
    row.merged && new Map([...row.merged].flatMap(([at, cell]) => (isIn(block, at) ? [[at - block.from, cell]] : [])))
  return {
    sheet: nameOfBlock(row.sheet, block),
    row: row.row,
    cells: row.cells.slice(block.from, block.to),
    ...(merged !== undefined && merged.size > 0 && { merged }),
    ...markOfBlock(row.mark, block),
  }
}

/** Of the marks of a row, a line for each table beside another, the one that names this table. */
function markOfBlock(marks: string | undefined, block: Block): Pick<SheetRow, 'mark'> {
  const mark = marks?.split('\n').find((text) => {
    const named = placeOfTable(readMark(text)?.sheet ?? '').block
    return named !== undefined && isIn(block, named.from)
  })
  return mark === undefined ? {} : { mark }
}

/** What a table beside others is called, as spreadsheets write a range of columns: `Lembar1!E:G`. No sheet has a `:` in its name. */
export function nameOfBlock(sheet: string, { from, to }: Block): string {
  return `${sheet === '' ? '' : `${sheet}!`}${letterOf(from)}:${letterOf(to - 1)}`
}

/** The sheet in which a table stands, and its columns where others stand beside it. */
export function placeOfTable(name: string): { readonly sheet: string; readonly block?: Block } {
  const [, sheet, first, last] = /^(?:(.*)!)?([A-Z]{1,3}):([A-Z]{1,3})$/s.exec(name) ?? []
  if (first === undefined || last === undefined) return { sheet: name }
  return { sheet: sheet ?? '', block: { from: numberOf(first), to: numberOf(last) + 1 } }
}

/** The name a spreadsheet gives a column counted from 0: A, Z, AA. */
export function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))
}

function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function isIn({ from, to }: Block, column: number): boolean {
  return column >= from && column < to
}

/** Where the first words of a heading stand again. */
function startsOf({ texts }: Header): number[] {
  const said = texts.map(words)
  const first = said.find((text) => text !== '')
  return said.flatMap((text, column) => (text === first ? [column] : []))
}

/** Where a heading of its own begins behind a column that is empty in every row but titles. */
function startsBehindGaps(rows: readonly SheetRow[], width: number): number[] {
  const isFilled = Array.from({ length: Math.min(width, 400) }, () => false)
  for (const { cells } of rows) {
    const filled = cells.flatMap((cell, column) => (textOf(cell).trim() === '' ? [] : [column]))
    if (filled.length > 1) for (const column of filled) if (column < isFilled.length) isFilled[column] = true
  }
  const regions = isFilled.flatMap((filled, column) => (filled && isFilled[column - 1] !== true ? [column] : []))
  return regions.filter((from, place) => {
    const header = findHeader(columnsOf(rows, { from, to: regions[place + 1] ?? width }))
    return header !== undefined && namesOf(header).has('fullName') && namesOf(header).has('nik')
  })
}

function blocksFrom(starts: readonly number[], width: number): Block[] {
  if (starts.length < 2 || starts.length > mostBlocks) return []
  return starts.map((from, place) => ({ from: place === 0 ? 0 : from, to: starts[place + 1] ?? width }))
}

type Table = { texts: ReadonlySet<string>; isNumbered: boolean; holdsPeople: boolean }

/** What tells whether a block is a table of people; nothing when it names nobody. */
function tableIn(rows: readonly SheetRow[], block: Block): Table | undefined {
  const own = columnsOf(rows, block)
  const header = findHeader(own)
  if (header === undefined) return undefined
  const { meanings, texts, rows: headerRows } = header
  const [nik, name] = [columnFor(header, 'nik'), columnFor(header, 'fullName')]
  const below = own.filter(({ row }) => row > (headerRows.at(-1) ?? 0))
  return {
    texts: new Set(texts.map(words).filter(Boolean)),
    isNumbered: meanings.find((meaning) => meaning !== undefined)?.field === 'rowNumber',
    holdsPeople: below.some(
      ({ cells }) => cleanNik(at(cells, nik)).digits.length >= 12 || /\p{L}{2}/u.test(textOf(at(cells, name))),
    ),
  }
}

function columnFor({ meanings }: Header, field: Field): number {
  return meanings.findIndex((meaning) => meaning?.field === field)
}

function namesOf({ meanings }: Header): ReadonlySet<Field | 'ignored'> {
  return new Set(meanings.flatMap((meaning) => (meaning !== undefined && meaning.confidence >= 0.85 ? [meaning.field] : [])))
}

function at(cells: readonly Cell[], column: number): Cell {
  return cells[column] ?? ''
}

function columnsOf(rows: readonly SheetRow[], block: Block): SheetRow[] {
  return rows.map(({ sheet, row, cells }) => ({ sheet, row, cells: cells.slice(block.from, block.to) }))
}

function isSameHeading(table: Table, first: Table): boolean {
  return table.texts.size === first.texts.size && [...table.texts].every((text) => first.texts.has(text))
}

const relation = /\b(hub|hubungan|ahli waris|pasangan|suami|istri|wali)\b/

/** Who stands beside a person as their heir or spouse is told by a relation that the first table does not name. */
function isOfRelatives(table: Table, first: Table): boolean {
  return [...table.texts].some((text) => relation.test(text) && !first.texts.has(text))
}

/** A block without the empty columns that follow it. */
function trimmed(rows: readonly SheetRow[], { from, to }: Block): Block {
  let last = to
  while (last > from + 1 && rows.every(({ cells }) => textOf(at(cells, last - 1)).trim() === '')) last -= 1
  return { from, to: last }
}
