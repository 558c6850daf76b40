import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { badung, type ListDesk, openListDesk } from '../../test/lists.ts'
import { carryOut, look } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import { changedRows, findCorrections } from './correction-views.ts'
import { errorWorkbook } from './error-workbook.ts'
import { acceptIntake, undoIntake } from './accepting.ts'
import { findReturn } from './returns.ts'

const heading = ['NO', 'NIK', 'NAMA', 'TGL LAHIR', 'PEKERJAAN']
const wayan = ['1', '5103010101850001', 'I WAYAN CONTOH', '01-01-1985', 'Petani']
const luh = ['2', '5103014202900002', 'NI LUH CONTOH', '02-02-1990', 'Nelayan']
const short = ['3', '510301030380', 'I MADE CONTOH', '03-03-1980', 'Ojek']
const nameless = ['4', '51030104', 'I KETUT CONTOH', '', 'Ojek']
const old = ['5', '5103010505500005', 'I NYOMAN CONTOH', '05-05-1950', 'Ojek']
const list = [heading, wayan, luh, short, nameless, old]
const fresh = ['6', '5103010606880006', 'I GEDE CONTOH', '06-06-1988', 'Petani']

const csv = (rows: readonly (readonly unknown[])[]) => rows.map((cells) => cells.map((cell) => cell ?? '').join(';')).join('\r\n')

