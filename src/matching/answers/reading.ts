import type { Day } from '../../../values/days.ts'
import { listRows } from '../../reading/read-list.ts'
import { type ListSource, ReadingRefused, type ReadingRefusal, type SheetRow } from '../../reading/rows.ts'
import { type SheetStream, sheetsOf } from '../../reading/sheets.ts'
import type { Register } from '../registers.ts'
import type { Field } from './fields.ts'
import { lackingFields, otherRegister } from './kinds.ts'
import { type LineRead, readAnswerLine } from './lines.ts'
import { type AnswerTable, findTable } from './table.ts'

/** Why a file is no answer of the register it was handed in as, in order of precedence. */
export type NoAnswer =
  | { readonly reason: 'unreadable-file'; readonly refusal: ReadingRefusal }
  | { readonly reason: 'no-answer-in-file' }
  | { readonly reason: 'wrong-register'; readonly register: Register; readonly looksLike: Register }
  | { readonly reason: 'columns-missing'; readonly register: Register; readonly missing: readonly Field[] }

/** Thrown while an answer is read: it can turn out to be none after rows of an earlier sheet were given. */
export class AnswerRefused extends Error {
  readonly refusal: NoAnswer

  constructor(refusal: NoAnswer) {
    super(`answer refused: ${refusal.reason}`)
    this.refusal = refusal
  }
}

/** One line of an answer, with where it stands; the table it belongs to comes with the first line of each. */
export type AnswerLine = { readonly sheet: string; readonly row: number; readonly read: LineRead; readonly table?: AnswerTable }

/** Enough rows of a sheet to know its columns by. */
const sampledRows = 260

/**
 * Reads the answer of a register in any format a list may have (XLSX, XLS, ODS, XLSB, CSV), line by line in constant memory. Each sheet has
 * its own heading; sheets without NIKs are passed over. Throws `AnswerRefused` when the file is none, with the reason.
 */
export async function* readAnswer(source: ListSource, register: Register, on: Day): AsyncGenerator<AnswerLine> {
  const lacking: NoAnswer[] = []
  let isAnswer = false
  try {
    for await (const sheet of sheetsOf(listRows(source), sampledRows)) {
      const table = findTable(sheet.first, register)
      const objection = table === undefined ? undefined : objectionTo(table, register)
      if (objection?.reason === 'wrong-register') throw new AnswerRefused(objection)
      if (objection !== undefined) lacking.push(objection)
      if (table === undefined || objection !== undefined) {
        await passOver(sheet)
        continue
      }
      isAnswer = true
      yield* linesOf(sheet.first, table, { register, on, isFirst: true })
      for await (const rows of sheet.rest()) yield* linesOf(rows, table, { register, on, isFirst: false })
    }
  } catch (error) {
    throw error instanceof ReadingRefused ? new AnswerRefused({ reason: 'unreadable-file', refusal: error.refusal }) : error
  }
  if (!isAnswer) throw new AnswerRefused(lacking[0] ?? { reason: 'no-answer-in-file' })
}

/** The rows of a sheet stand before those of the next one: they are read though nobody wants them. */
async function passOver(sheet: SheetStream): Promise<void> {
  for await (const _rows of sheet.rest()) continue
}

function objectionTo(table: AnswerTable, register: Register): NoAnswer | undefined {
  const looksLike = otherRegister(table, register)
  if (looksLike !== undefined) return { reason: 'wrong-register', register, looksLike }
  const missing = lackingFields(table, register)
  return missing.length > 0 ? { reason: 'columns-missing', register, missing } : undefined
}

type Reading = { readonly register: Register; readonly on: Day; readonly isFirst: boolean }

function* linesOf(rows: readonly SheetRow[], table: AnswerTable, { register, on, isFirst }: Reading): Generator<AnswerLine> {
  const heading = table.headerRows.at(-1) ?? 0
  let isNew = isFirst
  for (const row of rows) {
    if (row.row <= heading) continue
    yield { sheet: row.sheet, row: row.row, read: readAnswerLine(register, row, table, on), ...(isNew && { table }) }
    isNew = false
  }
}
