import { type PackedDate, packDate, yearOf } from './birth-dates.ts'

/** The birth date that sixteen digits hold, in the century nearest to the written birth date, or else the likelier one; 0 for none. */
export function nikDateOf(nik: string, birth: PackedDate): PackedDate {
  if (!/^\d{16}$/.test(nik)) return 0
  return heldDate(Number(nik.slice(6, 8)), Number(nik.slice(8, 10)), Number(nik.slice(10, 12)), birth)
}

/** The same from the day field (women have 40 added), the month and the year of the century. */
export function heldDate(dayField: number, month: number, yearOfCentury: number, birth: PackedDate): PackedDate {
  const day = dayField > 40 ? dayField - 40 : dayField
  if (day < 1 || day > 31 || month < 1 || month > 12) return 0
  const century = birth === 0 ? (yearOfCentury > 20 ? 1900 : 2000) : nearestCentury(yearOf(birth), yearOfCentury)
  return packDate(century + yearOfCentury, month, day)
}

function nearestCentury(year: number, yearOfCentury: number): number {
  return Math.abs(year - 1900 - yearOfCentury) <= Math.abs(year - 2000 - yearOfCentury) ? 1900 : 2000
}
