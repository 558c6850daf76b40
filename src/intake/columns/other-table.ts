import type { SheetRow } from '../../reading/rows.ts'
import type { Field } from './fields.ts'
import { findHeader, fingerprintOf, possibleHeaders } from './header.ts'
import type { Layout } from './layout.ts'

/** Fields by whose place two tables are told apart. */
const telling: readonly Field[] = ['nik', 'fullName', 'familyCard', 'birthDate']

/**
 * The rows of the heading of another table, when the line that looks like a heading puts its columns elsewhere than the table above it;
 * nothing when it repeats the heading we know, as lists printed page by page do. Given the line and the one below.
 */
export function headingOfAnotherTable(lines: readonly SheetRow[], layout: Layout): readonly number[] | undefined {
  if (possibleHeaders(lines).some((header) => fingerprintOf(header) === layout.fingerprint)) return undefined
  const header = findHeader(lines)
  if (header === undefined || header.rows[0] !== lines[0]?.row) return undefined
  const moved = telling.some((field) => {
    const column = header.meanings.findIndex((meaning) => meaning?.field === field && meaning.confidence >= 0.85)
    return column !== -1 && column !== layout.at[field]
  })
  return moved ? header.rows : undefined
}
