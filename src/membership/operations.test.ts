import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { type FrozenProgramme, freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { type Day, day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import { done, type Outcome } from '../../values/outcome.ts'
import type { Actor } from '../platform/actor.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { endPeriod, openPeriodsFromDecree, recordMemberNumbers, recordPaidMonth, replacePeriod } from './operations.ts'
import { countByProgramme, countPeriods, listPeriods } from './periods.ts'
import { findMembership } from './person.ts'
import type { EndReason } from './reasons-api.ts'
import { type MembershipRefusal, wordMembershipRefusal } from './refusals.ts'

const badung = region('51.03')
const officer = official('officer')

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

function act<Value, Refusal extends { reason: string }>(
  operation: (ctx: Context) => Promise<Outcome<Value, Refusal>>,
  today = '2027-02-10',
  actor: Actor = officer,
): Promise<Outcome<Value, Refusal>> {
  return carryOut(platform, { actor, region: badung, today: day(today) }, operation)
}

const read = <Value>(reading: (ctx: Context) => Promise<Value>, today = '2027-02-10', actor: Actor = officer) =>
  look(platform, { actor, region: badung, today: day(today) }, reading)

const open = (programme: FrozenProgramme) => act((ctx) => openPeriodsFromDecree(ctx, programme))

const end = (periodId: number, reason: EndReason, lastDay: Day, today?: string) =>
  act((ctx) => endPeriod(ctx, { periodId, reason, lastDay }), today)

async function opened(people: number, waiting = 0): Promise<FrozenProgramme & { periods: { id: number; workerId: number }[] }> {
  const programme = await freezeProgramme(platform, { region: badung, people, waiting })
  await open(programme)
  const periods = await read((ctx) => listPeriods(ctx, { programmeId: programme.programmeId }, { after: 0, limit: 100 }))
  return { ...programme, periods }
}

describe('Covers', () => {
  test('are opened once for the quota of a decree, over the months of the programme', async () => {
    const programme = await freezeProgramme(platform, { region: badung, people: 5, waiting: 2 })
    expect(await open(programme)).toEqual({ ok: true, value: { opened: 5, coveredAlready: 0, isNew: true } })
    expect(await open(programme)).toEqual({ ok: true, value: { opened: 5, coveredAlready: 0, isNew: false } })
    const [period] = await read((ctx) => listPeriods(ctx, { programmeId: programme.programmeId }, { after: 0, limit: 1 }))
    expect(period).toMatchObject({ firstDay: '2027-01-01', lastDay: '2027-12-31', state: 'active' })
  })

  test('are not opened twice for who is covered by another programme', async () => {
    const { periods } = await opened(2)
    const other = await freezeProgramme(platform, { region: badung, people: 1 })
    await platform.owner.query('update decree_line set worker_id = $2 where decree_id = $1', [
      other.decreeId,
      periods[0]?.workerId,
    ])
    expect(await open(other)).toMatchObject({ value: { opened: 0, coveredAlready: 1 } })
    const twice = platform.owner.query(
      `insert into membership_period (region, worker_id, programme_id, decree_id, village, package, payer, first_day, last_day)
       select region, worker_id, $2, $3, village, package, payer, '2027-06-01', last_day from membership_period where id = $1`,
      [periods[0]?.id, other.programmeId, other.decreeId],
    )
    await expect(twice).rejects.toThrow(/one_cover_at_a_time/)
  })

  test('end early for a reason, and name the months to be claimed back', async () => {
    const { periods, programmeId } = await opened(1)
    const pay = (of: string) =>
      act(async (ctx) => done(await recordPaidMonth(ctx, { programmeId, month: month(of), paidOn: day('2027-01-14') })))
    await pay('2027-01')
    await pay('2027-02')
    expect(await end(periods[0]?.id ?? 0, 'DECEASED', day('2027-01-20'))).toMatchObject({
      value: { lastDay: '2027-01-20', monthsToReclaim: ['2027-02'] },
    })
    const found = await read((ctx) => findMembership(ctx, periods[0]?.workerId ?? 0))
    expect(found?.periods).toMatchObject([{ endReason: 'DECEASED', endedBy: 'officer', monthsPaid: 1 }])
  })

  test('are taken over from next month by the next who is alive on the waiting list; the clock of that person starts then', async () => {
    const { periods, decreeId } = await opened(1, 2)
    const dead = await platform.owner.query(
      `insert into worker_match (region, worker_id, village, civil, is_deceased) select region, worker_id, village, 'deceased', true
       from decree_line where decree_id = $1 and position = 2`,
      [decreeId],
    )
    expect(dead.rowCount).toBe(1)
    await end(periods[0]?.id ?? 0, 'MOVED_OUT', day('2027-02-05'))
    const taken = await act((ctx) => replacePeriod(ctx, { periodId: periods[0]?.id ?? 0 }))
    expect(taken).toMatchObject({ value: { position: 3, firstDay: '2027-03-01', lastDay: '2027-12-31' } })
    const found = await read((ctx) => findMembership(ctx, taken.ok ? taken.value.workerId : 0), '2027-03-02')
    expect(found?.clocks).toMatchObject({ coveredSince: '2027-03-01', fullDeathBenefitFrom: '2027-06-01' })
    expect(found?.periods[0]?.replaces?.workerId).toBe(periods[0]?.workerId)
  })

  test('carry the member numbers BPJS gave; unknown NIK are answered masked', async () => {
    const { periods } = await opened(1)
    const { rows } = await platform.owner.query('select nik from worker where id = $1', [periods[0]?.workerId])
    const numbers = [
      { nik: String(rows[0].nik), memberNumber: '12345678901' },
      { nik: '5103010101010001', memberNumber: '12345678902' },
    ]
    expect(await act((ctx) => recordMemberNumbers(ctx, { numbers }))).toEqual({
      ok: true,
      value: { recorded: 1, unknown: ['510301******0001'] },
    })
  })
})

describe('The list of covers', () => {
  test('counts and filters by state, reason and village, page after page', async () => {
    const { periods, programmeId } = await opened(6)
    await end(periods[0]?.id ?? 0, 'BECAME_PU', day('2027-01-31'))
    const count = (filters: Parameters<typeof countPeriods>[1]) => read((ctx) => countPeriods(ctx, { programmeId, ...filters }))
    expect([await count({ state: 'active' }), await count({ state: 'ended' }), await count({ reason: 'BECAME_PU' })]).toEqual([
      5, 1, 1,
    ])
    expect(await count({ area: '51.03.01.1002' })).toBe(2)
    const page = await read((ctx) => listPeriods(ctx, { programmeId }, { after: periods[2]?.id ?? 0, limit: 2 }))
    expect(page.map((row) => row.id)).toEqual([periods[3]?.id, periods[4]?.id])
  })

  test('shows who is about to lapse for unpaid months', async () => {
    const { programmeId } = await opened(2)
    const lapsing = (today: string) => read((ctx) => countPeriods(ctx, { programmeId, state: 'lapsing' }), today)
    expect([await lapsing('2027-02-10'), await lapsing('2027-03-20')]).toEqual([0, 2])
    const counts = await read(countByProgramme, '2027-03-20')
    expect(counts.find((row) => row.programmeId === programmeId)).toMatchObject({ active: 0, lapsing: 2, ended: 0 })
  })

  test('shows a village operator their own village alone', async () => {
    const { programmeId } = await opened(3)
    const operator = official('village-operator', 'kuta', '51.03.01.1002')
    expect(await read((ctx) => countPeriods(ctx, { programmeId }), '2027-02-10', operator)).toBe(1)
  })
})

describe('Membership refuses', () => {
  const cases: [string, MembershipRefusal['reason'], () => Promise<Outcome<unknown, MembershipRefusal>>][] = [
    [
      'who has no such role',
      'role-missing',
      () => act((ctx) => openPeriodsFromDecree(ctx, { decreeId: 'x' }), undefined, official('auditor')),
    ],
    [
      'to open a decree for some villages only',
      'whole-region-needed',
      () => act((ctx) => openPeriodsFromDecree(ctx, { decreeId: 'x' }), undefined, official('officer', 'kuta', '51.03.01')),
    ],
    [
      'a decree that is not there',
      'no-such-decree',
      () => act((ctx) => openPeriodsFromDecree(ctx, { decreeId: '00000000-0000-0000-0000-000000000001' })),
    ],
    ['a period that is not there', 'no-such-period', () => end(999_999, 'MOVED_OUT', day('2027-01-31'))],
    [
      'to end twice',
      'ended-already',
      async () => {
        const { periods } = await opened(1)
        await end(periods[0]?.id ?? 0, 'MOVED_OUT', day('2027-01-31'))
        return end(periods[0]?.id ?? 0, 'DECEASED', day('2027-01-30'))
      },
    ],
    [
      'a last day outside the period',
      'day-outside-period',
      async () => end((await opened(1)).periods[0]?.id ?? 0, 'MOVED_OUT', day('2028-01-01')),
    ],
    [
      'to fill a place that is not empty',
      'not-ended',
      async () => {
        const { periods } = await opened(1, 1)
        return act((ctx) => replacePeriod(ctx, { periodId: periods[0]?.id ?? 0 }))
      },
    ],
    [
      'to fill a place twice',
      'replaced-already',
      async () => {
        const { periods } = await opened(1, 2)
        const replace = () => act((ctx) => replacePeriod(ctx, { periodId: periods[0]?.id ?? 0 }))
        await end(periods[0]?.id ?? 0, 'MOVED_OUT', day('2027-01-31'))
        await replace()
        return replace()
      },
    ],
    [
      'to fill a place in the last month',
      'no-month-left',
      async () => {
        const { periods } = await opened(1, 1)
        await end(periods[0]?.id ?? 0, 'MOVED_OUT', day('2027-12-10'), '2027-12-11')
        return act((ctx) => replacePeriod(ctx, { periodId: periods[0]?.id ?? 0 }), '2027-12-11')
      },
    ],
    [
      'to fill a place when nobody waits',
      'nobody-waiting',
      async () => {
        const { periods } = await opened(1)
        await end(periods[0]?.id ?? 0, 'MOVED_OUT', day('2027-01-31'))
        return act((ctx) => replacePeriod(ctx, { periodId: periods[0]?.id ?? 0 }))
      },
    ],
  ]

  test.each(cases)('%s', async (_name, reason, attempt) => {
    const outcome = await attempt()
    expect(outcome).toMatchObject({ ok: false, refusal: { reason } })
    expect(outcome.ok ? undefined : wordMembershipRefusal(outcome.refusal).title.id).toMatch(/./)
  })
})

test('The tally of covers says what the covers themselves do', async () => {
  const sums = async (people: string, table: string) =>
    (
      await platform.owner
        .query(`select programme_id, village, first_day, last_day, coalesce(end_reason, '') as reason, ${people} as people
        from ${table} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`)
    ).rows
  const counted = await sums('count(*)', 'membership_period')
  expect(new Set(counted.map((row) => row.reason)).size).toBeGreaterThan(1)
  expect(await sums('sum(people)::bigint', 'period_tally')).toEqual(counted)
})
