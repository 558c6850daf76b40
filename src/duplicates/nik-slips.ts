/** What two NIKs have to do with each other; the order is the order of the levels. */
export const nikLevels = [
  'missing',
  'same',
  'same, shared by a family',
  'last digit lost',
  'last digit lost, shared',
  'one digit, impossible or unlikely as written',
  'one digit, both likely',
  'one digit of the serial',
  'two digits swapped, unlikely as written',
  'two digits swapped, both likely',
  'two slips, unlikely as written',
  'same area and date, other serial',
  'same date, other area',
  'a digit too few or too many',
  'differs, one is unlikely as written',
  'differs',
] as const
export type NikLevel = (typeof nikLevels)[number]
const level = Object.fromEntries(nikLevels.map((name, at) => [name, at])) as Record<NikLevel, number>

/** What makes a single NIK doubtful: an area hardly anyone has, an impossible date, a date other than the birth date, a high serial. */
export const oddity = { area: 1, date: 2, otherDate: 4, serial: 8 } as const

/** How common the NIK, or its first fifteen digits, is in the data: several people under one number share a family card. */
export type NikCommonness = { readonly sameShared: boolean; readonly stemShared: boolean }

/** Cleans what stands in a NIK cell: letters read as digits, spaces, dots, a leading apostrophe and a trailing `.0` away. */
export function cleanNik(text: string): string {
  if (/^\d{16}$/.test(text)) return text
  const digits = text
    .replace(/\.0$/, '')
    .replace(/[Oo]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/[Ss]/g, '5')
    .replace(/[Bb]/g, '8')
    .replace(/\D/g, '')
  return digits.length >= 12 && digits.length <= 18 ? digits : ''
}

/**
 * The number of the level in `nikLevels` for two numbers of sixteen digits, given as digits at an offset in `digits`, and the
 * oddities of each. How a slip reads depends on where it fell: a wrong area digit makes an area nobody has, a wrong serial
 * digit makes a neighbour's number.
 */
export function compareNiks(digits: Uint8Array, left: number, right: number, odd: number, shared: NikCommonness): number {
  let differing = 0
  let first = -1
  let last = -1
  for (let at = 0; at < 16; at++) {
    if (digits[left + at] === digits[right + at]) continue
    if (differing++ === 0) first = at
    last = at
  }
  if (differing === 0) return shared.sameShared ? level['same, shared by a family'] : level.same
  if (differing === 1) return oneDigit(digits, left, right, first, odd, shared)
  const swapped = differing === 2 && last === first + 1 && isSwapped(digits, left, right, first)
  if (swapped)
    return explains(odd, first, last)
      ? level['two digits swapped, unlikely as written']
      : level['two digits swapped, both likely']
  if (first >= 12) return level['same area and date, other serial']
  const lostLast = last === 15 && (digits[left + 15] === 0 || digits[right + 15] === 0)
  if (differing === 2 && (lostLast || explains(odd, first, first) || explains(odd, last, last)))
    return level['two slips, unlikely as written']
  if (differing === 3 && lostLast && isSwapped(digits, left, right, first)) return level['two slips, unlikely as written']
  if (isSameWithin(digits, left, right, 6, 12)) return level['same date, other area']
  return (odd & (oddity.area | oddity.date)) === 0 ? level.differs : level['differs, one is unlikely as written']
}

function oneDigit(digits: Uint8Array, left: number, right: number, at: number, odd: number, shared: NikCommonness): number {
  if (at === 15 && (digits[left + 15] === 0 || digits[right + 15] === 0)) {
    return shared.stemShared ? level['last digit lost, shared'] : level['last digit lost']
  }
  if (explains(odd, at, at)) return level['one digit, impossible or unlikely as written']
  return at >= 12 ? level['one digit of the serial'] : level['one digit, both likely']
}

/** Whether an oddity lies where the slip fell, so that a slip is the likely story. */
function explains(odd: number, first: number, last: number): boolean {
  if (first < 6 && (odd & oddity.area) !== 0) return true
  if (last >= 6 && first < 12 && (odd & (oddity.date | oddity.otherDate)) !== 0) return true
  return last >= 12 && (odd & oddity.serial) !== 0
}

function isSwapped(digits: Uint8Array, left: number, right: number, at: number): boolean {
  return digits[left + at] === digits[right + at + 1] && digits[left + at + 1] === digits[right + at]
}

function isSameWithin(digits: Uint8Array, left: number, right: number, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (digits[left + at] !== digits[right + at]) return false
  return true
}
