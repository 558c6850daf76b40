import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type CellValue, EncryptedFileError, readOds, readXls, readXlsb, type Sheet } from 'hucre'
import { readingLimits } from './limits.ts'
import { isTall, mergeFiller } from './merged-cells.ts'
import { type Cell, type SheetRow, shortened, withoutZero } from './rows.ts'
import type { WholeFormat, WholeMessage } from './whole-workbook.ts'
import { ownName } from './xlsx.ts'

const { source, format } = workerData as { source: string | Uint8Array; format: WholeFormat }
const readers = { xls: readXls, xlsb: readXlsb, ods: readOds }

/** Rows that are given at once. */
const batchSize = 2000

await read()

async function read(): Promise<void> {
  try {
    const bytes = typeof source === 'string' ? readFileSync(source) : source
    if (isLocked(bytes)) return say({ kind: 'refused', reason: 'encrypted' })
    const workbook = await readers[format](bytes)
    const names = new Set<string>()
    for (const sheet of workbook.sheets.slice(0, readingLimits.sheets))
      await giveSheet(sheet, ownName(withoutZero(sheet.name), names))
    say({ kind: 'end' })
  } catch (cause) {
    say({ kind: 'refused', reason: cause instanceof EncryptedFileError ? 'encrypted' : 'unreadable' })
  }
}

async function giveSheet(sheet: Sheet, name: string): Promise<void> {
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow }) => ({
    firstRow: startRow + 1,
    lastRow: endRow + 1,
    column: startCol,
  }))
  const fill = mergeFiller(merges.filter(isTall))
  let rows: SheetRow[] = []
  // An empty row of an XLS is no row at all here.
  const written: readonly (readonly CellValue[] | null | undefined)[] = sheet.rows.slice(0, readingLimits.rows)
  for (const [index, values] of written.entries()) {
    const cells = (values ?? []).slice(0, readingLimits.columnsKept).map(cellOf)
    if (cells.some((cell) => cell !== '')) rows.push(fill({ sheet: name, row: index + 1, cells }))
    if (rows.length < batchSize) continue
    await give(rows)
    rows = []
  }
  if (rows.length > 0) await give(rows)
}

/** Waits until the rows were taken: a reader that is slow, or stops, does not let them pile up. */
async function give(rows: SheetRow[]): Promise<void> {
  say({ kind: 'rows', rows })
  if (parentPort !== null) await once(parentPort, 'message')
}

function say(message: WholeMessage): void {
  parentPort?.postMessage(message)
}

function isLocked(bytes: Uint8Array): boolean {
  const mark = Buffer.from('EncryptedPackage', 'utf16le')
  return format === 'xls' && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(mark)
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number')
    return { kind: 'number', text: Number.isInteger(value) ? BigInt(value).toString() : String(value) }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : { kind: 'date', text: value.toISOString().slice(0, 10) }
  return typeof value === 'boolean' ? String(value).toUpperCase() : shortened(withoutZero(value))
}
