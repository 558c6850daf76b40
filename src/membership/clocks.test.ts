import { describe, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import type { Month } from '../../values/months.ts'
import { clocksOf, lapsingIfUnpaidFrom } from './clocks.ts'

const year2026 = { firstDay: '2026-01-01', lastDay: '2026-12-31', endReason: null }
const year2027 = { firstDay: '2027-01-01', lastDay: '2027-12-31', endReason: null }

describe('The clock of the full death benefit', () => {
  test.each([
    ['has not run out two days before three months', [year2027], '2027-03-31', '2027-04-01', false],
    ['has run out when three months are complete', [year2027], '2027-04-01', '2027-04-01', true],
    ['goes on when a programme follows another without a gap', [year2026, year2027], '2027-01-02', '2026-04-01', true],
    [
      'goes on over a gap that arrears may still close',
      [
        { ...year2026, lastDay: '2026-10-31' },
        { ...year2027, firstDay: '2027-02-01' },
      ],
      '2027-02-02',
      '2026-04-01',
      true,
    ],
    [
      'starts anew after more than three months without cover',
      [
        { ...year2026, lastDay: '2026-09-30' },
        { ...year2027, firstDay: '2027-02-01' },
      ],
      '2027-02-02',
      '2027-05-01',
      false,
    ],
    [
      'starts anew for who was ended early and came back',
      [{ ...year2026, endReason: 'MOVED_OUT' }, year2027],
      '2027-01-02',
      '2027-04-01',
      false,
    ],
  ])('%s', (_name, periods, on, fullFrom, hasFull) => {
    const clocks = clocksOf(periods, [], day(on))
    expect([clocks.fullDeathBenefitFrom, clocks.hasFullDeathBenefit]).toEqual([fullFrom, hasFull])
  })
})

test('The scholarship clock counts the months paid down from thirty-six', () => {
  const paid = ['2026-01', '2026-02', '2027-01'] as Month[]
  expect(clocksOf([year2026, year2027], paid, day('2027-02-01'))).toMatchObject({ monthsPaid: 3, monthsToScholarship: 33 })
})

describe('The lapse', () => {
  test.each([
    ['is four due days away at the start', [], '2027-01-02', { monthsUnpaid: 0, payBefore: '2027-04-15' }],
    ['counts a month whose due day has passed', [], '2027-01-16', { monthsUnpaid: 1, payBefore: '2027-04-15' }],
    [
      'moves on with each month paid, past a Saturday and a holiday',
      ['2027-01'],
      '2027-02-10',
      { monthsUnpaid: 0, payBefore: '2027-05-18' },
    ],
  ])('%s', (_name, paid, on, expected) => {
    expect(clocksOf([year2027], paid as Month[], day(on))).toMatchObject(expected)
  })

  test('does not run for who is not covered', () => {
    expect(clocksOf([year2026], [], day('2027-02-01'))).toMatchObject({ isCovered: false, payBefore: null, daysToLapse: null })
  })

  test('warns a month ahead', () => {
    expect(lapsingIfUnpaidFrom(day('2027-03-14'))).toBe('2026-12')
    expect(lapsingIfUnpaidFrom(day('2027-03-15'))).toBe('2027-01')
  })
})
