import { maskNik } from '../../values/nik.ts'

/** A record's fields as an audit line may hold them. */
export type AuditedFields = Record<string, string | null>

/** What changed, before and after, only where they differ: ready for the details of an audit line, personal data masked. */
export function changeOf(
  before: Readonly<Record<string, string | number | null>>,
  after: Readonly<Record<string, string | number | null>>,
): { before: AuditedFields; after: AuditedFields } {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => (before[field] ?? null) !== (after[field] ?? null),
  )
  const audited = (record: Readonly<Record<string, string | number | null>>) =>
    Object.fromEntries(changed.map((field) => [field, maskField(field, record[field] ?? null)]))
  return { before: audited(before), after: audited(after) }
}

const numbers = new Set(['nik', 'family_card', 'phone', 'account_number'])
const names = new Set(['full_name', 'mother_name', 'birth_place', 'address', 'holder'])

/** A field with the person hidden and enough left to tell two values apart: the end of a number, the beginnings of a name, the year of a birth. */
export function maskField(field: string, value: string | number | null): string | null {
  if (value === null) return null
  const text = String(value)
  if (numbers.has(field)) return maskNik(text)
  if (names.has(field)) return text.replace(/\S+/g, (word) => `${word.slice(0, 1)}${'•'.repeat(Math.min(word.length - 1, 6))}`)
  if (field === 'birth_date') return text.replace(/-\d\d-\d\d$/, '-••-••')
  return text
}
