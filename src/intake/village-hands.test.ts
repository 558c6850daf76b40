import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { parseBirthDate } from '../reading/written/birth-date.ts'
import { parseIncome, parsePhone } from '../reading/written/plain-values.ts'
import type { ListSource } from '../reading/rows.ts'
import { type CheckedRow, usualEntryAges } from './checks/check-row.ts'
import type { Layout } from './columns/layout.ts'
import { errorWorkbook } from './error-workbook.ts'
import { readPeople } from './read-people.ts'

type Written = string | number | null

async function read(source: ListSource): Promise<{ rows: CheckedRow[]; layouts: Layout[] }> {
  const found = { rows: [] as CheckedRow[], layouts: [] as Layout[] }
  for await (const part of readPeople(source, { on: day('2026-11-01'), ...usualEntryAges })) {
    if (part.kind === 'layout') found.layouts.push(part.layout)
    if (part.kind === 'people') found.rows.push(...part.rows)
  }
  return found
}
const workbook = async (rows: Written[][]): Promise<ListSource> => ({
  name: 'list.xlsx',
  bytes: await writeXlsx({ sheets: [{ name: 'S', rows }] }),
})
const told = ({ rows }: { rows: CheckedRow[] }) =>
  rows.map((row) => `${row.verdict} ${row.nik || row.nikWritten} ${row.fullName} ${row.birthPlace} ${row.birthDate}`)

const ketut = '5103011708850001'
const sari = '5103024512900002'

describe('One thing in several columns', () => {
  test('place and date below one heading over both', async () => {
    const heading = ['NO', 'NAMA', 'NIK', 'TEMPAT, TANGGAL LAHIR', null, 'L/P']
    const people = [
      [1, 'I Ketut Contoh', ketut, 'Badung', '17-08-1985', 'L'],
      [2, 'Ni Sari', sari, 'Kuta', '5 Desember 1990', 'P'],
    ]
    expect(told(await read(await workbook([heading, ...people])))).toEqual([
      `accepted ${ketut} I Ketut Contoh Badung 1985-08-17`,
      `accepted ${sari} Ni Sari Kuta 1990-12-05`,
    ])
  })

  test('day, month and year below LAHIR; the first and the last name', async () => {
    const upper = ['NO', 'Nama Depan', 'Nama Belakang', 'NIK', 'LAHIR', null, null]
    const lower = [null, null, null, null, 'TGL', 'BLN', 'THN']
    const people = [
      [1, 'I Ketut', 'Contoh', ketut, 17, 8, 1985],
      [2, 'Ni', 'Sari', sari, 5, 'Desember', 90],
      [3, 'Suparta', null, '51030103038000', 3, 3, 1980],
    ]
    const found = await read(await workbook([upper, lower, ...people]))
    expect(told(found)).toEqual([
      `accepted ${ketut} I Ketut Contoh  1985-08-17`,
      `accepted ${sari} Ni Sari  1990-12-05`,
      'review 51030103038000 Suparta  1980-03-03',
    ])
    expect(found.rows[2]?.original?.[4]).toBe('3-3-1980')
  })
})

describe('A list whose lines stand whole in one column', () => {
  const lines = ['DAFTAR PEKERJA', 'No,NIK,"Nama, gelar",Tgl Lahir', `1,${ketut},"I Ketut Contoh, S.Pd",17-08-1985`]
  const faulty = '2,51030245129,Ni Sari,05-12-1990'

  test('because a spreadsheet did not know its separator, is read all the same and returned with that column marked', async () => {
    const source = await workbook([...lines, faulty].map((text) => [text]))
    const { rows, layouts } = await read(source)
    expect(told({ rows })).toEqual([
      `accepted ${ketut} I Ketut Contoh, S.Pd  1985-08-17`,
      'review 51030245129 Ni Sari  1990-12-05',
    ])
    const marks = rows.map(({ sheet, row }) => ({ fileId: '11111111-1111-4111-8111-111111111111', sheet, row }))
    const back = await errorWorkbook({ source, rows: rows.slice(1), layouts, marks, language: 'id' })
    const [sheet] = (await readXlsx(back, { readStyles: true })).sheets
    expect(sheet?.rows[1]?.[1]).toBe('YANG PERLU DIPERBAIKI')
    expect(sheet?.cells?.get('3,0')?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } })
    expect(told(await read({ name: 'back.xlsx', bytes: back }))).toEqual(told({ rows }))
  })

  test('or because every line was put in quotes', async () => {
    const text = [...lines, faulty].map((line) => `"${line.replaceAll('"', '""')}"`).join('\r\n')
    expect((await read({ name: 'list.csv', bytes: Buffer.from(text) })).rows).toHaveLength(2)
  })

  test('is not seen in a sheet of notes, or of names alone', async () => {
    const notes = ['Isi nama, NIK, dan alamat', 'Kirim sebelum tanggal 5, 6, atau 7', 'Terima kasih, salam, hormat']
    const people = [
      ['NIK', 'NAMA'],
      [ketut, 'I Ketut Contoh, S.Pd, M.Pd'],
    ]
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Catatan', rows: notes.map((text) => [text]) },
        { name: 'Data', rows: people },
      ],
    })
    expect(told(await read({ name: 'list.xlsx', bytes }))).toEqual([`accepted ${ketut} I Ketut Contoh, S.Pd, M.Pd  1985-08-17`])
  })
})

test.each([
  ['17/VIII/1985', 19_850_817],
  ['1 - xii - 1990', 19_901_201],
  ['5 i 85', 850_105],
  ['17 Agustus 1985 (41 th)', 19_850_817],
  ['l7-08-1985', 19_850_817],
])('%s is a date', (written, read) => {
  expect(parseBirthDate(written).first).toBe(read)
})

test('Of several phone numbers the first is taken; one that a spreadsheet shortened is none', () => {
  expect(parsePhone('0812 3456 7890 / 0813 1111 2222')).toBe('081234567890')
  expect(parsePhone('081234567890 atau 081311112222')).toBe('081234567890')
  expect(parsePhone('0361/123456')).toBe('0361123456')
  expect(parsePhone('8.12346E+11')).toBe('')
})

test('An amount that is said to be about right is that amount', () => {
  expect(parseIncome('± Rp 1.000.000')).toBe(1_000_000)
  expect(parseIncome('1.000.000 - 1.500.000')).toBe(undefined)
})
