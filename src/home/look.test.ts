import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { type FrozenProgramme, freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import { approveRun } from '../contributions/approval.ts'
import { recordBilling } from '../contributions/operations.ts'
import { runContributions } from '../contributions/run.ts'
import { endPeriod, openPeriodsFromDecree } from '../membership/operations.ts'
import { listPeriods } from '../membership/periods.ts'
import type { Actor } from '../platform/actor.ts'
import { type Asking, carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { lookAround } from './look.ts'
import { listQueues } from './queues.ts'

const badung = region('51.03')
const officer = official('officer')
const approver = official('approver')
const treasurer = official('treasurer')
const tuban = '51.03.01.1001'

let platform: Platform
let programme: FrozenProgramme
const at = (actor: Actor, today = '2027-01-20'): Asking => ({ actor, region: badung, today: day(today) })
const queuesOf = async (actor: Actor, today?: string) =>
  Object.fromEntries(
    (await look(platform, at(actor, today), listQueues)).filter((queue) => queue.count > 0).map((queue) => [queue.id, queue]),
  )
const home = (actor: Actor, today?: string) => look(platform, at(actor, today), (ctx) => lookAround(ctx, 2027))

beforeAll(async () => {
  platform = await openTestPlatform()
  programme = await freezeProgramme(platform, { region: badung, people: 30, sources: [{ source: 'APBD', ceiling: 10_000_000 }] })
  await carryOut(platform, at(officer), (ctx) => openPeriodsFromDecree(ctx, programme))
  await platform.owner.query(`insert into universe values ('5103', '51.03', 2027, 'RENTAN', 120, 'BPS', '2026-08-31', true)`)
})
afterAll(() => platform.stop())

describe('What waits', () => {
  test('for an officer is the month that nobody has computed; approvers and auditors have nothing to do yet', async () => {
    expect(await queuesOf(officer)).toEqual({ 'runs-to-start': { id: 'runs-to-start', count: 1, oldest: '2027-01-01' } })
    expect(await queuesOf(officer, '2027-03-02')).toMatchObject({ 'runs-to-start': { count: 3 } })
    expect(await queuesOf(approver)).toEqual({})
    expect(await look(platform, at(official('auditor')), listQueues)).toEqual([])
  })

  test('is a death as long as the cover of the dead goes on', async () => {
    const [period] = await look(platform, at(officer), (ctx) => listPeriods(ctx, {}, { after: 0, limit: 1 }))
    const { id = 0, workerId = 0, village = '' } = period ?? {}
    await platform.owner.query(
      `insert into worker_match (region, worker_id, village, civil, died_on, is_deceased) values ('5103', $1, $2, 'deceased', '2027-01-05', true)`,
      [workerId, village],
    )
    expect(await queuesOf(officer)).toMatchObject({ 'deaths-without-end': { count: 1, oldest: '2027-01-05' } })
    const shown = await look(platform, at(officer), (ctx) => listPeriods(ctx, { deceased: 'not-ended' }, { after: 0, limit: 9 }))
    expect(shown.map((each) => each.workerId)).toEqual([workerId])
    await carryOut(platform, at(officer), (ctx) =>
      endPeriod(ctx, { periodId: id, reason: 'DECEASED', lastDay: day('2027-01-05') }),
    )
    expect(await queuesOf(officer)).not.toHaveProperty('deaths-without-end')
  })

  test('moves on from approver to treasurer, and is never one’s own run', async () => {
    const both: Actor = { ...official('officer', 'both'), grants: [...officer.grants, ...approver.grants] }
    const run = await carryOut(platform, at(both), (ctx) =>
      runContributions(ctx, { programme: programme.code, month: month('2027-01') }),
    )
    const runId = run.ok ? run.value.runId : ''
    expect(await queuesOf(both)).toEqual({})
    expect(await queuesOf(approver)).toMatchObject({ 'requests-to-answer': { count: 1 } })
    await carryOut(platform, at(approver), (ctx) => approveRun(ctx, { runId }))
    expect(await queuesOf(treasurer)).toMatchObject({ 'runs-to-bill': { count: 1 } })
    const billedOn = day('2027-01-12')
    await carryOut(platform, at(treasurer), (ctx) => recordBilling(ctx, { runId, billingCode: '6323', billedOn }))
    expect(await queuesOf(treasurer)).toEqual({ 'runs-to-pay': { id: 'runs-to-pay', count: 1, oldest: '2027-01-12' } })
  })
})

describe('The first page', () => {
  test('says how far the region is, what is late, and what the year costs by source', async () => {
    const seen = await home(treasurer)
    expect(seen.coverage).toMatchObject({ covered: 29, universe: { workers: 120 }, share: 29 / 120, gap: 91, isPartial: false })
    expect(seen.warnings?.due).toMatchObject([
      { month: '2027-01', dueOn: '2027-01-15', daysToDue: -5, people: 30, state: 'billed' },
      { month: '2027-02', daysToDue: 26, people: null, state: 'not-run' },
    ])
    expect(seen.costs).toMatchObject([{ source: 'APBD', ceiling: 10_000_000, recognised: 504_000, paid: 0, left: 9_496_000 }])
  })

  test('warns of a cover about to lapse, with the people it would end for', async () => {
    expect((await home(treasurer)).warnings?.lapsing).toEqual([])
    const later = (await home(treasurer, '2027-03-20')).warnings?.lapsing
    expect(later).toMatchObject([{ programmeCode: programme.code, members: 29 }])
  })

  test('shows a village operator their village, and no money', async () => {
    const seen = await home(official('village-operator', 'tuban', tuban))
    expect(seen).toMatchObject({ warnings: null, costs: null, coverage: { isPartial: true, universe: null, gap: null } })
    expect(seen.coverage.covered).toBeLessThan(29)
  })
})
