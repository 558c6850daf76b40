import type { Wording } from '../../values/language.ts'

/** One activity of the register of processing: why, on what basis, whose and which data, who gets them, how long, how protected. */
export type Activity = {
  id: string
  purpose: Wording
  legalBasis: string
  categories: Wording
  recipients: Wording
  retention: Wording
  measures: Wording
}

const ordinary: Wording = {
  id: 'Peran per wilayah di basis data, NIK disamarkan, jejak audit berantai',
  en: 'Roles by area held in the database, NIK masked, chained audit trail',
}

const asProgramme: Wording = {
  id: 'Selama program dan masa pemeriksaannya (jadwal retensi arsip daerah)',
  en: 'As long as the programme and its audits (archive schedule of the region)',
}

/** What UCOK itself does with personal data, in the order of a worker's way. The region adds its own beside it. Articles are read in secondary sources. */
export const activities: readonly Activity[] = [
  {
    id: 'intake',
    purpose: { id: 'Mendata pekerja yang belum terlindungi', en: 'Listing workers who are not covered' },
    legalBasis: 'UU 27/2022 Pasal 20 ayat (2) huruf e (kepentingan umum, pelayanan publik); Inpres 2/2021',
    categories: {
      id: 'Nama, NIK, KK, lahir, alamat, pekerjaan, penghasilan, HP, nama ibu kandung',
      en: 'Name, NIK, family card, birth, address, occupation, income, phone, mother’s name',
    },
    recipients: { id: 'Petugas desa dan dinas', en: 'Officials of villages and the office' },
    retention: { id: 'Baris yang ditolak 1 tahun, berkas asli 5 tahun', en: 'Refused rows 1 year, original files 5 years' },
    measures: ordinary,
  },
  {
    id: 'duplicates',
    purpose: { id: 'Menemukan orang yang tercatat dua kali', en: 'Finding people who stand in the registry twice' },
    legalBasis: 'UU 27/2022 Pasal 20 ayat (2) huruf e, Pasal 29 (akurasi); dinilai dampaknya menurut Pasal 34',
    categories: { id: 'Data pokok pekerja', en: 'The entry of a worker' },
    recipients: { id: 'Petugas dinas', en: 'Officials of the office' },
    retention: asProgramme,
    measures: {
      id: 'Perhitungan di server sendiri; putusan oleh orang, dapat dibatalkan',
      en: 'Computed on the own server; people decide, and it can be undone',
    },
  },
  {
    id: 'matching',
    purpose: { id: 'Mencocokkan dengan Dukcapil, BPJS, DTSEN, dan data kematian', en: 'Comparing with the registers' },
    legalBasis: 'UU 27/2022 Pasal 20 ayat (2) huruf e; perjanjian hak akses dengan Ditjen Dukcapil',
    categories: {
      id: 'NIK, nama, tanggal lahir, hidup atau meninggal, kepesertaan, desil',
      en: 'NIK, name, birth, alive or deceased, cover, decile',
    },
    recipients: { id: 'Dukcapil, BPJS Ketenagakerjaan, pengelola DTSEN (berkas NIK)', en: 'The registers asked (files of NIK)' },
    retention: { id: 'Jawaban tentang orang di luar registri 1 tahun', en: 'Answers about people not in the registry 1 year' },
    measures: ordinary,
  },
  {
    id: 'eligibility',
    purpose: { id: 'Menilai kelayakan dan mengurutkan dalam kuota', en: 'Judging eligibility and ranking within the quota' },
    legalBasis: 'Peraturan kepala daerah tentang program; UU 27/2022 Pasal 10 (putusan otomatis), Pasal 34',
    categories: {
      id: 'Umur, pekerjaan, domisili, desil, kepesertaan lain',
      en: 'Age, occupation, domicile, decile, other cover',
    },
    recipients: { id: 'Petugas dan pejabat penetap', en: 'Officials and the deciding head' },
    retention: asProgramme,
    measures: {
      id: 'Setiap putusan menampilkan dasar hukumnya; keberatan dicatat',
      en: 'Each decision shows its grounds; objections are recorded',
    },
  },
  {
    id: 'decree',
    purpose: { id: 'Menetapkan peserta dengan SK dan mengumumkannya', en: 'Deciding participants by decree and publishing it' },
    legalBasis: 'UU 27/2022 Pasal 20 ayat (2) huruf c (kewajiban hukum)',
    categories: {
      id: 'Nama, NIK (disamarkan dalam pengumuman), desa, pekerjaan',
      en: 'Name, NIK (masked in what is published), village, occupation',
    },
    recipients: { id: 'Kepala daerah, desa, publik (tersamar)', en: 'Head of the region, villages, the public (masked)' },
    retention: asProgramme,
    measures: {
      id: 'Pembekuan oleh dua orang, sidik daftar, lampiran tersamar',
      en: 'Frozen by two people, fingerprint, masked annex',
    },
  },
  {
    id: 'contributions',
    purpose: {
      id: 'Mendaftarkan dan membayar iuran BPJS Ketenagakerjaan',
      en: 'Registering with and paying BPJS Ketenagakerjaan',
    },
    legalBasis: 'UU 40/2004; UU 24/2011; UU 27/2022 Pasal 20 ayat (2) huruf c',
    categories: {
      id: 'Nama, NIK, lahir, alamat, nomor peserta, bulan iuran',
      en: 'Name, NIK, birth, address, member number, months',
    },
    recipients: {
      id: 'BPJS Ketenagakerjaan (pengendali tersendiri), BPKAD',
      en: 'BPJS Ketenagakerjaan (a controller of its own), the treasury',
    },
    retention: asProgramme,
    measures: {
      id: 'Setiap berkas yang diunduh tercatat; pembukuan berpasangan',
      en: 'Each file taken is logged; double-entry books',
    },
  },
  {
    id: 'confidential',
    purpose: { id: 'Menyiapkan klaim dan beasiswa', en: 'Preparing claims and scholarships' },
    legalBasis: 'UU 27/2022 Pasal 4 ayat (2), Pasal 25, Pasal 26; Pasal 20 ayat (2) huruf e',
    categories: { id: 'Data spesifik: rekening, kesehatan, anak', en: 'Specific data: bank account, health, children' },
    recipients: { id: 'BPJS Ketenagakerjaan bersama berkas klaim', en: 'BPJS Ketenagakerjaan with a claim' },
    retention: { id: '5 tahun setelah perlindungan berakhir', en: '5 years after cover has ended' },
    measures: {
      id: 'Tersegel AES-256-GCM dengan kunci di luar basis data; dibuka satu per satu dengan alasan yang tercatat',
      en: 'Sealed (AES-256-GCM) with a key outside the database; opened one by one on a logged ground',
    },
  },
  {
    id: 'accounts',
    purpose: { id: 'Mengenali petugas dan mencatat perbuatannya', en: 'Knowing officials and recording what they do' },
    legalBasis: 'UU 27/2022 Pasal 35–39 (keamanan, kerahasiaan, pengawasan)',
    categories: { id: 'Nama, kantor, peran, waktu masuk, tindakan', en: 'Name, office, roles, sign-ins, acts' },
    recipients: { id: 'Inspektorat, BPK', en: 'Inspectorate, audit board' },
    retention: { id: 'Sesi 90 hari; jejak audit seterusnya', en: 'Sessions 90 days; the audit trail for good' },
    measures: { id: 'Sandi argon2id, jejak hanya-tambah berantai', en: 'argon2id passwords, append-only chained trail' },
  },
]
