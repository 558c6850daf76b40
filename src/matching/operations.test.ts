import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { type NewAnswer, receiveAnswer, rematch } from './operations.ts'
import { wordMatchingRefusal } from './refusals.ts'
import { listExchanges, summariseMatches } from './store.ts'
import { findWorkerAnswers } from './worker-answers.ts'

const today = day('2026-11-21')
const officer = { actor: official('officer'), region: region('51.03'), today }
const folder = mkdtempSync(join(tmpdir(), 'ucok-answers-'))

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner.query(
    `insert into area (code, level, name, kind) values ('51.03.01.1002', 'village', 'Kuta', 'kelurahan') on conflict do nothing`,
  )
  await platform.owner.query(`insert into worker (region, id, village, nik, full_name, birth_date) values
    ('5103', 1, '51.03.01.1002', '5103010101800001', 'Ni Wayan Contoh, S.Pd', '1980-01-01'),
    ('5103', 2, '51.03.01.1002', '5103010201810002', 'I MADE CONTOH', '1981-01-02'),
    ('5103', 3, '51.03.01.1002', '5103010301820003', 'I KETUT UMPAMA', '1982-01-03'),
    ('5103', 4, '51.03.01.1002', null, 'NI LUH UMPAMA', null)`)
})
afterAll(async () => {
  await platform.stop()
  rmSync(folder, { recursive: true })
})

let written = 0
const fileOf = (content: string | Buffer) => {
  const path = join(folder, `${++written}.csv`)
  writeFileSync(path, content)
  return { name: 'jawaban.csv', path }
}
const receive = (register: NewAnswer['register'], content: string | Buffer, rest: Partial<NewAnswer> = {}) =>
  carryOut(platform, officer, (ctx) => receiveAnswer(ctx, { register, file: fileOf(content), ...rest }))
const summary = () => look(platform, officer, summariseMatches)
const matchOf = async (id: number) => (await look(platform, officer, (ctx) => findWorkerAnswers(ctx, id)))?.match

const dukcapil = [
  'JAWABAN DUKCAPIL KABUPATEN BADUNG',
  'NIK;Nama Lengkap;Tgl Lahir;Status',
  '5103010101800001;NI WAYAN CONTOH;01-01-1980;HIDUP',
  '5103010201810002;I NYOMAN LAIN;02-02-1981;MENINGGAL',
  '51030102;PENDEK;02-01-1981;HIDUP',
  '5103010201810009;I KOMANG;03-03-1983;ENTAH',
].join('\r\n')

