import { type SheetRow, textOf } from '../../reading/rows.ts'
import type { Register } from '../registers.ts'
import { type Contents, contentsOf, sampleRows } from './contents.ts'
import { type ComparedField, comparedFields, type Field, fields, meaningOf, type Meaning, sideOf } from './fields.ts'

/** Where an answer has what: the table of one sheet. */
export type AnswerTable = {
  readonly sheet: string
  /** Numbers of the heading rows; empty where the columns were recognised by their content alone. */
  readonly headerRows: readonly number[]
  /** The column of the register's own value, or of what else a field says. */
  readonly values: ReadonlyMap<Field, number>
  /** The column that says whether our value agrees. */
  readonly verdicts: ReadonlyMap<ComparedField, number>
  /** The column that repeats what we told when asking. */
  readonly ours: ReadonlyMap<ComparedField, number>
  /** Numbers of the NIK column lost their last digit. */
  readonly roundsNiks: boolean
  readonly columns: readonly Column[]
}

/** A column with what it was taken for. */
export type Column = {
  readonly column: number
  readonly head: string
  readonly meaning: Meaning | undefined
  readonly contents: Contents
}

/** How many rows may stand above the heading. */
const deepestHeader = 60

/**
 * Finds the table of a sheet from its first rows: by its heading of one line or two, below any titles, and by what stands in the columns. Nothing
 * when no column holds NIKs: a title page, a summary, a letter.
 */
export function findTable(rows: readonly SheetRow[], register: Register): AnswerTable | undefined {
  const heading = findHeading(rows)
  const last = heading?.rows.at(-1)?.row ?? 0
  const body = rows.filter(({ row }) => row > last).slice(0, sampleRows)
  const width = Math.max(0, heading?.heads.length ?? 0, ...body.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    head: heading?.heads[column]?.text ?? '',
    meaning: heading?.heads[column]?.meaning,
    contents: contentsOf(body, column),
  }))
  const nik = nikColumn(columns)
  if (nik === undefined) return undefined
  const others = columns.filter(({ column }) => column !== nik.column)
  const verdicts = verdictColumns(others)
  const ours = new Map(
    comparedFields.flatMap((field) => {
      const found = others.find(
        ({ column, meaning }) => meaning?.field === field && meaning.side === 'ours' && verdicts.get(field) !== column,
      )
      return found === undefined ? [] : [[field, found.column] as const]
    }),
  )
  const values = valueColumns(others, register, { verdicts, isHeaded: heading !== undefined })
  values.set('nik', nik.column)
  return {
    sheet: rows[0]?.sheet ?? '',
    headerRows: heading?.rows.map(({ row }) => row) ?? [],
    values,
    verdicts,
    ours,
    roundsNiks: nik.contents.roundedNik > 0.5 && nik.contents.filled * nik.contents.nik >= 4,
    columns,
  }
}

type Head = { readonly text: string; readonly meaning: Meaning | undefined }
type Heading = { readonly rows: readonly SheetRow[]; readonly heads: readonly Head[] }

function findHeading(rows: readonly SheetRow[]): Heading | undefined {
  let best: { heading: Heading; score: number } | undefined
  for (const [index, row] of rows.slice(0, deepestHeader).entries()) {
    if (holdsData(row)) break
    for (const lines of [[row], [row, rows[index + 1]]]) {
      const given = lines.filter((line) => line !== undefined)
      if (given.length !== lines.length || given.some(holdsData)) continue
      const heading = { rows: given, heads: headsOf(given) }
      const score = scoreOf(heading) - (given.length > 1 ? 0.5 : 0)
      if (score > (best?.score ?? 0)) best = { heading, score }
    }
  }
  return best?.heading
}

/** Long digits stand in data, and in no heading. */
export function holdsData(row: SheetRow): boolean {
  return row.cells.some((cell) => /\d{8}/.test(textOf(cell)))
}

/** Reads one or two rows as a heading; a text over several columns counts for each of them. */
function headsOf(lines: readonly SheetRow[]): Head[] {
  const [upper, lower] = lines
  let spanning = ''
  return Array.from({ length: Math.max(...lines.map(({ cells }) => cells.length)) }, (_, column) => {
    const above = textOf(upper?.cells[column]).trim()
    const below = textOf(lower?.cells[column]).trim()
    if (above !== '') spanning = above
    const text = below === '' ? above : above === '' && lower !== undefined ? `${spanning} ${below}`.trim() : `${above} ${below}`
    const readings = below === '' ? [above] : [text.trim(), `${spanning} ${below}`, below]
    const meant = readings.map((reading) => meaningOf(reading)).filter((meaning) => meaning !== undefined)
    const meaning = meant.toSorted((left, right) => right.confidence - left.confidence)[0]
    const side = meaning?.side === 'unsaid' && below !== '' ? sideOf(spanning) : undefined
    return { text: text.trim(), meaning: meaning && { ...meaning, ...(side && { side }) } }
  })
}

