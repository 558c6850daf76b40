import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeOds, writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { day } from '../../../values/days.ts'
import { type Register, registers } from '../registers.ts'
import { AnswerRefused, readAnswer } from './reading.ts'

const on = day('2026-11-15')
const niks = ['5103010101800001', '5103014201810002', '5103010301820003', '5103014401830004', '5103010501840007']

async function linesOf(register: Register, bytes: Uint8Array) {
  const found = []
  for await (const line of readAnswer({ name: 'jawaban', bytes }, register, on)) found.push(line)
  return found
}

/** What the file comes to: the records with their values, or why it is no answer. */
async function read(register: Register, bytes: Uint8Array) {
  try {
    const lines = await linesOf(register, bytes)
    return lines.flatMap((line) => (line.read.kind === 'record' ? [line.read.values] : []))
  } catch (error) {
    if (error instanceof AnswerRefused) return error.refusal
    throw error
  }
}

type Cells = readonly (string | number | null)[]
const xlsx = (
  ...sheets: { name: string; rows: Cells[]; merges?: { startRow: number; startCol: number; endRow: number; endCol: number }[] }[]
) => writeXlsx({ sheets: sheets.map(({ name, rows, merges = [] }) => ({ name, rows: rows.map((row) => [...row]), merges })) })
const utf8 = (text: string) => new TextEncoder().encode(text)

const bannered: Cells[] = [
  ['PEMERINTAH KABUPATEN BADUNG'],
  ['DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL'],
  ['Hasil pemadanan data pekerja rentan, 15 November 2026'],
  [null],
  ['NO', 'NIK', 'NAMA LENGKAP', 'TANGGAL LAHIR', 'KETERANGAN'],
  [1, 2, 3, 4, 5],
]

