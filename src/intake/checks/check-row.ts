import type { Occupation } from '../../../rules/eligibility/occupations.ts'
import type { Day } from '../../../values/days.ts'
import type { Sex } from '../../../values/nik.ts'
import type { Field } from '../columns/fields.ts'
import type { Layout } from '../columns/layout.ts'
import { type SheetRow, textOf } from '../../reading/rows.ts'
import { readBirth } from './check-birth.ts'
import { readNikCell } from './check-nik.ts'
import { type Finding, type FindingCode, findingCodes, identityFindings, type Verdict, verdictOf } from './findings.ts'
import { occupationMeant } from './occupation.ts'
import { parseIncome, parsePhone, parseSex, presentText, tidy } from '../../reading/written/plain-values.ts'

/** A row after reading and checking: cleaned values ('' where there is none), what was found, and the verdict. */
export type CheckedRow = {
  readonly sheet: string
  readonly row: number
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** Sixteen digits that a card can carry, or ''. */
  readonly nik: string
  /** The digits as they stood in the cell, also when they are no NIK. */
  readonly nikWritten: string
  readonly familyCard: string
  readonly fullName: string
  readonly birthPlace: string
  /** ISO day, or ''. Taken from the NIK when the cell could not be read (then there is a finding). */
  readonly birthDate: string
  readonly sex: Sex | ''
  readonly motherName: string
  readonly address: string
  readonly hamlet: string
  readonly rtRw: string
  readonly village: string
  readonly occupation: string
  readonly occupationKind: Occupation['kind']
  readonly occupationCode: string
  /** Whole rupiah per month. */
  readonly income: number | undefined
  readonly phone: string
  /** The cells as they stood, for every row with a finding. */
  readonly original: readonly string[] | undefined
  /** Which row of an earlier list this one says it is. */
  readonly mark?: string | undefined
}

/** What rows are judged against: the day on which ages count, and the ages at entry (from the first up to, not including, the second). */
export type CheckTerms = { readonly on: Day; readonly youngest: number; readonly oldestBelow: number }

/** Entry ages of local programmes, 18 up to the day before the 65th birthday (domain 1.4 E3, E4); not verified in a statute. */
export const usualEntryAges = { youngest: 18, oldestBelow: 65 } as const

/** Makes the check for one sheet. The check reads nothing but the row: it can run on a million rows in a stream. */
export function rowChecker(layout: Layout, terms: CheckTerms): (row: SheetRow) => CheckedRow {
  const on = terms.on.year * 10_000 + terms.on.month * 100 + terms.on.day
  const at = layout.at
  return (row) => {
    const findings: Finding[] = []
    const find = (code: FindingCode, field: Field, detail?: string) => {
      findings.push(
        detail === undefined
          ? { code, severity: findingCodes[code], field }
          : { code, severity: findingCodes[code], field, detail },
      )
    }
    const text = (field: Field) => presentText(textOf(at[field] === undefined ? undefined : row.cells[at[field]]))
    const birth = readBirth(row, layout, on)
    const nik = readNikCell(row, layout, birth, on, find)
    const born = birth.resolve(nik.facts, find)
    const fullName = text('fullName')
    if (!/\p{L}/u.test(fullName)) find('name-missing', 'fullName')
    if (born.day !== 0) judgeAge(born.day, on, terms, find)
    const sex = readSex(text('sex'), nik.facts?.sex, find)
    const occupation = tidy(text('occupation'))
    const meant = occupationOf(occupation, at.occupation !== undefined, find)
    return {
      sheet: row.sheet,
      row: row.row,
      fullName,
      nik: nik.nik,
      nikWritten: nik.written,
      familyCard: nik.familyCard,
      birthPlace: text('birthPlace') || birth.place,
      birthDate: isoOf(born.day),
      sex,
      motherName: text('motherName'),
      address: text('address'),
      hamlet: text('hamlet'),
      rtRw: at.rtRw === undefined ? [text('rt'), text('rw')].filter(Boolean).join('/') : text('rtRw'),
      village: text('village'),
      occupation,
      occupationKind: meant.kind,
      occupationCode: meant.code ?? '',
      ...readContact(text('income'), text('phone'), find),
      ...judged(findings, fullName !== '' && (nik.nik !== '' || born.isWritten)),
      original: findings.length === 0 ? undefined : row.cells.map(textOf),
      mark: row.mark,
    }
  }
}

/** What is wrong with a NIK or a birth date sends a row back only when nothing else says who is meant. */
function judged(findings: readonly Finding[], isRecoverable: boolean): Pick<CheckedRow, 'findings' | 'verdict'> {
  if (findings.length === 0) return { findings, verdict: 'accepted' }
  const final = isRecoverable
    ? findings
    : findings.map((finding) => (identityFindings.has(finding.code) ? { ...finding, severity: 'refuse' as const } : finding))
  return { findings: final, verdict: verdictOf(final) }
}

type Find = (code: FindingCode, field: Field, detail?: string) => void

function judgeAge(born: number, on: number, terms: CheckTerms, find: Find): void {
  const age = Math.floor((on - born) / 10_000)
  if (age < terms.youngest) find('too-young', 'birthDate', String(age))
  else if (age >= terms.oldestBelow) find('too-old', 'birthDate', String(age))
}

function readSex(text: string, ofNik: Sex | undefined, find: Find): Sex | '' {
  const sex = parseSex(text)
  if (sex === '' && text !== '') find('sex-unreadable', 'sex', text)
  if (sex !== '' && ofNik !== undefined && sex !== ofNik) find('sex-differs-from-nik', 'sex')
  return sex === '' ? (ofNik ?? '') : sex
}

function occupationOf(text: string, hasColumn: boolean, find: Find): Occupation {
  const meant = occupationMeant(text)
  if (meant.kind === 'barred') find('barred-occupation', 'occupation', text)
  else if (meant.kind === 'not-working') find('not-working', 'occupation', text)
  else if (meant.kind === 'unknown' && hasColumn) find('occupation-unknown', 'occupation', text)
  return meant
}

function readContact(incomeText: string, phoneText: string, find: Find): Pick<CheckedRow, 'income' | 'phone'> {
  const income = incomeText === '' ? undefined : parseIncome(incomeText)
  if (incomeText !== '' && income === undefined) find('income-unreadable', 'income', incomeText)
  const phone = phoneText === '' ? '' : parsePhone(phoneText)
  if (phoneText !== '' && phone === '') find('phone-unreadable', 'phone', phoneText)
  return { income, phone }
}

function isoOf(day: number): string {
  if (day === 0) return ''
  const digits = String(day)
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}
