import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { endPeriod, openPeriodsFromDecree, replacePeriod } from './operations.ts'
import { listPeriods } from './periods.ts'
import { findMembership } from './person.ts'

const ask = { actor: official('officer'), region: region('51.03'), today: day('2027-02-10') }

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

test('A person’s record tells what happened to their cover, newest first, and nothing of what happened to others', async () => {
  const programme = await freezeProgramme(platform, { region: ask.region, people: 2, waiting: 1 })
  await carryOut(platform, ask, (ctx) => openPeriodsFromDecree(ctx, programme))
  const [first, second] = await look(platform, ask, (ctx) => listPeriods(ctx, {}, { after: 0, limit: 2 }))
  const periodId = first?.id ?? 0
  await carryOut(platform, ask, (ctx) => endPeriod(ctx, { periodId, reason: 'MOVED_OUT', lastDay: day('2027-01-31') }))
  const taken = await carryOut(platform, ask, (ctx) => replacePeriod(ctx, { periodId }))
  const actsOf = async (workerId = 0) =>
    (await look(platform, ask, (ctx) => findMembership(ctx, workerId)))?.history.map((line) => line.act)
  expect(await actsOf(first?.workerId)).toEqual([
    'membership.place-taken',
    'membership.period-ended',
    'membership.periods-opened',
  ])
  expect(await actsOf(second?.workerId)).toEqual(['membership.periods-opened'])
  expect(await actsOf(taken.ok ? taken.value.workerId : 0)).toEqual(['membership.period-opened'])
})
