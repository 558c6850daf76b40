import { type SheetRow, textOf } from '../../reading/rows.ts'
import type { Field } from './fields.ts'
import { spreadsOf } from './spread.ts'
import { type HeaderMeaning, meaningOfHeader, words } from './header-words.ts'

/** The heading of a table: its text per column, what each says, and the rows it takes up. */
export type Header = {
  readonly rows: readonly number[]
  readonly texts: readonly string[]
  readonly meanings: readonly (HeaderMeaning | undefined)[]
}

/** How many rows may stand above the heading: letterhead, titles, notes to the clerk. */
const deepestHeader = 60

/** Finds the heading among the first rows of a sheet: one line or two, below any titles; nothing when there is none. */
export function findHeader(rows: readonly SheetRow[]): Header | undefined {
  let best: Header | undefined
  let bestScore = 0
  for (const [index, row] of rows.slice(0, deepestHeader).entries()) {
    // Below the first person another heading is that of another table, however much more it names.
    if (best !== undefined && holdsPerson(row)) break
    for (const lines of [[row], [row, rows[index + 1]]]) {
      const given = lines.filter((line) => line !== undefined)
      if (given.length !== lines.length || given.some(holdsData)) continue
      const header = headerOf(given)
      // A second line must tell more than the first: a title above the heading is no part of it.
      const score = scoreOf(header) - (lines.length > 1 ? 0.5 : 0)
      if (score > bestScore) {
        best = header
        bestScore = score
      }
    }
  }
  return best
}

/** Reads the given rows as the heading, because somebody said that they are; nothing when none of them is there. */
export function headerAt(rows: readonly SheetRow[], numbers: readonly number[]): Header | undefined {
  const lines = rows.filter(({ row }) => numbers.includes(row)).slice(0, 2)
  return lines.length === 0 ? undefined : headerOf(lines)
}

/** Every way to read the first rows of a sheet as a heading: each row alone, and with the one below it. */
export function possibleHeaders(rows: readonly SheetRow[]): Header[] {
  return rows.slice(0, deepestHeader).flatMap((row, index) => {
    const below = rows[index + 1]
    return below === undefined ? [headerOf([row])] : [headerOf([row]), headerOf([row, below])]
  })
}

/** Names a heading whatever its case and punctuation, and however many empty cells follow it. */
export function fingerprintOf(header: Header): string {
  return header.texts.map(words).join('|').replace(/\|+$/, '')
}

/** Tells whether a row further down repeats a heading, as lists printed page by page do. */
export function looksLikeHeader(row: SheetRow): boolean {
  return !holdsData(row) && scoreOf(headerOf([row])) > 0
}

/** Reads one or two rows as a heading; a text over several columns counts for each of them. */
function headerOf(lines: readonly SheetRow[]): Header {
  const [upper, lower] = lines
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const texts: string[] = []
  const meanings: (HeaderMeaning | undefined)[] = []
  let spanning = ''
  for (let column = 0; column < width; column++) {
    const above = textOf(upper?.cells[column]).trim()
    const below = textOf(lower?.cells[column]).trim()
    if (above !== '') spanning = above
    const candidates = below === '' ? [above] : [`${spanning} ${below}`, `${below} ${spanning}`, below, above]
    const meant = candidates
      .map((text) => ({ text, meaning: meaningOfHeader(text) }))
      .filter(({ meaning }) => meaning !== undefined)
    const chosen = meant.reduce<(typeof meant)[number] | undefined>(
      (left, right) => (left?.meaning === undefined || (right.meaning?.confidence ?? 0) > left.meaning.confidence ? right : left),
      undefined,
    )
    texts.push(below === '' ? above : above === '' ? below : `${above} ${below}`)
    meanings.push(chosen?.meaning)
  }
  return { rows: lines.map(({ row }) => row), texts, meanings }
}

/** A row of data has long digits or dates; headings have none. */
export function holdsData(row: SheetRow): boolean {
  return row.cells.some(
    (cell) => (typeof cell !== 'string' && cell.text.length > 4) || (typeof cell === 'string' && /\d{5}/.test(cell)),
  )
}

/** An identity number stands in the row, whole or nearly. */
function holdsPerson(row: SheetRow): boolean {
  return row.cells.some((cell) => /\d{12}/.test(textOf(cell)))
}

/** Counts the fields a heading names; 0 when it is not a heading of a list of people. */
function scoreOf(header: Header): number {
  const named = new Map<Field, number>()
  for (const meaning of header.meanings) {
    if (meaning === undefined || meaning.field === 'ignored') continue
    named.set(meaning.field, Math.max(named.get(meaning.field) ?? 0, meaning.confidence))
  }
  const isOfPeople = named.has('nik') || named.has('fullName')
  const told = [...named.values()].reduce((sum, confidence) => sum + confidence, 0)
  return isOfPeople && named.size >= 2 ? told + spreadsOf(header.texts).length : 0
}
