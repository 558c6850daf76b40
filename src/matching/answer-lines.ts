import { findAreaCode } from '../../values/areas.ts'
import type { Wording } from '../../values/language.ts'
import { readWrittenDay } from './written-days.ts'
import type { Field, Register } from './registers.ts'

/** Why a line of an answer cannot be used. */
export type FaultReason =
  'nik-missing' | 'nik-not-16-digits' | 'status-unreadable' | 'decile-unreadable' | 'day-unreadable' | 'columns-broken'

export type Fault = { line: number; reason: FaultReason; value: string }

export const faultWordings: Record<FaultReason, Wording> = {
  'nik-missing': { id: 'NIK kosong', en: 'The NIK is missing' },
  'nik-not-16-digits': { id: 'NIK bukan 16 angka', en: 'The NIK does not have 16 digits' },
  'status-unreadable': { id: 'Status tidak terbaca', en: 'The status cannot be read' },
  'decile-unreadable': { id: 'Desil bukan angka 1 sampai 10', en: 'The decile is not a number from 1 to 10' },
  'day-unreadable': { id: 'Tanggal tidak terbaca', en: 'The day cannot be read' },
  'columns-broken': { id: 'Baris rusak: tanda kutip atau jumlah kolom keliru', en: 'Broken line: quotes or number of columns' },
}

/** The columns of an answer as they go into the database, in this order, for each register. */
export const recordColumns: Record<Register, readonly string[]> = {
  dukcapil: ['nik', 'family_card', 'full_name', 'birth_date', 'sex', 'mother_name', 'village', 'is_alive'],
  bpjs: ['nik', 'segment', 'is_active', 'programmes'],
  dtsen: ['nik', 'decile'],
  deaths: ['nik', 'full_name', 'died_on', 'certificate_number'],
}

type Value = string | number | boolean | null
type Line = { get(field: Field): string; has(field: Field): boolean }
type Read = { values: Value[] } | { reason: FaultReason; value: string } | 'not-known'

/** Reads one line of an answer. `not-known` is a register's own word that it does not know the NIK. */
export function readAnswerLine(register: Register, cells: readonly string[], header: ReadonlyMap<Field, number>): Read {
  const line: Line = { get: (field) => plainText(cells[header.get(field) ?? -1] ?? ''), has: (field) => header.has(field) }
  const written = line.get('nik')
  const nik = written.replace(/^="?|"$|[\s.'’`-]/g, '')
  if (nik === '') return { reason: 'nik-missing', value: '' }
  if (!/^\d{16}$/.test(nik)) return { reason: 'nik-not-16-digits', value: written.slice(0, 40) }
  return readers[register](nik, line)
}

const readers: Record<Register, (nik: string, line: Line) => Read> = {
  dukcapil: (nik, line) => {
    const status = line.get('status')
    if (/tidak (di)?(temu|kenal)|not found|unknown/i.test(status)) return 'not-known'
    const isAlive = aliveBy(status)
    if (isAlive === undefined) return { reason: 'status-unreadable', value: status }
    const born = line.get('birthDate')
    const birthDate = readWrittenDay(born)
    if (birthDate === undefined) return { reason: 'day-unreadable', value: born }
    const sex = line.get('sex').charAt(0).toUpperCase()
    const village = findAreaCode(line.get('village')) ?? null
    const familyCard = line.get('familyCard').replace(/\D/g, '') || null
    const person = [line.get('name') || null, birthDate, sex === 'L' || sex === 'P' ? sex : null, line.get('motherName') || null]
    return { values: [nik, familyCard, ...person, village, isAlive] }
  },
  bpjs: (nik, line) => {
    const status = line.get('status')
    // In a request that comes back, whoever is not insured is left without a status.
    if (status === '' && line.get('segment') === '') return 'not-known'
    const isActive = activeBy(status)
    if (isActive === undefined) return { reason: 'status-unreadable', value: status }
    const segment =
      line
        .get('segment')
        .toUpperCase()
        .replace(/[\s_]+/g, '-') || 'BPU'
    return { values: [nik, segment, isActive, line.get('programmes').toUpperCase()] }
  },
  dtsen: (nik, line) => {
    const written = line.get('decile')
    if (written === '') return 'not-known'
    const decile = Number(/^(?:desil\s*)?(\d{1,2})$/i.exec(written)?.[1] ?? Number.NaN)
    return decile >= 1 && decile <= 10 ? { values: [nik, decile] } : { reason: 'decile-unreadable', value: written }
  },
  deaths: (nik, line) => {
    const written = line.get('diedOn')
    // In a request that comes back, whoever lives stands beside who died: only a status or a day says that somebody died.
    if (line.has('status') && aliveBy(line.get('status')) !== false && written === '') return 'not-known'
    const diedOn = readWrittenDay(written)
    if (diedOn === undefined) return { reason: 'day-unreadable', value: written }
    return { values: [nik, line.get('name') || null, diedOn, line.get('certificate') || null] }
  },
}

function aliveBy(status: string): boolean | undefined {
  if (/^(mati|meninggal|wafat|almarhum|alm|deceased|dead|m)\b/i.test(status)) return false
  return /^(hidup|aktif|alive|ada|sesuai|h)\b/i.test(status) ? true : undefined
}

function activeBy(status: string): boolean | undefined {
  if (/^(non|tidak|tdk|keluar|berakhir|inactive|ended|n\b|0|false)/i.test(status)) return false
  return /^(aktif|active|a|y|ya|1|true)$/i.test(status) ? true : undefined
}

function plainText(text: string): string {
  const bare = text.replace(/[\u00a0\u200b-\u200f\ufeff]/g, ' ').trim()
  return /^(-+|n\/a|null|nihil|tidak ada)$/i.test(bare) ? '' : bare
}
