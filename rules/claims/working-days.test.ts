import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { lapseOf } from '../contributions/lapse.ts'
import { month } from '../../values/months.ts'
import { deadlineOf } from './deadline.ts'
import { addWorkingDays, holidaysKnownFor, isWorkingDay, workingDayOnOrAfter } from './working-days.ts'

test.each([
  ['2026-11-20', true, 'a Friday'],
  ['2026-11-21', false, 'a Saturday'],
  ['2026-08-17', false, 'Independence Day'],
  ['2026-03-19', false, 'Nyepi'],
  ['2016-06-01', true, 'Pancasila Day was no holiday before 2017'],
  ['2022-06-01', false, 'Pancasila Day'],
])('%s: offices work: %s (%s)', (iso, works) => {
  expect(isWorkingDay(day(iso))).toBe(works)
})

test('three working days over Idulfitri and a weekend', () => {
  expect(addWorkingDays(day('2026-03-18'), 3).toString()).toBe('2026-03-24')
})

test('a due day on a working day stays, on a weekend it moves to Monday', () => {
  expect(workingDayOnOrAfter(day('2026-05-15')).toString()).toBe('2026-05-15')
  expect(deadlineOf('contribution', day('2026-11-30')).toString()).toBe('2026-11-16')
})

test('years whose moving holidays nobody entered say so', () => {
  expect(holidaysKnownFor(day('2026-12-31'))).toBe(true)
  expect(holidaysKnownFor(day('2031-01-01'))).toBe(false)
})

test('a membership paid through January counts down to the due day of May, then has ended', () => {
  const paid = month('2026-01')
  expect(lapseOf(paid, day('2026-05-05'))).toMatchObject({
    state: 'in-arrears',
    monthsOwed: ['2026-02', '2026-03', '2026-04'],
    daysLeft: 10,
  })
  expect(lapseOf(paid, day('2026-05-16'))).toMatchObject({ state: 'ended', monthsOwed: [], daysLeft: -1 })
  expect(lapseOf(paid, day('2026-05-16'), true).state).toBe('inactive')
  expect(lapseOf(paid, day('2026-01-20'))).toMatchObject({ state: 'active', monthsOwed: [] })
})
