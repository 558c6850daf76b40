import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { type CheckedRow, usualEntryAges } from './checks/check-row.ts'
import type { Layout } from './columns/layout.ts'
import { type ReadTerms, readPeople } from './read-people.ts'
import type { ListSource } from '../reading/rows.ts'

type Written = string | number | Date | null
type Read = { rows: CheckedRow[]; layouts: Layout[]; leftOut: string[] }

const terms: ReadTerms = { on: day('2026-11-01'), ...usualEntryAges }

async function read(source: ListSource, more: Partial<ReadTerms> = {}): Promise<Read> {
  const found: Read = { rows: [], layouts: [], leftOut: [] }
  for await (const part of readPeople(source, { ...terms, ...more })) {
    if (part.kind === 'layout') found.layouts.push(part.layout)
    if (part.kind !== 'people') continue
    found.rows.push(...part.rows)
    found.leftOut.push(...part.leftOut.map(({ row, kind }) => `${row} ${kind}`))
  }
  return found
}

async function readSheets(sheets: Record<string, Written[][]>): Promise<Read> {
  const bytes = await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
  return read({ name: 'list.xlsx', bytes })
}

function readText(text: string, encoding: 'utf8' | 'utf16le' | 'latin1' = 'utf8'): Promise<Read> {
  return read({ name: 'list.csv', bytes: Buffer.from(text, encoding) })
}

const line = (number: number, nik: string) => [number, nik, 'I Ketut Contoh', '17-08-1985', 'L', 'Petani']
const codesOf = (row: CheckedRow | undefined) => row?.findings.map(({ code }) => code).join('+') ?? 'no row'
const summary = ({ rows }: Read) => rows.map((row) => `${row.row} ${row.nik || '-'} ${row.fullName} ${row.birthDate} ${row.sex}`)

const ketut = '5103011708850001'
const sari = '5103024512900002'

