import { findAreaCode } from '../../../values/areas.ts'
import type { Day } from '../../../values/days.ts'
import { type Cell, type SheetRow, textOf } from '../../reading/rows.ts'
import { parseBirthDate, withCentury } from '../../reading/written/birth-date.ts'
import { cleanNik } from '../../reading/written/nik.ts'
import { parseSex, presentText } from '../../reading/written/plain-values.ts'
import type { DifferingField } from '../layouts-api.ts'
import type { Register } from '../registers.ts'
import { readDecile, readInsuredStatus } from './contents.ts'
import type { FaultReason } from './faults.ts'
import { type ComparedField, type Field, meaningOf } from './fields.ts'
import type { AnswerTable } from './table.ts'
import { type CivilStatus, readCivilStatus, readVerdict, type Verdict } from './verdicts.ts'

/** The columns of an answer as they go into the database, in this order, for each register. */
export const recordColumns: Record<Register, readonly string[]> = {
  dukcapil: ['nik', 'family_card', 'full_name', 'birth_date', 'sex', 'mother_name', 'village', 'is_alive', 'verdicts'],
  bpjs: ['nik', 'segment', 'is_active', 'programmes'],
  dtsen: ['nik', 'decile'],
  deaths: ['nik', 'full_name', 'died_on', 'certificate_number'],
}

type Value = string | number | boolean | null

/**
 * What a line says: values for the database; that the register does not know the person (in words, or by leaving the line blank); nothing
 * usable; or nothing about anybody.
 */
export type LineRead =
  | { readonly kind: 'record'; readonly values: readonly Value[] }
  | { readonly kind: 'not-known'; readonly nik: string; readonly isBlank: boolean }
  | { readonly kind: 'fault'; readonly reason: FaultReason; readonly value: string; readonly nik?: string }
  | { readonly kind: 'left-out' }

/** Reads one line below the heading of an answer. `on` is the day of the answer: a year of two digits lies before it, a death not after it. */
export function readAnswerLine(register: Register, row: SheetRow, table: AnswerTable, on: Day): LineRead {
  const line = lineOf(row, table)
  const nikCell = row.cells[table.values.get('nik') ?? -1] ?? ''
  const { digits, isNumber, hasExponent } = cleanNik(nikCell)
  if (digits.length < 8) {
    if (!isAboutSomebody(row, line, table)) return leftOut
    return fault(digits === '' ? 'nik-missing' : 'nik-not-16-digits', textOf(nikCell))
  }
  if (digits.length !== 16) return fault('nik-not-16-digits', textOf(nikCell))
  if (hasExponent || (isNumber && table.roundsNiks && digits.endsWith('0'))) return fault('nik-rounded', textOf(nikCell))
  const read = readers[register](digits, line, on)
  return read.kind === 'fault' ? { ...read, nik: digits } : read
}

const leftOut: LineRead = { kind: 'left-out' }
const fault = (reason: FaultReason, value: string): LineRead => ({ kind: 'fault', reason, value: value.trim().slice(0, 60) })

type Line = {
  get(field: Field): string
  has(field: Field): boolean
  /** What the verdict column of a field says of it, as written and as read, and what we told of it. */
  judged(field: ComparedField): string
  verdict(field: ComparedField): Verdict | undefined
  told(field: ComparedField): string | undefined
  readonly verdictFields: readonly ComparedField[]
}

function lineOf(row: SheetRow, table: AnswerTable): Line {
  const at = (column: number | undefined) => {
    const cell: Cell = column === undefined ? '' : row.cells[column] || row.merged?.get(column) || ''
    return presentText(textOf(cell))
  }
  const isResult = (column: number) => table.columns[column]?.meaning?.side === 'result'
  return {
    get: (field) => at(table.values.get(field)),
    has: (field) => table.values.has(field),
    judged: (field) => at(table.verdicts.get(field)),
    verdict: (field) => {
      const column = table.verdicts.get(field)
      return column === undefined ? undefined : readVerdict(at(column), isResult(column))
    },
    told: (field) => (table.ours.has(field) ? at(table.ours.get(field)) : undefined),
    verdictFields: [...table.verdicts.keys()],
  }
}

/** A line without a NIK is about somebody when it says as much as the others do; else it is a total, a signature, a title, the heading again. */
function isAboutSomebody(row: SheetRow, line: Line, table: AnswerTable): boolean {
  const filled = row.cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '')
  if (filled.length === 0 || filled.some((text) => /^(grand |sub ?)?(jumlah|total|rekap)/i.test(text))) return false
  if (meaningOf(textOf(row.cells[table.values.get('nik') ?? -1]))?.field === 'nik') return false
  if (filled.every((text, at) => isNumberOfColumn(text, filled[at - 1]))) return false
  const said = [...table.values.keys()].filter((field) => field !== 'nik' && line.get(field) !== '').length
  return said >= 2 || (said === 1 && table.values.size === 2)
}

/** Counting up from cell to cell, as the row that numbers the columns does. */
function isNumberOfColumn(text: string, before: string | undefined): boolean {
  const number = (written: string) => Number(/^\(?(\d{1,2})\)?\.?$/.exec(written)?.[1] ?? Number.NaN)
  return before === undefined ? number(text) >= 0 : number(text) === number(before) + 1
}

