import { formatDay } from '../../../values/days.ts'
import { parseBirthDate, withCentury } from '../../reading/written/birth-date.ts'
import { birthInNik } from '../../reading/written/nik.ts'
import { tidy } from '../../reading/written/plain-values.ts'
import type { Field } from '../columns/fields.ts'

/** The cells of a row that can be mended here. */
export const mendableFields = [
  'fullName',
  'nik',
  'familyCard',
  'birthPlace',
  'birthDate',
  'sex',
  'motherName',
  'address',
  'hamlet',
  'rtRw',
  'occupation',
  'income',
  'phone',
] as const satisfies readonly Field[]

export type MendableField = (typeof mendableFields)[number]

/** The order in which somebody wrote day, month and year. */
export const dateOrders = ['dmy', 'mdy', 'ymd', 'ydm'] as const
export type DateOrder = (typeof dateOrders)[number]

/** What is put into cells: one value, the same date read in another order, or the date that the NIK of the row tells. */
export type Correction =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'date-order'; readonly order: DateOrder }
  | { readonly kind: 'date-from-nik' }

/** Which cells are alike: those that say the same, those written in the same way (`99/99/9999`), or all of one kind of fault. */
export type Likeness = 'written' | 'shape' | 'kind'

/** What a cell becomes; nothing when the correction does not fit it (no such date, no readable NIK). `on` is the day the list is judged. */
export function correctedCell(
  correction: Correction,
  cell: { field: MendableField; written: string; nik: string | null },
  on: number,
): string | undefined {
  switch (correction.kind) {
    case 'value':
      return cellTyped(cell.field, correction.value, on)
    case 'date-order':
      return dayInOrder(cell.written, correction.order, on)
    case 'date-from-nik':
      return dayOfNik(cell.nik, on)
  }
}

/**
 * A value as a person types it here, day before month, in a form that no habit of the list can turn round: a date becomes `5 April 1985`.
 * What is no date stays as it was typed, and the check says so.
 */
export function cellTyped(field: MendableField, value: string, on: number): string {
  const typed = tidy(value)
  if (field === 'nik' || field === 'familyCard') return /^[\d\s.-]+$/.test(typed) ? typed.replace(/[\s.-]/g, '') : typed
  if (field !== 'birthDate') return typed
  const read = withCentury(parseBirthDate(typed).first, on)
  return read === 0 ? typed : dayText(read)
}

/** How a cell is written: digits as 9, letters as A, so that `4/15/85` and `3/22/71` are alike. */
export function shapeOf(written: string): string {
  return tidy(written)
    .replace(/\d/g, '9')
    .replace(/\p{L}+/gu, 'A')
}

/** Two cells say the same whatever their capitals and spaces. */
export function saysTheSame(left: string, right: string): boolean {
  return tidy(left).toLowerCase() === tidy(right).toLowerCase()
}

function dayInOrder(written: string, order: DateOrder, on: number): string | undefined {
  const parts = partsOf(tidy(written), order)
  if (parts === undefined) return undefined
  const part = (name: string) => parts[order.indexOf(name)] ?? ''
  const [day, month, year] = [Number(part('d')), Number(part('m')), part('y')]
  if (year.length !== 2 && year.length !== 4) return undefined
  const whole = withCentury(Number(year) * 10_000 + month * 100 + day, on)
  return isDay(whole) && whole <= on && whole >= 19_000_101 ? dayText(whole) : undefined
}

/** The three parts of a date in digits: set apart by signs, or glued together as six or eight digits. */
function partsOf(written: string, order: DateOrder): string[] | undefined {
  const groups = written.match(/\d+/g) ?? []
  if (/\p{L}/u.test(written)) return undefined
  if (groups.length === 3) return groups
  const digits = groups.length === 1 ? (groups[0] ?? '') : ''
  if (digits.length !== 6 && digits.length !== 8) return undefined
  let at = 0
  return [...order].map((name) => {
    const length = name === 'y' ? digits.length - 4 : 2
    at += length
    return digits.slice(at - length, at)
  })
}

function dayOfNik(nik: string | null, on: number): string | undefined {
  const facts = birthInNik(nik ?? '')
  if (facts === undefined) return undefined
  const whole = withCentury(facts.year * 10_000 + facts.month * 100 + facts.day, on)
  return isDay(whole) ? dayText(whole) : undefined
}

function isDay(whole: number): boolean {
  return parseBirthDate(isoOf(whole)).first === whole
}

function isoOf(whole: number): string {
  const digits = String(whole).padStart(8, '0')
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

function dayText(whole: number): string {
  return formatDay(isoOf(whole), 'id')
}
