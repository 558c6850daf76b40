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
  from: { id: 'Dari', en: 'From' },
  until: { id: 'Sampai', en: 'Until' },
  findPerson: { id: 'Cari orang', en: 'Find a person' },
  findPersonWhat: {
    id: 'Jejak audit tentang satu orang. NIK tidak disimpan di alamat halaman; pencarian ini sendiri tercatat pada orangnya.',
    en: 'The trail of one person. The NIK does not stay in the address; this search itself is logged on the person.',
  },
  nik: { id: 'NIK', en: 'NIK' },
  find: { id: 'Cari', en: 'Find' },
  verify: { id: 'Periksa keutuhan', en: 'Verify' },
  verified: { id: 'Pemeriksaan jejak audit', en: 'Verification of the audit trail' },
  verifiedWhole: { id: 'Utuh', en: 'Whole' },
  verifiedBroken: { id: 'Tidak utuh', en: 'Not whole' },
  verifiedLines: { id: 'Baris diperiksa', en: 'Lines verified' },
  brokenLine: { id: 'Baris rusak pertama', en: 'First broken line' },
  chainEnd: { id: 'Ujung rantai, untuk dicatat di luar basis data', en: 'End of the chain, to be noted outside the database' },
  close: { id: 'Tutup', en: 'Close' },
  saveCsv: { id: 'Unduh CSV', en: 'Export CSV' },
  savingCsv: (done: number, all: number) => ({
    id: `${formatCount(done, 'id')} dari ${formatCount(all, 'id')}`,
    en: `${formatCount(done, 'en')} of ${formatCount(all, 'en')}`,
  }),
  csvName: { id: 'jejak-audit', en: 'audit-trail' },
})
