import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { openPeriodsFromDecree } from '../membership/operations.ts'
import { systemActor } from '../platform/actor.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { coverageOn } from './areas.ts'
import { coverageOf, sumDenominators } from './coverage.ts'
import { customaryCoverageOn } from './customary.ts'
import { largestGaps } from './gaps.ts'
import { seriesOf } from './series.ts'

const badung = region('51.03')
const tuban = '51.03.01.1001'
const kuta = '51.03.01.1002'
const benoa = '51.03.05.1004'
const ask = { actor: systemActor, region: badung, today: day('2027-03-10') }

let platform: Platform
const read = <Value>(reading: (ctx: Context) => Promise<Value>) => look(platform, ask, reading)

beforeAll(async () => {
  platform = await openTestPlatform()
  const run = (statement: string, values: unknown[] = []) => platform.owner.query(statement, values)
  const universe = (area: string, segment: string, workers: number, year = 2027) =>
    run(`insert into universe values ('5103', $1, $2, $3, $4, 'BPS', '2026-08-31', true)`, [area, year, segment, workers])
  await universe(tuban, 'RENTAN', 10)
  await universe(kuta, 'RENTAN', 40)
  for (const village of ['1003', '1004', '1005']) await universe(`51.03.01.${village}`, 'RENTAN', 5)
  await universe('51.03.05', 'RENTAN', 25)
  await universe('51.03', 'RENTAN', 80, 2026)
  await universe('51.03', 'ALL', 100)
  await run(`insert into coverage_target values ('5103', 2027, 'RENTAN', 1, 'RPJMD')`)
  await run(`insert into customary_village values ('5103', 1, 'Kuta', true), ('5103', 2, 'Tuban', true)`)
  await run(`insert into customary_village_area values ('5103', 1, '${kuta}'), ('5103', 1, '${tuban}'), ('5103', 2, '${tuban}')`)
  const { decreeId } = await freezeProgramme(platform, { region: badung, people: 30, villages: [tuban, kuta, benoa] })
  await carryOut(platform, ask, (ctx) => openPeriodsFromDecree(ctx, { decreeId }))
  await run(`update membership_period set last_day = '2027-01-31', end_reason = 'BECAME_PU', ended_by = 'x', ended_at = now()
    where id = (select min(id) from membership_period where village = '${kuta}')`)
  const insure = (nik: string, segment: string) =>
    run(`insert into insured_record values ('5103', $1, $2, true, 'JKK,JKM', '2027-02-15', gen_random_uuid())`, [nik, segment])
  const { rows } = await run(
    `select w.nik, m.last_day from worker w join membership_period m on m.worker_id = w.id where w.village = '${kuta}' order by m.last_day, w.id limit 2`,
  )
  await insure(rows[0].nik, 'PU')
  await insure(rows[1].nik, 'BPU-PROVINSI')
  await insure('5103010101010001', 'BPU-MANDIRI')
  await insure('5103010101010001', 'PU')
  await insure('5103010101010002', 'BPU-MANDIRI')
  await run(
    `insert into civil_record (region, nik, village, is_alive, answered_on, exchange_id) values ('5103', '5103010101010001', '${benoa}', true, '2027-02-15', gen_random_uuid())`,
  )
})
afterAll(() => platform.stop())

