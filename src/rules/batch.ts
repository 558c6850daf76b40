import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { parse, type Parser } from 'csv-parse'
import type { Day } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { rowAnswerer, type RowAnswerer } from './rows.ts'

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
    await feed(order.input, newParser(delimiter, run), [answers, bad], () => order.progress?.(run.rows))
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

function newParser(delimiter: string, run: Run): Parser {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (cells: string[]) => {
      if (run.answer !== undefined) takeRow(run, run.answer, cells)
      else if (run.missing === undefined) takeHeader(run, cells)
      return null
    },
  })
  return parser.resume()
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

function takeRow(run: Run, answer: RowAnswerer, cells: string[]): void {
  run.rows++
  const { granted, amount, unmet, problem } = answer(cells, run.order.language)
  while (cells.length < run.width) cells.push('')
  cells.push(granted, amount, unmet, problem)
  run.answers.row(cells)
  if (problem !== '') listBad(run, problem)
  else if (granted === 'true') {
    run.granted++
    run.total += Number(amount)
  }
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

/** Rows are handled while a piece of the file is parsed; what they wrote goes out before the next piece comes in. */
async function feed(input: string, parser: Parser, sheets: readonly Sheet[], progress: () => void): Promise<void> {
  for await (const piece of createReadStream(input, { highWaterMark: 1 << 20 })) {
    await new Promise<void>((resolve, reject) => {
      parser.write(piece, (error) => (error ? reject(error) : resolve()))
    })
    for (const sheet of sheets) await sheet.flush()
    progress()
  }
  await new Promise<void>((resolve, reject) => {
    parser.once('error', reject)
    parser.end(() => resolve())
  })
}

/** Villages send `,`, `;` and tabs: the header tells which. */
async function delimiterOf(input: string): Promise<string> {
  const file = await open(input)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const header = buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? ''
    const count = (mark: string) => header.split(mark).length
    return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
  } finally {
    await file.close()
  }
}

function isFileTrouble(error: unknown): error is Error & { path?: string } {
  return error instanceof Error && 'code' in error
}