describe('An answer of Dukcapil is read as offices send it', () => {
  test('as a workbook with a banner, the numbers of the columns, totals and a signature', async () => {
    const file = await xlsx({
      name: 'Hasil',
      rows: [
        ...bannered,
        [1, `'${niks[0]}`, 'NI WAYAN CONTOH', '01-01-1980', 'HIDUP'],
        [2, Number(niks[1]), 'NI MADE UMPAMA', '02-01-1981', 'MENINGGAL'],
        [3, niks[2] ?? '', null, null, 'NIK TIDAK DITEMUKAN'],
        [null, 'JUMLAH', 3, null, null],
        [null, null, null, null, 'Kepala Dinas,'],
      ],
    })
    const lines = await linesOf('dukcapil', file)
    expect(lines.filter((line) => line.table !== undefined)).toHaveLength(1)
    expect(lines.map(({ row, read: { kind } }) => [row, kind])).toEqual([
      [6, 'left-out'],
      [7, 'record'],
      [8, 'record'],
      [9, 'not-known'],
      [10, 'left-out'],
      [11, 'left-out'],
    ])
    expect(await read('dukcapil', file)).toEqual([
      [niks[0], null, 'NI WAYAN CONTOH', '1980-01-01', null, null, null, true, null],
      [niks[1], null, 'NI MADE UMPAMA', '1981-01-02', null, null, null, false, null],
    ])
  })

  test('with a heading of two lines, merged over what was asked and what was found', async () => {
    const file = await xlsx({
      name: 'Verifikasi',
      rows: [
        ['NIK', 'DATA YANG DIAJUKAN', null, 'HASIL', null, 'STATUS'],
        [null, 'NAMA', 'TGL LAHIR', 'NAMA', 'TGL LAHIR', null],
        [niks[0] ?? '', 'NI WAYAN CONTOH', '1980-01-01', 'Sesuai (100)', 'TIDAK SESUAI', 'HIDUP'],
        [niks[1] ?? '', 'NI MADE UMPAMA', '1981-01-02', 'Tidak Sesuai (62)', 'SESUAI', 'HIDUP'],
      ],
      merges: [
        { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
        { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
        { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
      ],
    })
    const [first, second] = (await read('dukcapil', file)) as string[][]
    expect(first?.slice(0, 8)).toEqual([niks[0], null, null, null, null, null, null, true])
    expect(JSON.parse(first?.[8] ?? '')).toEqual({
      full_name: { agrees: true, similarity: 100, about: 'NI WAYAN CONTOH' },
      birth_date: { agrees: false, about: '1980-01-01' },
    })
    expect(JSON.parse(second?.[8] ?? '')).toMatchObject({
      full_name: { agrees: false, similarity: 62 },
      birth_date: { agrees: true },
    })
  })

  test('over several sheets, a covering letter among them', async () => {
    const file = await xlsx(
      { name: 'Surat', rows: [['Kepada Yth. Kepala Dinas Tenaga Kerja'], ['Bersama ini kami sampaikan hasil verifikasi.']] },
      {
        name: 'Kuta',
        rows: [
          ['NIK', 'STATUS'],
          [niks[0] ?? '', 'HIDUP'],
        ],
      },
      {
        name: 'Mengwi',
        rows: [
          ['STATUS', 'NAMA', 'NIK'],
          ['MENINGGAL', 'NI MADE', niks[1] ?? ''],
        ],
      },
    )
    expect((await linesOf('dukcapil', file)).map(({ sheet, row }) => [sheet, row])).toEqual([
      ['Kuta', 2],
      ['Mengwi', 2],
    ])
  })

  test('without any heading, by what stands in the columns', async () => {
    const rows = niks.map((nik, at): Cells => [at + 1, nik, `ORANG ${'ABCDE'[at]}`, at === 2 ? 'MENINGGAL' : 'HIDUP'])
    const found = (await read('dukcapil', await xlsx({ name: 'Sheet1', rows }))) as unknown[][]
    expect(found.map((values) => [values[0], values[7]])).toEqual(niks.map((nik, at) => [nik, at !== 2]))
  })

  test('in a text of Windows with semicolons, and in an OpenDocument', async () => {
    const text = `NIK;NAMA;STATUS\r\n${niks[0]};"NI LUH ""AYU"" RÉNI";HIDUP\r\n`
    expect(await read('dukcapil', iconv.encode(text, 'windows-1252'))).toEqual([
      [niks[0], null, 'NI LUH "AYU" RÉNI', null, null, null, null, true, null],
    ])
    const ods = await writeOds({
      sheets: [
        {
          name: 'A',
          rows: [
            ['NIK', 'STATUS'],
            [niks[0] ?? '', 'MENINGGAL'],
          ],
        },
      ],
    })
    expect(await read('dukcapil', ods)).toEqual([[niks[0], null, null, null, null, null, null, false, null]])
  })

  test('but not a NIK whose last digit Excel has taken', async () => {
    const rounded = niks.map((nik): Cells => [Number(`${nik.slice(0, 15)}0`), 'HIDUP'])
    const lines = await linesOf('dukcapil', await xlsx({ name: 'A', rows: [['NIK', 'STATUS'], ...rounded] }))
    expect(lines.map(({ read: found }) => (found.kind === 'fault' ? found.reason : found.kind))).toEqual(
      niks.map(() => 'nik-rounded'),
    )
  })
})

const csv: Record<Register | 'list' | 'insuredShort', string> = {
  dukcapil: `nik,nama,status\n${niks.map((nik, at) => `${nik},ORANG,${at === 0 ? 'MENINGGAL' : 'HIDUP'}`).join('\n')}`,
  bpjs: `nik,segmen,status,program\n${niks.map((nik) => `${nik},PU,AKTIF,JKK`).join('\n')}`,
  insuredShort: `nik,status\n${niks.map((nik, at) => `${nik},${at === 0 ? 'NONAKTIF' : 'AKTIF'}`).join('\n')}`,
  dtsen: `nik,nama,desil\n${niks.map((nik) => `${nik},ORANG,3`).join('\n')}`,
  deaths: `nik,nama,tanggal_meninggal,no_akta_kematian\n${niks.map((nik) => `${nik},ORANG,2026-01-02,5103-KM-1`).join('\n')}`,
  list: `no,nik,nama,pekerjaan\n${niks.map((nik, at) => `${at + 1},${nik},ORANG,Petani`).join('\n')}`,
}
const verdicts = `NIK,NAMA_LGKP,TGL_LHR\n${niks.map((nik) => `${nik},Sesuai (90),Tidak Sesuai`).join('\n')}`

describe('A file that is no answer of the register', () => {
  test.each<[string, Register, string, unknown]>([
    ['an answer of DTSEN as Dukcapil', 'dukcapil', csv.dtsen, { reason: 'wrong-register', looksLike: 'dtsen' }],
    ['an answer of DTSEN as deaths', 'deaths', csv.dtsen, { reason: 'wrong-register', looksLike: 'dtsen' }],
    ['an answer of BPJS as Dukcapil', 'dukcapil', csv.bpjs, { reason: 'wrong-register', looksLike: 'bpjs' }],
    ['a short answer of BPJS as Dukcapil', 'dukcapil', csv.insuredShort, { reason: 'wrong-register', looksLike: 'bpjs' }],
    ['an answer of Dukcapil as BPJS', 'bpjs', csv.dukcapil, { reason: 'wrong-register', looksLike: 'dukcapil' }],
    ['verdicts of Dukcapil as BPJS', 'bpjs', verdicts, { reason: 'wrong-register', looksLike: 'dukcapil' }],
    ['verdicts of Dukcapil as DTSEN', 'dtsen', verdicts, { reason: 'wrong-register', looksLike: 'dukcapil' }],
    ['deaths as BPJS', 'bpjs', csv.deaths, { reason: 'wrong-register', looksLike: 'deaths' }],
    ['the list of a village as Dukcapil', 'dukcapil', csv.list, { reason: 'columns-missing', missing: ['status'] }],
    ['the list of a village as deaths', 'deaths', csv.list, { reason: 'columns-missing', missing: ['diedOn'] }],
    ['a letter', 'dukcapil', 'Kepada Yth.\nBersama ini kami sampaikan jawaban.\n', { reason: 'no-answer-in-file' }],
    ['nothing', 'dukcapil', '', { reason: 'unreadable-file', refusal: { reason: 'empty' } }],
    ['a print', 'dukcapil', '%PDF-1.7 …', { reason: 'unreadable-file', refusal: { reason: 'wrong-type', looksLike: 'PDF' } }],
  ])('is refused: %s', async (_what, register, text, refusal) => {
    expect(await read(register, utf8(text))).toMatchObject(refusal as object)
  })

  test.each(registers)('is not an answer of %s itself', async (register) => {
    expect(await read(register, utf8(csv[register]))).toHaveLength(niks.length)
  })
})

describe('Whatever is handed in as an answer', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      ...niks,
      'NIK',
      'NAMA',
      'STATUS',
      'DESIL',
      'HIDUP',
      'Sesuai (90)',
      'TIDAK SESUAI',
      'AKTIF',
      'JUMLAH',
      '-',
      '1',
      '31276',
    ),
    fc.string({ maxLength: 12, unit: 'binary' }),
  )

  test('is read or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 30 }),
        fc.constantFrom(...registers),
        async (rows, register) => {
          const text = rows.map((row) => row.join(';')).join('\n')
          const found = await read(register, utf8(text))
          expect(Array.isArray(found) || typeof found.reason === 'string').toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('also when a workbook is cut or changed anywhere', async () => {
    const file = await xlsx({
      name: 'Hasil',
      rows: [...bannered, ...niks.map((nik): Cells => [1, nik, 'ORANG', '01-01-1980', 'HIDUP'])],
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const changed = isCut ? file.slice(0, at) : file.slice()
        if (!isCut) changed[at] = byte
        const found = await read('dukcapil', changed)
        expect(Array.isArray(found) || typeof found.reason === 'string').toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

const samples = join(import.meta.dirname, '../../../../shared/data/badung/registers')

describe('The answers of the sample (skipped where they are not at hand)', () => {
  test.skipIf(!existsSync(samples)).each(registers)('of %s are read to the last line, and as nobody else’s', async (register) => {
    const bytes = readFileSync(join(samples, `${register}.csv`))
    const lines = bytes.toString('utf8').trimEnd().split('\n').length - 1
    expect(await read(register, bytes)).toHaveLength(lines)
    const others = registers.filter((other) => other !== register)
    for (const other of others) expect(await read(other, bytes)).toMatchObject({ reason: 'wrong-register', looksLike: register })
  })
})
