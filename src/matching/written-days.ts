import { findDay } from '../../values/days.ts'

const monthStarts = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'mei|may',
  'jun',
  'jul',
  'agu|ags|aug',
  'sep',
  'okt|oct',
  'nov|nop',
  'des|dec',
]

/** Reads a day as registers write it (`2026-11-01`, `01/11/2026`, `1 November 2026`, `20261101`): ISO text, null when empty, nothing when unreadable. */
export function readWrittenDay(text: string): string | null | undefined {
  if (text === '') return null
  const parts = text.split(/[T ]\d{1,2}:/)[0]?.match(/\d+|[a-z]+/gi) ?? []
  const [first = '', second = '', third = ''] = parts.length === 1 ? unglued(parts[0] ?? '') : parts
  const month = /^\d+$/.test(second) ? second : String(monthNamed(second))
  const iso = first.length === 4 ? [first, month, third] : third.length === 4 ? [third, month, first] : ['', '', '']
  const [year = '', monthText = '', dayText = ''] = iso
  return findDay(`${year}-${monthText.padStart(2, '0')}-${dayText.padStart(2, '0')}`)?.toString()
}

function unglued(digits: string): string[] {
  if (!/^\d{8}$/.test(digits)) return []
  return /^(19|20)/.test(digits)
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
}

function monthNamed(word: string): number {
  return monthStarts.findIndex((starts) => new RegExp(`^(${starts})`, 'i').test(word)) + 1
}
