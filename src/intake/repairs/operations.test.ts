import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../../test/database.ts'
import { official } from '../../../test/people.ts'
import { region } from '../../../values/areas.ts'
import { carryOut, look } from '../../platform/context.ts'
import type { Platform } from '../../platform/platform.ts'
import { findLists, handInFiles } from '../hand-in.ts'
import { acceptIntake } from '../accepting.ts'
import { findReturn } from '../returns.ts'
import { listRows } from '../row-views.ts'
import { findIntakeSummary, listIntakes } from '../views.ts'
import { type Alike, foreseeAlike, groupWritten } from './alike.ts'
import type { MendableField } from './corrections.ts'
import { repairAlike, repairCell, showCells, undoRepair } from './operations.ts'
import { listActs } from './store.ts'

const badung = region('51.03')
const officer = { actor: official('officer'), region: badung }
const operator = { actor: official('village-operator', 'operator', '51.03.01.1002'), region: badung }

const heading =
  'NO,NIK,NO KK,NAMA LENGKAP,TEMPAT LAHIR,TANGGAL LAHIR,JENIS KELAMIN,NAMA IBU KANDUNG,ALAMAT,RT/RW,PEKERJAAN,PENGHASILAN,NO HP'
/** Names and mothers unlike each other's: people of one birth date who are nearly alike in all else would be taken for one. */
const names = 'SUKERTA WIRATA ARDIKA MUDITA PARWATA GUNARTA TIRTA LABA JAPA KARSA OKA RENDA YASA DANA'.split(' ')
const person = (number: number, changed: Record<number, string> = {}) => {
  const two = String(number).padStart(2, '0')
  const cells = [
    number,
    `51030101018500${two}`,
    `51030110051000${two}`,
    `I WAYAN ${names[number] ?? 'CONTOH'}`,
    'Badung',
    '01-01-1985',
    'L',
    `NI ${names[names.length - number] ?? 'SARI'}`,
    'Br. Kaja',
    '001',
    'Petani',
    '800000',
    '',
  ]
  return cells.map((cell, place) => changed[place] ?? cell).join(',')
}

