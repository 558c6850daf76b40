import { type Cell, type SheetRow, textOf } from '../../reading/rows.ts'
import { cleanNik } from '../../reading/written/nik.ts'
import { type ColumnContent, contentOf } from './content.ts'
import type { Field } from './fields.ts'
import { placeBesideDate, type Spread, spreadsOf, withSpreads } from './spread.ts'
import { findHeader, fingerprintOf, type Header, headerAt, holdsData, possibleHeaders } from './header.ts'

/** One column of a sheet and what we take it for; `confidence` is 0–1, `samples` are the first filled cells. */
export type ColumnGuess = {
  readonly column: number
  readonly header: string
  readonly field: Field | undefined
  readonly confidence: number
  readonly by: 'header' | 'content' | 'clerk' | 'remembered' | 'none'
  readonly samples: readonly string[]
}

/** How one sheet is laid out: where its heading stands, what its columns hold, and the habits of those who filled it. */
export type Layout = {
  readonly sheet: string
  /** Numbers of the heading rows, empty when the columns were recognised by their content alone. */
  readonly headerRows: readonly number[]
  /** Names the heading whatever its case and punctuation; a correction by a clerk is remembered under it. */
  readonly fingerprint: string
  readonly columns: readonly ColumnGuess[]
  /** Column of each recognised field. */
  readonly at: Readonly<Partial<Record<Field, number>>>
  /** Dates in this sheet put the month first (American order). */
  readonly isMonthFirst: boolean
  /** Numbers in the NIK column lost their last digit, as Excel does; false where they show that it was kept. */
  readonly roundsNumbers: boolean
  /** Nearly every NIK ends in 0 although the cells hold text: the column was a number before. */
  readonly roundsText: boolean
  /** Where the columns are known from, when a clerk corrected a list of this heading before. */
  readonly remembered?: RememberedFrom
  /** The sheet has been returned by us before: it carries the column that says what to mend, or our marks. */
  readonly isReturned?: boolean
  /** The lines of the list stand whole in this one column of the sheet; `at` counts the cells within a line. */
  readonly packedIn?: number
  /** Values that stand in several columns; `at` names the first of them. */
  readonly spreads?: readonly Spread[]
}

/** What a clerk said about the columns: field by column number, `null` for a column to leave out. */
export type ClerkColumns = Readonly<Record<number, Field | null>>

/** The list in which somebody corrected the columns, who it was, and the ISO moment. */
export type RememberedFrom = { readonly list: string; readonly by: string; readonly at: string }

/** What was said of a sheet: the rows of its heading (none: it has no heading), and its columns; now, or of an earlier list. */
export type SaidOfSheet = {
  readonly headerRows: readonly number[]
  readonly columns: ClerkColumns
  readonly remembered?: RememberedFrom
}

/** The layout by which a row was read: of the tables below each other in a sheet, the last that begins above the row. */
export function layoutOfRow(layouts: readonly Layout[], sheet: string, row: number): Layout | undefined {
  const own = layouts.filter((each) => each.sheet === sheet)
  return own.findLast((each) => (each.headerRows[0] ?? 0) <= row) ?? own[0]
}

/** How many rows are looked at to recognise a sheet. */
export const layoutSample = 300

/**
 * Recognises the columns of a sheet from its first rows, by heading and by content, or as somebody said. Nothing when it holds no list of
 * people: a title page, a summary. A sheet without heading takes over the columns of the sheet before it when they fit.
 */
