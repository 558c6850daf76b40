import type { Rupiah } from '../../values/rupiah.ts'

type Count<Unit extends string> = number & { readonly __unit: Unit }

export type Percent = Count<'percent'>
export type Months = Count<'months'>
export type Years = Count<'years'>
export type Hours = Count<'hours'>
export type WorkingDays = Count<'working-days'>
export type DayOfMonth = Count<'day-of-month'>
export type Wages = Count<'wages'>
export type Heads = Count<'heads'>

/** A share in hundredths; fractions are allowed (`percent(4.5)`), negatives are not. */
export const percent = (value: number): Percent => notNegative(value) as Percent
export const months = (value: number): Months => whole(value) as Months
export const years = (value: number): Years => whole(value) as Years
export const hours = (value: number): Hours => whole(value) as Hours
export const workingDays = (value: number): WorkingDays => whole(value) as WorkingDays
export const dayOfMonth = (value: number): DayOfMonth => whole(value) as DayOfMonth
/** A number of monthly incomes (“80 kali upah sebulan”). */
export const wages = (value: number): Wages => whole(value) as Wages
export const heads = (value: number): Heads => whole(value) as Heads

/** The value each unit carries: a parameter in `months` cannot be given rupiah. */
export type UnitValues = {
  rupiah: Rupiah
  'rupiah-per-month': Rupiah
  'rupiah-per-year': Rupiah
  percent: Percent
  months: Months
  years: Years
  hours: Hours
  'working-days': WorkingDays
  'day-of-month': DayOfMonth
  wages: Wages
  heads: Heads
  'income-bands': readonly IncomeBand[]
  payers: readonly PayerKind[]
  'loss-table': readonly Loss[]
}

export type Unit = keyof UnitValues

/** One row of the income table: from `floor` up (to the next row's floor) contributions are counted on `base`. */
export type IncomeBand = { readonly floor: Rupiah; readonly base: Rupiah; readonly verified: boolean }

/** Who pays a contribution month. DBH CHT, DBH sawit and BKK money is spent through the regional budget: `APBD`. */
export const payerKinds = ['SELF', 'APBN', 'APBD', 'APBDES', 'CSR', 'BAZNAS', 'DONOR'] as const

export type PayerKind = (typeof payerKinds)[number]

/** One row of the disability table: the share of the wage multiple a loss is worth. */
export type Loss = {
  readonly code: string
  readonly label: { readonly id: string; readonly en: string }
  readonly percent: Percent
  readonly upTo?: Percent
  readonly per?: 'each' | '10-decibel' | '10-percent'
  readonly verified: boolean
}

function notNegative(value: number): number {
  if (!Number.isFinite(value) || value < 0) throw new RangeError(`not a quantity: ${value}`)
  return value
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole quantity: ${value}`)
  return notNegative(value)
}