describe('Mending rows of an intake', () => {
  let platform: Platform
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ucok-mending-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    platform = await openTestPlatform()
    return () => platform.stop()
  })

  let number = 0
  async function take(lists: Record<string, string[]>): Promise<string> {
    number += 1
    const here = join(folder, String(number))
    mkdirSync(here)
    for (const [name, rows] of Object.entries(lists)) writeFileSync(join(here, name), [heading, ...rows].join('\r\n'))
    const paths = findLists([here])
    if (!paths.ok) throw new Error('no lists')
    await handInFiles(platform, officer, { paths: paths.value, judgedOn: '2026-11-01', accepts: false, progress: () => {} })
    return (await look(platform, officer, (ctx) => listIntakes(ctx, { limit: 10 }))).rows[0]?.id ?? ''
  }
  const rowsOf = (intakeId: string) =>
    look(platform, officer, async (ctx) => (await listRows(ctx, { intakeId, limit: 100 })).rows)
  const rowAt = async (intakeId: string, row: number) => {
    const found = (await rowsOf(intakeId)).find((one) => one.row === row)
    if (found === undefined) throw new Error(`no row ${row}`)
    return found
  }
  const codes = (row: { findings: readonly { code: string }[] }) => row.findings.map((finding) => finding.code)
  const mend = async (intakeId: string, row: number, field: MendableField, value: string, asking = officer) => {
    const { fileId, sheet } = await rowAt(intakeId, row)
    return carryOut(platform, asking, (ctx) => repairCell(ctx, { intakeId, row: { fileId, sheet, row }, field, value }))
  }
  const undo = (intakeId: string, repairId: string, asking = officer, mayUndoOthers = true) =>
    carryOut(platform, asking, (ctx) => undoRepair(ctx, { intakeId, repairId, mayUndoOthers }))
  const counts = async (intakeId: string) => {
    const summary = await look(platform, officer, (ctx) => findIntakeSummary(ctx, intakeId))
    return [summary?.intake.accepted, summary?.intake.review, summary?.intake.refused]
  }

  test('checks a mended row anew, keeps what the village wrote, and takes the repair back', async () => {
    const intakeId = await take({ '5103011002-kuta.csv': [person(1), person(2, { 5: 'lupa' })] })
    expect(await counts(intakeId)).toEqual([1, 1, 0])
    const done = await mend(intakeId, 3, 'birthDate', '01/01/1985')
    expect(done.ok).toBe(true)
    const mended = await rowAt(intakeId, 3)
    expect(mended).toMatchObject({
      verdict: 'accepted',
      birthDate: '1985-01-01',
      mended: ['birthDate'],
      written: { birthDate: 'lupa' },
    })
    expect(codes(mended)).toEqual(['repaired'])
    expect(await counts(intakeId)).toEqual([2, 0, 0])
    expect(await undo(intakeId, done.ok ? done.value.repairId : '')).toEqual({ ok: true, value: { restored: 1 } })
    expect(await rowAt(intakeId, 3)).toMatchObject({
      verdict: 'review',
      mended: [],
      findings: [{ code: 'birth-date-unreadable' }],
    })
    expect(await counts(intakeId)).toEqual([1, 1, 0])
  })

  test('compares a mended row anew, and those it was taken for', async () => {
    const wrong = person(2, { 1: '5103010101850001' })
    const intakeId = await take({ '5103011002-kuta.csv': [person(1), wrong], '5103011004-legian.csv': [person(3)] })
    expect((await rowsOf(intakeId)).map(codes)).toEqual([['duplicate'], ['duplicate'], []])
    const away = await mend(intakeId, 3, 'nik', '5103 0101 0185 0002')
    expect((await rowsOf(intakeId)).map((row) => [row.verdict, codes(row)])).toEqual([
      ['accepted', []],
      ['accepted', ['repaired']],
      ['accepted', []],
    ])
    const onto = await mend(intakeId, 3, 'nik', '5103010101850003', operator)
    expect(onto.ok).toBe(true)
    expect((await rowsOf(intakeId)).map((row) => [row.file.slice(11), row.verdict])).toEqual([
      ['kuta.csv', 'review'],
      ['legian.csv', 'review'],
      ['kuta.csv', 'accepted'],
    ])
    await undo(intakeId, away.ok ? away.value.repairId : '')
    expect(await counts(intakeId)).toEqual([1, 2, 0])
    await undo(intakeId, onto.ok ? onto.value.repairId : '')
    expect((await rowsOf(intakeId)).map(codes)).toEqual([['duplicate'], ['duplicate'], []])
  })

  test('mends all alike in one step, foreseen with its count and examples, and takes the step back', async () => {
    const strange = (place: number) => person(place, { 10: place % 2 === 0 ? 'KRJ QWLX' : 'krj  qwlx' })
    const intakeId = await take({
      '5103011002-kuta.csv': [person(1), ...[2, 3, 4].map(strange)],
      '5103011004-legian.csv': [...[5, 6, 7, 8].map(strange), person(9, { 10: 'Zzz' })],
    })
    const groups = await look(platform, officer, (ctx) => groupWritten(ctx, { intakeId, code: 'occupation-unknown' }))
    expect(groups).toMatchObject({
      value: { field: 'occupation', groups: [{ rows: 7 }, { written: 'Zzz', rows: 1 }] },
    })
    const alike: Alike = {
      code: 'occupation-unknown',
      field: 'occupation',
      likeness: 'written',
      written: 'krj qwlx',
      correction: { kind: 'value', value: 'Petani' },
    }
    const foreseen = await look(platform, officer, (ctx) => foreseeAlike(ctx, { intakeId, alike }))
    expect(foreseen).toMatchObject({ value: { cells: 7, unfitting: 0, verdicts: { accepted: 7 } } })
    expect(foreseen.ok && foreseen.value.examples).toHaveLength(5)
    const done = await carryOut(platform, officer, (ctx) => repairAlike(ctx, { intakeId, alike }))
    expect(done).toMatchObject({ value: { repaired: 7, accepted: 7 } })
    expect((await rowsOf(intakeId)).filter((row) => row.occupation === 'Petani')).toHaveLength(8)
    expect(await carryOut(platform, officer, (ctx) => repairAlike(ctx, { intakeId, alike }))).toMatchObject({
      refusal: { reason: 'nothing-alike' },
    })
    expect(await undo(intakeId, done.ok ? done.value.repairId : '')).toEqual({ ok: true, value: { restored: 7 } })
    expect((await rowsOf(intakeId)).filter((row) => codes(row).includes('occupation-unknown'))).toHaveLength(8)
    expect(await look(platform, officer, (ctx) => listActs(ctx, intakeId))).toMatchObject([
      { rows: 7, repaired: 'Petani', madeBy: 'officer', undoneBy: 'officer' },
    ])
  })

  test('reads dates in the order somebody says, and leaves those it does not fit', async () => {
    const dated = ['01/31/1985', '02/28/1985', '13/13/1985'].map((written, place) => person(place + 1, { 5: written }))
    const intakeId = await take({ '5103011002-kuta.csv': [...dated, person(4, { 5: '1985-31-01x' })] })
    const alike: Alike = {
      code: 'birth-date-differs-from-nik',
      field: 'birthDate',
      likeness: 'shape',
      written: '02/28/1985',
      correction: { kind: 'date-from-nik' },
    }
    expect(await look(platform, officer, (ctx) => foreseeAlike(ctx, { intakeId, alike }))).toMatchObject({
      value: { cells: 2, verdicts: { accepted: 2 }, examples: [{ becomes: '1 Januari 1985' }, {}] },
    })
    const unread: Alike = {
      ...alike,
      code: 'birth-date-unreadable',
      likeness: 'kind',
      correction: { kind: 'date-order', order: 'ydm' },
    }
    expect(await look(platform, officer, (ctx) => foreseeAlike(ctx, { intakeId, alike: unread }))).toMatchObject({
      value: { cells: 0, unfitting: 1 },
    })
  })

  test('shows in what goes back to the village what was mended here', async () => {
    const intakeId = await take({ '5103011002-kuta.csv': [person(1, { 1: '510301010185', 10: 'PNS' })] })
    await mend(intakeId, 2, 'occupation', 'Petani')
    const { fileId } = await rowAt(intakeId, 2)
    const back = await look(platform, officer, (ctx) => findReturn(ctx, { intakeId, fileId }))
    expect(back?.rows[0]?.findings).toMatchObject([
      { code: 'nik-length' },
      { code: 'repaired', field: 'occupation', detail: 'PNS' },
    ])
  })

  test('shows a NIK whole only when asked, and leaves a line', async () => {
    const intakeId = await take({ '5103011002-kuta.csv': [person(1, { 1: '510301010185' })] })
    const { fileId, sheet, written } = await rowAt(intakeId, 2)
    expect(written).toEqual({ nik: '********0185' })
    const shown = await carryOut(platform, officer, (ctx) => showCells(ctx, { intakeId, row: { fileId, sheet, row: 2 } }))
    expect(shown.ok && shown.value.cells.find((cell) => cell.field === 'nik')).toMatchObject({ written: '510301010185' })
    const { rows } = await platform.owner.query(`select act from audit_line where act = 'intake.row-shown'`)
    expect(rows).toHaveLength(1)
  })

  test('is refused where it cannot be, each with its reason', async () => {
    const intakeId = await take({
      '5103011002-kuta.csv': [person(1, { 5: 'lupa' })],
      '5103011004-legian.csv': [person(2, { 5: 'lupa' })],
    })
    const legian = (await rowsOf(intakeId)).find((row) => row.file.includes('legian'))
    const theirs = { fileId: legian?.fileId ?? '', sheet: '', row: 2 }
    const repair = (asking: typeof officer, row: typeof theirs, value: string) =>
      carryOut(platform, asking, (ctx) => repairCell(ctx, { intakeId, row, field: 'birthDate', value }))
    expect(await repair(operator, theirs, '1985')).toMatchObject({ refusal: { reason: 'no-such-row' } })
    expect(await repair(officer, theirs, 'lupa')).toMatchObject({ refusal: { reason: 'unchanged' } })
    const done = await mend(intakeId, 2, 'birthDate', '1 Januari 1985')
    const repairId = done.ok ? done.value.repairId : ''
    expect(await undo(intakeId, repairId, operator, false)).toMatchObject({ refusal: { reason: 'not-yours' } })
    await undo(intakeId, repairId)
    expect(await undo(intakeId, repairId)).toMatchObject({ refusal: { reason: 'taken-back', by: 'officer' } })
    expect(await undo(intakeId, intakeId)).toMatchObject({ refusal: { reason: 'no-such-repair' } })
    await carryOut(platform, officer, (ctx) => acceptIntake(ctx, { intakeId }))
    expect(await repair(officer, theirs, '1985-01-01')).toMatchObject({ refusal: { reason: 'closed', state: 'accepted' } })
    await platform.owner.query(`update intake set state = 'reading'`)
    expect(await repair(officer, theirs, '1985-01-01')).toMatchObject({ refusal: { reason: 'not-checked' } })
  })
})
