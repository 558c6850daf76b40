import { type DateOrder, type PackedDate, guessDateOrder, readBirthDate, readDateParts, yearOf } from './birth-dates.ts'
import { keyCounts, mixKeys, sharedBytes, sharedDoubles, sharedInts } from './key-counts.ts'
import { heldDate } from './nik-date.ts'
import { oddity } from './nik-slips.ts'
import type { WordsColumn } from './words-column.ts'

/** Birth dates, packed; `classes` tells how common each is: 0 ordinary, 1 common, 2 a default such as 1 January. */
export type DateColumn = { readonly kind: 'date'; readonly dates: Int32Array; readonly classes: Uint8Array }

/** NIKs as sixteen digits each (`lengths` 16), or as what else of 12 to 18 digits stands there; 0 is missing. */
export type NikColumn = {
  readonly kind: 'nik'
  readonly digits: Uint8Array
  readonly lengths: Uint8Array
  readonly oddities: Uint8Array
  /** 1: more than a few records have this number; 2: several numbers share its first fifteen digits. */
  readonly shared: Uint8Array
  /** The birth date the number holds, 0 when it holds none. */
  readonly dates: Int32Array
}

/** Phone numbers as numbers without country code and leading zero; 0 is missing. `shared` is 1 where a family or an office uses it. */
export type PhoneColumn = { readonly kind: 'phone'; readonly numbers: Float64Array; readonly shared: Uint8Array }

/** Areas: a number per code, and its district as a number (`510301`); -1 is missing. */
export type AreaColumn = { readonly kind: 'area'; readonly areas: Int32Array; readonly districts: Int32Array }

/** A few values, as sex: 0 is missing. */
export type SexColumn = { readonly kind: 'sex'; readonly values: Uint8Array }

export type Column = WordsColumn | DateColumn | NikColumn | PhoneColumn | AreaColumn | SexColumn

/** What occurs how often beyond words: known from the data themselves, or from the model when two single people are compared. */
export type ValueCounts = {
  readonly records: number
  readonly ofDate: (date: PackedDate) => number
  readonly ofYear: (year: number) => number
  readonly ofNikArea: (area: number) => number
  readonly ofNikSerial: (serial: number) => number
}

/** Collects birth dates; texts are kept until the order of day and month is known. */
export function datesBuilder() {
  const numbers = new Map<string, number>()
  const texts: string[] = []
  const rows: number[] = []
  return {
    add: (text: string) => {
      let number = numbers.get(text)
      if (number === undefined) {
        number = texts.push(text) - 1
        numbers.set(text, number)
      }
      rows.push(number)
    },
    finish: (order?: DateOrder): Int32Array => {
      const decided = order ?? guessDateOrder(texts)
      const packed = texts.map((text) => (text.includes('\u0000') ? partsOf(text) : readBirthDate(text, decided)))
      const dates = sharedInts(rows.length)
      rows.forEach((number, row) => (dates[row] = packed[number] ?? 0))
      return dates
    },
  }
}

function partsOf(text: string): PackedDate {
  const [year = '', month = '', day = ''] = text.split('\u0000')
  return readDateParts(year, month, day)
}

/** As many records of one date may be one person's. */
const fewRecords = 4

/** Grades each date by how much commoner it is than the days of its year. */
export function gradeDates(dates: Int32Array, counts: ValueCounts): DateColumn {
  const classes = sharedBytes(dates.length)
  dates.forEach((date, row) => {
    if (date === 0) return
    const usual = Math.max(counts.ofYear(yearOf(date)) / 365, 0.5)
    const ratio = (counts.ofDate(date) - fewRecords) / usual
    classes[row] = ratio > 10 ? 2 : ratio > 4 ? 1 : 0
  })
  return { kind: 'date', dates, classes }
}

/** Counts dates, years, NIK areas and serials of the data at hand. */
export function countValues(dates: Int32Array | undefined, digits: Uint8Array | undefined): ValueCounts {
  const byDate = keyCounts()
  const byYear = keyCounts()
  const byArea = keyCounts()
  const bySerial = keyCounts()
  let records = 0
  for (const date of dates ?? []) {
    if (date === 0) continue
    byDate.add(date)
    byYear.add(yearOf(date))
  }
  const numbers = digits ?? new Uint8Array()
  for (let at = 0; at < numbers.length; at += 16) {
    if (numbers[at] === absent) continue
    records++
    byArea.add(numberAt(numbers, at, 6))
    bySerial.add(numberAt(numbers, at + 12, 4))
  }
  return { records, ofDate: byDate.countOf, ofYear: byYear.countOf, ofNikArea: byArea.countOf, ofNikSerial: bySerial.countOf }
}

/** Stands in `digits` where a record has no NIK of sixteen digits. */
export const absent = 255

/** The number that `length` digits from `start` on make. */
export function numberAt(digits: Uint8Array, start: number, length: number): number {
  let value = 0
  for (let at = start; at < start + length; at++) value = value * 10 + (digits[at] ?? 0)
  return value
}

/** Collects cleaned NIKs. Numbers of another length than sixteen keep their first sixteen digits and their length. */
export function niksBuilder() {
  let digits = new Uint8Array(16 * 1024)
  let lengths = new Uint8Array(1024)
  let rows = 0
  return {
    add: (clean: string) => {
      if (rows === lengths.length) {
        digits = grown(digits)
        lengths = grown(lengths)
      }
      lengths[rows] = clean.length
      for (let at = 0; at < 16; at++) digits[rows * 16 + at] = at < clean.length ? clean.charCodeAt(at) - 48 : absent
      rows++
    },
    finish: (): { digits: Uint8Array; lengths: Uint8Array } => {
      const kept = { digits: sharedBytes(rows * 16), lengths: sharedBytes(rows) }
      kept.digits.set(digits.subarray(0, rows * 16))
      kept.lengths.set(lengths.subarray(0, rows))
      return kept
    },
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2)
  larger.set(bytes)
  return larger
}

