import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { writeXlsxStream } from 'hucre/xlsx'
import { downloadName } from '../platform/files.ts'
import type { FileAnswer } from '../platform/route.ts'
import { withoutFormula } from '../registry/sheets.ts'

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** A cell of a table to save: text stays text (a NIK keeps its sixteen digits), numbers stay numbers. */
export type Cell = string | number | null

/** A table to save: its rows may still be read from the database while the file travels. */
export type TableFile = {
  title: string
  /** ISO day for the file name. */
  on: string
  format: TableFormat
  header: readonly string[]
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/** Makes an XLSX workbook or a semicolon CSV (UTF-8 with BOM, as Indonesian Excel opens it) in constant memory; text cannot act as a formula. */
export function tableFile(table: TableFile): FileAnswer {
  const fileName = downloadName(table.title, table.on, table.format)
  if (table.format === 'xlsx') {
    const columns = table.header.map((header) => ({ header }))
    const bytes = writeXlsxStream(table.rows as AsyncIterable<Cell[]>, {
      name: table.title.slice(0, 31),
      columns,
      freezePane: { rows: 1 },
    })
    return {
      fileName,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]),
    }
  }
  const csv = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', header: true, columns: [...table.header] })
  return { fileName, mediaType: 'text/csv; charset=utf-8', bytes: Readable.from(plainRows(table.rows)).pipe(csv) }
}

async function* plainRows(rows: TableFile['rows']): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? withoutFormula(cell) : cell))
}

/** Reads page after page by a key until one is empty. */
export async function* pagesOf<Row, Key>(
  first: Key,
  read: (after: Key) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row> {
  let after = first
  for (;;) {
    const rows = await read(after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined) return
    after = keyOf(last)
  }
}