/** Counts what a heading names; 0 when it is not the heading of a list of NIKs. */
function scoreOf({ heads }: Heading): number {
  const named = new Map<string, number>()
  for (const { meaning } of heads) if (meaning !== undefined) named.set(`${meaning.field} ${meaning.side}`, meaning.confidence)
  const hasNik = heads.some(({ meaning }) => meaning?.field === 'nik')
  return hasNik && named.size >= 2 ? [...named.values()].reduce((sum, confidence) => sum + confidence, 0) : 0
}

/** The column of NIKs: what is headed so and holds them, else what holds them; a family card is no woman's number. */
function nikColumn(columns: readonly Column[]): Column | undefined {
  const weigh = ({ meaning, contents }: Column) =>
    contents.nik +
    (contents.womensNik > 0.1 ? 0.5 : 0) +
    (meaning?.field === 'nik' ? 2 : 0) -
    (meaning?.field === 'familyCard' ? 2 : 0)
  const candidates = columns.filter(
    ({ meaning, contents }) =>
      (meaning?.field === 'nik' && (contents.nik > 0 || contents.verdict < 0.5)) ||
      (contents.filled > 0 && contents.nik > 0.6 && meaning?.field !== 'familyCard'),
  )
  return candidates.reduce<Column | undefined>(
    (best, one) => (best === undefined || weigh(one) > weigh(best) ? one : best),
    undefined,
  )
}

/** A column holds verdicts when most of what stands in it are such, or its heading says that it holds results and nothing stands there yet. */
function verdictColumns(columns: readonly Column[]): Map<ComparedField, number> {
  const found = new Map<ComparedField, number>()
  for (const field of comparedFields) {
    const named = columns.filter(({ meaning }) => meaning?.field === field)
    const column =
      named.find(({ contents }) => contents.filled > 0 && contents.verdict > 0.5) ??
      named.find(({ meaning }) => meaning?.side === 'result')
    if (column !== undefined) found.set(field, column.column)
  }
  return found
}

/**
 * The columns that hold values. Where the register compares a field, a column beside it is what we told, unless its heading says that it is the
 * register's own.
 */
function valueColumns(
  columns: readonly Column[],
  register: Register,
  { verdicts, isHeaded }: { verdicts: ReadonlyMap<ComparedField, number>; isHeaded: boolean },
): Map<Field, number> {
  const taken = new Set<number>(verdicts.values())
  const found = new Map<Field, number>()
  const isVerdictFile = verdicts.size > 0
  for (const field of fields) {
    if (field === 'nik') continue
    const isCompared = comparedFields.some((one) => one === field)
    const named = columns.filter(({ column, meaning }) => {
      if (taken.has(column) || meaning?.field !== field || (isCompared && meaning.side === 'ours')) return false
      return !(isCompared && isVerdictFile && meaning.side !== 'theirs')
    })
    const weigh = (one: Column) => fitOf(field, one.contents, register) + (one.meaning?.side === 'theirs' ? 2 : 0)
    const best = named.reduce<Column | undefined>(
      (left, right) => (left === undefined || weigh(right) > weigh(left) ? right : left),
      undefined,
    )
    const chosen = best ?? (isHeaded && field !== 'status' ? undefined : unheaded(columns, field, register, isHeaded))
    if (chosen === undefined || taken.has(chosen.column)) continue
    found.set(field, chosen.column)
    taken.add(chosen.column)
  }
  return found
}

/** A column whose heading says nothing we know is taken for a field by what stands in it. */
function unheaded(columns: readonly Column[], field: Field, register: Register, isHeaded: boolean): Column | undefined {
  const recognised: readonly Field[] = ['status', 'segment', 'programmes', 'decile', 'diedOn']
  if (!recognised.includes(field)) return undefined
  if (field === 'decile' && register !== 'dtsen') return undefined
  if (field === 'diedOn' && register !== 'deaths') return undefined
  // The first columns of a table count its rows.
  return columns.findLast(
    (one) => one.meaning === undefined && one.contents.filled > (isHeaded ? 2 : 0) && fitOf(field, one.contents, register) > 0.8,
  )
}

/** How well what stands in a column fits a field, 0–1. */
function fitOf(field: Field, contents: Contents, register: Register): number {
  if (contents.filled === 0) return 0
  if (field === 'status') return register === 'bpjs' ? contents.insuredStatus : register === 'dtsen' ? 0 : contents.civilStatus
  if (field === 'segment') return contents.segment
  if (field === 'programmes') return contents.programmes
  if (field === 'decile') return contents.decile
  if (field === 'diedOn' || field === 'birthDate') return contents.date
  return 0.5
}
