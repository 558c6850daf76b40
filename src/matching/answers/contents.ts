import { type SheetRow, textOf } from '../../reading/rows.ts'
import { parseBirthDate } from '../../reading/written/birth-date.ts'
import { birthInNik, cleanNik } from '../../reading/written/nik.ts'
import { presentText } from '../../reading/written/plain-values.ts'
import { readCivilStatus, readVerdict } from './verdicts.ts'

/** What the cells of a column look like, each as a share of its filled cells (0–1). */
export type Contents = {
  readonly filled: number
  readonly nik: number
  /** Of the NIKs, those of women, and those that are numbers ending in 0: Excel keeps fifteen digits of a number. */
  readonly womensNik: number
  readonly roundedNik: number
  readonly verdict: number
  readonly civilStatus: number
  readonly insuredStatus: number
  readonly segment: number
  readonly programmes: number
  readonly decile: number
  readonly date: number
}

/** How many rows of a sheet are looked at. */
export const sampleRows = 200

/** Looks at the cells of one column in the rows of a sample. */
export function contentsOf(rows: readonly SheetRow[], column: number): Contents {
  const cells = rows.map(({ cells: all }) => all[column] ?? '').filter((cell) => presentText(textOf(cell)) !== '')
  const texts = cells.map((cell) => presentText(textOf(cell)))
  const niks = cells
    .map((cell) => cleanNik(cell))
    .filter(({ digits }) => digits.length === 16 && (birthInNik(digits) !== undefined || digits.endsWith('0000')))
  const share = (matches: (text: string) => boolean) => texts.filter(matches).length / Math.max(1, texts.length)
  const ofNiks = (count: number) => count / Math.max(1, niks.length)
  return {
    filled: texts.length,
    nik: niks.length / Math.max(1, texts.length),
    womensNik: ofNiks(niks.filter(({ digits }) => digits.slice(6, 8) > '40').length),
    roundedNik: ofNiks(niks.filter(({ digits, isNumber }) => isNumber && digits.endsWith('0')).length),
    verdict: share((text) => readVerdict(text) !== undefined),
    civilStatus: share((text) => readCivilStatus(text) !== undefined),
    insuredStatus: share((text) => readInsuredStatus(text) !== undefined),
    segment: share((text) => /^(pu|ppu|bpu|jakon|jasa konstruksi|pmi|penerima upah|bukan penerima upah)\b/i.test(text)),
    programmes: share((text) => /\b(jkk|jkm|jht|jkp|jp)\b/i.test(text)),
    decile: share((text) => readDecile(text) !== undefined),
    date: share((text) => text.length >= 6 && parseBirthDate(text).first !== 0),
  }
}

/** Whether BPJS has somebody as an active member; nothing when the words say neither. */
export function readInsuredStatus(text: string): boolean | undefined {
  if (/^(n|0|false)$|\b(non|tidak|tdk|belum|bukan)[\s-]*(aktif|terdaftar|peserta|ditemukan|active)/i.test(text)) return false
  if (/^(tidak|tdk|belum)$|\b(nonaktif|keluar|berakhir|berhenti|inactive|ended)\b/i.test(text)) return false
  return /^(a|y|ya|1|true)$|\b(aktif|active|terdaftar)\b/i.test(text) ? true : undefined
}

/** The welfare decile a cell names, 1 to 10. */
export function readDecile(text: string): number | undefined {
  const decile = Number(/^(?:desil[\s-]*)?(\d{1,2})(?:[.,]0+)?$/i.exec(text)?.[1] ?? Number.NaN)
  return decile >= 1 && decile <= 10 ? decile : undefined
}
