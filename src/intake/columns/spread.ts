import { type Cell, type SheetRow, textOf } from '../../reading/rows.ts'
import type { ColumnContent } from './content.ts'
import type { Header } from './header.ts'
import { words } from './header-words.ts'
import type { Guess } from './layout.ts'

/** A value that stands in several columns beside each other: a date as day, month and year, a name as its first and last part. */
export type Spread = { readonly field: 'birthDate' | 'fullName'; readonly columns: readonly number[] }

const patterns: readonly (readonly [Spread['field'], readonly RegExp[]])[] = [
  ['birthDate', [/\b(tgl|tg|tanggal|hari|day)$/, /\b(bln|bl|bulan|month)$/, /\b(thn|th|tahun|year)$/]],
  ['fullName', [/\b(nama depan|first name|given name)$/, /\b(nama tengah|middle name)$/, /\b(nama belakang|last name|surname)$/]],
  ['fullName', [/\b(nama depan|first name|given name)$/, /\b(nama belakang|last name|surname)$/]],
]

/** The values that a heading spreads over several columns. */
export function spreadsOf(headings: readonly string[]): Spread[] {
  const said = headings.map(words)
  return patterns.flatMap(([field, parts]) => {
    const from = said.findIndex((_, column) => parts.every((part, at) => part.test(said[column + at] ?? '')))
    return from === -1 ? [] : [{ field, columns: parts.map((_, at) => from + at) }]
  })
}

/** The row with each value that is spread over several columns whole in the first of them. */
export function withWhole(row: SheetRow, spreads: readonly Spread[] | undefined): SheetRow {
  if (spreads === undefined || spreads.length === 0) return row
  const cells: Cell[] = [...row.cells]
  for (const { field, columns } of spreads) {
    const [first] = columns
    if (first === undefined || first >= cells.length) continue
    const parts = columns.map((column) => textOf(cells[column]).trim()).filter((part) => part !== '')
    cells[first] = parts.join(field === 'birthDate' ? '-' : ' ')
  }
  return { ...row, cells }
}

/** A value spread over several columns is named by the first of them; the others hold nothing else. */
export function withSpreads(guesses: readonly Guess[], spreads: readonly Spread[]): Guess[] {
  return spreads.reduce<Guess[]>(
    (named, { field, columns }) =>
      named.map((guess, column) => {
        if (column === columns[0]) return { field, confidence: 0.9, by: 'header' }
        return columns.includes(column) || guess.field === field ? nothing : guess
      }),
    [...guesses],
  )
}

/** One heading over two columns, `TEMPAT, TANGGAL LAHIR`: the place stands below it, the date in the next column, which has no heading. */
export function placeBesideDate(
  guesses: readonly Guess[],
  contents: readonly ColumnContent[],
  header: Header | undefined,
): Guess[] {
  const place = guesses.findIndex(({ field }) => field === 'birthPlaceAndDate')
  const date = place + 1
  const isSpread =
    place !== -1 && (header?.texts[date] ?? '') === '' && (contents[place]?.date ?? 0) < 0.3 && (contents[date]?.date ?? 0) > 0.5
  if (!isSpread || guesses.some(({ field }) => field === 'birthDate' || field === 'birthPlace')) return [...guesses]
  return guesses.map((guess, column) =>
    column === place ? { ...guess, field: 'birthPlace' } : column === date ? { ...guess, field: 'birthDate' } : guess,
  )
}

const nothing: Guess = { field: undefined, confidence: 0, by: 'none' }
