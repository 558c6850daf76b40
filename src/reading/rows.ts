import { readingLimits } from './limits.ts'

/** A cell Excel holds as a number: the digits exactly as stored, so that a long number is never rounded a second time. */
export type NumberCell = { readonly kind: 'number'; readonly text: string }

/** A cell Excel holds as a date: the day in ISO form, whatever format the sheet shows it in. */
export type DateCell = { readonly kind: 'date'; readonly text: string }

/** What stands in one cell; plain text is a bare string because almost every cell is text. */
export type Cell = string | NumberCell | DateCell

/** One row as a person sees it: `sheet` is '' for a text file, `row` is counted from 1 as the spreadsheet shows it. */
export type SheetRow = {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly Cell[]
  /** What merged ranges that begin in a row above show in this one, by column: a family card number written once for all its members. */
  readonly merged?: ReadonlyMap<number, Cell>
  /** Which row of an earlier list this one says it is, in a workbook that we returned. */
  readonly mark?: string
}

/** A file that was handed in: bytes in memory or a file on disk, with the name the sender gave it. */
export type ListSource = { readonly name: string; readonly path: string } | { readonly name: string; readonly bytes: Uint8Array }

export type ListFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'text'

/** Why a file cannot be read at all, in order of precedence. */
export type ReadingRefusal =
  | { readonly reason: 'empty' }
  | { readonly reason: 'wrong-type'; readonly looksLike: string }
  | { readonly reason: 'too-large'; readonly megabytes: number; readonly limit: number }
  | { readonly reason: 'zip-bomb' }
  | { readonly reason: 'encrypted' }
  | { readonly reason: 'unreadable' }
  | { readonly reason: 'no-header' }

/** Thrown while reading; carries the refusal, because a stream can fail after its first rows were already handed out. */
export class ReadingRefused extends Error {
  readonly refusal: ReadingRefusal

  constructor(refusal: ReadingRefusal, cause?: unknown) {
    super(`list refused: ${refusal.reason}`, { cause })
    this.refusal = refusal
  }
}

/** A text without zero signs: no list holds one on purpose, and no database keeps it. */
export function withoutZero(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

/** What is kept of a text longer than a cell of a list can be. */
export function shortened(text: string): string {
  return text.slice(0, readingLimits.cellCharacters).toWellFormed()
}

/** The text of a cell, whatever kind it is; '' where the row ends before it. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text
}
