import { readFile } from 'node:fs/promises'
import type { CellValue, Workbook } from 'hucre'
import { isTall, mergeFiller } from './merged-cells.ts'
import { type Cell, type ListSource, ReadingRefused, type SheetRow } from './rows.ts'

type Format = 'xls' | 'xlsb' | 'ods'

/** Reads a workbook of an older or another office suite (XLS, XLSB, ODS), whole, through hucre. */
export async function* wholeWorkbookRows(source: ListSource, format: Format): AsyncGenerator<SheetRow[]> {
  const bytes = 'bytes' in source ? source.bytes : await readFile(source.path)
  const workbook = await open(bytes, format)
  for (const sheet of workbook.sheets) {
    const rows = sheet.rows.map((cells, index) => ({ sheet: sheet.name, row: index + 1, cells: cells.map(cellOf) }))
    const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow }) => ({
      firstRow: startRow + 1,
      lastRow: endRow + 1,
      column: startCol,
    }))
    yield rows.filter(({ cells }) => cells.some((cell) => cell !== '')).map(mergeFiller(merges.filter(isTall)))
  }
}

async function open(bytes: Uint8Array, format: Format): Promise<Workbook> {
  if (
    format === 'xls' &&
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  ) {
    throw new ReadingRefused({ reason: 'encrypted' })
  }
  // Loaded only for these formats: a reader of CSV and XLSX need not carry it.
  const { EncryptedFileError, readOds, readXls, readXlsb } = await import('hucre')
  const readers = { xls: readXls, xlsb: readXlsb, ods: readOds }
  try {
    return await readers[format](bytes)
  } catch (cause) {
    throw new ReadingRefused({ reason: cause instanceof EncryptedFileError ? 'encrypted' : 'unreadable' }, cause)
  }
}

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number')
    return { kind: 'number', text: Number.isInteger(value) ? BigInt(value).toString() : String(value) }
  if (value instanceof Date) return { kind: 'date', text: value.toISOString().slice(0, 10) }
  return typeof value === 'boolean' ? String(value).toUpperCase() : value
}