describe('Coverage on a day', () => {
  test('of the vulnerable counts active covers over the universe, by village, district and region', async () => {
    const coverage = await read((ctx) => coverageOn(ctx, day('2027-03-10'), 'RENTAN'))
    const rows = [coverage.whole, ...coverage.districts, ...coverage.villages].filter((row) => row.covered > 0)
    expect(rows.map((row) => [row.name, row.covered, row.universe?.workers ?? null, row.gap])).toEqual([
      ['Kabupaten Badung', 29, 80, 51],
      ['Kuta', 19, 65, 46],
      ['Kuta Selatan', 10, 25, 15],
      ['Tuban', 10, 10, 0],
      ['Kuta', 9, 40, 31],
      ['Benoa', 10, null, null],
    ])
    expect(coverage.whole.universe).toMatchObject({ year: 2026, isSum: false, isDemo: true })
    expect(coverage.districts.find((district) => district.area === '51.03.01')?.universe).toMatchObject({ isSum: true })
    expect(coverage).toMatchObject({ villagesWithoutUniverse: 57, target: { share: 1, source: 'RPJMD' } })
  })

  test('of all workers adds those insured otherwise once, and not those who are members', async () => {
    const coverage = await read((ctx) => coverageOn(ctx, day('2027-03-10'), 'ALL'))
    expect(coverage.whole).toMatchObject({ members: 29, insuredByOthers: 3, covered: 32, share: 0.32 })
    const insured = coverage.villages.filter((village) => village.insuredByOthers > 0)
    expect(insured.map((village) => [village.name, village.insuredByOthers])).toEqual([
      ['Kuta', 1],
      ['Benoa', 1],
    ])
    expect(coverage).toMatchObject({ insuredWithoutVillage: 1, insuredAnsweredOn: '2027-02-15' })
  })

  test('of non-wage workers leaves wage earners out', async () => {
    const coverage = await read((ctx) => coverageOn(ctx, day('2027-03-10'), 'BPU'))
    expect(coverage.whole).toMatchObject({ insuredByOthers: 2, universe: null, share: null, gap: null })
  })

  test('shows a village operator their own village against its own universe', async () => {
    const operator = { ...ask, actor: official('village-operator', 'kuta', kuta) }
    const coverage = await look(platform, operator, (ctx) => coverageOn(ctx, day('2027-03-10'), 'RENTAN'))
    expect(coverage).toMatchObject({ isPartial: true, whole: { covered: 9, universe: { workers: 40 } } })
    expect(coverage.villages.map((village) => village.area)).toEqual([kuta])
  })

  test('puts the largest gap first and leaves out villages whose universe is unknown', async () => {
    const { villages } = await read((ctx) => coverageOn(ctx, day('2027-03-10'), 'RENTAN'))
    expect(largestGaps(villages, 2).map((village) => [village.name, village.gap])).toEqual([
      ['Kuta', 31],
      ['Kedonganan', 5],
    ])
  })

  test('counts a village in every customary village that reaches into it', async () => {
    const rows = await read((ctx) => customaryCoverageOn(ctx, day('2027-03-10'), 'RENTAN'))
    expect(rows.map((row) => [row.name, row.covered, row.universe?.workers])).toEqual([
      ['Kuta', 19, 50],
      ['Tuban', 10, 10],
    ])
  })
})

test('A year’s line runs to today, and does not know of others before BPJS answered', async () => {
  const series = await read((ctx) => seriesOf(ctx, 2027, 'ALL'))
  expect(series.months.map((each) => [each.on, each.members, each.insuredByOthers, each.share])).toEqual([
    ['2027-01-31', 30, null, null],
    ['2027-02-28', 29, 3, 0.32],
    ['2027-03-10', 29, 3, 0.32],
  ])
})

test('935,079 of 1,837,899 workers are 50.88 %, as corrected for Bali', () => {
  const universe = { workers: 1_837_899, year: 2025, source: 'BPS', sourceDate: '2024-08-31', isDemo: false, isSum: false }
  const heads = { members: 0, paidForMonth: 0, insuredByOthers: 935_079 }
  const place = { area: '51', name: 'Bali', level: 'regency', parent: null } as const
  expect(Math.round((coverageOf(place, heads, universe).share ?? 0) * 10_000)).toBe(5088)
})

test('A sum of denominators with a hole is no denominator', () => {
  const universe = { workers: 1, year: 2027, source: 'BPS', sourceDate: '2026-08-31', isDemo: false, isSum: false }
  expect([sumDenominators([universe, null]), sumDenominators([])]).toEqual([null, null])
})
