import { formatCount } from '../../values/numbers.ts'
import { words } from './words.ts'

/** The words of administration: the audit trail, people and their roles. */
export const administrationText = words({
  audit: { id: 'Jejak audit', en: 'Audit trail' },
  auditForWhom: {
    id: 'Jejak audit dibuka oleh administrator, auditor, dan penyetuju.',
    en: 'The audit trail is open to administrators, auditors and approvers.',
  },
  noLines: { id: 'Belum ada yang tercatat', en: 'Nothing is recorded yet' },
  noLinesWhat: {
    id: 'Setiap perubahan meninggalkan satu baris di sini, dalam transaksi yang sama; baris tidak dapat diubah atau dihapus.',
    en: 'Every change leaves a line here, in the same transaction; lines cannot be changed or deleted.',
  },
  at: { id: 'Waktu', en: 'Time' },
  actor: { id: 'Pelaku', en: 'Who' },
  searchActor: { id: 'Cari nama pelaku', en: 'Search who' },
  act: { id: 'Tindakan', en: 'Act' },
  subject: { id: 'Tentang', en: 'About' },
  subjectKind: { id: 'Jenis catatan', en: 'Kind of record' },
  subjectId: { id: 'Nomor catatan', en: 'Number of the record' },
  details: { id: 'Rincian', en: 'Details' },
  saveCsv: { id: 'Unduh CSV', en: 'Export CSV' },
  savingCsv: (done: number, all: number) => ({
    id: `${formatCount(done, 'id')} dari ${formatCount(all, 'id')}`,
    en: `${formatCount(done, 'en')} of ${formatCount(all, 'en')}`,
  }),
  csvName: { id: 'jejak-audit', en: 'audit-trail' },
})
