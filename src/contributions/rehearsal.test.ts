import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { rehearseRun } from './rehearsal.ts'
import { runContributions } from './run.ts'
import { listRuns } from './runs.ts'

const ask = { actor: official('officer'), region: region('51.03'), today: day('2027-01-05') }

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

describe('A rehearsal', () => {
  test('tells what the run then freezes, and leaves nothing behind', async () => {
    const sources = [
      { source: 'CSR', ceiling: 50_400 },
      { source: 'APBD', ceiling: 1_000_000 },
    ]
    const { code } = await freezeProgramme(platform, { region: ask.region, people: 5, sources })
    const input = { programme: code, month: month('2027-01') }
    const rehearsed = await look(platform, ask, (ctx) => rehearseRun(ctx, input))
    expect(rehearsed).toMatchObject({
      value: {
        isNew: true,
        people: 5,
        amount: 84_000,
        funding: [
          { source: 'CSR', people: 3 },
          { source: 'APBD', people: 2 },
        ],
      },
    })
    expect(await look(platform, ask, (ctx) => listRuns(ctx, {}))).toEqual([])
    const run = await carryOut(platform, ask, (ctx) => runContributions(ctx, input))
    expect(run).toMatchObject({ value: { isNew: true, people: 5, amount: 84_000 } })
    expect(await look(platform, ask, (ctx) => rehearseRun(ctx, input))).toMatchObject({ value: { isNew: false } })
  })

  test('is refused as the run would be', async () => {
    const sources = [{ source: 'APBD', ceiling: 20_000 }]
    const { code } = await freezeProgramme(platform, { region: ask.region, people: 2, sources })
    const short = await look(platform, ask, (ctx) => rehearseRun(ctx, { programme: code, month: month('2027-01') }))
    expect(short).toMatchObject({ refusal: { reason: 'ceiling-exceeded', shortBy: 13_600 } })
  })
})
