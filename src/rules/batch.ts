import { rm } from 'node:fs/promises'
import type { Day } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { rowAnswerer, type RowAnswerer } from './rows.ts'
import { delimiterOf, readTable, type RowTaker } from './table.ts'

/** A table of people through one rule: where it lies, where the answers go, and the day for rows without an `on` column. */
export type BatchOrder = {
  readonly rule: Rule
  readonly input: string
  readonly output: string
  readonly on: Day
  readonly language: Language
  readonly progress?: (rows: number) => void
}

/** What became of the rows. Bad rows stand in the output with their problem and are listed, all of them, in `badRowsIn`. */
export type BatchResult = {
  readonly rows: number
  readonly granted: number
  readonly refused: number
  readonly bad: number
  readonly totalAmount: number
  readonly badRowsIn: string | null
  readonly firstBad: readonly BadRow[]
}

/** A row as a person counts it: the header is row 1. */
export type BadRow = { readonly row: number; readonly problem: string }

export type BatchRefusal =
  | { readonly reason: 'columns-missing'; readonly columns: readonly string[]; readonly found: readonly string[] }
  | { readonly reason: 'file-unreadable'; readonly file: string; readonly because: string }
  | { readonly reason: 'same-file'; readonly file: string }

const answerColumns = ['granted', 'amount', 'unmet', 'problem']
const firstBadKept = 20

/**
 * Streams a CSV through a rule in constant memory. Columns named like facts are facts, `on` is the day of the row, the rest
 * pass through. A bad row stops nothing. Amounts are rupiah; `unmet` lists the ids of required grounds not met.
 */
export async function runBatch(order: BatchOrder): Promise<Outcome<BatchResult, BatchRefusal>> {
  if (order.input === order.output) return refused({ reason: 'same-file', file: order.input })
  const badRowsIn = `${order.output.replace(/\.csv$/i, '')}.bad.csv`
  try {
    const delimiter = await delimiterOf(order.input)
    const answers = await openSheet(order.output, delimiter)
    const bad = await openSheet(badRowsIn, delimiter)
    const run = newRun(order, answers, bad)
    await readTable(order.input, delimiter, taker(run), async () => {
      await answers.flush()
      await bad.flush()
      order.progress?.(run.rows)
    })
    await answers.close()
    await bad.close()
    if (run.badCount === 0) await rm(badRowsIn)
    if (run.missing === undefined) return done(resultOf(run, badRowsIn))
    await rm(order.output)
    return refused({ reason: 'columns-missing', ...run.missing })
  } catch (error) {
    if (!isFileTrouble(error)) throw error
    return refused({ reason: 'file-unreadable', file: error.path ?? order.input, because: error.message })
  }
}

type Run = {
  readonly order: BatchOrder
  readonly answers: Sheet
  readonly bad: Sheet
  answer: RowAnswerer | undefined
  width: number
  missing: { columns: readonly string[]; found: readonly string[] } | undefined
  rows: number
  granted: number
  badCount: number
  total: number
  firstBad: BadRow[]
}

function newRun(order: BatchOrder, answers: Sheet, bad: Sheet): Run {
  return {
    order,
    answers,
    bad,
    answer: undefined,
    width: 0,
    missing: undefined,
    rows: 0,
    granted: 0,
    badCount: 0,
    total: 0,
    firstBad: [],
  }
}

function taker(run: Run): RowTaker {
  return (cells, line) => {
    if (run.answer !== undefined) takeRow(run, run.answer, { cells, line })
    else if (run.missing === undefined) takeHeader(run, cells)
  }
}

function takeHeader(run: Run, cells: string[]): void {
  const columns = cells.map((cell) => cell.trim())
  const prepared = rowAnswerer(run.order.rule, columns, run.order.on)
  if (prepared.missing.length > 0) {
    run.missing = { columns: prepared.missing, found: columns }
    return
  }
  run.answer = prepared.answer
  run.width = columns.length
  run.answers.row([...cells, ...answerColumns])
  run.bad.row(['row', 'problem'])
}

function takeRow(run: Run, answer: RowAnswerer, { cells, line }: { cells: string[]; line: string | undefined }): void {
  run.rows++
  const { granted, amount, unmet, problem } = answer(cells, run.order.language)
  const answered = [granted, amount, unmet, problem]
  if (line !== undefined && cells.length === run.width) run.answers.lineAnd(line, answered)
  else run.answers.row([...widened(cells, run.width), ...answered])
  if (problem !== '') listBad(run, problem)
  else if (granted === 'true') {
    run.granted++
    run.total += Number(amount)
  }
}

/** A row shorter than its header is filled up, a longer one cut, so that the answers stand under their headings. */
function widened(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, place) => cells[place] ?? '')
}

function listBad(run: Run, problem: string): void {
  run.badCount++
  const row = run.rows + 1
  run.bad.row([String(row), problem])
  if (run.firstBad.length < firstBadKept) run.firstBad.push({ row, problem })
}

function resultOf(run: Run, badRowsIn: string): BatchResult {
  return {
    rows: run.rows,
    granted: run.granted,
    refused: run.rows - run.granted - run.badCount,
    bad: run.badCount,
    totalAmount: run.total,
    badRowsIn: run.badCount > 0 ? badRowsIn : null,
    firstBad: run.firstBad,
  }
}

function isFileTrouble(error: unknown): error is Error & { path?: string } {
  return error instanceof Error && 'code' in error
}
