import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { jkmDeathSum, jkmWaitingMonths } from '../parameters/death.ts'
import { toEpochDay } from './epoch.ts'
import { findValue, valueOn } from './parameter.ts'
import { beginningOn, changeDays, lawByDay } from './versions.ts'

test('a figure changes on its day and not the day before', () => {
  expect(valueOn(jkmDeathSum, day('2019-12-01'))).toBe(16_200_000)
  expect(valueOn(jkmDeathSum, day('2019-12-02'))).toBe(20_000_000)
  expect(findValue(jkmDeathSum, day('2015-06-30'))).toBeUndefined()
  expect(() => valueOn(jkmDeathSum, day('2015-06-30'))).toThrow(/no value/)
})

test('the law of a stretch is resolved once, however many people ask', () => {
  let resolved = 0
  const lawOn = lawByDay([jkmDeathSum], (on) => {
    resolved++
    return on.year
  })
  for (let count = 0; count < 1000; count++) lawOn(toEpochDay(day('2020-01-01').add({ days: count })))
  expect(resolved).toBe(2)
  expect(lawOn(toEpochDay(day('2019-12-01')))).toBe(2015)
  expect(lawOn(toEpochDay(day('2019-12-02')))).toBe(2019)
  expect(lawOn(toEpochDay(day('2015-06-30')))).toBeUndefined()
})

test('a start day the sources leave open can be moved, but not before the law it replaces', () => {
  const later = beginningOn(jkmWaitingMonths, day('2025-04-01'))
  expect(valueOn(later, day('2025-03-31'))).toBe(0)
  expect(valueOn(later, day('2025-04-01'))).toBe(3)
  expect(changeDays([later]).map(String)).toEqual(['2015-07-01', '2025-04-01'])
  expect(() => beginningOn(jkmWaitingMonths, day('2015-07-01'))).toThrow(/cannot begin/)
})
