import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { areaCode, region } from '../../values/areas.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { carryOut, look } from '../platform/context.ts'
import { keepFile } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import { decideRows, settleDuplicates } from './decisions.ts'
import { findLists, handInFiles } from './hand-in.ts'
import { acceptIntake, undoIntake } from './accepting.ts'
import { handIn } from './operations.ts'
import { listRows } from './row-views.ts'
import { findIntakeSummary, listIntakes } from './views.ts'
import { intakeWorks } from './works.ts'

const badung = { actor: systemActor, region: region('51.03') }
const quiet = () => {}

const heading =
  'NO,NIK,NO KK,NAMA LENGKAP,TEMPAT LAHIR,TANGGAL LAHIR,JENIS KELAMIN,NAMA IBU KANDUNG,ALAMAT,RT/RW,PEKERJAAN,PENGHASILAN,NO HP'
const wayan = '1,5103010101850001,5103011005100001,I WAYAN CONTOH,Badung,01-01-1985,L,SARI,Br. Kaja,001,Petani,800000,'
const luh = '2,5103014202900002,5103011005100002,NI LUH CONTOH,Badung,02-02-1990,P,MIRAH,Br. Kaja,001,Nelayan,800000,'
const made = '3,5103010303800003,5103011005100003,I MADE CONTOH,Badung,03-03-1980,L,WATI,Br. Kelod,002,Ojek,900000,'
const shortNik = '4,51030103038000,5103011005100004,I KETUT CONTOH,Badung,04-04-1981,L,WATI,Br. Kelod,002,Ojek,900000,'
const old = '5,5103010505500005,5103011005100005,I NYOMAN CONTOH,Badung,05-05-1950,L,WATI,Br. Kelod,002,Ojek,900000,'

