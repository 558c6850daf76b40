import type { Cell } from '../rows.ts'

/** The digits of a NIK cell and what had to be done to get them. */
export type CleanedNik = {
  readonly digits: string
  /** Something was corrected that a clerk should know of: a letter read as a digit, a word removed. */
  readonly isRepaired: boolean
  /** The cell holds a number, or a number once written with an exponent. */
  readonly isNumber: boolean
  readonly hasExponent: boolean
}

const nothing: CleanedNik = { digits: '', isRepaired: false, isNumber: false, hasExponent: false }

/** Reads the digits out of a NIK or KK cell: spaces, dots, apostrophes and `.0` removed, letters O and l read as 0 and 1. */
export function cleanNik(cell: Cell): CleanedNik {
  if (typeof cell !== 'string') return cell.kind === 'number' ? ofNumber(cell.text) : nothing
  if (cell.length === 16 && isDigits(cell)) return { digits: cell, isRepaired: false, isNumber: false, hasExponent: false }
  return cell === '' ? nothing : ofText(cell)
}

function ofNumber(text: string): CleanedNik {
  const whole = text.replace(/\.\d*$/, '')
  return isDigits(whole) && whole !== '0' ? { digits: whole, isRepaired: false, isNumber: true, hasExponent: false } : nothing
}

const exponent = /^(\d)[.,](\d+)e\+?(\d+)$/i

function ofText(cell: string): CleanedNik {
  const bare = cell
    .normalize('NFKC')
    .replace(/^\s*=?\s*"(.*)"\s*$/, '$1')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad'`’‘"*_]/g, '')
  const written = exponent.exec(bare)
  if (written !== null) {
    const [, whole = '', fraction = '', power = '0'] = written
    return {
      digits: (whole + fraction).padEnd(Number(power) + 1, '0').slice(0, 40),
      isRepaired: false,
      isNumber: true,
      hasExponent: true,
    }
  }
  const plain = bare.replace(/(?<=\d{15})[.,]0{1,2}$/, '').replace(/[.,\-–/\\:;]/g, '')
  if (isDigits(plain)) return { digits: /^0+$/.test(plain) ? '' : plain, isRepaired: false, isNumber: false, hasExponent: false }
  return repaired(plain)
}

/** Letters that look like digits count as such when most of the cell is digits; words around sixteen digits fall away. */
function repaired(plain: string): CleanedNik {
  const embedded = /(?<!\d)\d{16}(?!\d)/.exec(plain)?.[0]
  const swapped = plain
    .replace(/[oOQD]/g, '0')
    .replace(/[lI|!i]/g, '1')
    .replace(/[sS]/g, '5')
    .replace(/B/g, '8')
    .replace(/[zZ]/g, '2')
  const digitCount = plain.replace(/\D/g, '').length
  if (embedded === undefined && isDigits(swapped) && digitCount >= (swapped.length === 16 ? 6 : 10))
    return { digits: swapped, isRepaired: true, isNumber: false, hasExponent: false }
  const digits = embedded ?? plain.replace(/\D/g, '')
  return digits.length < 6 ? nothing : { digits, isRepaired: true, isNumber: false, hasExponent: false }
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return text.length > 0
}

/** The number two digits of a NIK make, counted from `at`. */
function pair(digits: string, at: number): number {
  return (digits.charCodeAt(at) - 48) * 10 + digits.charCodeAt(at + 1) - 48
}

/** The birth date part of sixteen digits, as far as a card can carry it: day 1–31, month, year of the century, and the sex. */
export type NikBirth = { readonly day: number; readonly month: number; readonly year: number; readonly sex: 'L' | 'P' }

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads sixteen digits as a NIK without building objects for dates; nothing when no card can carry them (domain 8.1). */
export function birthInNik(digits: string): NikBirth | undefined {
  if (digits.length !== 16 || pair(digits, 0) < 11) return undefined
  if (pair(digits, 12) === 0 && pair(digits, 14) === 0) return undefined
  const dayField = pair(digits, 6)
  const day = dayField > 40 ? dayField - 40 : dayField
  const month = pair(digits, 8)
  const year = pair(digits, 10)
  const longest = daysInMonth[month - 1]
  if (longest === undefined || day < 1 || day > longest) return undefined
  if (month === 2 && day === 29 && year % 4 !== 0) return undefined
  return { day, month, year, sex: dayField > 40 ? 'P' : 'L' }
}

/** Tells whether digits are a stand-in rather than a number: one digit repeated, or counting up. */
export function isPlaceholder(digits: string): boolean {
  return /^(\d)\1*$/.test(digits) || '1234567890123456'.startsWith(digits) || '0123456789012345'.startsWith(digits)
}
