import { readingLimits } from './limits.ts'
import { type Cell, type ListSource, ReadingRefused, type SheetRow, shortened } from './rows.ts'
import { decodedText, encodingOf } from './text-decoding.ts'

const separators = [';', ',', '\t', '|'] as const

/** How many lines a quoted cell may run on before its opening quote is taken for a stray character. */
const longestQuotedLines = 30

/**
 * Reads a text list (CSV, TSV) in batches of rows, in constant memory. Rows are counted as a spreadsheet shows them: a
 * quoted cell with line breaks is one row, an empty line is a row. A quote that never closes costs its own line only.
 */
export async function* delimitedRows(source: ListSource, head: Uint8Array): AsyncGenerator<SheetRow[]> {
  let format: TextFormat | undefined
  let rest = ''
  let row = 0
  for await (const piece of decodedText(source, encodingOf(head))) {
    const text = rest === '' ? piece : rest + piece
    if (format === undefined && text.length < 16_384 && piece !== '') {
      rest = text
      continue
    }
    format ??= formatOf(text)
    const split = splitRecords(text, format, row, false)
    row += split.rows.length
    rest = text.slice(split.end)
    if (rest.length > readingLimits.rowCharacters) throw new ReadingRefused({ reason: 'unreadable' })
    if (split.rows.length > 0) yield split.rows
  }
  if (rest !== '') yield splitRecords(rest, format ?? formatOf(rest), row, true).rows
}

type TextFormat = { readonly separator: string; readonly newline: string }

/** Chooses the separator that cuts most lines into the same number of cells. */
export function formatOf(sample: string): TextFormat {
  const newline = sample.includes('\n') ? '\n' : sample.includes('\r') ? '\r' : '\n'
  const named = /^\uFEFF?sep=(.)\r?\n/.exec(sample)?.[1]
  if (named !== undefined) return { separator: named, newline }
  const lines = sample
    .replace(/"[^"\n]*"/g, '')
    .split(newline)
    .slice(0, 60)
  const best = separators
    .map((separator) => ({ separator, score: evenness(lines, separator) }))
    .reduce((left, right) => (right.score > left.score ? right : left))
  return { separator: best.score > 0 ? best.separator : ';', newline }
}

function evenness(lines: readonly string[], separator: string): number {
  const tally = new Map<number, number>()
  for (const line of lines) {
    const cuts = line.split(separator).length - 1
    if (cuts > 0) tally.set(cuts, (tally.get(cuts) ?? 0) + 1)
  }
  return Math.max(0, ...[...tally].map(([cuts, count]) => count * Math.min(cuts, 12)))
}

/** The cells of one line of a text list. */
export function cellsOfLine(line: string, separator: string): readonly Cell[] {
  return splitRecords(line, { separator, newline: '\n' }, 0, true).rows[0]?.cells ?? []
}

/** Cuts complete records off the front of a text; `end` is where the first incomplete one begins. */
function splitRecords(text: string, format: TextFormat, rowsBefore: number, isLast: boolean): { rows: SheetRow[]; end: number } {
  const rows: SheetRow[] = []
  let at = 0
  let quote = text.indexOf('"')
  while (at < text.length) {
    let lineEnd = text.indexOf(format.newline, at)
    if (lineEnd < 0) {
      if (!isLast) break
      lineEnd = text.length
    }
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
    const row = rowsBefore + rows.length + 1
    if (quote === -1 || quote >= lineEnd) {
      rows.push({ sheet: '', row, cells: plainCells(text, at, lineEnd, format.separator) })
      at = lineEnd + 1
      continue
    }
    const record = quotedRecord(text, at, format, isLast)
    if (record === 'incomplete') break
    rows.push({ sheet: '', row, cells: record?.cells ?? plainCells(text, at, lineEnd, format.separator) })
    at = record === undefined ? lineEnd + 1 : record.end
  }
  return { rows, end: Math.min(at, text.length) }
}

function plainCells(text: string, from: number, to: number, separator: string): string[] {
  const start = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from
  const end = to > start && text.charCodeAt(to - 1) === 13 ? to - 1 : to
  if (end === start) return []
  const cells = text.slice(start, end).split(separator, readingLimits.columnsKept)
  return end - start > readingLimits.cellCharacters ? cells.map(shortened) : cells
}

/** Reads one record with quoted cells; undefined when a quote does not close, so that the line is read as it stands. */
function quotedRecord(text: string, from: number, format: TextFormat, isLast: boolean) {
  const cells: string[] = []
  let at = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, format) : bareCell(text, at, format)
    if (cell === undefined) return undefined
    if (cell.end >= text.length && !isLast) return 'incomplete'
    if (cell.end > text.length) return isLast ? undefined : 'incomplete'
    if (cells.length < readingLimits.columnsKept) cells.push(shortened(cell.value))
    if (text[cell.end] !== format.separator) {
      const carriage = text[cell.end] === '\r' && format.newline === '\n' ? 1 : 0
      return { cells, end: cell.end + carriage + 1 }
    }
    at = cell.end + 1
  }
}

function bareCell(text: string, from: number, format: TextFormat): { value: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== format.separator && text[end] !== format.newline) end++
  const carriage = text[end - 1] === '\r' && text[end] === '\n' ? 1 : 0
  return { value: text.slice(from, end - carriage), end: end - carriage }
}

/** `end` past the text means that more text is needed; undefined that the quote is a stray one. */
function quotedCell(text: string, from: number, format: TextFormat): { value: string; end: number } | undefined {
  const parts: string[] = []
  const lines = lineCounter(text, from, format)
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (lines.before(quote === -1 ? text.length : quote) > longestQuotedLines) return undefined
    if (quote === -1) return { value: parts.join(''), end: text.length + 1 }
    parts.push(text.slice(at, quote))
    const next = text[quote + 1]
    if (next === '"') parts.push('"')
    else if (next === undefined || next === format.separator || next === format.newline || next === '\r')
      return { value: parts.join(''), end: quote + 1 }
    else parts.push(`"${next}`)
    at = quote + 2
  }
}

/** Counts the line ends behind a place, looking at each of them once however often it is asked. */
function lineCounter(text: string, from: number, format: TextFormat): { before: (to: number) => number } {
  let lines = 0
  let next = text.indexOf(format.newline, from)
  return {
    before(to) {
      while (next !== -1 && next < to && lines <= longestQuotedLines) {
        lines++
        next = text.indexOf(format.newline, next + 1)
      }
      return lines
    },
  }
}
