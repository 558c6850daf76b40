import type { Field } from '../columns/fields.ts'
import type { Layout } from '../columns/layout.ts'
import type { Cell, SheetRow } from '../../reading/rows.ts'
import { agrees, type BirthRead } from './check-birth.ts'
import type { FindingCode } from './findings.ts'
import { birthInNik, type CleanedNik, cleanNik, isPlaceholder, type NikBirth } from '../../reading/written/nik.ts'

/** What the NIK and KK cells of a row give: a usable NIK or '', the digits as written, and the facts in the NIK. */
export type NikRead = {
  readonly nik: string
  readonly written: string
  readonly familyCard: string
  readonly facts: NikBirth | undefined
}

/** Reads the NIK of a row beside its KK number and birth date, and says what is wrong with it. */
export function readNikCell(
  row: SheetRow,
  layout: Layout,
  birth: BirthRead,
  on: number,
  find: (code: FindingCode, field: Field, detail?: string) => void,
): NikRead {
  const cleaned = cleanNik(cellAt(row, layout.at.nik))
  const card = cleanNik(cellAt(row, layout.at.familyCard))
  const familyCard = isWholeCard(card) ? card.digits : ''
  if (card.digits !== '' && familyCard === '') find('family-card-unreadable', 'familyCard', card.digits)
  const { digits } = cleaned
  const facts = birthInNik(digits)
  const isOwn = facts !== undefined && (agrees(birth.first, facts) || (birth.second !== 0 && agrees(birth.second, facts)))
  const repeatsCard = !isOwn && isSameNumber(cleaned, card)
  const fault = faultOf(cleaned, layout, facts, repeatsCard || (!isOwn && isIssuedCard(facts, card.digits, birth, on)))
  if (fault === undefined) {
    if (cleaned.isRepaired) find('nik-repaired', 'nik', digits)
    return { nik: digits, written: digits, familyCard: familyCard === digits ? '' : familyCard, facts }
  }
  find(fault, 'nik', fault === 'nik-length' ? String(digits.length) : digits)
  if (fault === 'nik-precision-lost' && repeatsCard) find('kk-in-nik', 'nik', digits)
  return { nik: '', written: digits, familyCard, facts: fault === 'nik-precision-lost' && !repeatsCard ? facts : undefined }
}

/** A card number is worth keeping when no spreadsheet has rounded it. */
function isWholeCard(card: CleanedNik): boolean {
  return card.digits.length === 16 && !card.hasExponent && !(card.isNumber && card.digits.endsWith('0'))
}

/** The same number in both cells, also where a spreadsheet took the last digit of one of them. */
function isSameNumber(nik: CleanedNik, card: CleanedNik): boolean {
  if (nik.digits.length !== 16 || card.digits.length !== 16 || nik.hasExponent || card.hasExponent) return false
  return nik.digits === card.digits || ((nik.isNumber || card.isNumber) && nik.digits.slice(0, 15) === card.digits.slice(0, 15))
}

function faultOf(cleaned: CleanedNik, layout: Layout, facts: NikBirth | undefined, isCard: boolean): FindingCode | undefined {
  const { digits } = cleaned
  if (digits === '' || digits.startsWith('000000')) return 'nik-missing'
  if (cleaned.hasExponent && digits.length >= 15) return 'nik-precision-lost'
  if (digits.length !== 16) return isPlaceholder(digits) && digits.length < 12 ? 'nik-missing' : 'nik-length'
  if (lostDigits(cleaned, layout)) return 'nik-precision-lost'
  if (isCard) return 'kk-in-nik'
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
 * Tells a family card number in the NIK cell without an equal KK cell to compare: its date is one on which cards were
 * issued, neither its year nor its day is that of the birth date, and the KK cell is empty or holds the person's NIK.
 */
function isIssuedCard(facts: NikBirth | undefined, card: string, birth: BirthRead, on: number): boolean {
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
