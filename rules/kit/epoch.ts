import { type Day, day } from '../../values/days.ts'

/** A day as the count of days since 1 January 1970: what millions of people are compared by. */
export type EpochDay = number & { readonly __unit: 'epoch-day' }

const daysInEra = 146_097

/** Counts a civil date's days since 1970 (proleptic Gregorian; months 1–12). */
export function epochDayOf(year: number, month: number, dayOfMonth: number): EpochDay {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear
  return (era * daysInEra + dayOfEra - 719_468) as EpochDay
}

/** The same count for a day of the calendar. */
export function toEpochDay(on: Day): EpochDay {
  return epochDayOf(on.year, on.month, on.day)
}

/** Back to a day of the calendar. */
export function fromEpochDay(value: EpochDay): Day {
  return day('1970-01-01').add({ days: value })
}

/** The day `count` months later; the last day of a shorter month stands in for a day it lacks (31 Jan + 1 → 28 Feb). */
export function addMonthsToEpochDay(value: EpochDay, count: number): EpochDay {
  const shifted = value + 719_468
  const era = Math.floor(shifted / daysInEra)
  const dayOfEra = shifted - era * daysInEra
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0
  const dayOfMonth = dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1
  const monthsSinceZero = (yearOfEra + era * 400) * 12 + marchMonth + 2 + count
  const year = Math.floor(monthsSinceZero / 12)
  const month = monthsSinceZero - year * 12 + 1
  return epochDayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