describe('a heading is found wherever a village puts it', () => {
  test('below letterhead, in two lines, above a row that numbers the columns', async () => {
    const found = await readSheets({
      Data: [
        ['PEMERINTAH KABUPATEN CONTOH'],
        ['DAFTAR PEKERJA RENTAN TAHUN 2026'],
        [],
        ['NO', 'NAMA', 'NOMOR', '', 'LAHIR', '', 'L/P', 'PEKERJAAN'],
        ['', 'LENGKAP', 'KK', 'NIK', 'TEMPAT', 'TANGGAL', '', ''],
        ['1', '2', '3', '4', '5', '6', '7', '8'],
        [1, 'I Ketut Contoh', '5103011203080004', ketut, 'Badung', '17-08-1985', 'L', 'Petani'],
        [2, 'Ni Sari Contoh', '5103011203080005', sari, 'Badung', '5 Desember 1990', 'P', 'Pedagang'],
        ['', 'JUMLAH', '', 2],
        [],
        ['', '', '', '', '', 'Contoh, 2 November 2026'],
        ['', 'Mengetahui,', '', '', '', 'Perbekel Contoh'],
        ['', 'I Wayan Pejabat', '', '', '', 'I Made Penjabat'],
      ],
    })
    expect(summary(found)).toEqual([`7 ${ketut} I Ketut Contoh 1985-08-17 L`, `8 ${sari} Ni Sari Contoh 1990-12-05 P`])
    expect(found.rows.map(({ familyCard, birthPlace }) => `${familyCard} ${birthPlace}`)).toEqual([
      '5103011203080004 Badung',
      '5103011203080005 Badung',
    ])
    expect(found.leftOut).toEqual(['6 column-numbers', '9 total', '11 signature', '12 signature', '13 signature'])
  })

  test.each([
    ['English', 'National ID,Full Name,Date of Birth,Gender,Occupation'],
    ['lower case with underscores', 'no_ktp,nama_lengkap,tgl_lahir,jk,pekerjaan'],
    ['dots and spaces', 'No. NIK,N a m a,Tgl. Lahir,J. Kelamin,Pekerjaan'],
    [
      'explanations in brackets',
      'Nomor Induk Kependudukan (NIK),Nama (sesuai KTP),Tanggal Lahir (dd-mm-yyyy),Jenis Kelamin (L/P),Pekerjaan Saat Ini',
    ],
    ['camel case', 'noKtp,namaPekerja,tanggalLahir,jenisKelamin,jenisPekerjaan'],
    ['the words of BPJS', 'NO_IDENTITAS,NAMA_TK,TGL_LAHIR,JENIS_KELAMIN,LOKASI_PEKERJAAN'],
  ])('in %s', async (_, header) => {
    const found = await readText(
      `${header}\n${ketut},I Ketut Contoh,17/08/1985,L,Petani\n${sari},Ni Sari Contoh,05/12/1990,P,PNS\n`,
    )
    expect(summary(found)).toEqual([`2 ${ketut} I Ketut Contoh 1985-08-17 L`, `3 ${sari} Ni Sari Contoh 1990-12-05 P`])
    expect(codesOf(found.rows[1])).toBe('barred-occupation')
  })

  test('not at all: the content shows the columns', async () => {
    const found = await readText(`1;I Ketut Contoh;${ketut};17-08-1985;L\n2;Ni Sari Contoh;${sari};05-12-1990;P\n`)
    expect(summary(found)).toEqual([`1 ${ketut} I Ketut Contoh 1985-08-17 L`, `2 ${sari} Ni Sari Contoh 1990-12-05 P`])
  })

  test('only on the first of several sheets, with a cover and a summary around them', async () => {
    const found = await readSheets({
      Sampul: [['DAFTAR PEKERJA RENTAN'], ['DESA CONTOH']],
      'Br. Kaja': [['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'L/P', 'PEKERJAAN'], line(1, ketut)],
      'Br. Kelod': [line(1, '5103011708850002'), line(2, '5103011708850003')],
      Rekap: [
        ['Banjar', 'Jumlah'],
        ['Kaja', 1],
        ['Kelod', 2],
      ],
    })
    expect(found.rows.map(({ sheet, row }) => `${sheet} ${row}`)).toEqual(['Br. Kaja 2', 'Br. Kelod 1', 'Br. Kelod 2'])
  })

  test('again on every printed page', async () => {
    const header = 'No,NIK,Nama,Tgl Lahir'
    const found = await readText(
      `${header}\n1,${ketut},I Ketut Contoh,17-08-1985\n${header}\n2,${sari},Ni Sari Contoh,05-12-1990\n`,
    )
    expect(found.rows.map(({ row }) => row)).toEqual([2, 4])
    expect(found.leftOut).toEqual(['3 header'])
  })

  test('over the wrong column: family card numbers never carry a day above forty', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `Nama Contoh,51030112030800${at + 10},51030145129000${at + 10},05-12-1990`,
    )
    const found = await readText(`Nama,NIK,No KK,Tgl Lahir\n${lines.join('\n')}\n`)
    expect(found.rows[0]?.nik).toBe('5103014512900010')
  })
})

