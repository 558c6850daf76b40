import { dayOfSerial } from '../number-cells.ts'

/**
 * What a written date can mean, as whole numbers `yyyymmdd`, 0 for nothing. `first` takes the day before the month, as
 * Indonesians do; `second` is the other reading where the digits allow one. Two-digit years are given as 0–99.
 */
export type WrittenDate = { readonly first: number; readonly second: number }

const unreadable: WrittenDate = { first: 0, second: 0 }

/** Beginnings of month names in Indonesian and English, with the spellings of old registers. */
const monthStarts: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun', 'yun'],
  ['jul', 'yul'],
  ['agu', 'ags', 'agt', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
]

/** Months as officials number them in letters: `17/VIII/1985`. */
const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const romanMonth = /(?<=^\d{1,2} ?[-/. ] ?)(?:viii|vii|vi|iv|v|xii|xi|ix|x|iii|ii|i)(?= ?[-/. ] ?\d)/

const known = new Map<string, WrittenDate>()
const mostKnown = 60_000

/** Reads a date as villages write it (domain 9): `17-08-1985`, `17/8/85`, `17 Agustus 1985`, `17-AGU-85`, ISO, serial number. */
export function parseBirthDate(text: string): WrittenDate {
  const usual = text.length === 10 ? usualDate(text) : 0
  if (usual !== 0) return { first: usual, second: 0 }
  const found = known.get(text)
  if (found !== undefined) return found
  const parsed = parse(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, parsed)
  return parsed
}

/** The two commonest forms without a look-up: `17-08-1985` with a day above twelve, and `1985-08-17`; else 0. */
function usualDate(text: string): number {
  const isYearFirst = text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45
  const [dayAt, monthAt, yearAt] = isYearFirst ? [8, 5, 0] : [0, 3, 6]
  if (!isYearFirst && !(isSeparator(text.charCodeAt(2)) && isSeparator(text.charCodeAt(5)))) return 0
  const day = pairAt(text, dayAt)
  const month = pairAt(text, monthAt)
  const year = pairAt(text, yearAt) * 100 + pairAt(text, yearAt + 2)
  if (!(month >= 1 && month <= 12 && day > 12 && day <= 28 && year >= 1900 && year <= 9999)) return 0
  return year * 10_000 + month * 100 + day
}

function isSeparator(code: number): boolean {
  return code === 45 || code === 47 || code === 46
}

/** The number two digits make; not a number where one is none. */
function pairAt(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function parse(text: string): WrittenDate {
  const bare = text
    .toLowerCase()
    .replace(/[\u200b-\u200f\u2060\ufeff']/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d) ?\([^)]*\)$/, '')
    .replace(romanMonth, (found) => String(romanMonths.indexOf(found) + 1))
    .replace(/(\d)[t ]+\d{1,2}[:.]\d{2}.*$/, '$1')
    .replace(/(?<=\d)o|o(?=\d)/g, '0')
    .replace(/(?<=\d)[l|](?=[\d/\-. ])|(?<=^|[/\-. ])[l|](?=\d)/g, '1')
    .trim()
  const tokens = bare.match(/\d+|[a-z]+/g) ?? []
  const numbers = tokens.filter((token) => token <= '9~')
  const month = tokens.map(monthNamed).find((found) => found > 0) ?? 0
  if (month > 0) return named(numbers, month)
  if (numbers.length === 3) return numeric(numbers[0] ?? '', numbers[1] ?? '', numbers[2] ?? '')
  return numbers.length === 1 ? glued(numbers[0] ?? '') : unreadable
}

function monthNamed(token: string): number {
  if (token.length < 3) return 0
  return monthStarts.findIndex((starts) => starts.some((start) => token.startsWith(start))) + 1
}

function named(numbers: readonly string[], month: number): WrittenDate {
  const [left = '', right = ''] = numbers
  if (numbers.length !== 2) return unreadable
  const yearFirst = left.length === 4
  return { first: yearFirst ? joined(left, month, Number(right)) : joined(right, month, Number(left)), second: 0 }
}

function numeric(left: string, middle: string, right: string): WrittenDate {
  if (left.length === 4) return ordered(joined(left, Number(middle), Number(right)), joined(left, Number(right), Number(middle)))
  if (left.length > 2 || middle.length > 2) return unreadable
  return ordered(joined(right, Number(middle), Number(left)), joined(right, Number(left), Number(middle)))
}

function ordered(first: number, second: number): WrittenDate {
  return first === 0 ? { first: second, second: 0 } : { first, second: second === first ? 0 : second }
}

/** One run of digits: `17081985`, `19850817`, `170885`, or the serial number of a spreadsheet. */
function glued(digits: string): WrittenDate {
  if (digits.length === 8) {
    const dayFirst = joined(digits.slice(4), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)))
    const yearFirst = joined(digits.slice(0, 4), Number(digits.slice(4, 6)), Number(digits.slice(6)))
    return isLikelyYear(digits.slice(0, 4)) && yearFirst !== 0
      ? { first: yearFirst, second: dayFirst }
      : { first: dayFirst, second: 0 }
  }
  if (digits.length === 6)
    return { first: joined(digits.slice(4), Number(digits.slice(2, 4)), Number(digits.slice(0, 2))), second: 0 }
  if (digits.length !== 5) return unreadable
  const iso = dayOfSerial(Number(digits))
  return iso === undefined ? unreadable : { first: Number(iso.replaceAll('-', '')), second: 0 }
}

function isLikelyYear(text: string): boolean {
  return text >= '1900' && text <= '2099'
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `yyyymmdd`, or 0 when there is no such day; a year of two digits stays below 100. */
function joined(yearText: string, month: number, day: number): number {
  if (yearText.length !== 2 && yearText.length !== 4) return 0
  const year = Number(yearText)
  if (yearText.length === 4 && year < 1900) return 0
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const longest = month === 2 && isLeap ? 29 : daysInMonth[month - 1]
  if (longest === undefined || day < 1 || day > longest) return 0
  return year * 10_000 + month * 100 + day
}

/** Gives a two-digit year its century: the latest that does not lie after `on`; both as `yyyymmdd`. */
export function withCentury(written: number, on: number): number {
  if (written === 0 || written >= 1_000_000) return written
  return written + 20_000_000 <= on ? written + 20_000_000 : written + 19_000_000
}
