import type { Sex } from '../../../values/nik.ts'

/** Ways of writing that a cell holds nothing. */
const absentTexts = new Set([
  '-',
  '--',
  '---',
  '.',
  '0',
  '_',
  '*',
  '?',
  'x',
  'xx',
  'xxx',
  'n/a',
  '#n/a',
  'na',
  'nihil',
  'kosong',
  'none',
  'null',
  'tidak ada',
  'tdk ada',
  'tak ada',
  'tidak punya',
  'tdk punya',
  'belum ada',
  'blm ada',
  'belum punya',
  'tidak tahu',
  'tdk tahu',
  'tidak diketahui',
  'lupa',
  'hilang',
  'unknown',
  '#ref!',
  '#value!',
  '#name?',
])

/** With what the longer of them begin; most cells are told apart by that alone. */
const longAbsentStarts = 'tTbBnNhHkKuU#'

/** Tells whether a cleaned text stands for an empty cell: `-`, `TIDAK ADA`, `0`. */
export function isAbsent(text: string): boolean {
  if (text === '') return true
  if (text.length > 15 || (text.length > 4 && !longAbsentStarts.includes(text.charAt(0)))) return false
  return absentTexts.has(text.toLowerCase())
}

const needsTidying = /^[\s']|\s\s|\s$|[^\x20-\x7e]/

/** A text as a clerk meant it: no-break and zero-width spaces, doubled spaces and a leading apostrophe removed. */
export function tidy(text: string): string {
  if (!needsTidying.test(text)) return text
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+\s*/, '')
}

/** A tidy text, or '' where the cell says that there is nothing. */
export function presentText(text: string): string {
  const tidied = tidy(text)
  return isAbsent(tidied) ? '' : tidied
}

const sexWords: readonly (readonly [Sex, string])[] = [
  ['L', 'l lk laki laki-laki lakilaki lelaki pria m male man 1 cowok laki2 l. laki-'],
  ['P', 'p pr prp prm perempuan wanita w f female woman 2 cewek p. perempuan-'],
]
const sexes = new Map<string, Sex>(
  sexWords.flatMap(([sex, written]) => written.split(' ').map((word): [string, Sex] => [word, sex])),
)

/** The sex a cell names, in the letters of the KTP; '' when it names none. */
export function parseSex(text: string): Sex | '' {
  const known = sexes.get(text)
  if (known !== undefined) return known
  if (text.length > 16 || text === '') return ''
  return sexes.get(text.toLowerCase().replaceAll(' ', '').replace(/\.$/, '').replace('(l)', '').replace('(p)', '')) ?? ''
}

/**
 * Whole rupiah in `Rp 1.000.000,-`, `1,000,000`, `1.000.000,00` or `800 ribu`; undefined when the text is no amount.
 * A number is never scaled up by guess: `31,00` is thirty-one rupiah.
 */
export function parseIncome(text: string): number | undefined {
  const bare = text
    .toLowerCase()
    .replace(/^\s*(?:±|\+\/-|kurang lebih|sekitar|kira-kira)|rp\.?|idr|per ?bulan|\/ ?bln|\/ ?bulan|[\s\u00a0]/g, '')
  const scaled = /^(\d+(?:[.,]\d+)?)(jt|juta|rb|ribu|k)$/.exec(bare)
  if (scaled !== null)
    return Math.round(Number(scaled[1]?.replace(',', '.')) * (scaled[2] === 'jt' || scaled[2] === 'juta' ? 1_000_000 : 1_000))
  const amount = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*|\d+)(?:[.,](?:\d{1,2}|-|=)?)?-?$/.exec(bare)
  if (amount === null) return undefined
  const value = Number((amount[1] ?? '').replace(/[.,]/g, ''))
  return Number.isSafeInteger(value) ? value : undefined
}

/** An Indonesian phone number with its leading 0, the first where several are written; '' when the digits make none. */
export function parsePhone(text: string): string {
  if (/\de\+?\d/i.test(text)) return ''
  const first = text.split(/[/;,&]| atau | dan /i).find((part) => (part.match(/\d/g) ?? []).length >= 8) ?? text
  const digits = first.replace(/\.0$/, '').replace(/\D/g, '')
  const national = digits.startsWith('62') ? `0${digits.slice(2)}` : digits.startsWith('0') ? digits : `0${digits}`
  return national.length >= 8 && national.length <= 15 ? national.replace(/^00+/, '0') : ''
}

/** A tidy name as a key for exact comparison: capitals and single spaces only. Not for display. */
export function nameKey(name: string): string {
  const capitals = name.toUpperCase()
  if (!/[^A-Z ]/.test(capitals)) return capitals
  return capitals
    .replace(/[^A-Z ]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}
