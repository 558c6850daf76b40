import type { Wording } from '../../values/language.ts'

/** What is kept how long and why. `days` empty is for good; `law` empty is the region's own choice. */
export type RetentionRule = {
  id: string
  what: Wording
  tables: readonly string[]
  days: number | null
  why: Wording
  law: string | null
  /** What happens when the time is over. */
  afterwards: 'delete' | 'forget' | 'keep'
}

const year = 365
const never = { id: 'Disimpan', en: 'Kept' }

/** The retention schedule, shortest first. Times that no law names are the region's own choice and are marked so. */
export const retentionRules: readonly RetentionRule[] = [
  {
    id: 'sessions',
    what: { id: 'Sesi masuk yang sudah berakhir', en: 'Sessions that have ended' },
    tables: ['session'],
    days: 90,
    why: { id: 'Cukup untuk menelusuri penyalahgunaan akun.', en: 'Long enough to trace misuse of an account.' },
    law: null,
    afterwards: 'delete',
  },
  {
    id: 'tasks',
    what: { id: 'Pekerjaan latar yang sudah selesai', en: 'Background work that has ended' },
    tables: ['task'],
    days: year,
    why: {
      id: 'Judulnya memuat nama berkas; hasilnya sudah ada pada catatan masing-masing.',
      en: 'Titles name files; results stand in the records themselves.',
    },
    law: null,
    afterwards: 'delete',
  },
  {
    id: 'devices',
    what: { id: 'Peramban yang dikenal dan lama tidak dipakai', en: 'Known browsers not used for long' },
    tables: ['known_device', 'sign_in_brake'],
    days: year,
    why: {
      id: 'Setelah itu peramban dikenali lagi saat orangnya masuk.',
      en: 'After that a browser is known again once its person signs in.',
    },
    law: null,
    afterwards: 'delete',
  },
  {
    id: 'refused-rows',
    what: { id: 'Baris daftar yang tidak masuk registri', en: 'Rows of lists that did not enter the registry' },
    tables: ['intake_row', 'intake_repair'],
    days: year,
    why: {
      id: 'Orangnya tidak diikutkan; setelah masa keberatan datanya tidak diperlukan.',
      en: 'They do not take part; after the time for objections the data are not needed.',
    },
    law: 'UU 27/2022 Pasal 16 ayat (2) huruf g',
    afterwards: 'forget',
  },
  {
    id: 'register-answers',
    what: { id: 'Jawaban register tentang orang di luar registri', en: 'Answers of registers about people not in the registry' },
    tables: ['civil_record', 'insured_record', 'welfare_record', 'death_record'],
    days: year,
    why: {
      id: 'Data Dukcapil hanya untuk tujuan perjanjian hak akses.',
      en: 'Civil registry data serve only the purpose of the agreement.',
    },
    law: 'UU 27/2022 Pasal 16 ayat (2) huruf g',
    afterwards: 'delete',
  },
  {
    id: 'list-rows',
    what: {
      id: 'Baris daftar yang sudah masuk registri, seperti tertulis',
      en: 'Rows of lists that entered the registry, as written',
    },
    tables: ['intake_row', 'intake_repair'],
    days: 5 * year,
    why: {
      id: 'Bukti asal data selama program dapat diperiksa.',
      en: 'Evidence of where data came from while the programme may be audited.',
    },
    law: null,
    afterwards: 'forget',
  },
  {
    id: 'files',
    what: { id: 'Berkas asli yang diunggah', en: 'Original files that were uploaded' },
    tables: ['stored_file'],
    days: 5 * year,
    why: {
      id: 'Bukti asal data; nama, sidik, dan pengirimnya tetap tercatat.',
      en: 'Evidence of origin; name, fingerprint and sender stay on record.',
    },
    law: null,
    afterwards: 'delete',
  },
  {
    id: 'removed-workers',
    what: {
      id: 'Entri yang dikeluarkan dari registri dan tidak pernah ditetapkan',
      en: 'Entries that left the registry and never stood in a decree',
    },
    tables: [
      'worker',
      'worker_match',
      'register_standing',
      'register_difference',
      'worker_correction',
      'assessment',
      'ranking',
      'duplicate_pair',
      'worker_merge',
    ],
    days: 2 * year,
    why: {
      id: 'Tidak ada perlindungan atau uang daerah yang bertumpu padanya.',
      en: 'No cover and no public money rest on them.',
    },
    law: 'UU 27/2022 Pasal 43',
    afterwards: 'forget',
  },
  {
    id: 'confidential',
    what: { id: 'Rekening, kesehatan, dan anak', en: 'Bank account, health and children' },
    tables: ['worker_confidential'],
    days: 5 * year,
    why: {
      id: 'Klaim masih dapat diajukan setelah perlindungan berakhir.',
      en: 'Claims may still be made after cover has ended.',
    },
    law: null,
    afterwards: 'delete',
  },
  {
    id: 'membership',
    what: {
      id: 'Pekerja yang pernah ditetapkan, kepesertaan, iuran, SK',
      en: 'Workers of decrees, cover, contributions, decrees',
    },
    tables: ['worker', 'membership_period', 'contribution_line', 'contribution_omission', 'decree_line', 'decree_call'],
    days: null,
    why: {
      id: 'Bukti pengeluaran uang daerah dan masa kepesertaan; dipindahkan menurut jadwal retensi arsip daerah.',
      en: 'Evidence of public spending and of cover; moved on by the region’s archive schedule.',
    },
    law: 'UU 43/2009 tentang Kearsipan',
    afterwards: 'keep',
  },
  {
    id: 'accounts',
    what: { id: 'Akun petugas, perannya, dan faktor kedua', en: 'Accounts of officials, their roles and second factors' },
    tables: ['account', 'account_role', 'second_factor', 'recovery_code', 'account_link'],
    days: null,
    why: {
      id: 'Jejak audit menunjuk padanya; akun yang tidak dipakai dinonaktifkan. Rahasia faktor kedua tersegel.',
      en: 'The audit trail points to them; an account no longer used is deactivated. Secrets of second factors are sealed.',
    },
    law: 'UU 27/2022 Pasal 31, Pasal 39',
    afterwards: 'keep',
  },
  {
    id: 'audit',
    what: { id: 'Jejak audit', en: 'Audit trail' },
    tables: ['audit_line', 'audit_seal'],
    days: null,
    why: {
      id: 'Rantainya hanya dapat diperiksa bila utuh; data pribadi di dalamnya disamarkan.',
      en: 'The chain can only be checked whole; personal data in it are masked.',
    },
    law: 'UU 27/2022 Pasal 31',
    afterwards: 'keep',
  },
  {
    id: 'privacy-records',
    what: { id: 'Permintaan warga dan kegagalan pelindungan', en: 'Requests of people and breaches' },
    tables: ['subject_request', 'breach', 'breach_person'],
    days: null,
    why: { id: 'Bukti bahwa kewajiban kepada warga dijalankan.', en: 'Evidence that duties to people were met.' },
    law: 'UU 27/2022 Pasal 31, Pasal 46',
    afterwards: 'keep',
  },
]

export const afterwardsNames: Readonly<Record<RetentionRule['afterwards'], Wording>> = {
  delete: { id: 'Dihapus', en: 'Deleted' },
  forget: { id: 'Identitas dihilangkan', en: 'Identity removed' },
  keep: never,
}