describe('An intake', () => {
  let platform: Platform
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ucok-lists-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(async () => {
    platform = await openTestPlatform()
    return () => platform.stop()
  })

  let number = 0
  /** Writes lists into a folder of their own and hands them in. */
  async function take(lists: Record<string, string[]>, accepts = true, damaged: Record<string, string> = {}) {
    number += 1
    const here = join(folder, String(number))
    mkdirSync(here)
    for (const [name, rows] of Object.entries(lists)) writeFileSync(join(here, name), [heading, ...rows].join('\r\n'))
    for (const [name, bytes] of Object.entries(damaged)) writeFileSync(join(here, name), bytes)
    const paths = findLists([here])
    if (!paths.ok) throw new Error('no lists')
    const handed = await handInFiles(platform, badung, { paths: paths.value, judgedOn: '2026-11-01', accepts, progress: quiet })
    const intakes = await look(platform, badung, (ctx) => listIntakes(ctx, { limit: 10 }))
    return { handed, intakeId: intakes.rows[0]?.id ?? '' }
  }
  const names = async () =>
    (
      await platform.owner.query<{ full_name: string }>(
        'select full_name from worker where removed_at is null order by full_name',
      )
    ).rows.map((row) => row.full_name)
  const rowsOf = (intakeId: string) => look(platform, badung, async (ctx) => (await listRows(ctx, { intakeId, limit: 100 })).rows)

  test('lets the good rows enter and keeps the others for mending, errors first', async () => {
    const { handed, intakeId } = await take({ '5103011002-kuta.csv': [wayan, luh, shortNik, old] })
    expect(handed).toMatchObject({ ok: true, value: { entered: 2 } })
    expect(await names()).toEqual(['I WAYAN CONTOH', 'NI LUH CONTOH'])
    const rows = await rowsOf(intakeId)
    expect(rows.map((row) => [row.verdict, row.row, row.findings.map((finding) => finding.code)])).toEqual([
      ['refused', 5, ['too-old']],
      ['review', 4, ['nik-length']],
      ['accepted', 2, []],
      ['accepted', 3, []],
    ])
  })

  test('belongs to the village that the name of the list begins with', async () => {
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan] })
    const summary = await look(platform, badung, (ctx) => findIntakeSummary(ctx, intakeId))
    expect(summary?.lists).toMatchObject([{ village: '51.03.01.1002', villageName: 'Kuta', rows: 1 }])
  })

  test('shows how its columns were read without showing anybody’s NIK', async () => {
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan] })
    const summary = await look(platform, badung, (ctx) => findIntakeSummary(ctx, intakeId))
    expect(summary?.lists[0]?.columns.find((column) => column.field === 'nik')).toMatchObject({
      header: 'NIK',
      fieldName: { id: 'NIK' },
      samples: ['510301******0001'],
    })
    expect(JSON.stringify(summary?.lists)).not.toMatch(/\d{16}/)
  })

  test('of the same list again changes nothing', async () => {
    const first = await take({ '5103011002-kuta.csv': [wayan, luh] })
    const second = await take({ '5103011002-kuta.csv': [wayan, luh] })
    expect(second.handed).toMatchObject({ ok: true, value: { entered: 0 } })
    expect(second.intakeId).toBe(first.intakeId)
    expect(await names()).toHaveLength(2)
  })

  test('holds back both rows of a person listed twice, in one list or in two, until an officer keeps one', async () => {
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan, luh], '5103011004-legian.csv': [wayan, made] })
    expect(await names()).toEqual(['I MADE CONTOH', 'NI LUH CONTOH'])
    expect((await rowsOf(intakeId)).filter((row) => row.verdict === 'review').map((row) => row.findings[0]?.code)).toEqual([
      'duplicate',
      'duplicate',
    ])
    const summary = () => look(platform, badung, (ctx) => findIntakeSummary(ctx, intakeId))
    expect(await summary()).toMatchObject({
      duplicates: { kept: 1, dismissed: 1 },
      decided: { entering: 0, dismissed: 0, mayEnter: 2, entered: 2 },
    })
    expect(await carryOut(platform, badung, (ctx) => settleDuplicates(ctx, { intakeId }))).toEqual({
      ok: true,
      value: { kept: 1, dismissed: 1 },
    })
    expect(await summary()).toMatchObject({
      duplicates: { kept: 0, dismissed: 0 },
      decided: { entering: 1, dismissed: 1, mayEnter: 3, entered: 3 },
    })
    expect(await names()).toEqual(['I MADE CONTOH', 'I WAYAN CONTOH', 'NI LUH CONTOH'])
  })

  test('tells one NIK under two names from one person twice, and settles neither by itself', async () => {
    const other = wayan.replace('I WAYAN CONTOH', 'COKORDA GEDE RAHARJA')
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan, other] })
    expect((await rowsOf(intakeId)).map((row) => row.findings[0]?.code)).toEqual(['nik-shared', 'nik-shared'])
    expect(await carryOut(platform, badung, (ctx) => settleDuplicates(ctx, { intakeId }))).toEqual({
      ok: true,
      value: { kept: 0, dismissed: 0 },
    })
  })

  test('knows who stands in the registry already', async () => {
    await take({ '5103011002-kuta.csv': [wayan] })
    const { intakeId } = await take({ '5103011004-legian.csv': [wayan.replace('I WAYAN CONTOH', 'I Wyn. Contoh'), luh] })
    expect((await rowsOf(intakeId)).map((row) => [row.verdict, row.findings.map((finding) => finding.code)])).toEqual([
      ['review', ['duplicate']],
      ['accepted', []],
    ])
    expect(await names()).toEqual(['I WAYAN CONTOH', 'NI LUH CONTOH'])
  })

  test('lets a row in review enter or leave by decision, but never one without a NIK', async () => {
    const noDate = luh.replace('02-02-1990', 'lupa')
    const { intakeId } = await take({ '5103011002-kuta.csv': [noDate, shortNik] })
    const rows = await rowsOf(intakeId)
    expect(rows.map((row) => [row.row, row.canEnter])).toEqual([
      [2, true],
      [3, false],
    ])
    const decide = (row: (typeof rows)[number] | undefined) =>
      carryOut(platform, badung, (ctx) =>
        decideRows(ctx, { intakeId, rows: [{ fileId: row?.fileId ?? '', sheet: '', row: row?.row ?? 0 }], decision: 'enter' }),
      )
    expect(await decide(rows.find((row) => row.row === 3))).toEqual({ ok: true, value: { decided: 0 } })
    expect(await decide(rows.find((row) => row.row === 2))).toEqual({ ok: true, value: { decided: 1 } })
    expect(await names()).toEqual(['NI LUH CONTOH'])
  })

  test('can be undone, and its list handed in again', async () => {
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan] })
    expect(await carryOut(platform, badung, (ctx) => undoIntake(ctx, { intakeId }))).toEqual({ ok: true, value: { removed: 1 } })
    expect(await names()).toEqual([])
    expect((await take({ '5103011002-kuta.csv': [wayan] })).handed).toMatchObject({ ok: true, value: { entered: 1 } })
  })

  test('whose reading breaks says so, and can be undone and handed in again', async () => {
    const list = { storedFileId: randomUUID(), name: 'hilang.csv', sha256: 'a'.repeat(64), village: areaCode('51.03.01.1002') }
    const opened = await carryOut(platform, badung, async (ctx) => {
      await keepFile(ctx, { id: list.storedFileId, name: list.name, sha256: list.sha256, byteSize: 1, mediaType: 'text/csv' })
      return handIn(ctx, { lists: [list], judgedOn: '2026-11-01', byQueue: false })
    })
    const intakeId = opened.ok ? opened.value.intakeId : ''
    const work = intakeWorks['intake.read']
    await expect(work?.(platform, { ...badung, payload: { intakeId }, progress: quiet })).rejects.toThrow(/ENOENT/)
    expect(await look(platform, badung, (ctx) => findIntakeSummary(ctx, intakeId))).toMatchObject({ intake: { state: 'failed' } })
    expect(await carryOut(platform, badung, (ctx) => undoIntake(ctx, { intakeId }))).toEqual({ ok: true, value: { removed: 0 } })
  })

  test('refuses what cannot be done, each with its reason', async () => {
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan] })
    const nowhere = { intakeId: '00000000-0000-4000-8000-000000000000' }
    expect(await carryOut(platform, badung, (ctx) => acceptIntake(ctx, { intakeId }))).toMatchObject({
      refusal: { reason: 'already-accepted' },
    })
    expect(await carryOut(platform, badung, (ctx) => acceptIntake(ctx, nowhere))).toMatchObject({
      refusal: { reason: 'no-such-intake' },
    })
    expect(await carryOut(platform, badung, (ctx) => undoIntake(ctx, nowhere))).toMatchObject({
      refusal: { reason: 'no-such-intake' },
    })
    await platform.owner.query(`update intake set state = 'reading'`)
    expect(await carryOut(platform, badung, (ctx) => acceptIntake(ctx, { intakeId }))).toMatchObject({
      refusal: { reason: 'not-checked' },
    })
    expect(await carryOut(platform, badung, (ctx) => decideRows(ctx, { intakeId, rows: [], decision: 'enter' }))).toMatchObject({
      refusal: { reason: 'not-checked' },
    })
  })

  test('names a list that cannot be read and goes on with the others', async () => {
    const { intakeId, handed } = await take({ '5103011002-kuta.csv': [wayan], '5103011004-legian.xlsx': [] }, true, {
      '5103011004-legian.xlsx': 'PK\u0003\u0004 cut short',
    })
    expect(handed).toMatchObject({ ok: true, value: { entered: 1 } })
    const summary = await look(platform, badung, (ctx) => findIntakeSummary(ctx, intakeId))
    expect(summary?.lists.map((list) => [list.state, list.refusal !== null])).toEqual([
      ['read', false],
      ['unreadable', true],
    ])
  })

  test('shows a village operator the lists and rows of their own village alone', async () => {
    const { intakeId } = await take({ '5103011002-kuta.csv': [wayan], '5103011004-legian.csv': [luh] })
    const operator: Actor = {
      id: 'o',
      name: 'O',
      kind: 'person',
      grants: [{ role: 'village-operator', area: areaCode('51.03.01.1002') }],
    }
    const seen = await look(platform, { actor: operator, region: badung.region }, async (ctx) => ({
      lists: (await findIntakeSummary(ctx, intakeId))?.lists.map((list) => list.villageName),
      rows: (await listRows(ctx, { intakeId, limit: 100 })).rows.map((row) => row.fullName),
    }))
    expect(seen).toEqual({ lists: ['Kuta'], rows: ['I WAYAN CONTOH'] })
  })
})
