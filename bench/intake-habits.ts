/**
 * Writes the sample lists again with other habits, and a `truth.csv` beside them, so that `intake-quality.ts` can judge lists
 * nobody tuned for: `node bench/intake-habits.ts LISTS TARGET`, then `node bench/intake-quality.ts TARGET/lists`.
 * Seeded: the same input gives the same files.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { type CheckedRow, usualEntryAges } from '../src/intake/checks/check-row.ts'
import { readPeople } from '../src/intake/read-people.ts'
import { day, monthName } from '../values/days.ts'

type Truth = { file: string; sheet: string; row: string; person: string; nik: string; expect: string; kin: string }
type Person = { read: CheckedRow; truth: Truth }
type Line = CellValue[]

const [lists = '../shared/data/badung/lists', target = 'habits'] = process.argv.slice(2)
const truths = new Map<string, Truth>(
  (parse(readFileSync(join(dirname(lists), 'truth.csv')), { columns: true, bom: true }) as Truth[]).map((row) => [
    `${row.file}\t${row.sheet}\t${row.row}`,
    row,
  ]),
)
let seed = 42
const written: string[] = ['file,sheet,row,person,nik,expect,kin']

type Habit = {
  readonly name: string
  readonly before: Line[]
  readonly line: (person: Person, number: number) => Line
  readonly after: Line[]
  readonly text?: { separator: string; encoding: 'utf8' | 'latin1' | 'utf16le' }
  readonly losesDigits?: boolean
}

const habits: readonly Habit[] = [
  {
    name: 'two lines, card first, every date differently',
    before: [
      ['DAFTAR CALON PESERTA'],
      ['DESA CONTOH'],
      [],
      ['NO', 'NOMOR', '', 'NAMA', 'LAHIR', '', 'JENIS', 'PEKERJAAN', 'ALAMAT'],
      ['URUT', 'KK', 'NIK', 'LENGKAP', 'TEMPAT', 'TANGGAL', 'KELAMIN', '', ''],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)'],
    ],
    line: ({ read }, number) => [
      number,
      read.familyCard || read.nikWritten,
      nikOf(read),
      read.fullName,
      read.birthPlace,
      dateOf(read, 'mixed'),
      read.sex,
      read.occupation,
      read.hamlet || read.address,
    ],
    after: [
      [],
      ['', 'TOTAL PESERTA', '', 900],
      [],
      ['', '', '', '', '', '', 'Contoh, 3 November 2026'],
      ['', 'Mengetahui', '', '', '', '', 'Petugas Pendata'],
      ['', '', '', 'I Wayan Pejabat', '', '', 'NIP. 197001011990031001'],
    ],
  },
  {
    name: 'English, month first, commas',
    before: [['id number', 'full name', 'date of birth', 'gender', "mother's name", 'occupation', 'phone number']],
    line: ({ read }) => [
      nikOf(read),
      read.fullName,
      dateOf(read, 'american'),
      read.sex === 'L' ? 'Male' : 'Female',
      read.motherName,
      read.occupation,
      read.phone,
    ],
    after: [],
    text: { separator: ',', encoding: 'latin1' },
  },
  {
    name: 'numbers shown with an exponent, semicolons',
    before: [['No.', 'No. NIK', 'Nama Pekerja', 'TTL', 'JK', 'Jenis Pekerjaan']],
    line: ({ read }, number) => [
      String(number),
      read.nikWritten.length === 16 ? `${read.nikWritten[0]},${read.nikWritten.slice(1, 6)}E+15` : nikOf(read),
      read.fullName,
      `${read.birthPlace}, ${dateOf(read, 'dashes')}`,
      read.sex,
      read.occupation,
    ],
    after: [['', '', 'Jumlah', '']],
    text: { separator: ';', encoding: 'utf8' },
    losesDigits: true,
  },
  {
    name: 'a number column saved as text, tabs',
    before: [['NAMA', 'NIK', 'TGL LHR', 'PEKERJAAN', 'L/P']],
    line: ({ read }) => [
      read.fullName,
      read.nikWritten.length === 16 ? `${read.nikWritten.slice(0, 15)}0` : nikOf(read),
      dateOf(read, 'serial'),
      read.occupation,
      read.sex,
    ],
    after: [],
    text: { separator: '\t', encoding: 'utf16le' },
    losesDigits: true,
  },
  {
    name: 'dressed NIK, words for nothing',
    before: [
      [
        'Nama Lengkap',
        'NIK (16 digit)',
        'No. Kartu Keluarga',
        'Tgl. Lahir',
        'Jns Kelamin',
        'Mata Pencaharian',
        'RT',
        'RW',
        'Banjar',
      ],
    ],
    line: ({ read }) => [
      read.fullName,
      dressed(nikOf(read)) || pick(['TIDAK ADA', 'belum punya', '-', '0', 'hilang']),
      read.familyCard || read.nikWritten,
      dateOf(read, 'named'),
      read.sex === 'L' ? 'lk' : 'pr',
      read.occupation.toUpperCase(),
      '001',
      '002',
      read.hamlet,
    ],
    after: [['Jumlah', '900'], ['Perbekel Contoh'], ['(..................)']],
  },
]

for (const [index, name] of readdirSync(lists).entries()) await rewrite(name, habits[index % habits.length])
writeFileSync(join(target, 'truth.csv'), `${written.join('\n')}\n`)

async function rewrite(name: string, habit: Habit | undefined): Promise<void> {
  if (habit === undefined) return
  const people: Person[] = []
  for await (const part of readPeople({ name, path: join(lists, name) }, { on: day('2026-11-01'), ...usualEntryAges })) {
    if (part.kind !== 'people') continue
    for (const read of part.rows) {
      const truth = truths.get(`${name}\t${read.sheet}\t${read.row}`)
      if (truth !== undefined) people.push({ read, truth })
    }
  }
  const file = `${name.replace(/\.\w+$/, '')}${habit.text === undefined ? '.xlsx' : '.csv'}`
  const sheet = habit.text === undefined ? 'Data' : ''
  const lines = [...habit.before, ...people.map((person, number) => habit.line(person, number + 1)), ...habit.after]
  people.forEach(({ read, truth }, at) => {
    const { person, nik, kin } = truth
    written.push([file, sheet, habit.before.length + at + 1, person, nik, expected(truth, read, habit), kin].join(','))
  })
  mkdirSync(join(target, 'lists'), { recursive: true })
  writeFileSync(
    join(target, 'lists', file),
    habit.text === undefined
      ? await writeXlsx({
          sheets: [
            { name: 'Sampul', rows: [['DAFTAR PEKERJA RENTAN']] },
            { name: 'Data', rows: lines },
          ],
        })
      : Buffer.from(
          (habit.text.encoding === 'utf16le' ? '\uFEFF' : '') +
            lines
              .map((line) =>
                line.map((cell) => quoted(String(cell ?? ''), habit.text?.separator ?? ';')).join(habit.text?.separator),
              )
              .join('\r\n'),
          habit.text.encoding,
        ),
  )
}

/** What ought to be found now: a NIK that lost its digits hides what was wrong with it otherwise. */
function expected(truth: Truth, read: CheckedRow, habit: Habit): string {
  const codes = truth.expect.split('+').filter((code) => code !== '' && code !== 'nik-precision-lost')
  const isLost = habit.losesDigits === true && read.nikWritten.length === 16
  if (isLost) return [...codes.filter((code) => code !== 'kk-in-nik'), 'nik-precision-lost'].join('+')
  return (truth.expect.includes('nik-precision-lost') && read.nikWritten.length === 16 ? [...codes, 'rounded'] : codes).join('+')
}