describe('The registry', () => {
  test('has asked nobody before the first answer', async () => {
    await carryOut(platform, officer, async (ctx) => ({ ok: true, value: await rematch(ctx) }))
    expect(await summary()).toMatchObject({ workers: 4, notAsked: 4, unknown: 0, noDecile: 4, answeredOn: { dukcapil: null } })
  })

  test('knows after an answer of Dukcapil who is alive, dead, unknown or written differently; faulty lines are named and counted', async () => {
    const received = await receive('dukcapil', iconv.encode(`\uFEFF${dukcapil}`, 'utf-16le'), { answeredOn: day('2026-11-01') })
    expect(received).toMatchObject({
      ok: true,
      value: {
        isNew: true,
        records: 2,
        faulty: 2,
        answeredOn: '2026-11-01',
        faults: [
          { line: 5, reason: 'nik-not-16-digits', value: '51030102' },
          { line: 6, reason: 'status-unreadable', value: 'ENTAH' },
        ],
      },
    })
    expect(await summary()).toMatchObject({ deceased: 1, unknown: 2, nameDiffers: 1, birthDateDiffers: 1, notAsked: 0 })
    expect(await matchOf(1)).toMatchObject({ civil: 'alive', nameAgrees: true, birthDateAgrees: true, isDeceased: false })
    expect(await matchOf(2)).toMatchObject({ civil: 'deceased', nameAgrees: false, birthDateAgrees: false, isDeceased: true })
    expect(await matchOf(3)).toMatchObject({ civil: 'unknown', nameAgrees: null })
  })

  test('is not changed by the same file again, which is said', async () => {
    const file = fileOf('nik,desil\n5103010101800001,3\n')
    const twice = () => carryOut(platform, officer, (ctx) => receiveAnswer(ctx, { register: 'dtsen', file }))
    expect(await twice()).toMatchObject({ ok: true, value: { isNew: true, records: 1 } })
    const before = await look(platform, officer, listExchanges)
    expect(await twice()).toMatchObject({ ok: true, value: { isNew: false, records: 1 } })
    expect(await look(platform, officer, listExchanges)).toEqual(before)
  })

  test('keeps the newer of two answers, in whichever order they come', async () => {
    await receive('dtsen', 'nik,desil\n5103010201810002,5\n', { answeredOn: day('2026-11-10') })
    await receive('dtsen', 'nik,desil\n5103010201810002,9\n', { answeredOn: day('2026-06-01') })
    expect(await matchOf(2)).toMatchObject({ decile: 5 })
  })

  test('counts as covered who is active with JKK or JKM, by which segment, and nobody else', async () => {
    const answer =
      'nik|segmen|status|program\n5103010101800001|PU|AKTIF|JKK,JKM,JHT\n5103010301820003|PU|NONAKTIF|JKK,JKM\n5103010201810002|BPU|AKTIF|JHT\n'
    await receive('bpjs', answer)
    expect((await summary()).covered).toEqual([{ segment: 'PU', workers: 1 }])
    expect(await matchOf(1)).toMatchObject({ coveredBy: 'PU' })
  })

  test('learns of a death from its certificate although Dukcapil does not know the person', async () => {
    await receive('deaths', 'nik,nama,tanggal_meninggal,no_akta_kematian\n5103010301820003,I KETUT UMPAMA,2026-10-30,5103-KM-1\n')
    expect(await matchOf(3)).toMatchObject({ isDeceased: true, diedOn: '2026-10-30', civil: 'unknown' })
    expect((await look(platform, officer, (ctx) => findWorkerAnswers(ctx, 3)))?.death).toMatchObject({
      certificateNumber: '5103-KM-1',
    })
  })

  test('forgets nobody and matches those who came since', async () => {
    await platform.owner.query(
      `insert into worker (region, id, village, nik, full_name) values ('5103', 5, '51.03.01.1002', '5103010101800055', 'I PUTU BARU')`,
    )
    expect(
      await carryOut(platform, officer, async (ctx) => ({ ok: true, value: await rematch(ctx, { sinceWorkerId: 5 }) })),
    ).toEqual({ ok: true, value: 1 })
    expect(await matchOf(5)).toMatchObject({ civil: 'unknown' })
  })
})

const refusalOf = async (outcome: Promise<unknown>) => {
  const found = (await outcome) as { ok: boolean; refusal: Parameters<typeof wordMatchingRefusal>[0] }
  expect(found.ok).toBe(false)
  expect(wordMatchingRefusal(found.refusal).title.id).not.toBe('')
  return found.refusal
}

describe('An answer is refused', () => {
  test('from whoever sees only a part of the region', async () => {
    const operator = { ...officer, actor: official('village-operator', 'operator', '51.03.01.1002') }
    const sent = carryOut(platform, operator, (ctx) => receiveAnswer(ctx, { register: 'dtsen', file: fileOf('nik,desil\n') }))
    expect(await refusalOf(sent)).toEqual({ reason: 'whole-region-only' })
  })

  test('when it is dated tomorrow', async () => {
    const sent = receive('dtsen', 'nik,desil\n5103010101800001,3\n', { answeredOn: day('2026-11-22') })
    expect(await refusalOf(sent)).toMatchObject({ reason: 'answered-in-future' })
  })

  test('when a needed column is missing', async () => {
    expect(await refusalOf(receive('dtsen', 'nik,nama\n5103010101800001,NI CONTOH\n'))).toEqual({
      reason: 'columns-missing',
      register: 'dtsen',
      missing: ['decile'],
    })
  })

  test('when not one line can be used', async () => {
    expect(await refusalOf(receive('dtsen', 'nik,desil\n1,3\n'))).toMatchObject({ reason: 'nothing-usable', faulty: 1 })
    expect(wordMatchingRefusal({ reason: 'no-such-worker' }).status).toBe(404)
  })
})
