import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { areaCode, region } from '../../values/areas.ts'
import { systemActor } from '../platform/actor.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { openRegion, recordUniverse } from './operations.ts'
import { listUniverse, listVillages, searchAreas } from './store.ts'

const badung = { actor: systemActor, region: region('51.03') }

describe('The code list', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await carryOut(platform, badung, (ctx) => openRegion(ctx))
  })
  afterAll(() => platform.stop())

  test('has 38 provinces, 514 regencies and 83,762 villages', async () => {
    const { rows } = await platform.pool.query('select level, count(*) as n from area group by level order by level')
    expect(Object.fromEntries(rows.map((row) => [row.level, row.n]))).toEqual({
      province: 38,
      regency: 514,
      district: 7285,
      village: 83762,
    })
  })

  test.each([
    ['51.03', 62, 16, 46],
    ['32.16', 187, 8, 179],
  ])('gives %s %i villages, %i of them kelurahan and %i desa', async (area, all, urban, rural) => {
    const villages = await look(platform, badung, (ctx) => listVillages(ctx.db, region(area)))
    const count = (kind: string) => villages.filter((village) => village.kind === kind).length
    expect([villages.length, count('kelurahan'), count('desa')]).toEqual([all, urban, rural])
  })

  test('is loaded once', async () => {
    expect(await carryOut(platform, badung, (ctx) => openRegion(ctx))).toEqual({
      ok: true,
      value: { name: 'Kabupaten Badung', areasLoaded: 0 },
    })
  })

  test('is found by part of a name and by code', async () => {
    const names = (text: string) =>
      look(platform, badung, async (ctx) => (await searchAreas(ctx.db, text, badung.region, 10)).map((place) => place.name))
    expect(await names('jimbar')).toEqual(['Jimbaran'])
    expect(await names('51.03.01.1002')).toEqual(['Kuta'])
  })

  test('refuses a region that is not in it', async () => {
    expect(await carryOut(platform, { ...badung, region: region('99.99') }, (ctx) => openRegion(ctx))).toMatchObject({
      ok: false,
      refusal: { reason: 'no-such-region' },
    })
  })
})

test('A universe is replaced by a later figure for the same area, year and segment', async () => {
  const platform = await openTestPlatform()
  try {
    await carryOut(platform, badung, (ctx) => openRegion(ctx))
    const figure = {
      area: areaCode('51.03'),
      year: 2026,
      segment: 'BPU' as const,
      workers: 100,
      source: 'BPS',
      sourceDate: '2025-08-31',
      isDemo: false,
    }
    await carryOut(platform, badung, (ctx) => recordUniverse(ctx, [figure]))
    await carryOut(platform, badung, (ctx) => recordUniverse(ctx, [{ ...figure, workers: 120 }]))
    expect(await look(platform, badung, (ctx) => listUniverse(ctx.db, badung.region, 2026))).toMatchObject([
      { area: '51.03', workers: 120 },
    ])
  } finally {
    await platform.stop()
  }
})
