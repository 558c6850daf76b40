import type { Wording } from '../../values/language.ts'

/** What somebody may need hidden details of a person for; `other` is said in words. */
export const accessGrounds = [
  'check-identity',
  'contact-person',
  'register-with-insurer',
  'claim',
  'person-asks',
  'complaint',
  'audit',
  'other',
] as const
export type AccessGround = (typeof accessGrounds)[number]

export const accessGroundNames: Record<AccessGround, Wording> = {
  'check-identity': { id: 'Mencocokkan identitas dengan KTP atau KK', en: 'To compare with an identity or family card' },
  'contact-person': { id: 'Menghubungi orang ini atau keluarganya', en: 'To reach the person or the family' },
  'register-with-insurer': { id: 'Pendaftaran atau perubahan di BPJS Ketenagakerjaan', en: 'Registration or change with BPJS' },
  claim: { id: 'Klaim atau beasiswa', en: 'A claim or scholarship' },
  'person-asks': { id: 'Diminta oleh orangnya sendiri (UU 27/2022)', en: 'The person asked for it (UU 27/2022)' },
  complaint: { id: 'Pengaduan atau keberatan', en: 'A complaint or objection' },
  audit: { id: 'Pemeriksaan', en: 'An audit' },
  other: { id: 'Lainnya, ditulis di bawah', en: 'Something else, written below' },
}
