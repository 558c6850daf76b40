import type { Cell } from './rows.ts'

const builtInDateFormats = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Tells whether a number format shows a date: day, month or year letters outside quotes and brackets. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDateFormats.has(id)
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return /[dy]/i.test(bare) && !/general/i.test(bare)
}

/** The cell for a stored number: a date where its style shows one, else the number with every digit Excel kept. */
export function numberCell(stored: string, isDate: boolean, is1904: boolean): Cell {
  if (isDate) {
    const iso = dayOfSerial(Number(stored), is1904)
    if (iso !== undefined) return { kind: 'date', text: iso }
  }
  return { kind: 'number', text: /[eE.]/.test(stored) ? plainDigits(stored) : stored }
}

/** The ISO day of a spreadsheet serial number; Excel counts a 29 February 1900 that never was. */
export function dayOfSerial(serial: number, is1904 = false): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined
  const whole = Math.floor(serial)
  const days = is1904 ? whole + 24_107 : whole < 60 ? whole - 25_568 : whole - 25_569
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

/** Writes `5.10301170885E+15` as `5103011708850000`, without passing through a rounded number. */
export function plainDigits(stored: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(stored.trim())
  if (parts === null) return stored
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const shift = Number(exponent)
  if (shift < 0 || shift > 30) return String(Number(stored))
  const digits = fraction.padEnd(shift, '0')
  const left = (whole + digits.slice(0, shift)).replace(/^0+(?=\d)/, '')
  const right = digits.slice(shift).replace(/0+$/, '')
  if (right === '') return sign + left
  return left.length >= 15 ? sign + left : String(Number(stored))
}
