import { parseBirthDate } from '../../reading/written/birth-date.ts'
import { agrees } from '../checks/check-birth.ts'
import { birthInNik, cleanNik } from '../../reading/written/nik.ts'
import { occupationMeant } from '../checks/occupation.ts'
import { parseSex } from '../../reading/written/plain-values.ts'
import { type SheetRow, textOf } from '../../reading/rows.ts'

/** What the cells of a column look like, each as a share of its filled cells (0–1). */
export type ColumnContent = {
  readonly filled: number
  readonly nik: number
  /** Of the sixteen-digit numbers, those whose day part is that of a woman: a family card never has one. */
  readonly womensNik: number
  /** Of the sixteen-digit numbers, those whose date stands in another cell of the row: the person was born then, a card is only issued. */
  readonly bornInRow: number
  readonly date: number
  readonly sex: number
  readonly name: number
  readonly occupation: number
  readonly phone: number
  readonly money: number
  readonly distinct: number
}

/** Looks at the cells of one column in the first rows of a list. */
export function contentOf(rows: readonly SheetRow[], column: number): ColumnContent {
  const cells = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => textOf(cell).trim() !== '')
  const texts = cells.map((cell) => textOf(cell).trim())
  const share = (matches: (text: string) => boolean) => (texts.length === 0 ? 0 : texts.filter(matches).length / texts.length)
  const niks = cells.map((cell) => cleanNik(cell).digits).filter((digits) => digits.length === 16)
  return {
    filled: texts.length,
    nik: texts.length === 0 ? 0 : niks.length / texts.length,
    womensNik:
      niks.length === 0
        ? 0
        : niks.filter((digits) => digits.slice(6, 8) > '40' && digits.slice(6, 8) < '72').length / niks.length,
    bornInRow: niks.length * 2 < cells.length ? 0 : bornInRow(rows, column),
    date:
      cells.filter((cell) => isDate(textOf(cell).trim(), typeof cell !== 'string' && cell.kind === 'date')).length /
      Math.max(1, texts.length),
    sex: share((text) => parseSex(text) !== ''),
    name: share((text) => /^[\p{L}][\p{L} .,'`’()-]{2,}$/u.test(text)),
    occupation: occupationShare(texts),
    phone: share((text) => /^(\+?62|0|8)[\d .-]{8,15}$/.test(text)),
    money: share((text) => /^(rp\.?\s*)?\d{1,3}([.,]\d{3})+(,-|,00)?$/i.test(text) || /^\d{6,8}$/.test(text)),
    distinct: new Set(texts).size / Math.max(1, texts.length),
  }
}

/** A few dozen rows tell a person's number from their family's. */
function bornInRow(rows: readonly SheetRow[], column: number): number {
  const told = rows.slice(0, 40).flatMap(({ cells }) => {
    const facts = birthInNik(cleanNik(cells[column] ?? '').digits)
    return facts === undefined
      ? []
      : [cells.some((cell, at) => at !== column && agrees(parseBirthDate(textOf(cell)).first, facts))]
  })
  return told.filter(Boolean).length / Math.max(1, told.length)
}

/** A few dozen cells show whether a column holds occupations; more would only cost time. */
function occupationShare(texts: readonly string[]): number {
  const some = texts.filter((text) => /\p{L}{2}/u.test(text)).slice(0, 40)
  return some.length * 2 < Math.min(40, texts.length)
    ? 0
    : some.filter((text) => occupationMeant(text).kind !== 'unknown').length / some.length
}

function isDate(text: string, isDateCell: boolean): boolean {
  return isDateCell || (text.length >= 6 && !/^\d+$/.test(text) && parseBirthDate(text).first !== 0)
}
