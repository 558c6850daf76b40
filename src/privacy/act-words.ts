import type { Wording } from '../../values/language.ts'
import { type AccessGround, accessGroundNames } from '../registry/access-grounds.ts'

/** What was done to a person's record, in words that the person reads on paper. */
const actNames: Readonly<Record<string, Wording>> = {
  'registry.file-opened': { id: 'Berkas Anda dibuka', en: 'Your file was opened' },
  'registry.identity-shown': {
    id: 'NIK, KK, HP dan nama ibu dilihat utuh',
    en: 'NIK, family card, phone and mother’s name were seen whole',
  },
  'registry.worker-corrected': { id: 'Data Anda diperbaiki', en: 'Your data were corrected' },
  'confidential.opened': { id: 'Data rahasia dibuka', en: 'Confidential data were opened' },
  'confidential.recorded': { id: 'Data rahasia dicatat', en: 'Confidential data were recorded' },
  'confidential.removed': { id: 'Data rahasia dihapus', en: 'Confidential data were removed' },
  'privacy.subject-exported': { id: 'Salinan seluruh data dibuat', en: 'A copy of all data was made' },
  'privacy.request-received': { id: 'Permintaan Anda dicatat', en: 'Your request was recorded' },
  'privacy.request-granted': { id: 'Permintaan Anda dikabulkan', en: 'Your request was granted' },
  'privacy.request-refused': { id: 'Permintaan Anda ditolak', en: 'Your request was refused' },
  'audit.person-log-read': { id: 'Catatan ini dibaca', en: 'This log was read' },
  'membership.period-opened': { id: 'Kepesertaan dibuka', en: 'Cover was opened' },
  'membership.period-ended': { id: 'Kepesertaan diakhiri', en: 'Cover was ended' },
  'membership.place-taken': { id: 'Tempat diisi orang lain', en: 'The place was taken by another' },
  'duplicates.merge-requested': { id: 'Penggabungan catatan diminta', en: 'A merge of records was asked for' },
  'duplicates.merge-refused': { id: 'Penggabungan catatan ditolak', en: 'A merge of records was refused' },
  'duplicates.merged': { id: 'Catatan digabungkan', en: 'Records were merged' },
  'duplicates.merge-undone': { id: 'Penggabungan dibatalkan', en: 'A merge was taken back' },
}

/** The act of an audit line for the person it is about. */
export function wordActFor(act: string): Wording {
  return actNames[act] ?? { id: act, en: act }
}

/** Why it was done, as far as the line says: the ground chosen and what was written beside it. */
export function wordGround(details: Readonly<Record<string, unknown>>): Wording | undefined {
  const { ground, because } = details
  const named = typeof ground === 'string' ? accessGroundNames[ground as AccessGround] : undefined
  const written = typeof because === 'string' && because !== '' ? because : undefined
  if (named === undefined && written === undefined) return undefined
  const joined = (language: 'id' | 'en') => [named?.[language], written].filter(Boolean).join(': ')
  return { id: joined('id'), en: joined('en') }
}
