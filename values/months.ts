import { type Day, day, monthName } from './days.ts'
import type { Language } from './language.ts'

/** A calendar month written `2027-01`; sorts as text. */
export type Month = string & { readonly __unit: 'month' }

/** Makes a month from `2027-01`; throws when it is none. */
export function month(text: string): Month {
  const found = findMonth(text)
  if (found === undefined) throw new RangeError(`not a month: ${text}`)
  return found
}

/** Finds the month in a text, or nothing when it is none. */
export function findMonth(text: string): Month | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? (text as Month) : undefined
}

/** The month a day lies in. */
export function monthOf(on: Day): Month {
  return on.toString().slice(0, 7) as Month
}

export function firstDayOf(value: Month): Day {
  return day(`${value}-01`)
}

export function lastDayOf(value: Month): Day {
  const first = firstDayOf(value)
  return first.with({ day: first.daysInMonth })
}

/** The month `count` months later, or earlier when negative. */
export function addMonths(value: Month, count: number): Month {
  return monthOf(firstDayOf(value).add({ months: count }))
}

/** Months from the first to the last, both counted; 0 when the last lies before the first. */
export function monthsFromTo(first: Month, last: Month): number {
  const span =
    Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - (Number(first.slice(0, 4)) * 12 + Number(first.slice(5))) + 1
  return Math.max(0, span)
}

/** Writes a month for a reader: `Januari 2027`. */
export function formatMonth(value: Month, language: Language): string {
  return `${monthName(Number(value.slice(5)), language)} ${value.slice(0, 4)}`
}
