import { readingLimits } from './limits.ts'
import { numberCell } from './number-cells.ts'
import { type Cell, ReadingRefused, type SheetRow, shortened, withoutZero } from './rows.ts'
import { attributeOf, joinedTexts, xmlText } from './xml-text.ts'

/** What the cells of a worksheet refer to elsewhere in the workbook. */
export type WorkbookContext = {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly is1904: boolean
}

/**
 * Reads the rows of one worksheet from the pieces of its XML, a batch per piece; empty rows are left out, the others keep
 * the number the spreadsheet shows. Nothing is held but the row that is being read.
 */
export async function* worksheetRows(
  sheet: string,
  pieces: AsyncIterable<Uint8Array>,
  context: WorkbookContext,
): AsyncGenerator<SheetRow[]> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let prefix: RegExp | undefined
  let isFirst = true
  let row = 0
  for await (const piece of pieces) {
    let text = rest + withoutZero(decoder.decode(piece, { stream: true }))
    if (isFirst) {
      const found = /<(\w+):worksheet/.exec(text)?.[1]
      prefix = found === undefined ? undefined : new RegExp(`<(/?)${found}:`, 'g')
      isFirst = false
    }
    if (prefix !== undefined) text = text.replace(prefix, '<$1')
    const scanned = scanRows(text, sheet, context, row)
    rest = text.slice(scanned.end)
    row = scanned.lastRow
    if (rest.length > readingLimits.rowCharacters) throw new ReadingRefused({ reason: 'unreadable' })
    if (scanned.rows.length > 0) yield scanned.rows
  }
}

function scanRows(
  xml: string,
  sheet: string,
  context: WorkbookContext,
  rowBefore: number,
): { rows: SheetRow[]; end: number; lastRow: number } {
  const rows: SheetRow[] = []
  let row = rowBefore
  let at = xml.indexOf('<row')
  let end = Math.max(0, xml.length - 64)
  while (at !== -1) {
    end = at
    const open = xml.indexOf('>', at)
    if (open === -1) break
    const tag = xml.slice(at + 4, open)
    const isEmpty = xml.charCodeAt(open - 1) === 47
    const close = isEmpty ? open + 1 : xml.indexOf('</row>', open)
    if (close === -1) break
    // A number that goes back would name a row twice.
    row = Math.max(rowNumber(tag) ?? 0, row + 1)
    if (row > readingLimits.rows) throw new ReadingRefused({ reason: 'unreadable' })
    const cells = isEmpty ? [] : cellsOf(xml, open + 1, close, context)
    if (cells.length > 0) rows.push({ sheet, row, cells })
    end = isEmpty ? close : close + 6
    at = xml.indexOf('<row', end)
    if (at === -1) end = Math.max(end, xml.length - 64)
  }
  return { rows, end, lastRow: row }
}

function rowNumber(tag: string): number | undefined {
  const at = tag.indexOf(' r="')
  const number = Number.parseInt(at === -1 ? (attributeOf(tag, 'r') ?? '') : tag.slice(at + 4), 10)
  return Number.isNaN(number) ? undefined : number
}

function cellsOf(xml: string, from: number, to: number, context: WorkbookContext): Cell[] {
  const cells: Cell[] = []
  let at = xml.indexOf('<c', from)
  while (at !== -1 && at < to) {
    const open = xml.indexOf('>', at)
    if (open === -1 || open > to) break
    const isEmpty = xml.charCodeAt(open - 1) === 47
    const close = isEmpty ? open + 1 : xml.indexOf('</c>', open)
    if (close === -1 || close > to) break
    const column = columnOf(xml, at + 2, open) ?? cells.length
    if (column >= readingLimits.columns) throw new ReadingRefused({ reason: 'unreadable' })
    const value =
      isEmpty || column >= readingLimits.columnsKept
        ? ''
        : cellValue(xml.slice(at + 2, open), xml.slice(open + 1, close), context)
    if (value !== '') {
      while (cells.length < column) cells.push('')
      cells[column] = value
    }
    at = xml.indexOf('<c', isEmpty ? close : close + 4)
  }
  return cells
}

/** The column of a reference such as `AB12`, counted from 0. */
function columnOf(xml: string, from: number, to: number): number | undefined {
  const at = xml.indexOf(' r="', from)
  if (at === -1 || at > to) return undefined
  let column = 0
  for (let index = at + 4; index < to; index++) {
    const code = xml.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? undefined : column - 1
}

function cellValue(tag: string, body: string, context: WorkbookContext): Cell {
  const value = wholeValue(tag, body, context)
  return typeof value === 'string' && value.length > readingLimits.cellCharacters ? shortened(value) : value
}

function wholeValue(tag: string, body: string, context: WorkbookContext): Cell {
  const type = shortAttribute(tag, ' t="')
  if (type === 'inlineStr') return joinedTexts(body)
  const open = body.indexOf('<v')
  if (open === -1) return body.includes('<is') ? joinedTexts(body) : ''
  const start = body.indexOf('>', open) + 1
  const close = body.indexOf('</v>', start)
  const stored = close === -1 ? '' : body.slice(start, close)
  if (type === 's') return context.strings[Number.parseInt(stored, 10)] ?? ''
  if (type === 'str' || type === 'e' || type === 'd') return xmlText(stored)
  if (type === 'b') return stored === '1' ? 'TRUE' : 'FALSE'
  if (stored === '') return ''
  const style = shortAttribute(tag, ' s="')
  return numberCell(stored, style !== '' && context.dateStyles[Number.parseInt(style, 10)] === true, context.is1904)
}

function shortAttribute(tag: string, opening: string): string {
  const at = tag.indexOf(opening)
  return at === -1 ? '' : tag.slice(at + opening.length, tag.indexOf('"', at + opening.length))
}