describe('A list that comes back corrected', () => {
  let desk: ListDesk
  beforeEach(async () => {
    desk = await openListDesk()
    return () => desk.stop()
  })

  /** The error workbook of the only list of an intake, as a village gets it. */
  async function returned(intakeId: string): Promise<Uint8Array> {
    const fileId = await desk.fileOf(intakeId)
    const found = await look(desk.platform, badung, (ctx) => findReturn(ctx, { intakeId, fileId }))
    if (found === undefined) throw new Error('nothing to return')
    const source = { name: found.name, path: pathOf(desk.platform, found.storedFileId) }
    return errorWorkbook({ source, ...found, language: 'id' })
  }
  /** The rows of the workbook as the village sees them, changed, and written as a workbook again. */
  async function mended(bytes: Uint8Array, mend: (rows: unknown[][]) => unknown[][]): Promise<Uint8Array> {
    const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? []
    return writeXlsx({ sheets: [{ name: 'Daftar', rows: mend(rows.map((cells) => [...cells])) as never }] })
  }
  const correctionOf = async (intakeId: string) => {
    const fileId = await desk.fileOf(intakeId)
    return look(desk.platform, badung, async (ctx) => {
      const { corrections, correctedBy } = await findCorrections(ctx, intakeId)
      return { correction: corrections[0], correctedBy, rows: await changedRows(ctx, { intakeId, fileId }) }
    })
  }
  const put = (rows: unknown[][], nik: string, column: number, value: string) => {
    const row = rows.find((cells) => cells[1] === nik)
    if (row !== undefined) row[column] = value
    return rows
  }

  test('replaces what it corrects, keeps what it says again, adds what is new, and leaves what it leaves out', async () => {
    const first = await desk.take('5103011002-kuta.csv', csv(list), true)
    expect(await desk.registered()).toEqual(['I WAYAN CONTOH', 'NI LUH CONTOH'])
    const workbook = await mended(await returned(first), (rows) => {
      put(rows, '510301030380', 1, '5103010303800003')
      put(rows, '51030104', 3, '04-04-1981')
      put(rows, '5103014202900002', 4, 'Petani')
      const left = rows.filter((cells) => cells[1] !== '5103010505500005')
      return [...left.slice(0, 1), ...left.slice(1).toReversed(), fresh]
    })
    const second = await desk.take('diperbaiki.xlsx', workbook, true)
    const answer = await correctionOf(second)
    expect(answer.correction).toMatchObject({
      corrected: 1,
      stillFaulty: 1,
      unchanged: 1,
      unchangedFaulty: 0,
      late: 1,
      added: 1,
    })
    expect(answer.correction?.of).toMatchObject([{ name: '5103011002-kuta.csv', intakeId: first }])
    expect(
      answer.rows.map(({ fullName, oldRow, fields }) => [
        fullName,
        oldRow,
        fields.map(({ label, after }) => `${label.en}: ${after}`),
      ]),
    ).toEqual([
      ['I KETUT CONTOH', 5, ['Date of birth: 1981-04-04']],
      ['I MADE CONTOH', 4, ['NIK (national identity number): 510301******0003', 'Sex: L']],
    ])
    expect(await desk.registered()).toEqual(['I GEDE CONTOH', 'I MADE CONTOH', 'I WAYAN CONTOH', 'NI LUH CONTOH'])
    expect((await desk.rowsOf(first)).map((row) => [row.fullName, row.decision])).toEqual([
      ['I WAYAN CONTOH', null],
      ['NI LUH CONTOH', null],
      ['I MADE CONTOH', 'dismiss'],
      ['I KETUT CONTOH', 'dismiss'],
      ['I NYOMAN CONTOH', null],
    ])
    expect((await correctionOf(first)).correctedBy).toMatchObject([{ intakeId: second, name: 'diperbaiki.xlsx', rows: 2 }])
  })

  test('saved as CSV and sorted is known by its marks; twice, under whatever name, changes nothing', async () => {
    const first = await desk.take('5103011002-kuta.csv', csv(list))
    const back = await mended(await returned(first), (rows) => put(rows, '510301030380', 1, '5103010303800003'))
    const rows = (await readXlsx(back)).sheets[0]?.rows ?? []
    const sorted = [rows[0] ?? [], ...rows.slice(1).toReversed()].map((cells) =>
      cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`),
    )
    const second = await desk.take('kuta baru.csv', csv(sorted))
    expect((await correctionOf(second)).correction).toMatchObject({ corrected: 1, unchanged: 4, unchangedFaulty: 2, added: 0 })
    const third = await desk.take('kuta lagi.xlsx', back)
    expect((await correctionOf(third)).correction).toMatchObject({ corrected: 0, stillFaulty: 0, unchanged: 5, added: 0 })
    expect(await desk.rowsOf(third)).toEqual([])
    expect((await desk.rowsOf(second)).map(({ fullName, verdict }) => [fullName, verdict])).toEqual([
      ['I MADE CONTOH', 'accepted'],
    ])
  })

  test('can be corrected again from its own workbook', async () => {
    const first = await desk.take('5103011002-kuta.csv', csv(list))
    const once = await mended(await returned(first), (rows) => put(rows, '510301030380', 1, '51030103038000'))
    const second = await desk.take('satu.xlsx', once)
    expect((await correctionOf(second)).correction).toMatchObject({ corrected: 0, stillFaulty: 1, unchanged: 4 })
    const twice = await mended(await returned(second), (rows) => put(rows, '51030103038000', 1, '5103010303800003'))
    const third = await desk.take('dua.xlsx', twice)
    expect((await correctionOf(third)).correction).toMatchObject({ corrected: 1, stillFaulty: 0, unchanged: 4, added: 0 })
    expect((await correctionOf(third)).rows[0]).toMatchObject({ oldList: 'satu.xlsx' })
  })

  test('without our columns is known by its name and its people; a list of other people is not', async () => {
    await desk.take('5103011002-kuta.csv', csv(list))
    const changed = list.map((cells) => (cells === short ? cells.with(1, '5103010303800003') : cells))
    const second = await desk.take('5103011002-kuta revisi 2.csv', csv([...changed, fresh]))
    expect((await correctionOf(second)).correction).toMatchObject({ corrected: 1, unchanged: 4, added: 1 })
    const others = list.map((cells, at) =>
      at === 0 ? cells : [String(at), `510301120785000${at}`, `I LAIN ${at}`, '12-07-1985', 'Ojek'],
    )
    const third = await desk.take('5103011002-kuta (1).csv', csv(others))
    expect((await correctionOf(third)).correction).toBe(undefined)
    expect(await desk.rowsOf(third)).toHaveLength(5)
  })

  test('that is undone lets the earlier rows stand again', async () => {
    const first = await desk.take('5103011002-kuta.csv', csv(list), true)
    const back = await mended(await returned(first), (rows) => put(rows, '510301030380', 1, '5103010303800003'))
    const second = await desk.take('kuta.xlsx', back, true)
    expect(await desk.registered()).toContain('I MADE CONTOH')
    expect(await carryOut(desk.platform, badung, (ctx) => undoIntake(ctx, { intakeId: second }))).toMatchObject({ ok: true })
    expect(await desk.registered()).toEqual(['I WAYAN CONTOH', 'NI LUH CONTOH'])
    expect((await desk.rowsOf(first)).map((row) => row.decision)).toEqual([null, null, null, null, null])
    const third = await desk.take('kuta.xlsx', back, true)
    expect((await correctionOf(third)).correction).toMatchObject({ corrected: 1 })
    expect(await carryOut(desk.platform, badung, (ctx) => acceptIntake(ctx, { intakeId: third }))).toMatchObject({ ok: false })
  })

  test('whose row was typed over with somebody else adds that person and takes nobody away', async () => {
    const first = await desk.take('5103011002-kuta.csv', csv(list))
    const workbook = await mended(await returned(first), (rows) =>
      rows.map((cells) => (cells[1] === '51030104' ? [...fresh, cells[5], cells[6]] : cells)),
    )
    const second = await desk.take('kuta.xlsx', workbook)
    expect((await correctionOf(second)).correction).toMatchObject({ corrected: 0, added: 1, unchanged: 4 })
    expect((await desk.rowsOf(first)).find((row) => row.fullName === 'I KETUT CONTOH')?.decision).toBe(null)
  })
})
