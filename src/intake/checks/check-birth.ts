import type { Field } from '../columns/fields.ts'
import type { Layout } from '../columns/layout.ts'
import { type SheetRow, textOf } from '../../reading/rows.ts'
import { parseBirthDate, withCentury } from '../../reading/written/birth-date.ts'
import type { FindingCode } from './findings.ts'
import type { NikBirth } from '../../reading/written/nik.ts'
import { presentText } from '../../reading/written/plain-values.ts'

/** The birth date as written, in both readings (`yyyymmdd`, 0 for none), before the NIK is asked. */
export type BirthRead = {
  readonly first: number
  readonly second: number
  readonly place: string
  /** The day the row gives: the reading the NIK agrees with, or the usual one, or the NIK's own when the cell has none. */
  readonly resolve: (facts: NikBirth | undefined, find: (code: FindingCode, field: Field, detail?: string) => void) => BornDay
}

/** `isWritten` is false when the day had to be taken from the NIK. */
export type BornDay = { readonly day: number; readonly isWritten: boolean }

/** Reads the birth date of a row; `on` is the day the list is judged, `yyyymmdd`: nobody is born later. */
export function readBirth(row: SheetRow, layout: Layout, on: number): BirthRead {
  const { birthDate, birthPlaceAndDate } = layout.at
  const own = textOf(birthDate === undefined ? undefined : row.cells[birthDate])
  const both = birthPlaceAndDate === undefined || own !== '' ? '' : textOf(row.cells[birthPlaceAndDate])
  const written = parseBirthDate(own === '' ? both : own)
  const field: Field = birthDate === undefined && birthPlaceAndDate !== undefined ? 'birthPlaceAndDate' : 'birthDate'
  const readings = [written.first, written.second].map((reading) => lived(withCentury(reading, on), on))
  const isReversed = layout.isMonthFirst && readings[1] !== 0
  const [first = 0, second = 0] = isReversed ? readings.toReversed() : readings
  const read = { first: first === 0 ? second : first, second: first === 0 ? 0 : second }
  const hasColumn = birthDate !== undefined || birthPlaceAndDate !== undefined
  return {
    ...read,
    place: both === '' ? '' : presentText(both.replace(/[,/\s]+\d.*$/, '')),
    resolve: (facts, find) => resolve(read, facts, on, hasColumn, (code) => find(code, field, own === '' ? both : own)),
  }
}

function resolve(
  read: { first: number; second: number },
  facts: NikBirth | undefined,
  on: number,
  hasColumn: boolean,
  find: (code: FindingCode) => void,
): BornDay {
  if (read.first === 0) {
    find(hasColumn || facts === undefined ? 'birth-date-unreadable' : 'birth-date-from-nik')
    return { day: facts === undefined ? 0 : dayOfNik(facts, on), isWritten: false }
  }
  if (facts === undefined || agrees(read.first, facts)) return { day: read.first, isWritten: true }
  if (read.second !== 0 && agrees(read.second, facts)) {
    find('birth-date-reordered')
    return { day: read.second, isWritten: true }
  }
  find('birth-date-differs-from-nik')
  return { day: read.first, isWritten: true }
}

/** A day on which somebody on the list can have been born: not after the list, and in living memory. */
function lived(day: number, on: number): number {
  return day > on || day < 19_000_101 ? 0 : day
}

/** Tells whether a day `yyyymmdd` is the one in a NIK, which has no century. */
export function agrees(day: number, facts: NikBirth): boolean {
  return day % 100 === facts.day && Math.floor(day / 100) % 100 === facts.month && Math.floor(day / 10_000) % 100 === facts.year
}

function dayOfNik(facts: NikBirth, on: number): number {
  return withCentury(facts.year * 10_000 + facts.month * 100 + facts.day, on)
}
