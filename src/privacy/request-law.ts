import type { Wording } from '../../values/language.ts'

/** What a person may ask for. */
export const requestKinds = ['access', 'correction', 'erasure', 'objection', 'restriction'] as const
export type RequestKind = (typeof requestKinds)[number]

/** How a request reached the office. */
export const requestChannels = ['in-person', 'letter', 'phone', 'online'] as const
export type RequestChannel = (typeof requestChannels)[number]

/**
 * Each kind with its articles in UU 27/2022 and the hours the law gives; read in secondary sources, not yet in the official text. For
 * erasure the law names no hours: the region answers within the same three days.
 */
export const requestLaw: Record<RequestKind, { name: Wording; law: string; hours: number; isRegionsChoice: boolean }> = {
  access: {
    name: { id: 'Akses dan salinan data', en: 'Access and a copy' },
    law: 'UU 27/2022 Pasal 7, Pasal 32',
    hours: 72,
    isRegionsChoice: false,
  },
  correction: {
    name: { id: 'Perbaikan data', en: 'Correction' },
    law: 'UU 27/2022 Pasal 6, Pasal 30',
    hours: 72,
    isRegionsChoice: false,
  },
  erasure: {
    name: { id: 'Penghapusan data', en: 'Erasure' },
    law: 'UU 27/2022 Pasal 8, Pasal 43–45',
    hours: 72,
    isRegionsChoice: true,
  },
  objection: {
    name: { id: 'Keberatan atas putusan otomatis', en: 'Objection to an automated decision' },
    law: 'UU 27/2022 Pasal 10',
    hours: 72,
    isRegionsChoice: true,
  },
  restriction: {
    name: { id: 'Penundaan atau pembatasan pemrosesan', en: 'Delay or restriction of processing' },
    law: 'UU 27/2022 Pasal 11, Pasal 41',
    hours: 72,
    isRegionsChoice: false,
  },
}

/** Grounds on which a request may be refused, and data kept. */
export const refusalGrounds = [
  'legal-duty',
  'public-interest',
  'financial-records',
  'others-data',
  'identity-unproven',
  'unfounded',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

export const refusalGroundNames: Record<RefusalGround, Wording> = {
  'legal-duty': {
    id: 'Kewajiban hukum menyimpan arsip (UU 43/2009; UU 27/2022 Pasal 20 ayat (2) huruf c)',
    en: 'A legal duty to keep records (UU 43/2009; UU 27/2022 art. 20 (2) c)',
  },
  'public-interest': {
    id: 'Kepentingan umum dalam penyelenggaraan negara (UU 27/2022 Pasal 15 ayat (1) huruf c)',
    en: 'Public interest in running the state (UU 27/2022 art. 15 (1) c)',
  },
  'financial-records': {
    id: 'Bukti pengeluaran uang daerah yang masih dalam masa pemeriksaan',
    en: 'Evidence of public spending that may still be audited',
  },
  'others-data': {
    id: 'Mengungkapkan data pribadi orang lain (UU 27/2022 Pasal 33)',
    en: 'It would reveal another person’s data (UU 27/2022 art. 33)',
  },
  'identity-unproven': { id: 'Identitas pemohon tidak dapat dibuktikan', en: 'The person could not show who they are' },
  unfounded: { id: 'Datanya sudah benar menurut KTP, KK, atau register', en: 'The data are right by card or register' },
}
