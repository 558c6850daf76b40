import type { Wording } from '../../values/language.ts'

/** The steps after a breach, in the order in which they are usually taken; only closing waits for the others. */
export const breachSteps = ['assessed', 'contained', 'persons-notified', 'authority-notified'] as const
export type BreachStep = (typeof breachSteps)[number]

export const breachStepNames: Record<BreachStep, Wording> = {
  assessed: { id: 'Dinilai', en: 'Assessed' },
  contained: { id: 'Ditangani', en: 'Contained' },
  'persons-notified': { id: 'Warga diberi tahu', en: 'People told' },
  'authority-notified': { id: 'Lembaga diberi tahu', en: 'Authority told' },
}

/** The verb of each step, for the button that notes it. */
export const breachStepActs: Record<BreachStep, Wording> = {
  assessed: { id: 'Catat penilaian', en: 'Note the assessment' },
  contained: { id: 'Catat penanganan', en: 'Note the containment' },
  'persons-notified': { id: 'Catat surat warga', en: 'Note that people were told' },
  'authority-notified': { id: 'Catat surat lembaga', en: 'Note that the authority was told' },
}

/** The kinds of data a breach may reveal, as the letter names them. */
export const revealedKinds = [
  'identity',
  'contact',
  'family',
  'economic',
  'bank-account',
  'health',
  'children',
  'membership',
] as const
export type RevealedKind = (typeof revealedKinds)[number]

export const revealedNames: Record<RevealedKind, Wording> = {
  identity: { id: 'nama, NIK, tempat dan tanggal lahir', en: 'name, NIK, place and date of birth' },
  contact: { id: 'alamat dan nomor HP', en: 'address and phone' },
  family: { id: 'nomor KK dan nama ibu kandung', en: 'family card and mother’s name' },
  economic: { id: 'pekerjaan, penghasilan, dan desil kesejahteraan', en: 'occupation, income and welfare decile' },
  'bank-account': { id: 'rekening bank', en: 'bank account' },
  health: { id: 'keterangan kesehatan', en: 'health' },
  children: { id: 'data anak', en: 'children' },
  membership: { id: 'kepesertaan dan iuran', en: 'cover and contributions' },
}

/** Hours the law gives to tell the people and the authority in writing (UU 27/2022 art. 46: 3 × 24). */
export const breachHours = 72