describe('a NIK is read as the clerk meant it', () => {
  test.each<[string, Written, string, string]>([
    ['with a leading apostrophe', `'${ketut}`, ketut, ''],
    ['with dots', '51.03.01.170885.0001', ketut, ''],
    ['with spaces', '510301 170885 0001', ketut, ''],
    ['with no-break and zero-width spaces', '\u200b5103\u00a00117\u00a00885\u00a00001', ketut, ''],
    ['with .0 behind it', `${ketut}.0`, ketut, ''],
    ['in a formula that keeps it text', `="${ketut}"`, ketut, ''],
    ['with letters for digits', '51O3O117O885OO0l', ketut, 'nik-repaired'],
    ['with its name before it', `NIK: ${ketut}`, ketut, 'nik-repaired'],
    ['as a number with an exponent', '5,10301E+15', '', 'nik-precision-lost'],
    ['as a number with an exponent and a dot', '5.10301170885E+15', '', 'nik-precision-lost'],
    ['as a number that ends in 0', 5103011708850000, '', 'nik-precision-lost'],
    ['as a number too large to be exact', 9203011708850002, '', 'nik-precision-lost'],
    ['as a number of fifteen digits', 510301170885001, '', 'nik-length'],
    ['one digit short', '510301170885001', '', 'nik-length'],
    ['one digit long', '51030117088500011', '', 'nik-length'],
    ['with a month that is none', '5103011713850001', '', 'nik-impossible'],
    ['with an area that is none', '0003011708850001', '', 'nik-impossible'],
    ['as the family card number', '5103011203080004', '', 'kk-in-nik'],
    ['as nothing', '', '', 'nik-missing'],
    ['as a dash', '-', '', 'nik-missing'],
    ['as words', 'TIDAK ADA', '', 'nik-missing'],
    ['as zeros', '0000000000000000', '', 'nik-missing'],
  ])('%s', async (_, written, nik, codes) => {
    const { rows } = await readSheets({
      S: [
        ['NIK', 'No KK', 'Nama', 'Tgl Lahir', 'Pekerjaan'],
        [written, '5103011203080004', 'I Ketut Contoh', '17-08-1985', 'Petani'],
      ],
    })
    expect([rows[0]?.nik, codesOf(rows[0])]).toEqual([nik, codes])
  })

  test.each<[string, Written, Written, string]>([
    ['written with dots in one column', '5103011203080004', '51.03.01.120308.0004', 'kk-in-nik'],
    ['rounded in the card column', '5103011203080004', 5103011203080000, 'family-card-unreadable+kk-in-nik'],
    ['rounded in the NIK column', 5103011203080000, '5103011203080004', 'nik-precision-lost+kk-in-nik'],
    ['changed places with the NIK', '5103011203080004', ketut, 'kk-in-nik'],
    ['the NIK written in both columns', ketut, ketut, ''],
  ])('a family card number %s is told from a NIK', async (_, nik, card, codes) => {
    const { rows } = await readSheets({
      S: [
        ['NIK', 'No KK', 'Nama', 'Tgl Lahir'],
        [nik, card, 'I Ketut Contoh', '17-08-1985'],
      ],
    })
    expect(codesOf(rows[0])).toBe(codes)
  })

  test('numbers that kept all their digits are trusted', async () => {
    const people = Array.from({ length: 20 }, (_, at) => [5103011708850001 + at, 'I Ketut Contoh', '17-08-1985'])
    const { rows } = await readSheets({ S: [['NIK', 'Nama', 'Tgl Lahir'], ...people] })
    expect(new Set(rows.map(codesOf))).toEqual(new Set(['']))
  })

  test('text that was a number before is not: every NIK ends in 0', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => `51030117088510${at + 10}`.slice(0, 15)).map(
      (start) => `${start}0,I Ketut Contoh,17-08-1985`,
    )
    const { rows } = await readText(`NIK,Nama,Tgl Lahir\n${lines.join('\n')}\n`)
    expect(new Set(rows.map(codesOf))).toEqual(new Set(['nik-precision-lost']))
  })

  test('a family card number is known without a column to compare, by its date', async () => {
    const { rows } = await readText(
      `NIK,Nama,Tgl Lahir\n5103011203080004,I Ketut Contoh,17-08-1985\n${sari},Ni Sari Contoh,05-12-1990\n`,
    )
    expect(rows.map(codesOf)).toEqual(['kk-in-nik', ''])
  })
})

