import type { Day } from '../../values/days.ts'
import { fixedHolidays, movingHolidays } from '../parameters/holidays.ts'

/** Tells whether offices work: Monday to Friday and no public holiday. */
export function isWorkingDay(on: Day): boolean {
  return on.dayOfWeek < 6 && !isHoliday(on)
}

/** Tells whether the moving holidays of a day’s year are known; where not, only weekends and fixed days count. */
export function holidaysKnownFor(on: Day): boolean {
  return on.year in movingHolidays
}

/** The day itself when offices work, else the next one that does. */
export function workingDayOnOrAfter(on: Day): Day {
  let found = on
  while (!isWorkingDay(found)) found = found.add({ days: 1 })
  return found
}

/** The day `count` working days after a day, which is not counted itself. */
export function addWorkingDays(from: Day, count: number): Day {
  let found = from
  for (let left = count; left > 0; left--) found = workingDayOnOrAfter(found.add({ days: 1 }))
  return found
}

function isHoliday(on: Day): boolean {
  const monthAndDay = on.toString().slice(5)
  if (fixedHolidays.some((each) => each.on === monthAndDay && on.year >= each.since)) return true
  return movingHolidays[on.year]?.includes(monthAndDay) ?? false
}
