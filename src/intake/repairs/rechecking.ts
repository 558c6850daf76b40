import { formatDay } from '../../../values/days.ts'
import { type CheckedRow, type CheckTerms, rowChecker } from '../checks/check-row.ts'
import { nameKey } from '../../reading/written/plain-values.ts'
import type { Field } from '../columns/fields.ts'
import type { Layout } from '../columns/layout.ts'
import { comparedSeverity, type RowFinding } from '../intake.ts'
import type { Cell } from '../../reading/rows.ts'
import { type MendableField, mendableFields } from './corrections.ts'

/** A row as it is stored, with the cells as they stood where it kept them. */
export type StoredRow = {
  fileId: string
  sheet: string
  row: number
  village: string
  verdict: CheckedRow['verdict']
  nik: string | null
  familyCard: string | null
  fullName: string
  birthPlace: string
  birthDate: string | null
  sex: string | null
  motherName: string
  address: string
  hamlet: string
  rtRw: string
  villageWritten: string
  occupation: string
  income: number | null
  phone: string
  findings: RowFinding[] | null
  original: string[] | null
  repaired: Record<string, string> | null
}

/** A row checked anew: what it is now, the cells as the village wrote them, and whether it may be somebody else than before. */
export type Rechecked = {
  row: Omit<CheckedRow, 'findings'> & { findings: readonly RowFinding[] }
  repaired: Record<string, string>
  isIdentityChanged: boolean
}

/** What the village wrote in a cell; '' where the list has no such column. A date beside the place of birth is given without the place. */
export function writtenIn(row: StoredRow, layout: Layout, field: Field): string {
  const own = layout.at[field]
  if (own !== undefined) return originalCells(row, layout)[own] ?? ''
  const both = field === 'birthDate' ? layout.at.birthPlaceAndDate : undefined
  return both === undefined ? '' : (originalCells(row, layout)[both] ?? '').replace(/^\D*[,/\s]+(?=\d)/, '')
}

/** What stands in a cell now: what it was mended to, else what the village wrote. */
export function standsIn(row: StoredRow, layout: Layout, field: Field): string {
  return row.repaired?.[field] ?? writtenIn(row, layout, field)
}

/**
 * Checks a row anew with its cells mended as `repaired` says, by the checks of its list. What comparisons had found stays; cells that were
 * mended carry a note with what stood there.
 */
export function recheck(row: StoredRow, layout: Layout, terms: CheckTerms, repaired: Record<string, string>): Rechecked {
  const original = originalCells(row, layout)
  const cells: Cell[] = asRead(row, layout, original, repaired)
  const at: Partial<Record<Field, number>> = { ...layout.at }
  const put = (field: Field, value: string) => {
    const column = (at[field] ??= cells.length)
    while (cells.length <= column) cells.push('')
    cells[column] = value
  }
  for (const field of mendableFields) if (repaired[field] !== undefined) put(field, repaired[field])
  // A date of its own hides the place written in the same cell with the old one.
  if (repaired['birthDate'] !== undefined && at.birthPlace === undefined && row.birthPlace !== '')
    put('birthPlace', row.birthPlace)
  const roundsText = layout.roundsText && repaired['nik'] === undefined
  const checked = rowChecker({ ...layout, at, roundsText }, terms)({ sheet: row.sheet, row: row.row, cells })
  const compared = (row.findings ?? []).filter(({ code }) => Object.hasOwn(comparedSeverity, code))
  const findings = [...checked.findings, ...compared, ...repairNotes(row, layout, repaired)]
  const isHeldBack = compared.some(({ severity }) => severity === 'review')
  return {
    row: { ...checked, verdict: checked.verdict === 'accepted' && isHeldBack ? 'review' : checked.verdict, findings, original },
    repaired,
    isIdentityChanged: identityOf(row) !== identityOf(checked),
  }
}

/** What comparisons with other people rest on. */
function identityOf(row: StoredRow | CheckedRow): string {
  const { nik, familyCard, fullName, birthDate, birthPlace, sex, motherName, address } = row
  return JSON.stringify(
    [nik, familyCard, nameKey(fullName), birthDate, birthPlace, sex, motherName, address].map((value) => value ?? ''),
  )
}

function repairNotes(row: StoredRow, layout: Layout, repaired: Record<string, string>): RowFinding[] {
  return mendableFields
    .filter((field) => repaired[field] !== undefined)
    .map((field: MendableField) => ({ code: 'repaired', severity: 'note', field, detail: writtenIn(row, layout, field) }))
}

/** The cells as they stood. A row in which nothing was found kept only its values: they are its cells. */
function originalCells(row: StoredRow, layout: Layout): string[] {
  if (row.original !== null) return row.original
  const cells = layout.columns.map(() => '')
  const put = (field: Field, value: string | null) => {
    const column = layout.at[field]
    if (column !== undefined) cells[column] = value ?? ''
  }
  const [rt = '', rw = ''] = row.rtRw.split('/')
  const born = row.birthDate === null ? '' : formatDay(row.birthDate, 'id')
  put('birthPlaceAndDate', [row.birthPlace, born].filter(Boolean).join(', '))
  put('birthDate', born)
  for (const field of [
    'nik',
    'familyCard',
    'fullName',
    'birthPlace',
    'sex',
    'motherName',
    'address',
    'hamlet',
    'rtRw',
    'occupation',
    'phone',
  ] as const)
    put(field, row[field])
  put('rt', rt)
  put('rw', rw)
  put('village', row.villageWritten)
  put('income', row.income === null ? '' : String(row.income))
  return cells
}

/** Kept cells are text alone; where a spreadsheet had rounded a number, it is one again, so that it is not taken for whole. */
function asRead(row: StoredRow, layout: Layout, original: readonly string[], repaired: Record<string, string>): Cell[] {
  const cells: Cell[] = [...original]
  const rounded = (field: 'nik' | 'familyCard', code: RowFinding['code']) => {
    const column = layout.at[field]
    const text = column === undefined ? '' : (original[column] ?? '')
    if (column === undefined || repaired[field] !== undefined || !/^\d{16}$/.test(text)) return
    const wasRounded = row.findings?.some((finding) => finding.code === code) || row.repaired?.[field] !== undefined
    if (wasRounded) cells[column] = { kind: 'number', text }
  }
  rounded('nik', 'nik-precision-lost')
  rounded('familyCard', 'family-card-unreadable')
  return cells
}