describe('a birth date is read in any hand', () => {
  test.each<[Written, string]>([
    ['17-08-1985', '1985-08-17'],
    ['17/8/85', '1985-08-17'],
    ['17.08.1985', '1985-08-17'],
    ['17 Agustus 1985', '1985-08-17'],
    ['17-AGU-85', '1985-08-17'],
    ['17 August 1985', '1985-08-17'],
    ['August 17, 1985', '1985-08-17'],
    ['17-Aug-1985', '1985-08-17'],
    ['1985-08-17', '1985-08-17'],
    ['1985-08-17 00:00:00', '1985-08-17'],
    ['08/17/1985', '1985-08-17'],
    ['17081985', '1985-08-17'],
    ['19850817', '1985-08-17'],
    ['31276', '1985-08-17'],
    [31276, '1985-08-17'],
    [new Date('1985-08-17'), '1985-08-17'],
    ['Sabtu, 17 Agustus 1985', '1985-08-17'],
  ])('%s', async (written, iso) => {
    const { rows } = await readSheets({
      S: [
        ['NIK', 'Nama', 'Tgl Lahir', 'Pekerjaan'],
        [ketut, 'I Ketut Contoh', written, 'Petani'],
      ],
    })
    expect([rows[0]?.birthDate, codesOf(rows[0])]).toEqual([iso, ''])
  })

  test.each(['', '-', '00-00-0000', '31-02-1985', 'tidak tahu', '1985', '17-08-2030'])(
    'not when it is "%s": the NIK stands in, and an officer decides',
    async (written) => {
      const { rows } = await readSheets({
        S: [
          ['NIK', 'Nama', 'Tgl Lahir', 'Pekerjaan'],
          [ketut, 'I Ketut Contoh', written, 'Petani'],
        ],
      })
      expect([rows[0]?.birthDate, codesOf(rows[0]), rows[0]?.verdict]).toEqual(['1985-08-17', 'birth-date-unreadable', 'review'])
    },
  )

  test('month first where the NIK says so', async () => {
    const { rows } = await readText(`NIK,Nama,Tgl Lahir\n5103010512850001,I Ketut Contoh,12/05/1985\n`)
    expect([rows[0]?.birthDate, codesOf(rows[0])]).toEqual(['1985-12-05', 'birth-date-reordered'])
  })

  test('from the NIK where the list has no dates at all', async () => {
    const { rows } = await readText(`NIK,Nama,Alamat\n${ketut},I Ketut Contoh,Br. Kaja\n`)
    expect([rows[0]?.birthDate, codesOf(rows[0]), rows[0]?.verdict]).toEqual(['1985-08-17', 'birth-date-from-nik', 'accepted'])
  })

  test('from its own column although another is called a date too', async () => {
    const { rows } = await readText(`Tanggal,NIK,Nama,Tgl Lahir\n01-10-2026,${ketut},I Ketut Contoh,17-08-1985\n`)
    expect(rows[0]?.birthDate).toBe('1985-08-17')
  })

  test('as a date cell that Excel turned round, when the NIK tells', async () => {
    const { rows } = await readSheets({
      S: [
        ['NIK', 'Nama', 'Tgl Lahir'],
        ['5103010512850001', 'I Ketut Contoh', new Date('1985-05-12')],
      ],
    })
    expect([rows[0]?.birthDate, codesOf(rows[0])]).toEqual(['1985-12-05', 'birth-date-reordered'])
  })

  test('beside the place in one column', async () => {
    const { rows } = await readText(`NIK;Nama;Tempat/Tgl Lahir\n${ketut};I Ketut Contoh;Denpasar, 17-08-1985\n`)
    expect([rows[0]?.birthPlace, rows[0]?.birthDate]).toEqual(['Denpasar', '1985-08-17'])
  })

  test.each([
    ['2008-11-01', ''],
    ['2008-11-02', 'too-young'],
    ['1961-11-02', ''],
    ['1961-11-01', 'too-old'],
  ])('%s is judged on the day of the list', async (iso, codes) => {
    const { rows } = await readText(
      `NIK,Nama,Tgl Lahir\n510301${iso.slice(8)}${iso.slice(5, 7)}${iso.slice(2, 4)}0001,I Ketut Contoh,${iso}\n`,
    )
    expect(codesOf(rows[0])).toBe(codes)
  })
})

