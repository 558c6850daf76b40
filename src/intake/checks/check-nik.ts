import type { Field } from '../columns/fields.ts'
import type { Layout } from '../columns/layout.ts'
import type { Cell, SheetRow } from '../reading/rows.ts'
import { agrees, type BirthRead } from './check-birth.ts'
import type { FindingCode } from './findings.ts'
import { birthInNik, type CleanedNik, cleanNik, isPlaceholder, type NikBirth } from './nik.ts'

/** What the NIK and KK cells of a row give: a usable NIK or '', the digits as written, and the facts in the NIK. */
export type NikRead = {
  readonly nik: string
  readonly written: string
  readonly familyCard: string
  readonly facts: NikBirth | undefined
}

/** Reads the NIK of a row beside its KK number and birth date, and says what is wrong with it. At most one of the grave findings. */
export function readNikCell(
  row: SheetRow,
  layout: Layout,
  birth: BirthRead,
  on: number,
  find: (code: FindingCode, field: Field, detail?: string) => void,
): NikRead {
  const cleaned = cleanNik(cellAt(row, layout.at.nik))
  const card = cleanNik(cellAt(row, layout.at.familyCard))
  const familyCard = card.digits.length === 16 ? card.digits : ''
  if (card.digits !== '' && familyCard === '') find('family-card-unreadable', 'familyCard', card.digits)
  const { digits } = cleaned
  const facts = birthInNik(digits)
  const fault = faultOf(cleaned, layout, facts, familyCard, birth, on)
  if (fault !== undefined) {
    find(fault, 'nik', fault === 'nik-length' ? String(digits.length) : digits)
    return { nik: '', written: digits, familyCard, facts: fault === 'nik-precision-lost' ? facts : undefined }
  }
  if (cleaned.isRepaired) find('nik-repaired', 'nik', digits)
  return { nik: digits, written: digits, familyCard: familyCard === digits ? '' : familyCard, facts }
}

function faultOf(
  cleaned: CleanedNik,
  layout: Layout,
  facts: NikBirth | undefined,
  card: string,
  birth: BirthRead,
  on: number,
): FindingCode | undefined {
  const { digits } = cleaned
  if (digits === '' || digits.startsWith('000000')) return 'nik-missing'
  if (cleaned.hasExponent && digits.length >= 15) return 'nik-precision-lost'
  if (digits.length !== 16) return isPlaceholder(digits) && digits.length < 12 ? 'nik-missing' : 'nik-length'
  if (lostDigits(cleaned, layout)) return 'nik-precision-lost'
  if (isFamilyCard(digits, facts, card, birth, on)) return 'kk-in-nik'
  return facts === undefined || isPlaceholder(digits) ? 'nik-impossible' : undefined
}

/** Excel keeps fifteen digits of a number: the sixteenth becomes 0 (domain 9). Beyond 2^53 not even a kept digit can be trusted. */
function lostDigits(cleaned: CleanedNik, layout: Layout): boolean {
  const { digits, isNumber } = cleaned
  if (digits.endsWith('0000')) return true
  if (isNumber) return digits > '9007199254740991' || (layout.roundsNumbers && digits.endsWith('0'))
  return layout.roundsText && digits.endsWith('0')
}

/**
 * A family card number stands where the NIK should be when it repeats the KK cell, unless it carries this person's own
 * birth date (then it is the KK cell that is wrong). Without a KK cell to compare: its date is one on which cards were
 * issued, and neither its year nor its day is that of the birth date.
 */
function isFamilyCard(digits: string, facts: NikBirth | undefined, card: string, birth: BirthRead, on: number): boolean {
  const isOwn = facts !== undefined && (agrees(birth.first, facts) || (birth.second !== 0 && agrees(birth.second, facts)))
  if (isOwn) return false
  if (card === digits) return true
  if (birth.first === 0 || facts?.sex !== 'L') return false
  const cardFacts = card === '' ? undefined : birthInNik(card)
  const standsSwapped = cardFacts !== undefined && agrees(birth.first, cardFacts)
  if (card !== '' && !standsSwapped) return false
  const issued = 20_000_000 + facts.year * 10_000 + facts.month * 100 + facts.day
  const isOtherYear = Math.floor(birth.first / 10_000) % 100 !== facts.year
  const isSameDay = birth.first % 100 === facts.day && Math.floor(birth.first / 100) % 100 === facts.month
  return issued <= on && issued > birth.first && (standsSwapped || (isOtherYear && !isSameDay))
}

function cellAt(row: SheetRow, column: number | undefined): Cell {
  return column === undefined ? '' : (row.cells[column] ?? '')
}
