import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { addMonthsToEpochDay, fromEpochDay, toEpochDay } from './epoch.ts'

const anyDay = fc.integer({ min: -40_000, max: 60_000 }).map((count) => day('1970-01-01').add({ days: count }))

test('a day counted and back is the same day', () => {
  expect(toEpochDay(day('1970-01-01'))).toBe(0)
  expect(toEpochDay(day('2019-12-02'))).toBe(18_232)
  fc.assert(fc.property(anyDay, (on) => fromEpochDay(toEpochDay(on)).equals(on)))
})

test('adding months agrees with the calendar, shorter months included', () => {
  expect(addMonthsToEpochDay(toEpochDay(day('2026-01-31')), 1)).toBe(toEpochDay(day('2026-02-28')))
  const agrees = fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (on, count) => {
    return fromEpochDay(addMonthsToEpochDay(toEpochDay(on), count)).equals(on.add({ months: count }))
  })
  fc.assert(agrees)
})
