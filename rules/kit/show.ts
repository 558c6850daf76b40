import type { Language } from '../../values/language.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { sources, type SourceId } from '../law/sources.ts'
import type { Parameter } from './parameter.ts'
import type { Unit } from './units.ts'

const unitNames: Partial<Record<Unit, { id: string; en: string }>> = {
  'rupiah-per-month': { id: 'per bulan', en: 'a month' },
  'rupiah-per-year': { id: 'per tahun', en: 'a year' },
  months: { id: 'bulan', en: 'months' },
  years: { id: 'tahun', en: 'years' },
  hours: { id: 'jam', en: 'hours' },
  'working-days': { id: 'hari kerja', en: 'working days' },
  wages: { id: 'kali upah sebulan', en: 'monthly incomes' },
  heads: { id: 'anak', en: 'children' },
}

/** Writes a figure of the law as a reader expects it: `Rp42.000.000`, `3 bulan`, `46 baris`; a repealed one as a dash. */
export function showValue(of: Parameter, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return showList(of.unit, value, language)
  const number = Number(value)
  const unit = unitNames[of.unit]?.[language]
  if (of.unit.startsWith('rupiah')) return [formatRupiah(number), unit].filter(Boolean).join(' ')
  if (of.unit === 'percent') return `${number} %`
  if (of.unit === 'day-of-month') return language === 'id' ? `tanggal ${number}` : `day ${number}`
  return [String(number), unit].filter(Boolean).join(' ')
}

/** The history as points for a small step chart, oldest first; nothing when the figure is no number. */
export function chartPoints(of: Parameter): { readonly from: string; readonly value: number }[] {
  return of.history
    .flatMap((entry) => (typeof entry.value === 'number' ? [{ from: entry.from.toString(), value: Number(entry.value) }] : []))
    .toReversed()
}

/** Names the sources that were read, with their numbers. */
export function sourceTexts(ids: readonly SourceId[] | undefined): string[] {
  return (ids ?? []).map((id) => `${id}: ${sources[id]}`)
}

function showList(unit: Unit, value: readonly unknown[], language: Language): string {
  if (unit === 'payers') return value.length === 0 ? (language === 'id' ? 'tidak ada' : 'none') : value.join(', ')
  return `${value.length} ${language === 'id' ? 'baris' : 'rows'}`
}