export function findLayout(
  rows: readonly SheetRow[],
  options: { said?: SaidOfSheet | undefined; before?: Layout | undefined } = {},
): Layout | undefined {
  const { said } = options
  const header = said === undefined ? findHeader(rows) : headerAt(rows, said.headerRows)
  const { body, contents } = bodyOf(rows, header)
  const guessed = header === undefined ? headless(contents, said ? undefined : options.before) : headed(header, contents)
  const spread = spreadsOf(header?.texts ?? [])
  const known = placeBesideDate(withSpreads(guessed, spread), contents, header)
  const guesses = asSaid(swapMislabelled(fillGaps(known, contents), contents), said)
  const at = positions(guesses)
  const spreads = spread.filter(({ field, columns }) => at[field] === columns[0])
  if (at.nik === undefined && at.fullName === undefined) return undefined
  if (header === undefined && said === undefined && !holdsPeople(at, contents)) return undefined
  const heading = header ?? (said === undefined ? unknownHeading(rows, at) : undefined)
  const people = heading === header ? body : bodyOf(rows, heading).body
  return {
    sheet: rows[0]?.sheet ?? '',
    headerRows: heading?.rows ?? [],
    fingerprint: heading === undefined ? headlessFingerprint(contents) : fingerprintOf(heading),
    columns: describeColumns(people, guesses, heading),
    at,
    ...habitsOf(people, at),
    ...(spreads.length > 0 && { spreads }),
    ...(said?.remembered && { remembered: said.remembered }),
  }
}

/** Words that nobody knows, right above the first identity number, are a heading all the same: no person is called so. */
function unknownHeading(rows: readonly SheetRow[], at: Layout['at']): Header | undefined {
  const { nik } = at
  if (nik === undefined) return undefined
  const first = rows.findIndex(({ cells }) => cleanNik(cells[nik] ?? '').digits.length >= 12)
  const above = rows[first - 1]
  const isHeading =
    above !== undefined && !holdsData(above) && above.cells.filter((cell) => /\p{L}{2}/u.test(textOf(cell))).length >= 3
  return isHeading ? headerAt(rows, [above.row]) : undefined
}

/** What the columns of a sheet would be taken for, also where they are not those of a list of people: for a clerk to point out. */
export function guessColumns(
  rows: readonly SheetRow[],
  headerRows: readonly number[],
): Pick<Layout, 'fingerprint' | 'columns' | 'headerRows'> {
  const header = headerAt(rows, headerRows)
  const { body, contents } = bodyOf(rows, header)
  const guesses = swapMislabelled(
    fillGaps(header === undefined ? contents.map(() => none) : headed(header, contents), contents),
    contents,
  )
  return {
    fingerprint: header === undefined ? headlessFingerprint(contents) : fingerprintOf(header),
    columns: describeColumns(body, guesses, header),
    headerRows: header?.rows ?? [],
  }
}

/** What was said of an earlier list of the same heading, wherever it stands in this one; nothing when there was none. */
export function recallLayout(
  rows: readonly SheetRow[],
  known: ReadonlyMap<string, Omit<SaidOfSheet, 'headerRows'>>,
): SaidOfSheet | undefined {
  if (known.size === 0) return undefined
  for (const header of possibleHeaders(rows)) {
    const said = known.get(fingerprintOf(header))
    if (said !== undefined) return { ...said, headerRows: header.rows }
  }
  if (findHeader(rows) !== undefined) return undefined
  const said = known.get(headlessFingerprint(bodyOf(rows, undefined).contents))
  return said && { ...said, headerRows: [] }
}

/** Columns that are looked at: more of them hold nothing that a list of people needs. */
const widestLayout = 200

function bodyOf(rows: readonly SheetRow[], header: Header | undefined): { body: SheetRow[]; contents: ColumnContent[] } {
  const lastHeaderRow = header?.rows.at(-1) ?? rowBeforePeople(rows)
  const body = rows.filter(({ row }) => row > lastHeaderRow).slice(0, layoutSample)
  const width = Math.min(widestLayout, Math.max(header?.texts.length ?? 0, ...body.map(({ cells }) => cells.length)))
  return { body, contents: Array.from({ length: width }, (_, column) => contentOf(body, column)) }
}

/** Without a heading the titles above the first long number would count as content of their columns. */
function rowBeforePeople(rows: readonly SheetRow[]): number {
  const first = rows.find(({ cells }) => cells.some((cell) => cleanNik(cell).digits.length >= 12))
  return first === undefined ? 0 : first.row - 1
}