/** Judges each NIK: its date, what is odd about it, and whether others share it. */
export function gradeNiks(
  read: { digits: Uint8Array; lengths: Uint8Array },
  dates: Int32Array | undefined,
  counts: ValueCounts,
): NikColumn {
  const { digits, lengths } = read
  const rows = lengths.length
  const column = {
    kind: 'nik' as const,
    digits,
    lengths,
    oddities: sharedBytes(rows),
    shared: sharedBytes(rows),
    dates: sharedInts(rows),
  }
  const isRareArea = rarity(read, (at) => numberAt(digits, at, 6), counts.ofNikArea, Math.max(2, counts.records / 20_000))
  const isRareSerial = rarity(read, (at) => numberAt(digits, at + 12, 4), counts.ofNikSerial, Math.max(2, counts.records / 2_000))
  const byNumber = keyCounts(rows)
  const stems = keyCounts(rows)
  for (let row = 0; row < rows; row++) {
    if (lengths[row] !== 16) continue
    const birth = dates?.[row] ?? 0
    const held = heldDate(
      numberAt(digits, row * 16 + 6, 2),
      numberAt(digits, row * 16 + 8, 2),
      numberAt(digits, row * 16 + 10, 2),
      birth,
    )
    column.dates[row] = held
    let odd = isRareArea(row * 16) ? oddity.area : 0
    if (held === 0) odd |= oddity.date
    else if (birth !== 0 && held !== birth) odd |= oddity.otherDate
    if (isRareSerial(row * 16) || numberAt(digits, row * 16 + 12, 4) === 0) odd |= oddity.serial
    column.oddities[row] = odd
    const stem = numberAt(digits, row * 16, 15)
    const last = digits[row * 16 + 15] ?? 0
    if (byNumber.add(stem * 10 + last) === 1 && last !== 0) stems.add(stem)
  }
  for (let row = 0; row < rows; row++) {
    if (lengths[row] !== 16) continue
    const stem = numberAt(digits, row * 16, 15)
    column.shared[row] =
      (byNumber.countOf(stem * 10 + (digits[row * 16 + 15] ?? 0)) > 4 ? 1 : 0) | (stems.countOf(stem) > 1 ? 2 : 0)
  }
  return column
}

/** Tells the values hardly anyone has; where many people have such values, being rare says nothing and no value is told. */
function rarity(
  { lengths }: { lengths: Uint8Array },
  valueAt: (at: number) => number,
  countOf: (value: number) => number,
  few: number,
) {
  const step = Math.max(1, Math.floor(lengths.length / 5000))
  let rare = 0
  let looked = 0
  for (let row = 0; row < lengths.length; row += step) {
    if (lengths[row] !== 16) continue
    looked++
    if (countOf(valueAt(row * 16)) <= few) rare++
  }
  const tells = looked < 20 || rare < looked * 0.1
  return (at: number) => tells && countOf(valueAt(at)) <= few
}

/** Collects phone numbers. */
export function phonesBuilder() {
  const rows: number[] = []
  return {
    add: (text: string) => {
      const digits = text.replace(/\D/g, '').replace(/^(?:62|0+)/, '')
      rows.push(digits.length >= 5 && digits.length <= 14 ? Number(digits) : 0)
    },
    finish: (): PhoneColumn => {
      const numbers = sharedDoubles(rows.length)
      numbers.set(rows)
      const counts = keyCounts(rows.length)
      for (const number of numbers) if (number !== 0) counts.add(number)
      const shared = sharedBytes(rows.length)
      numbers.forEach((number, row) => (shared[row] = number !== 0 && counts.countOf(number) > 3 ? 1 : 0))
      return { kind: 'phone', numbers, shared }
    },
  }
}

/** Collects area codes, with or without dots. */
export function areasBuilder() {
  const numbers = new Map<string, number>()
  const areas: number[] = []
  const districts: number[] = []
  return {
    add: (text: string) => {
      const digits = text.replace(/\D/g, '')
      let number = digits === '' ? -1 : numbers.get(digits)
      if (number === undefined) {
        number = numbers.size
        numbers.set(digits, number)
      }
      areas.push(number)
      districts.push(number < 0 ? -1 : Number(digits.slice(0, 6)))
    },
    finish: (): AreaColumn => {
      const column = { kind: 'area' as const, areas: sharedInts(areas.length), districts: sharedInts(areas.length) }
      column.areas.set(areas)
      column.districts.set(districts)
      return column
    },
  }
}

const sexes: Readonly<Record<string, number>> = { L: 1, P: 2, M: 1, F: 2, W: 2, '1': 1, '2': 2 }

/** Collects sexes, in Indonesian or English, written out or by initial. */
export function sexesBuilder() {
  const rows: number[] = []
  return {
    add: (text: string) => {
      const word = text.trim().toUpperCase()
      rows.push(word.startsWith('PRIA') ? 1 : (sexes[word.charAt(0)] ?? 0))
    },
    finish: (): SexColumn => {
      const values = sharedBytes(rows.length)
      values.set(rows)
      return { kind: 'sex', values }
    },
  }
}

/** A key of the digits from `start` on. */
export function digitsKey(digits: Uint8Array, start: number, length: number): number {
  return mixKeys(numberAt(digits, start, Math.min(length, 8)) | 0, length > 8 ? numberAt(digits, start + 8, length - 8) | 0 : 7)
}
