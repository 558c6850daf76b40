/**
 * What reading and checking cost beside bare reading by the spreadsheet library, and how fast a large text list runs:
 * `node bench/intake-speed.ts [LISTS] [ROWS]`. Reports the second of two passes, single process, and the peak memory.
 */
import { once } from 'node:events'
import { createWriteStream, readdirSync, readFileSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { usualEntryAges } from '../src/intake/checks/check-row.ts'
import { readPeople } from '../src/intake/read-people.ts'
import { listRows } from '../src/reading/read-list.ts'
import { copyLine } from '../src/intake/staged.ts'
import { day } from '../values/days.ts'

const [folder = '../shared/data/badung/lists', rowsAsked = '1000000'] = process.argv.slice(2)
const terms = { on: day('2026-11-01'), ...usualEntryAges }
const files = readdirSync(folder).map((name) => ({ name, path: join(folder, name) }))

const peak = () => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB peak`
const ours = await timed(async () => {
  for (const file of files) await consume(file)
})
print(`read and checked, ${files.length} files: ${ours} ms, ${peak()}`)
const reading = await timed(async () => {
  for (const file of files) for await (const rows of listRows(file)) rows.at(-1)
})
print(`read only: ${reading} ms`)
await largeText(Number(rowsAsked))
const library = await timed(async () => {
  for (const { name, path } of files) {
    const bytes = readFileSync(path)
    if (name.endsWith('.xlsx')) await readXlsx(bytes)
    else
      parse(bytes, {
        bom: true,
        delimiter: [';', ',', '\t'],
        relax_column_count: true,
        relax_quotes: true,
        encoding: bytes[0] === 0xff ? 'utf16le' : 'utf8',
      })
  }
})
print(`bare reading by hucre and csv-parse: ${library} ms; ratio ${(ours / library).toFixed(2)}`)

async function consume(file: { name: string; path: string }): Promise<number> {
  let characters = 0
  for await (const part of readPeople(file, terms))
    if (part.kind === 'people') for (const row of part.rows) characters += copyLine(row).length
  return characters
}

async function timed(work: () => Promise<void>): Promise<number> {
  await work()
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started)
}

async function largeText(rows: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'intake-speed-'))
  const path = join(home, 'large.csv')
  await writeLarge(path, rows)
  const started = performance.now()
  await consume({ name: 'large.csv', path })
  const seconds = (performance.now() - started) / 1000
  print(`text list of ${rows} rows: ${Math.round(rows / seconds)} rows/s read, checked and written out for COPY, ${peak()}`)
  rmSync(home, { recursive: true })
}

async function writeLarge(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(
    'NO;NIK;NO KK;NAMA LENGKAP;TEMPAT LAHIR;TANGGAL LAHIR;JENIS KELAMIN;NAMA IBU KANDUNG;ALAMAT;RT/RW;PEKERJAAN;PENGHASILAN;NO HP\n',
  )
  for (let from = 0; from < rows; from += 1000) {
    let lines = ''
    for (let at = from; at < Math.min(rows, from + 1000); at++) {
      const [date, month, year, isWoman] = [(at % 28) + 1, (at % 12) + 1, 65 + (at % 35), at % 2 === 1]
      const nik = `510301${two(date + (isWoman ? 40 : 0))}${two(month)}${two(year)}${String((at % 9999) + 1).padStart(4, '0')}`
      lines += `${at + 1};${nik};5103010101${two(at % 20)}${String(at % 9000).padStart(4, '0')};I Wayan Contoh ${at};Denpasar;${two(date)}-${two(month)}-19${two(year)};${isWoman ? 'P' : 'L'};Sari;Br. Kaja;00${at % 9};Petani;1000000;08123456${at % 10000}\n`
    }
    if (!file.write(lines)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
