import type { Wording } from '../../../values/language.ts'

/** Why a line of an answer cannot be used. */
export type FaultReason =
  | 'nik-missing'
  | 'nik-not-16-digits'
  | 'nik-rounded'
  | 'answer-empty'
  | 'status-unreadable'
  | 'decile-unreadable'
  | 'day-unreadable'
  | 'day-missing'
  | 'day-in-future'

/** A line that cannot be used: where it stands (`sheet` is '' in a text file), why, and what was written there. */
export type Fault = { sheet: string; line: number; reason: FaultReason; value: string }

export const faultWordings: Record<FaultReason, Wording> = {
  'nik-missing': { id: 'NIK kosong', en: 'The NIK is missing' },
  'nik-not-16-digits': { id: 'NIK bukan 16 angka', en: 'The NIK does not have 16 digits' },
  'nik-rounded': {
    id: 'Angka terakhir NIK hilang: Excel membulatkannya',
    en: 'The last digit of the NIK is lost: Excel rounded it',
  },
  'answer-empty': { id: 'Kolom jawaban belum diisi', en: 'The columns of the answer are empty' },
  'status-unreadable': { id: 'Status tidak terbaca', en: 'The status cannot be read' },
  'decile-unreadable': { id: 'Desil bukan angka 1 sampai 10', en: 'The decile is not a number from 1 to 10' },
  'day-unreadable': { id: 'Tanggal tidak terbaca', en: 'The day cannot be read' },
  'day-missing': {
    id: 'Tanggal dan akta kematian kosong: tidak jelas apakah ia meninggal',
    en: 'Neither day nor certificate of the death: it is unclear whether the person died',
  },
  'day-in-future': { id: 'Tanggal meninggal belum tiba', en: 'The day of the death has not come yet' },
}
