import { parseBirthDate } from '../../reading/written/birth-date.ts'
import { agrees } from '../checks/check-birth.ts'
import { birthInNik, cleanNik } from '../../reading/written/nik.ts'
import { occupationMeant } from '../checks/occupation.ts'
import { parseSex } from '../../reading/written/plain-values.ts'
import { type Cell, type SheetRow, textOf } from '../../reading/rows.ts'

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
  readonly distinct: number
}

/** Looks at the cells of one column in the first rows of a list; what nobody asks for is not looked for. */
export function contentOf(rows: readonly SheetRow[], column: number): ColumnContent {
  const cells = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => textOf(cell).trim() !== '')
  const texts = cells.map((cell) => textOf(cell).trim())
  const niks = cells.map((cell) => cleanNik(cell).digits).filter((digits) => digits.length === 16)
  const women = niks.filter((digits) => digits.slice(6, 8) > '40' && digits.slice(6, 8) < '72')
  const share = (matches: (text: string, at: number) => boolean) =>
    once(() => (texts.length === 0 ? 0 : texts.filter(matches).length / texts.length))
  const born = once(() => (niks.length * 2 < cells.length ? 0 : bornInRow(rows, column)))
  const date = share((text, at) => isDate(text, isDateCell(cells[at])))
  const sex = share((text) => parseSex(text) !== '')
  const name = share((text) => /^[\p{L}][\p{L} .,'`’()-]{2,}$/u.test(text))
  const occupation = once(() => occupationShare(texts))
  const phone = share((text) => /^(\+?62|0|8)[\d .-]{8,15}$/.test(text))
  const distinct = once(() => new Set(texts).size / Math.max(1, texts.length))
  return {
    filled: texts.length,
    nik: texts.length === 0 ? 0 : niks.length / texts.length,
    womensNik: niks.length === 0 ? 0 : women.length / niks.length,
    get bornInRow() {
      return born()
    },
    get date() {
      return date()
    },
    get sex() {
      return sex()
    },
    get name() {
      return name()
    },
    get occupation() {
      return occupation()
    },
    get phone() {
      return phone()
    },
    get distinct() {
      return distinct()
    },
  }
}

function once(work: () => number): () => number {
  let known: number | undefined
  return () => (known ??= work())
}

function isDateCell(cell: Cell | undefined): boolean {
  return cell !== undefined && typeof cell !== 'string' && cell.kind === 'date'
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

function isDate(text: string, isDated: boolean): boolean {
  return isDated || (text.length >= 6 && !/^\d+$/.test(text) && parseBirthDate(text).first !== 0)
}
