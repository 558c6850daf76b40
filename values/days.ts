import type { Language } from './language.ts'

/** A day of the civil calendar, without time or zone. */
export type Day = Temporal.PlainDate

/** Makes a day from its ISO form (`2026-11-01`); throws when it is none. */
export function day(iso: string): Day {
  return Temporal.PlainDate.from(iso)
}

/** Finds the day in an ISO text, or nothing when it is none. */
export function findDay(iso: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** Tells whether `left` comes before `right`. */
export function isBefore(left: Day, right: Day): boolean {
  return Temporal.PlainDate.compare(left, right) < 0
}

/** Whole years lived on a day: a person's age on the birthday itself is already the new one. */
export function ageOn(birthDate: Day, on: Day): number {
  const beforeBirthday = on.month < birthDate.month || (on.month === birthDate.month && on.day < birthDate.day)
  return on.year - birthDate.year - (beforeBirthday ? 1 : 0)
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: 'days' }).days
}

const monthNames: Record<Language, readonly string[]> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** Names a month of the year (1–12). */
export function monthName(month: number, language: Language): string {
  return monthNames[language][month - 1] ?? ''
}

/** Writes a day as officials do: `1 November 2026`. */
export function formatDay(value: Day | string, language: Language): string {
  const written = typeof value === 'string' ? day(value) : value
  return `${written.day} ${monthName(written.month, language)} ${written.year}`
}
