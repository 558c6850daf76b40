import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { badung, type ListDesk, openListDesk } from '../../test/lists.ts'
import { day } from '../../values/days.ts'
import { carryOut, look } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import { type CheckedRow, usualEntryAges } from './checks/check-row.ts'
import { describeTables } from './column-views.ts'
import { findCorrections } from './correction-views.ts'
import { errorWorkbook } from './error-workbook.ts'
import { readPeople } from './read-people.ts'
import { repairCell } from './repairs/operations.ts'
import { findReturn } from './returns.ts'

type Written = string | number | null

const heading = ['NO', 'NAMA', 'NIK', 'TGL LAHIR']
const wayan = [1, 'I WAYAN CONTOH', '5103010101850001', '01-01-1985']
const luh = [2, 'NI LUH SARI', '5103014202900002', '02-02-1990']
const made = [3, 'I MADE ARDIKA', '5103010303800003', '03-03-1980']
const short = [4, 'I KETUT MUDITA', '510301040482', '04-04-1982']
const gap = [null]

async function read(sheets: Record<string, Written[][]>, rowsAtOnce = 0): Promise<string[]> {
  const bytes = await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })
  const people: CheckedRow[] = []
  for await (const part of readPeople({ name: 'list.xlsx', bytes }, { on: day('2026-11-01'), ...usualEntryAges }))
    if (part.kind === 'people') people.push(...part.rows)
  return rowsAtOnce > 0
    ? [String(people.length)]
    : people.map((row) => `${row.sheet} ${row.row} ${row.nik || row.nikWritten} ${row.fullName} ${row.birthDate}`)
}

const bothWays = [
  'Data!A:D 3 5103010101850001 I WAYAN CONTOH 1985-01-01',
  'Data!A:D 4 5103014202900002 NI LUH SARI 1990-02-02',
  'Data!F:I 3 5103010303800003 I MADE ARDIKA 1980-03-03',
]

describe('Tables beside each other in one sheet', () => {
  test('are read as two, the second shorter than the first', async () => {
    const title = ['DAFTAR PEKERJA RENTAN']
    const rows = [title, [...heading, ...gap, ...heading], [...wayan, ...gap, ...made], luh]
    expect(await read({ Data: rows })).toEqual(bothWays)
  })

  test('without an empty column between them, and with a letterhead over each', async () => {
    const rows = [['BR. KAJA', null, null, null, 'BR. KELOD'], [...heading, ...heading], [...wayan, ...made], luh]
    expect(await read({ Data: rows })).toEqual(bothWays.map((row) => row.replace('F:I', 'E:H')))
  })

  test('the columns of one in another order, its heading a row lower', async () => {
    const turned = (cells: Written[]) => [cells[0] ?? null, cells[2] ?? null, cells[1] ?? null]
    const rows = [
      heading,
      [...wayan, ...gap, ...turned(heading)],
      [...luh, ...gap, ...turned(made)],
      [...short, ...gap, ...turned(short)],
    ]
    expect(await read({ Data: rows })).toEqual([
      'Data!A:D 2 5103010101850001 I WAYAN CONTOH 1985-01-01',
      'Data!A:D 3 5103014202900002 NI LUH SARI 1990-02-02',
      'Data!A:D 4 510301040482 I KETUT MUDITA 1982-04-04',
      'Data!F:H 3 5103010303800003 I MADE ARDIKA 1980-03-03',
      'Data!F:H 4 510301040482 I KETUT MUDITA ',
    ])
  })

  test.each([
    ['heirs', ['NO', 'NAMA', 'NIK', 'TGL LAHIR', 'NO', 'NAMA', 'NIK', 'HUBUNGAN']],
    ['heirs behind an empty column', ['NO', 'NAMA', 'NIK', 'TGL LAHIR', '', 'NAMA', 'NIK', 'HUB. KELUARGA']],
    ['an empty column within', ['NO', 'NAMA', 'NIK', 'TGL LAHIR', '', 'NAMA IBU KANDUNG', 'ALAMAT', 'NO HP']],
    ['a sum beside it', ['NO', 'NAMA', 'NIK', 'TGL LAHIR', '', 'NO', 'PEKERJAAN', 'JUMLAH']],
  ])('are not seen where there is one table: %s', async (_, header) => {
    const beside =
      header.length === 9
        ? [null, 1, 'Petani', 2]
        : header[4] === ''
          ? [null, 'NI SARI', 'x', 'istri']
          : [1, 'NI SARI', 'x', 'istri']
    const people = await read({ Data: [header, [...wayan, ...beside], luh] })
    expect(people).toEqual([
      'Data 2 5103010101850001 I WAYAN CONTOH 1985-01-01',
      'Data 3 5103014202900002 NI LUH SARI 1990-02-02',
    ])
  })

  test('of thousands of rows are read to the end, however unequal', async () => {
    const many = Array.from({ length: 6000 }, (_, row) => (row < 5000 ? [...wayan, ...gap, ...made] : wayan))
    expect(await read({ Data: [[...heading, ...gap, ...heading], ...many] }, 1)).toEqual(['11000'])
  })
})