function describeColumns(body: readonly SheetRow[], guesses: readonly Guess[], header: Header | undefined): ColumnGuess[] {
  return guesses.map((guess, column) => ({
    ...guess,
    column,
    header: header?.texts[column] ?? '',
    samples: samplesOf(body, column),
  }))
}

/** Tells lists without heading apart by their width and by where their identity numbers and dates stand. */
function headlessFingerprint(contents: readonly ColumnContent[]): string {
  const columnsOf = (holds: (content: ColumnContent) => number) =>
    contents.flatMap((content, column) => (content.filled > 0 && holds(content) > 0.5 ? [column + 1] : [])).join('+') || '-'
  return `no heading, ${contents.length} columns, numbers ${columnsOf(({ nik }) => nik)}, dates ${columnsOf(({ date }) => date)}`
}

/** What a column is taken for. */
export type Guess = Pick<ColumnGuess, 'field' | 'confidence' | 'by'>
const none: Guess = { field: undefined, confidence: 0, by: 'none' }

/** Gives each field to the column whose heading names it best; the content settles a vague heading. */
function headed(header: Header, contents: readonly ColumnContent[]): Guess[] {
  const guesses: Guess[] = contents.map((content, column) => {
    const meaning = header.meanings[column]
    if (meaning === undefined || meaning.field === 'ignored') return none
    const supported = supportOf(meaning.field, content)
    const confidence =
      content.filled === 0 || supported === undefined ? meaning.confidence : meaning.confidence * 0.5 + supported * 0.5
    return confidence < 0.4 && meaning.confidence < 0.5
      ? none
      : { field: meaning.field, confidence: Math.min(1, confidence), by: 'header' }
  })
  return guesses.map((guess, column) => {
    const rival = guesses.findIndex(
      (other, at) =>
        at !== column &&
        other.field === guess.field &&
        (other.confidence > guess.confidence || (other.confidence === guess.confidence && at < column)),
    )
    return guess.field !== undefined && rival !== -1 ? none : guess
  })
}

/** How far the cells of a column are what its heading says (0–1); nothing for fields that can hold any text. */
function supportOf(field: Field, content: ColumnContent): number | undefined {
  if (field === 'nik' || field === 'familyCard') return Math.min(1, content.nik + 0.2)
  if (field === 'birthDate') return Math.min(1, content.date + 0.2)
  if (field === 'occupation') return Math.min(1, content.occupation + 0.3)
  if (field === 'sex') return content.sex
  return field === 'fullName' ? Math.min(1, content.name + 0.1) : undefined
}

function headless(contents: readonly ColumnContent[], before: Layout | undefined): Guess[] {
  const fits = before?.at.nik !== undefined && (contents[before.at.nik]?.nik ?? 0) > 0.5
  if (!fits) return contents.map(() => none)
  return contents.map((_, column) => {
    const guess = before.columns[column]
    return guess?.field === undefined ? none : { field: guess.field, confidence: guess.confidence * 0.9, by: guess.by }
  })
}

type Likeness = (content: ColumnContent) => number
const likenesses: readonly (readonly [Field, Likeness, number])[] = [
  ['nik', (content) => content.nik * (content.womensNik > 0.05 || content.bornInRow > 0.5 ? 1 : 0.8), 0.5],
  ['familyCard', (content) => (content.womensNik < 0.02 && content.bornInRow < 0.3 ? content.nik : 0), 0.7],
  ['birthDate', (content) => content.date, 0.6],
  ['sex', (content) => (content.distinct < 0.5 ? content.sex : 0), 0.9],
  ['occupation', (content) => content.occupation, 0.5],
  ['phone', (content) => content.phone * content.distinct, 0.6],
  ['fullName', (content) => content.name * content.distinct, 0.6],
]

