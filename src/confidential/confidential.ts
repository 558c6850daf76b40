import type { Wording } from '../../values/language.ts'

/** The parts of a confidential record: what UU 27/2022 art. 4 (2) protects specially and the programme needs. */
export const parts = ['bank-account', 'health', 'children'] as const
export type Part = (typeof parts)[number]

export const partNames: Record<Part, Wording> = {
  'bank-account': { id: 'Rekening bank', en: 'Bank account' },
  health: { id: 'Kesehatan dan disabilitas', en: 'Health and disability' },
  children: { id: 'Anak', en: 'Children' },
}

/** The levels of school by which a scholarship is paid, youngest first. */
export const schoolLevels = ['TK', 'SD', 'SMP', 'SMA', 'PT'] as const
export type SchoolLevel = (typeof schoolLevels)[number]

export type BankAccount = { bank: string; number: string; holder: string }
export type Health = { note: string }
export type Child = { name: string; birthDate: string; level: SchoolLevel | null }
export type Contents = { 'bank-account': BankAccount; health: Health; children: { children: Child[] } }

/** What of a part an audit line may tell: that it is there and how much of it, never what it says. */
export function auditedPart(part: Part, content: Contents[Part] | null): string | null {
  if (content === null) return null
  if (part === 'bank-account') {
    const { bank, number } = content as BankAccount
    return `${bank} ${'•'.repeat(4)}${number.slice(-3)}`
  }
  if (part === 'children') return String((content as Contents['children']).children.length)
  return '•••'
}