describe('text files come in every encoding', () => {
  const list = `No;NIK;Nama;Tgl Lahir\r\n1;${ketut};Ni Luh Désa;17-08-1985\r\n`
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${list}`)],
    ['UTF-16 little-endian', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${list}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(list, 'latin1')],
    ['tabs', Buffer.from(list.replaceAll(';', '\t'))],
    ['bars', Buffer.from(list.replaceAll(';', '|'))],
    ['commas', Buffer.from(list.replaceAll(';', ','))],
  ])('%s', async (_, bytes) => {
    const found = await read({ name: 'list.csv', bytes })
    expect(summary(found)).toEqual([`2 ${ketut} Ni Luh Désa 1985-08-17 L`])
  })

  test('with titles above the heading and lines of separators below', async () => {
    const found = await readText(
      `sep=;\nDESA CONTOH;;;\n;;;\nNo;NIK;Nama;Tgl Lahir\n1;${ketut};I Ketut Contoh;17-08-1985\n;;;\n;TOTAL;1;\n`,
    )
    expect(found.rows.map(({ row }) => row)).toEqual([5])
    expect(found.leftOut).toEqual(['7 total'])
  })

  test('a quote that never closes costs no row', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, at) => `${at + 1},51030117088${50001 + at},${at === 3 ? '"' : ''}I Ketut Contoh,17-08-1985`,
    )
    const { rows } = await readText(`No,NIK,Nama,Tgl Lahir\n${lines.join('\n')}\n`)
    expect(rows).toHaveLength(200)
  })

  test('a quoted cell over two lines is one row', async () => {
    const { rows } = await readText(
      `No,NIK,Nama,Alamat,Tgl Lahir\n1,${ketut},"I ""Tut"" Contoh","Jl. Raya\nNo. 1",17-08-1985\n2,${sari},Ni Sari Contoh,,05-12-1990\n`,
    )
    expect(rows.map(({ row, fullName, address }) => `${row} ${fullName} ${address}`)).toEqual([
      '2 I "Tut" Contoh Jl. Raya No. 1',
      '3 Ni Sari Contoh ',
    ])
  })
})

describe('a sheet is read as it is seen', () => {
  const head = ['NO', 'NO KK', 'NIK', 'NAMA', 'TGL LAHIR', 'DUSUN', 'PEKERJAAN']
  const card = '5103011203080004'

  test('a merged cell holds for every row it spans, but nobody is made twice of it', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            head,
            [1, card, ketut, 'I Ketut Contoh', '17-08-1985', 'Br. Kaja', 'Petani'],
            [2, '', sari, 'Ni Sari Contoh', '05-12-1990', '', 'Pedagang'],
            ['', '', '', '', '', '', 'dan penjahit'],
            [3, '', '5103010606880006', 'I Gede Contoh', '06-06-1988', '', 'Petani'],
          ],
          merges: [
            { startRow: 1, startCol: 1, endRow: 3, endCol: 1 },
            { startRow: 1, startCol: 5, endRow: 4, endCol: 5 },
            { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
            { startRow: 2, startCol: 3, endRow: 3, endCol: 3 },
          ],
        },
      ],
    })
    const { rows } = await read({ name: 'list.xlsx', bytes })
    expect(rows.map(({ row, familyCard, hamlet, fullName }) => [row, familyCard, hamlet, fullName])).toEqual([
      [2, card, 'Br. Kaja', 'I Ketut Contoh'],
      [3, card, 'Br. Kaja', 'Ni Sari Contoh'],
      [5, '', 'Br. Kaja', 'I Gede Contoh'],
    ])
  })

  test('a second table below the first, its columns in another order, is read by its own heading', async () => {
    const found = await readSheets({
      S: [
        ['BANJAR KAJA'],
        ['NO', 'NIK', 'NAMA', 'TGL LAHIR'],
        [1, ketut, 'I Ketut Contoh', '17-08-1985'],
        ['', 'JUMLAH', 1],
        [],
        ['BANJAR KELOD'],
        ['NO', 'NAMA', 'TGL LAHIR', 'NIK', 'PEKERJAAN'],
        [1, 'Ni Sari Contoh', '05-12-1990', sari, 'Pedagang'],
        [2, 'I Gede Contoh', '06-06-1988', '5103010606880006', 'Petani'],
      ],
    })
    expect(summary(found)).toEqual([
      `3 ${ketut} I Ketut Contoh 1985-08-17 L`,
      `8 ${sari} Ni Sari Contoh 1990-12-05 P`,
      '9 5103010606880006 I Gede Contoh 1988-06-06 L',
    ])
    expect(found.layouts.map(({ headerRows }) => headerRows)).toEqual([[2], [7]])
    expect(found.leftOut.filter((line) => line.includes('header'))).toEqual([])
  })

  test('what a formula showed when the sheet was saved is its value; hidden rows are rows', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['NIK', 'NAMA', 'TGL LAHIR'],
            [ketut, 'I Ketut Contoh', '17-08-1985'],
            [sari, null, '05-12-1990'],
          ],
          cells: new Map([
            ['2,1', { value: 'Ni Sari Contoh', type: 'formula', formula: 'A1&"x"', formulaResult: 'Ni Sari Contoh' }],
          ]),
          rowDefs: new Map([[1, { hidden: true }]]),
        },
      ],
    })
    expect((await read({ name: 'list.xlsx', bytes })).rows.map(({ fullName }) => fullName)).toEqual([
      'I Ketut Contoh',
      'Ni Sari Contoh',
    ])
  })
})

describe('a clerk corrects the columns', () => {
  const remembered = { list: 'lama.csv', by: 'Contoh Petugas', at: '2026-10-01T00:00:00.000Z' }
  test('and the correction is remembered by the heading, whatever its case', async () => {
    const titled = `No KTP,Nama,Nama Panggilan,Lahir\n${ketut},Tut,I Ketut Contoh,17-08-1985\n`
    const guessed = await readText(titled)
    expect(guessed.rows[0]?.fullName).toBe('Tut')
    const known = new Map([[guessed.layouts[0]?.fingerprint ?? '', { columns: { 1: null, 2: 'fullName' as const }, remembered }]])
    const corrected = await read({ name: 'x.csv', bytes: Buffer.from(`DESA CONTOH\n${titled.toUpperCase()}`) }, { known })
    expect([corrected.rows[0]?.fullName, corrected.layouts[0]?.columns[2]?.by]).toEqual(['I KETUT CONTOH', 'remembered'])
    expect(corrected.layouts[0]).toMatchObject({ remembered, headerRows: [2] })
  })

  test('of a list whose headings nobody could know, and of one that has none', async () => {
    const columns = { 0: 'nik', 1: 'fullName', 2: 'birthDate', 3: 'occupation' } as const
    const list = `A,B,C,D\n${ketut},I Ketut Contoh,17-08-1985,Petani\n`
    const pointed = await read({ name: 'y.csv', bytes: Buffer.from(list) }, { said: [{ sheet: '', headerRows: [1], columns }] })
    expect(summary(pointed)).toEqual([`2 ${ketut} I Ketut Contoh 1985-08-17 L`])
    expect(pointed.layouts[0]?.fingerprint).toBe('a|b|c|d')
    const bare = `I Ketut Contoh,Tut,${ketut}\nNi Sari Contoh,Sari,${sari}\n`
    const order = { 0: 'fullName', 2: 'nik' } as const
    const said = await read(
      { name: 'z.csv', bytes: Buffer.from(bare) },
      { said: [{ sheet: '', headerRows: [], columns: order }] },
    )
    const known = new Map([
      [said.layouts[0]?.fingerprint ?? '', { columns: { 1: 'fullName' as const, 2: 'nik' as const }, remembered }],
    ])
    const again = await read({ name: 'z.csv', bytes: Buffer.from(bare) }, { known })
    expect([said.rows.length, again.rows.map(({ fullName }) => fullName)]).toEqual([2, ['Tut', 'Sari']])
  })

  test('and may say that a sheet is no list at all', async () => {
    const bytes = Buffer.from(`NIK,Nama\n${ketut},I Ketut Contoh\n`)
    const nothing = { said: [{ sheet: '', headerRows: [1], columns: { 0: null, 1: null } }] }
    await expect(read({ name: 'x.csv', bytes }, nothing)).rejects.toThrow('no-header')
  })
})

describe('a row is never lost', () => {
  test('people without NIK, without date or without either stay people', async () => {
    const found = await readSheets({
      S: [
        ['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'PEKERJAAN'],
        [1, '', 'I Ketut Contoh', '17-08-1985', 'Petani'],
        [2, ketut, 'I Jumlah Contoh', '', 'Petani'],
        [],
        [3, 'hilang', 'Total Sari', '-', 'Pedagang'],
        ['', 'BANJAR KAJA'],
        [4, '', 'Ni Sari Contoh', '', ''],
        ['', 'TOTAL', 4],
      ],
    })
    expect(found.rows.map(({ row, verdict }) => `${row} ${verdict}`)).toEqual(['2 review', '3 review', '5 refused', '7 refused'])
    expect(found.leftOut).toEqual(['6 section', '8 total'])
  })
})
