/** A birth date packed as year × 16384 + month × 128 + day; a part that is unknown is 0, and 0 is no date at all. */
export type PackedDate = number

/** Which of two numbers comes first in `03/04/1985`: the day (Indonesia) or the month (United States). */
export type DateOrder = 'day-first' | 'month-first'

export const packDate = (year: number, month: number, day: number): PackedDate => year * 16384 + month * 128 + day
export const yearOf = (date: PackedDate): number => Math.floor(date / 16384)
export const monthOf = (date: PackedDate): number => Math.floor(date / 128) % 128
export const dayOf = (date: PackedDate): number => date % 128

/** What two birth dates have to do with each other. The order is the order of the levels; a truth table stands beside it. */
export const dateLevels = [
  'missing',
  'same',
  'same, common day',
  'same, default day',
  'day and month swapped',
  'one is 1 January of the same year',
  'a day or ten apart',
  'a year or ten apart',
  'one digit differs',
  'one part differs',
  'the NIK has the other date',
  'two parts differ',
  'differs',
  'same year, no more known',
  'year one apart, no more known',
] as const
export type DateLevel = (typeof dateLevels)[number]
const level = Object.fromEntries(dateLevels.map((name, at) => [name, at])) as Record<DateLevel, number>

/** The number of the level in `dateLevels` that two packed dates stand in; how common a shared date is, the caller knows. */
export function compareDates(left: PackedDate, right: PackedDate): number {
  if (left === 0 || right === 0) return level.missing
  if (left === right) return left % 16384 === 0 ? level['same year, no more known'] : level.same
  const years = Math.abs(yearOf(left) - yearOf(right))
  if (left % 16384 === 0 || right % 16384 === 0) return compareYears(years)
  const sameMonth = monthOf(left) === monthOf(right)
  const sameDay = dayOf(left) === dayOf(right)
  if (years === 0 && monthOf(left) === dayOf(right) && dayOf(left) === monthOf(right)) return level['day and month swapped']
  if (years === 0 && (left % 16384 === newYear || right % 16384 === newYear)) return level['one is 1 January of the same year']
  if (sameMonth && sameDay && (years === 1 || years === 10)) return level['a year or ten apart']
  if (isDayOrTenApart(left, right)) return level['a day or ten apart']
  if (isOneDigitSlip(digitsOf(left), digitsOf(right))) return level['one digit differs']
  const partsSame = (years === 0 ? 1 : 0) + (sameMonth ? 1 : 0) + (sameDay ? 1 : 0)
  if (partsSame === 2) return level['one part differs']
  return partsSame === 1 && years === 0 ? level['two parts differ'] : level.differs
}

const newYear = 129

function compareYears(years: number): number {
  if (years === 0) return level['same year, no more known']
  return years === 1 ? level['year one apart, no more known'] : level.differs
}

function isDayOrTenApart(left: PackedDate, right: PackedDate): boolean {
  if (Math.abs(yearOf(left) - yearOf(right)) > 1) return false
  const days = Math.abs(dayNumber(left) - dayNumber(right))
  return days === 1 || days === 10
}

const dayNumber = (date: PackedDate) => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / 86_400_000
const digitsOf = (date: PackedDate) => yearOf(date) * 10_000 + monthOf(date) * 100 + dayOf(date)

/** One digit replaced, or two neighbours swapped, among the eight of `YYYYMMDD`. */
function isOneDigitSlip(left: number, right: number): boolean {
  let differing = 0
  let first = -1
  let l = left
  let r = right
  const leftDigits: number[] = []
  const rightDigits: number[] = []
  for (let at = 0; at < 8; at++, l = Math.floor(l / 10), r = Math.floor(r / 10)) {
    leftDigits.push(l % 10)
    rightDigits.push(r % 10)
    if (l % 10 !== r % 10 && differing++ === 0) first = at
  }
  if (differing === 1) return true
  return differing === 2 && leftDigits[first] === rightDigits[first + 1] && leftDigits[first + 1] === rightDigits[first]
}

const monthNames: readonly (readonly string[])[] = [
  'JAN JANUARI JANUARY',
  'FEB PEB FEBRUARI PEBRUARI FEBRUARY',
  'MAR MRT MARET MARCH',
  'APR APRIL',
  'MEI MAY',
  'JUN JUNI JUNE',
  'JUL JULI JULY',
  'AGU AGS AGT AUG AGUSTUS AUGUST',
  'SEP SEPT SEPTEMBER',
  'OKT OCT OKTOBER OCTOBER',
  'NOV NOP NOVEMBER NOPEMBER',
  'DES DEC DESEMBER DECEMBER',
].map((names) => names.split(' '))
const monthNumbers = new Map(monthNames.flatMap((names, at) => names.map((name) => [name, at + 1] as const)))

/**
 * Reads a birth date as people write it: `1985-08-17`, `17/08/85`, `19850817`, `17 Agustus 1985`, `17-AGU-85`, an Excel day number,
 * a year alone. Impossible parts are kept as they stand (a slip is compared, not corrected); 0 when there is no date in the text.
 */
export function readBirthDate(text: string, order: DateOrder = 'day-first'): PackedDate {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return packParts(text.slice(0, 4), text.slice(5, 7), text.slice(8))
  const parts = text.toUpperCase().match(/\d+|[A-Z]+/g)
  if (parts === null) return 0
  if (parts.length === 1) return readDigits(parts[0] ?? '', order)
  const [first = '', second = '', third = ''] = parts
  if (/^\d{4}$/.test(first)) return packParts(first, second, third)
  const named = monthNumbers.get(second)
  if (named !== undefined) return packParts(third, String(named), first)
  const namedFirst = monthNumbers.get(first)
  if (namedFirst !== undefined) return packParts(third, String(namedFirst), second)
  return order === 'day-first' ? packParts(third, second, first) : packParts(third, first, second)
}

/** Packs parts that stand in columns of their own; missing ones may be empty. */
export function readDateParts(year: string, month: string, day: string): PackedDate {
  return packParts(year.trim(), String(monthNumbers.get(month.trim().toUpperCase()) ?? month.trim()), day.trim())
}

/** Tells from a sample of a column whether days or months are written first. */
export function guessDateOrder(texts: Iterable<string>): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts) {
    const parts = /^\s*(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(text)
    if (Number(parts?.[1]) > 12) dayFirst++
    if (Number(parts?.[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'month-first' : 'day-first'
}

function readDigits(digits: string, order: DateOrder): PackedDate {
  if (!/^\d+$/.test(digits)) return 0
  if (digits.length === 8) {
    if (Number(digits.slice(0, 4)) >= 1850 && Number(digits.slice(0, 4)) <= 2100) {
      return packParts(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
    }
    const [day, month] =
      order === 'day-first' ? [digits.slice(0, 2), digits.slice(2, 4)] : [digits.slice(2, 4), digits.slice(0, 2)]
    return packParts(digits.slice(4), month, day)
  }
  if (digits.length === 4) return packParts(digits, '', '')
  if (digits.length !== 5) return 0
  const date = new Date(Date.UTC(1899, 11, 30) + Number(digits) * 86_400_000)
  return packDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function packParts(year: string, month: string, day: string): PackedDate {
  const value = Number(year)
  if (!(value > 0) || year.length > 4) return 0
  const full = year.length > 2 ? value : value + (value > centuryPivot ? 1900 : 2000)
  return packDate(full, partOf(month), partOf(day))
}

const partOf = (text: string) => (/^\d{1,2}$/.test(text) ? Number(text) : 0)

/** Two-digit years above this are of the last century. */
const centuryPivot = 26