describe('A list with tables beside and below each other', () => {
  let desk: ListDesk
  beforeEach(async () => {
    desk = await openListDesk()
    return () => desk.stop()
  })
  const beside = [
    [...heading, ...gap, ...heading],
    [...wayan, ...gap, ...short],
    [...luh, ...gap, ...made],
  ]
  const workbook = (rows: readonly (readonly unknown[])[]) => writeXlsx({ sheets: [{ name: 'Data', rows: rows as never }] })
  const sourceOf = async (intakeId: string) => {
    const fileId = await desk.fileOf(intakeId)
    const found = await look(desk.platform, badung, (ctx) => findReturn(ctx, { intakeId, fileId }))
    if (found === undefined) throw new Error('nothing to return')
    return { found, source: { name: found.name, path: pathOf(desk.platform, found.storedFileId) } }
  }

  test('comes back with the right cells marked, and mended is known again, table by table', async () => {
    const first = await desk.take('5103011002-kuta.xlsx', await workbook(beside))
    const { found, source } = await sourceOf(first)
    const bytes = await errorWorkbook({ source, ...found, language: 'id' })
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
    expect(sheet?.cells?.get('1,7')?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } })
    expect(sheet?.cells?.get('1,2')?.style?.fill).toBeUndefined()
    expect(sheet?.rows[1]?.[9]).toMatch(/^F–I: .*12 angka/)
    const rows = (sheet?.rows ?? []).map((cells) => [...cells])
    if (rows[1] !== undefined) rows[1][7] = '5103010404820004'
    const second = await desk.take('diperbaiki.xlsx', await workbook(rows))
    const { corrections } = await look(desk.platform, badung, (ctx) => findCorrections(ctx, second))
    expect(corrections).toMatchObject([{ corrected: 1, stillFaulty: 0, unchanged: 3, added: 0 }])
  })

  test('shows the clerk each table with the letters of its columns', async () => {
    const { source } = await sourceOf(await desk.take('5103011002-kuta.xlsx', await workbook(beside)))
    const tables = await describeTables(source, {}, [])
    expect(tables.map(({ sheet, columns }) => `${sheet} ${columns[0]?.letter} ${columns[2]?.field}`)).toEqual([
      'Data!A:D A nik',
      'Data!F:I F nik',
    ])
  })

  test('is mended by the columns of the table in which the row stands', async () => {
    const turned = [
      ['NIK', 'NAMA', 'TGL LAHIR'],
      [short[2], short[1], short[3]],
    ]
    const intakeId = await desk.take('5103011002-kuta.xlsx', await workbook([heading, wayan, luh, made, [], ...turned]))
    const below = (await desk.rowsOf(intakeId)).find(({ row }) => row === 7)
    expect(below?.written).toEqual({ nik: '********0482' })
    const row = { fileId: below?.fileId ?? '', sheet: 'Data', row: 7 }
    const mended = await carryOut(desk.platform, badung, (ctx) =>
      repairCell(ctx, { intakeId, row, field: 'nik', value: '5103010404820004' }),
    )
    expect(mended.ok).toBe(true)
    expect((await desk.rowsOf(intakeId)).find((each) => each.row === 7)).toMatchObject({
      verdict: 'accepted',
      fullName: 'I KETUT MUDITA',
      birthDate: '1982-04-04',
    })
  })
})