function nikOf(read: CheckedRow): string {
  return read.nikWritten
}

function dressed(nik: string): string {
  if (nik === '') return ''
  return pick([
    nik,
    `'${nik}`,
    `${nik} `,
    nik.replace(/^(\d{6})(\d{6})/, '$1 $2 '),
    nik.replaceAll('0', 'O'),
    `${nik}.0`,
    nik.replace(/^(\d{4})/, '$1\u00a0'),
  ])
}

function dateOf(read: CheckedRow, style: 'mixed' | 'american' | 'dashes' | 'serial' | 'named'): string {
  if (read.findings.some(({ code }) => code === 'birth-date-unreadable'))
    return pick(['', '-', '00-00-0000', '31-02-1985', 'tidak tahu'])
  const [year = '', month = '', date = ''] = read.birthDate.split('-')
  const named = `${Number(date)} ${monthName(Number(month), 'id')} ${year}`
  if (style === 'american') return `${month}/${date}/${year}`
  if (style === 'dashes') return `${date}-${month}-${year}`
  if (style === 'serial') return String(Math.round(Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000) + 25_569)
  if (style === 'named')
    return pick([named, named.toUpperCase(), `${date}-${monthName(Number(month), 'id').slice(0, 3).toUpperCase()}-${year}`])
  return pick([
    named,
    `${date}/${month}/${year}`,
    `${date}.${month}.${year}`,
    read.birthDate,
    `${date}${month}${year}`,
    `${Number(date)}-${Number(month)}-${year.slice(2)}`,
  ])
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
}

function pick<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return choices[seed % choices.length] ?? choices[0]
}