/** Recognises by their content the fields that no heading named. */
function fillGaps(guesses: readonly Guess[], contents: readonly ColumnContent[]): Guess[] {
  const filled = [...guesses]
  for (const [field, likeness, least] of likenesses) {
    if (filled.some((guess) => guess.field === field)) continue
    if (field === 'birthDate' && filled.some((guess) => guess.field === 'birthPlaceAndDate')) continue
    const free = contents.map((content, column) =>
      filled[column]?.field === undefined && content.filled > 0 ? likeness(content) : 0,
    )
    const best = Math.max(0, ...free)
    if (best >= least) filled[free.indexOf(best)] = { field, confidence: Math.min(0.8, best * 0.8), by: 'content' }
  }
  return filled
}

/** NIK and KK headings set over each other's columns: a family card number never carries a woman's day. */
function swapMislabelled(guesses: readonly Guess[], contents: readonly ColumnContent[]): Guess[] {
  const nik = guesses.findIndex(({ field }) => field === 'nik')
  const card = guesses.findIndex(({ field }) => field === 'familyCard')
  const [ofNik, ofCard] = [contents[nik], contents[card]]
  if (ofNik === undefined || ofCard === undefined) return [...guesses]
  const isSwapped = ofNik.filled >= 20 && ofNik.womensNik < 0.02 && ofCard.womensNik > 0.2
  return guesses.map((guess, column) =>
    isSwapped && column === nik
      ? { field: 'familyCard', confidence: 0.6, by: 'content' }
      : isSwapped && column === card
        ? { field: 'nik', confidence: 0.6, by: 'content' }
        : guess,
  )
}

/** Puts what was said in the place of what was guessed; a guess gives way to a column that was named for its field. */
function asSaid(guesses: readonly Guess[], said: SaidOfSheet | undefined): Guess[] {
  if (said === undefined) return [...guesses]
  const by = said.remembered === undefined ? 'clerk' : 'remembered'
  const claimed = new Set(Object.values(said.columns))
  return guesses.map((guess, column) => {
    const field = said.columns[column]
    if (field !== undefined) return field === null ? { ...none, by } : { field, confidence: 1, by }
    return guess.field !== undefined && claimed.has(guess.field) ? none : guess
  })
}

function positions(guesses: readonly Guess[]): Partial<Record<Field, number>> {
  const at: Partial<Record<Field, number>> = {}
  guesses.forEach(({ field }, column) => {
    if (field !== undefined) at[field] ??= column
  })
  return at
}

function holdsPeople(at: Layout['at'], contents: readonly ColumnContent[]): boolean {
  return at.nik !== undefined && at.fullName !== undefined && (contents[at.nik]?.filled ?? 0) >= 2
}

function samplesOf(rows: readonly SheetRow[], column: number): string[] {
  return rows.flatMap(({ cells }) => textOf(cells[column]).trim() || []).slice(0, 5)
}

/** The habits of a sheet that no single row can show. */
function habitsOf(rows: readonly SheetRow[], at: Layout['at']): Pick<Layout, 'isMonthFirst' | 'roundsNumbers' | 'roundsText'> {
  const niks = columnOf(rows, at.nik)
    .map(cleanNik)
    .filter(({ digits }) => digits.length === 16)
  const numbers = niks.filter(({ isNumber }) => isNumber)
  const texts = niks.filter(({ isNumber }) => !isNumber)
  const zeroShare = (cells: typeof niks) => cells.filter(({ digits }) => digits.endsWith('0')).length / Math.max(1, cells.length)
  const dates = columnOf(rows, at.birthDate)
    .map(textOf)
    .filter((text) => /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*$/.test(text))
  const parts = dates.map((text) => text.split(/[/.-]/).map(Number))
  const dayFirst = parts.filter(([left = 0]) => left > 12).length
  const monthFirst = parts.filter(([, middle = 0]) => middle > 12).length
  return {
    isMonthFirst: monthFirst >= 3 && monthFirst > dayFirst * 10,
    roundsNumbers: numbers.length < 10 || zeroShare(numbers) > 0.5,
    roundsText: texts.length >= 15 && zeroShare(texts) > 0.9,
  }
}

function columnOf(rows: readonly SheetRow[], column: number | undefined): Cell[] {
  return column === undefined ? [] : rows.map(({ cells }) => cells[column] ?? '')
}
