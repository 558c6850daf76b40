import { parseSex, presentText } from '../../reading/written/plain-values.ts'
import { type SheetRow, textOf } from '../../reading/rows.ts'
import { looksLikeHeader } from './header.ts'
import type { Layout } from './layout.ts'

/** What a line below the heading is; everything but a person is left out and listed, so that nothing vanishes unseen. */
export type LineKind = 'person' | 'blank' | 'header' | 'column-numbers' | 'total' | 'signature' | 'section'

/** Lines of a sheet are told apart in order, because what follows a total or a signature is judged more strictly. */
export type LineReader = { readonly kindOf: (row: SheetRow) => LineKind }

const totalWords = /^(grand |sub ?)?(jumlah|jml|total|subtotal|sub total|rekap(itulasi)?)\b/i
const signatureWords =
  /^\(?\s*(mengetahui|menyetujui|perbekel|kepala (desa|dusun|lingkungan|kelurahan)|lurah|kelihan (banjar|dinas)|kelian|camat|sekretaris|bendesa|an\.|a\.n\.?|ttd|tertanda|nip\b|dibuat oleh|petugas pendata|operator|catatan|keterangan|ket\s*[.:]|sumber|nb\b|\*\)|dicetak|printed|yang membuat|pendata)|^\(?\s*[._\s…]{4,}\)?$|^\(\s*[^)]*\.{3,}|^[\p{L} ]{3,30},\s*(\d{1,2}|\.{2,})\s*\p{L}+\s*(\d{4}|\.{2,})/iu

/** Makes the reader of one sheet's lines, for the layout found. */
export function lineReader(layout: Layout): LineReader {
  let isAfterEnd = false
  return {
    kindOf(row) {
      const kind = classify(row, layout, isAfterEnd)
      if (kind === 'total' || kind === 'signature') isAfterEnd = true
      if (kind === 'person') isAfterEnd = false
      return kind
    },
  }
}

function classify(row: SheetRow, layout: Layout, isAfterEnd: boolean): LineKind {
  const nik = layout.at.nik === undefined ? '' : textOf(row.cells[layout.at.nik])
  const name = layout.at.fullName === undefined ? '' : textOf(row.cells[layout.at.fullName])
  if (digitCount(nik) >= 8 && (name !== '' || row.cells.length > 3)) return 'person'
  const filled = row.cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '')
  if (filled.length === 0) return 'blank'
  if (filled.length >= 3 && filled.every((text, index) => /^\(?\d{1,2}\)?\.?$/.test(text) && isCounting(filled, index)))
    return 'column-numbers'
  if (looksLikeHeader(row) && filled.length >= Math.min(3, layout.columns.length)) return 'header'
  if (filled.some((text) => totalWords.test(text)) && !isTotalAsName(row, layout)) return 'total'
  if (filled.length <= 4 && filled.some((text) => signatureWords.test(text)) && !hasPersonData(row, layout)) return 'signature'
  return isPerson(row, layout, presentText(name), filled.length, isAfterEnd) ? 'person' : isAfterEnd ? 'signature' : 'section'
}

/** Counting up from cell to cell, as the row that numbers the columns does. */
function isCounting(filled: readonly string[], index: number): boolean {
  return index === 0 || numberIn(filled[index]) === numberIn(filled[index - 1]) + 1
}

function numberIn(text: string | undefined): number {
  return Number((text ?? '').replace(/\D/g, ''))
}

/** A numbered row that names a person is no total, whatever the name begins with. */
function isTotalAsName(row: SheetRow, layout: Layout): boolean {
  const isNumbered = isRowNumber(row, layout) && /\p{L}{2}/u.test(valueAt(row, layout.at.fullName))
  return (
    isNumbered ||
    (hasPersonData(row, layout) &&
      !totalWords.test(valueAt(row, layout.at.fullName)) &&
      !totalWords.test(valueAt(row, layout.at.nik)))
  )
}

/** Says whether the cells tell of a person: a date or a card beside a name, or enough of them without one. */
function hasPersonData(row: SheetRow, layout: Layout): boolean {
  const { birthDate, familyCard, birthPlaceAndDate, occupation, sex, fullName } = layout.at
  const isDated = [birthDate, birthPlaceAndDate].some((column) => /\d/.test(valueAt(row, column)))
  const isCarded = digitCount(valueAt(row, familyCard)) >= 10
  const signs = [isDated, isCarded, parseSex(valueAt(row, sex)) !== '', valueAt(row, occupation) !== '', isRowNumber(row, layout)]
  const count = signs.filter(Boolean).length
  return /\p{L}{2}/u.test(valueAt(row, fullName)) ? isDated || isCarded || count >= 2 : count >= 3
}

/** A person has a name and something more; after the totals, a signature may stand in the name column, so more is asked. */
function isPerson(row: SheetRow, layout: Layout, name: string, filled: number, isAfterEnd: boolean): boolean {
  if (hasPersonData(row, layout)) return true
  if (!/\p{L}{2}/u.test(name)) return false
  const isNumbered = isRowNumber(row, layout)
  return isAfterEnd ? isNumbered && filled >= 3 : isNumbered || filled >= 3
}

function isRowNumber(row: SheetRow, layout: Layout): boolean {
  return /^\d+\.?$/.test(valueAt(row, layout.at.rowNumber))
}

function valueAt(row: SheetRow, column: number | undefined): string {
  return column === undefined ? '' : textOf(row.cells[column]).trim()
}

function digitCount(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) count++
  }
  return count
}
