import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { type CheckedRow, usualEntryAges } from './checks/check-row.ts'
import type { Layout } from './columns/layout.ts'
import { disarmed, errorWorkbook } from './error-workbook.ts'
import { readPeople } from './read-people.ts'
import type { ListSource } from '../reading/rows.ts'
import { blankTemplate } from './template.ts'

async function checked(source: ListSource): Promise<{ rows: CheckedRow[]; layouts: Layout[] }> {
  const found = { rows: [] as CheckedRow[], layouts: [] as Layout[] }
  for await (const part of readPeople(source, { on: day('2026-11-01'), ...usualEntryAges })) {
    if (part.kind === 'layout') found.layouts.push(part.layout)
    if (part.kind === 'people') found.rows.push(...part.rows)
  }
  return found
}

async function returned(source: ListSource): Promise<Uint8Array> {
  const { rows, layouts } = await checked(source)
  const marks = rows.map(({ sheet, row }) => ({ fileId: '11111111-1111-4111-8111-111111111111', sheet, row }))
  return errorWorkbook({ source, rows: rows.filter(({ verdict }) => verdict !== 'accepted'), layouts, marks, language: 'id' })
}

const table = [
  ['DESA CONTOH'],
  ['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'PEKERJAAN'],
  [1, '5103011708850001', 'I Ketut Contoh', '17-08-1985', 'Petani'],
  [2, '510301170885000', 'Ni Sari Contoh', '17-08-1985', 'PNS'],
]

describe('a list that is given back', () => {
  test('keeps its sheets, rows and values, and says in a last column what to mend', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Br. Kaja', rows: table, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }] }],
    })
    const back = await readXlsx(await returned({ name: 'list.xlsx', bytes }), { readStyles: true })
    const [sheet] = back.sheets
    expect(sheet?.name).toBe('Br. Kaja')
    expect(sheet?.merges).toHaveLength(1)
    expect(sheet?.rows[2]?.slice(0, 5)).toEqual(table[2])
    expect(sheet?.rows[1]?.[5]).toBe('YANG PERLU DIPERBAIKI')
    expect(sheet?.rows[3]?.[5]).toContain('15 angka')
    expect(sheet?.rows[3]?.[5]).toContain('"PNS"')
    expect(sheet?.cells?.get('3,1')?.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } })
    expect(sheet?.cells?.get('2,1')?.style?.fill).toBeUndefined()
  })

  test('can be handed in again: the same people, and one error column however often', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: table }] })
    const once = await returned({ name: 'list.xlsx', bytes })
    const twice = await returned({ name: 'list.xlsx', bytes: once })
    expect(
      (await checked({ name: 'list.xlsx', bytes: twice })).rows.map(({ row, nikWritten }) => `${row} ${nikWritten}`),
    ).toEqual(['3 5103011708850001', '4 510301170885000'])
    expect((await readXlsx(twice)).sheets[0]?.rows[1]?.slice(5)).toEqual(['YANG PERLU DIPERBAIKI', 'UCOK'])
  })

  test('names each of its rows in a hidden column, which the reader takes for no column of the village', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: table }] })
    const back = await returned({ name: 'list.xlsx', bytes })
    const [sheet] = (await readXlsx(back, { readStyles: true })).sheets
    expect(sheet?.columns?.[6]).toMatchObject({ hidden: true })
    const sorted = (await readXlsx(back)).sheets[0]?.rows.toSpliced(2, 2, ...(sheet?.rows.slice(2).toReversed() ?? [])) ?? []
    const text = sorted
      .map((cells) => cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';'))
      .join('\r\n')
    const { rows, layouts } = await checked({ name: 'list.csv', bytes: Buffer.from(text) })
    expect(rows.map(({ nikWritten, mark }) => [nikWritten, mark?.split(':').slice(2)])).toEqual([
      ['510301170885000', ['4', 'S']],
      ['5103011708850001', ['3', 'S']],
    ])
    expect(layouts[0]).toMatchObject({ isReturned: true, fingerprint: 'no|nik|nama|tgl lahir|pekerjaan' })
  })

  test('comes back as a workbook of text when it was a text file, its formulas disarmed', async () => {
    const text = 'NIK;NAMA;ALAMAT;PEKERJAAN\n510301170885000;I Ketut;=HYPERLINK("http://x");Petani\n'
    const back = await readXlsx(await returned({ name: 'list.csv', bytes: Buffer.from(text) }))
    expect(back.sheets[0]?.rows[1]?.slice(0, 3)).toEqual(['510301170885000', 'I Ketut', '\'=HYPERLINK("http://x")'])
  })
})

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd', "'+cmd"],
  ['@sum', "'@sum"],
  ['-cmd', "'-cmd"],
  ['-5', '-5'],
  ['-', '-'],
  ['I Ketut', 'I Ketut'],
])('%s is written as %s', (text, written) => {
  expect(disarmed(text)).toBe(written)
})

test('the blank template is recognised by its own reader, column by column', async () => {
  const bytes = await blankTemplate('id')
  const found = await checked({ name: 'template.xlsx', bytes })
  expect(found.rows).toEqual([])
  expect(found.layouts[0]?.columns.map(({ field }) => field)).toEqual(
    'rowNumber nik familyCard fullName birthPlace birthDate sex motherName address hamlet rtRw village occupation income phone'.split(
      ' ',
    ),
  )
})
