import type { CheckedRow } from './checks/check-row.ts'
import { nameKey } from '../reading/written/plain-values.ts'

/** The columns of a staged row in the order `copyLine` writes them, with their PostgreSQL types. */
export const stagedColumns = [
  ['sheet', 'text not null'],
  ['row_number', 'integer not null'],
  ['verdict', 'text not null'],
  ['nik', 'text'],
  ['nik_written', 'text not null'],
  ['family_card', 'text'],
  ['full_name', 'text not null'],
  ['name_key', 'text not null'],
  ['birth_place', 'text not null'],
  ['birth_date', 'date'],
  ['sex', 'text'],
  ['mother_name', 'text not null'],
  ['address', 'text not null'],
  ['hamlet', 'text not null'],
  ['rt_rw', 'text not null'],
  ['village_written', 'text not null'],
  ['occupation', 'text not null'],
  ['occupation_kind', 'text not null'],
  ['occupation_code', 'text not null'],
  ['income', 'bigint'],
  ['phone', 'text not null'],
  ['findings', 'jsonb'],
  ['original', 'jsonb'],
  ['mark', 'text'],
] as const satisfies readonly (readonly [string, string])[]

/** One line of PostgreSQL's COPY text format for a checked row, line end included; null where a value is absent. */
export function copyLine(row: Omit<CheckedRow, 'findings'> & { readonly findings: readonly unknown[] }): string {
  return `${escaped(row.sheet)}\t${row.row}\t${row.verdict}\t${row.nik || '\\N'}\t${row.nikWritten}\t${row.familyCard || '\\N'}\t${escaped(row.fullName)}\t${nameKey(row.fullName)}\t${escaped(row.birthPlace)}\t${row.birthDate || '\\N'}\t${row.sex || '\\N'}\t${escaped(row.motherName)}\t${escaped(row.address)}\t${escaped(row.hamlet)}\t${escaped(row.rtRw)}\t${escaped(row.village)}\t${escaped(row.occupation)}\t${row.occupationKind}\t${row.occupationCode}\t${row.income ?? '\\N'}\t${escaped(row.phone)}\t${json(row.findings)}\t${json(row.original)}\t${row.mark === undefined ? '\\N' : escaped(row.mark)}\n`
}

const special = /[\\\t\n\r\0]/

function escaped(text: string): string {
  if (!special.test(text)) return text
  return text
    .replaceAll('\0', '')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
}

function json(value: readonly unknown[] | undefined): string {
  if (value === undefined || value.length === 0) return '\\N'
  const text = JSON.stringify(value)
  // PostgreSQL keeps no zero sign in a text; the same letters written out by somebody are no zero sign.
  return escaped(text.includes('\\u0000') ? JSON.stringify(value, withoutZero) : text)
}

function withoutZero(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value
}
