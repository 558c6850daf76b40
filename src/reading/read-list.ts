import { stat } from 'node:fs/promises'
import { delimitedRows } from './delimited.ts'
import { headOf, kindOf } from './kind.ts'
import { readingLimits } from './limits.ts'
import { type ListFormat, type ListSource, ReadingRefused, type SheetRow } from './rows.ts'
import { wholeWorkbookRows } from './whole-workbook.ts'
import { xlsxRows, zippedFormat } from './xlsx.ts'
import { openArchive } from './zip-archive.ts'

/**
 * Reads any list a village sends (XLSX, XLSB, XLS, ODS, CSV, TSV), in batches of rows that come in the order of the
 * sheets. XLSX and text are streamed; empty rows are left out of workbooks. Throws `ReadingRefused` when the file cannot
 * be read, possibly after rows were already given. With `perSheet` about so many first rows of each sheet are enough.
 */
export async function* listRows(source: ListSource, perSheet = Infinity): AsyncGenerator<SheetRow[]> {
  const head = await headOf(source)
  const found = kindOf(head)
  if (found.kind === 'empty') throw new ReadingRefused({ reason: 'empty' })
  if (found.kind === 'other') throw new ReadingRefused({ reason: 'wrong-type', looksLike: found.looksLike })
  await refuseTooLarge(source, readingLimits.fileBytes)
  if (found.kind === 'text') yield* firstOf(delimitedRows(source, head), perSheet)
  else if (found.kind === 'compound') yield* whole(source, 'xls')
  else yield* zippedRows(source, perSheet)
}

async function* firstOf(batches: AsyncGenerator<SheetRow[]>, wanted: number): AsyncGenerator<SheetRow[]> {
  let rows = 0
  for await (const batch of batches) {
    yield batch
    rows += batch.length
    if (rows >= wanted) return
  }
}

async function* zippedRows(source: ListSource, perSheet: number): AsyncGenerator<SheetRow[]> {
  const archive = await openArchive(source)
  const format = zippedFormat(archive.paths)
  if (format === 'xlsx') {
    yield* xlsxRows(source, archive, perSheet)
    return
  }
  archive.close()
  if (format === undefined) throw new ReadingRefused({ reason: 'wrong-type', looksLike: 'ZIP' })
  yield* whole(source, format)
}

async function* whole(source: ListSource, format: Exclude<ListFormat, 'xlsx' | 'text'>): AsyncGenerator<SheetRow[]> {
  await refuseTooLarge(source, readingLimits.wholeFileBytes)
  yield* wholeWorkbookRows(source, format)
}

async function refuseTooLarge(source: ListSource, limit: number): Promise<void> {
  const size = 'bytes' in source ? source.bytes.byteLength : (await stat(source.path)).size
  if (size > limit)
    throw new ReadingRefused({
      reason: 'too-large',
      megabytes: Math.round(size / 1024 / 1024),
      limit: Math.round(limit / 1024 / 1024),
    })
}
