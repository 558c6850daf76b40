import { describe, expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import type { Month } from '../../values/months.ts'
import { calendarOf } from './calendar.ts'

const programme = {
  id: 'p',
  code: 'P',
  name: 'Program',
  year: 2027,
  firstMonth: '2027-01',
  lastMonth: '2027-04',
  package: 'JKK_JKM',
  payer: 'APBD',
  quota: 1,
  decreeId: null,
  decreeNumber: null,
}

const paid = { id: 'r', month: '2027-01', state: 'paid', people: 10, amount: 168_000 } as const
const calendar = (today: string, months: string[] = [], of = programme) => calendarOf(of, [paid], months as Month[], day(today))

describe('A programme’s calendar', () => {
  test('says of each month when it is due, how long that is, and how far its run is', () => {
    const [january, february] = calendar('2027-02-10', ['2027-01']).months
    expect(january).toMatchObject({ dueOn: '2027-01-15', daysToDue: -26, state: 'paid', isOverdue: false, people: 10 })
    expect(february).toMatchObject({ dueOn: '2027-02-15', daysToDue: 5, state: 'not-run', isOverdue: false, amount: null })
  })

  test.each([
    ['not before it begins', '2026-12-20', [], { monthsOverdue: 0, payBefore: null, isAboutToLapse: false }],
    ['from its first day', '2027-01-02', [], { monthsOverdue: 0, payBefore: '2027-04-15', isAboutToLapse: false }],
    ['with a warning a month ahead', '2027-03-16', [], { monthsOverdue: 3, daysToLapse: 30, isAboutToLapse: true }],
    [
      'later once a month is paid',
      '2027-03-16',
      ['2027-01'],
      { monthsOverdue: 2, payBefore: '2027-05-18', isAboutToLapse: false },
    ],
    ['no longer when all is paid', '2027-05-01', ['2027-01', '2027-02', '2027-03', '2027-04'], { payBefore: null }],
  ])('counts down to the lapse %s', (_name, today, months, expected) => {
    expect(calendar(today, months)).toMatchObject(expected)
  })

  test('warns that two months buy nobody the full death benefit', () => {
    const short = calendar('2027-01-02', [], { ...programme, lastMonth: '2027-02' })
    expect([short.isTooShortForFullDeathBenefit, calendar('2027-01-02').isTooShortForFullDeathBenefit]).toEqual([true, false])
  })
})