const readers: Record<Register, (nik: string, line: Line, on: Day) => LineRead> = {
  dukcapil: readCivil,
  bpjs: (nik, line) => {
    const status = line.get('status')
    // In a request that comes back, whoever is not insured is left without a status.
    if (status === '' && line.get('segment') === '' && line.get('memberNumber') === '')
      return { kind: 'not-known', nik, isBlank: true }
    // Of nobody it is said in which segment they are not registered: they are in none.
    if (line.get('segment') === '' && isUnknown(status)) return { kind: 'not-known', nik, isBlank: false }
    const isActive = readInsuredStatus(status)
    if (isActive === undefined) return fault('status-unreadable', status)
    const segment =
      line
        .get('segment')
        .toUpperCase()
        .replace(/[\s_]+/g, '-') || 'BPU'
    return { kind: 'record', values: [nik, segment, isActive, line.get('programmes').toUpperCase()] }
  },
  dtsen: (nik, line) => {
    const written = line.get('decile')
    if (written === '') return { kind: 'not-known', nik, isBlank: true }
    const decile = readDecile(written)
    if (decile !== undefined) return { kind: 'record', values: [nik, decile] }
    return isUnknown(written) ? { kind: 'not-known', nik, isBlank: false } : fault('decile-unreadable', written)
  },
  deaths: (nik, line, on) => {
    const written = line.get('diedOn')
    const certificate = line.get('certificate')
    const isSaid = readCivilStatus(line.get('status'))?.isAlive === false
    // In a request that comes back, whoever lives stands beside who died: only a status, a day or a certificate says that somebody died.
    if (!isSaid && written === '' && certificate === '') {
      return line.has('status')
        ? { kind: 'not-known', nik, isBlank: line.get('status') === '' }
        : fault('day-missing', line.get('name'))
    }
    const diedOn = dayIn(written, on)
    if (diedOn === undefined) return fault('day-unreadable', written)
    if (diedOn !== null && diedOn > on.toString()) return fault('day-in-future', written)
    return { kind: 'record', values: [nik, line.get('name') || null, diedOn, certificate || null] }
  },
}

/** Values, verdicts, or both; what a status says of a field stands behind what the column of the field says. */
function readCivil(nik: string, line: Line, on: Day): LineRead {
  const status = line.get('status')
  const said = status === '' ? undefined : readCivilStatus(status)
  if (said !== undefined && !said.isKnown) return { kind: 'not-known', nik, isBlank: false }
  const verdicts = verdictsOf(line, said, on)
  if (said === undefined && verdicts === null) {
    if (line.verdictFields.some((field) => isUnknown(line.judged(field)))) return { kind: 'not-known', nik, isBlank: false }
    return fault(isEmpty(line) ? 'answer-empty' : 'status-unreadable', status)
  }
  const born = line.get('birthDate')
  const birthDate = dayIn(born, on)
  if (birthDate === undefined) return fault('day-unreadable', born)
  const familyCard = cleanNik(line.get('familyCard')).digits
  const values = [
    nik,
    familyCard.length === 16 ? familyCard : null,
    line.get('name') || null,
    birthDate,
    parseSex(line.get('sex')) || null,
    line.get('motherName') || null,
    findAreaCode(line.get('village')) ?? null,
    said?.isAlive ?? null,
    verdicts,
  ]
  return { kind: 'record', values }
}

const storedNames: Record<ComparedField, DifferingField> = {
  name: 'full_name',
  birthPlace: 'birth_place',
  birthDate: 'birth_date',
  sex: 'sex',
  motherName: 'mother_name',
  address: 'address',
  familyCard: 'family_card',
}

/** The verdicts of a line as JSON; null when it has none. */
function verdictsOf(line: Line, said: CivilStatus | undefined, on: Day): string | null {
  const found = new Map(said?.verdicts ?? [])
  // A column of its own says it better than a word for the whole person does.
  if (said?.isVague === true && line.verdictFields.some((field) => line.verdict(field)?.agrees === false)) found.clear()
  for (const field of line.verdictFields) {
    const verdict = line.verdict(field)
    if (verdict !== undefined) found.set(field, verdict)
  }
  if (found.size === 0) return null
  const entries = [...found].map(([field, verdict]) => {
    const about = line.told(field)
    return [storedNames[field], { ...verdict, ...(about !== undefined && { about: toldValue(field, about, on) }) }]
  })
  return JSON.stringify(Object.fromEntries(entries))
}

/** What we told, in the form in which the registry keeps it. */
function toldValue(field: ComparedField, text: string, on: Day): string | null {
  if (text === '') return null
  if (field === 'birthDate') return dayIn(text, on) ?? text
  if (field === 'sex') return parseSex(text) || text
  return field === 'familyCard' ? cleanNik(text).digits || text : text
}

function isEmpty(line: Line): boolean {
  return line.get('status') === '' && line.get('name') === '' && line.verdictFields.every((field) => line.judged(field) === '')
}

function isUnknown(text: string): boolean {
  return text !== '' && readCivilStatus(text)?.isKnown === false
}

/** The ISO day a text means; null when it is empty, nothing when it cannot be read. */
export function dayIn(text: string, on: Day): string | null | undefined {
  if (text === '') return null
  const today = on.year * 10_000 + on.month * 100 + on.day
  const written = withCentury(parseBirthDate(text).first, today)
  if (written === 0) return undefined
  const digits = String(written)
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}
