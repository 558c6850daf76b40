import { type Day, findDay } from './days.ts'

/** A well-formed NIK: sixteen digits, a possible birth date, a serial other than 0000. */
export type Nik = string & { readonly __unit: 'nik' }

export type Sex = 'L' | 'P'

/** What the digits of a NIK say: area of first issue, sex, and day and month of birth (the century is not in it). */
export type NikFacts = { area: string; sex: Sex; dayOfMonth: number; month: number; yearOfCentury: number; serial: string }

/** Reads sixteen digits as a NIK; nothing when no card can carry them. There is no check digit. */
export function readNik(digits: string): NikFacts | undefined {
  if (!/^\d{16}$/.test(digits)) return undefined
  const dayField = Number(digits.slice(6, 8))
  const facts: NikFacts = {
    area: digits.slice(0, 6),
    sex: dayField > 40 ? 'P' : 'L',
    dayOfMonth: dayField > 40 ? dayField - 40 : dayField,
    month: Number(digits.slice(8, 10)),
    yearOfCentury: Number(digits.slice(10, 12)),
    serial: digits.slice(12),
  }
  if (facts.serial === '0000' || Number(facts.area.slice(0, 2)) < 11) return undefined
  return birthDatesOf(facts).length > 0 ? facts : undefined
}

/** Finds the NIK in digits already cleaned of spaces and dots. */
export function findNik(digits: string): Nik | undefined {
  return readNik(digits) === undefined ? undefined : (digits as Nik)
}

/** The birth dates a NIK allows, one a century, 1900s first. */
export function birthDatesOf(facts: NikFacts): Day[] {
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return ['19', '20'].flatMap((century) => {
    const iso = `${century}${twoDigits(facts.yearOfCentury)}-${twoDigits(facts.month)}-${twoDigits(facts.dayOfMonth)}`
    return findDay(iso) ?? []
  })
}

/** Hides the person in a NIK and keeps what tells two apart in a list: `510301******0001`. */
export function maskNik(nik: string): string {
  return nik.length === 16 ? `${nik.slice(0, 6)}******${nik.slice(12)}` : nik.replace(/\d(?=\d{4})/g, '*')
}
