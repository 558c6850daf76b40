import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'

// Reads every list of a folder with the spreadsheet libraries alone and does nothing with it: what `bench/intake.ts` compares with.
const folder = process.argv[2] ?? '../shared/data/badung/lists'
let rows = 0
for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name))
  if (name.endsWith('.xlsx')) for (const sheet of (await readXlsx(bytes)).sheets) rows += sheet.rows.length
  else
    rows += (
      parse(bytes, {
        bom: true,
        delimiter: [';', ',', '\t'],
        relax_column_count: true,
        relax_quotes: true,
        encoding: bytes[0] === 0xff ? 'utf16le' : 'utf8',
      }) as unknown[]
    ).length
}
process.stdout.write(`${rows} rows\n`)
