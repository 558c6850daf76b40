import type { Wording } from '../../values/language.ts'

/** Why a cover ends before its programme does (`domain` words of the monthly mutation). */
export const endReasons = [
  'DECEASED',
  'MOVED_OUT',
  'BECAME_PU',
  'BECAME_ASN',
  'PAID_BY_OTHER',
  'STOPPED_WORKING',
  'RELEASED_TO_SELF_PAY',
  'OVER_AGE',
  'NIK_INVALID',
  'DUPLICATE',
  'OBJECTION_UPHELD',
  'QUOTA_CUT',
  'LAPSED',
] as const

export type EndReason = (typeof endReasons)[number]

/** The reasons in officials' words. */
export const endReasonNames: Readonly<Record<EndReason, Wording>> = {
  DECEASED: { id: 'Meninggal dunia', en: 'Deceased' },
  MOVED_OUT: { id: 'Pindah ke luar daerah', en: 'Moved out of the region' },
  BECAME_PU: { id: 'Menjadi penerima upah', en: 'Became a wage earner' },
  BECAME_ASN: { id: 'Menjadi ASN, TNI, atau Polri', en: 'Became a civil servant, soldier or police officer' },
  PAID_BY_OTHER: { id: 'Dibayar pihak lain', en: 'Paid by somebody else' },
  STOPPED_WORKING: { id: 'Berhenti bekerja', en: 'Stopped working' },
  RELEASED_TO_SELF_PAY: { id: 'Melanjutkan secara mandiri', en: 'Goes on paying for themselves' },
  OVER_AGE: { id: 'Melewati batas umur daerah', en: 'Over the region’s age limit' },
  NIK_INVALID: { id: 'NIK tidak sah', en: 'Invalid NIK' },
  DUPLICATE: { id: 'Tercatat ganda', en: 'Recorded twice' },
  OBJECTION_UPHELD: { id: 'Sanggahan dikabulkan', en: 'Objection upheld' },
  QUOTA_CUT: { id: 'Kuota dikurangi', en: 'Quota was cut' },
  LAPSED: { id: 'Berakhir karena iuran tidak dibayar', en: 'Lapsed for unpaid contributions' },
}

/** How a period stands on a day. `lapsing` periods are active ones whose unpaid months are about to end them. */
export const periodStates = ['upcoming', 'active', 'lapsing', 'ended'] as const

export type PeriodState = (typeof periodStates)[number]

export const periodStateNames: Readonly<Record<PeriodState, Wording>> = {
  upcoming: { id: 'Akan mulai', en: 'Upcoming' },
  active: { id: 'Aktif', en: 'Active' },
  lapsing: { id: 'Terancam berakhir', en: 'About to lapse' },
  ended: { id: 'Berakhir', en: 'Ended' },
}
