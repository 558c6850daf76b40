import type { Wording } from '../../values/language.ts'

const same = (text: string): Wording => ({ id: text, en: text })

/** What each answer of a choice is called, by its code; losses and papers carry their names in the law itself. */
export const choiceWords: Readonly<Record<string, Wording>> = {
  JKK_JKM: { id: 'JKK dan JKM', en: 'JKK and JKM' },
  JKK_JKM_JHT: { id: 'JKK, JKM, dan JHT', en: 'JKK, JKM and JHT' },
  SELF: { id: 'Pekerja sendiri', en: 'The worker' },
  APBN: { id: 'APBN (anggaran negara)', en: 'APBN (state budget)' },
  APBD: { id: 'APBD (anggaran daerah)', en: 'APBD (regional budget)' },
  APBDES: { id: 'APBDes (anggaran desa)', en: 'APBDes (village budget)' },
  CSR: { id: 'Perusahaan (CSR)', en: 'A company (CSR)' },
  BAZNAS: same('Baznas'),
  DONOR: { id: 'Donatur', en: 'A donor' },
  transport: { id: 'Transportasi', en: 'Transport' },
  other: { id: 'Selain transportasi', en: 'Other than transport' },
  'partial-anatomical': { id: 'Cacat sebagian anatomis', en: 'Partial, anatomical' },
  'partial-functional': { id: 'Cacat sebagian fungsi', en: 'Partial, functional' },
  'total-permanent': { id: 'Cacat total tetap', en: 'Total and permanent' },
  age: { id: 'Mencapai umur pensiun', en: 'Reached the age' },
  'total-disability': { id: 'Cacat total tetap', en: 'Total disability' },
  death: { id: 'Meninggal', en: 'Death' },
  'stopped-working': { id: 'Berhenti bekerja', en: 'Stopped working' },
  part: { id: 'Sebagian', en: 'A part' },
  'part-housing': { id: 'Sebagian, untuk perumahan', en: 'A part, for housing' },
  'jkm-death': { id: 'Meninggal, bukan karena kerja (JKM)', en: 'Death not caused by work (JKM)' },
  'jkk-death': { id: 'Meninggal karena kecelakaan kerja (JKK)', en: 'Death caused by work (JKK)' },
  'jkk-total-disability': { id: 'Cacat total tetap karena kerja (JKK)', en: 'Total disability caused by work (JKK)' },
  TK: { id: 'TK', en: 'Kindergarten (TK)' },
  SD: { id: 'SD', en: 'Primary (SD)' },
  SMP: { id: 'SMP', en: 'Lower secondary (SMP)' },
  SMA: { id: 'SMA', en: 'Upper secondary (SMA)' },
  PT: { id: 'Perguruan tinggi atau pelatihan', en: 'Higher education or training' },
  jkm: { id: 'Jaminan Kematian (JKM)', en: 'Death benefit (JKM)' },
  'jkk-care': { id: 'JKK: perawatan', en: 'JKK: care' },
  'jkk-incapacity': { id: 'JKK: sementara tidak mampu bekerja', en: 'JKK: temporary incapacity' },
  'jkk-disability': { id: 'JKK: cacat tetap', en: 'JKK: permanent disability' },
  scholarship: { id: 'Beasiswa anak', en: 'Children’s scholarship' },
  jht: { id: 'Jaminan Hari Tua (JHT)', en: 'Old-age savings (JHT)' },
  'accident-report-1': { id: 'Laporan kecelakaan tahap I', en: 'First accident report' },
  'accident-report-2': { id: 'Laporan kecelakaan tahap II', en: 'Second accident report' },
  'jkk-claim': { id: 'Pengajuan klaim JKK', en: 'Filing a JKK claim' },
  'jkm-payment': { id: 'Pembayaran JKM oleh BPJS', en: 'Payment of JKM by BPJS' },
  'jkk-payment': { id: 'Pembayaran JKK oleh BPJS', en: 'Payment of JKK by BPJS' },
  'jht-payment': { id: 'Pembayaran JHT oleh BPJS', en: 'Payment of JHT by BPJS' },
  contribution: { id: 'Iuran bulanan', en: 'Monthly contribution' },
}

/** What one member of a list is called, by the fact's name. */
export const memberWords: Readonly<Record<string, Wording>> = {
  children: { id: 'anak', en: 'child' },
  losses: { id: 'cacat', en: 'loss' },
}

/** What each kind of fact is called. */
export const kindWords = {
  day: { id: 'hari', en: 'day' },
  month: { id: 'bulan', en: 'month' },
  rupiah: { id: 'rupiah', en: 'rupiah' },
  count: { id: 'angka', en: 'number' },
  percent: { id: 'persen', en: 'per cent' },
  'yes-no': { id: 'ya atau tidak', en: 'yes or no' },
  text: { id: 'teks', en: 'text' },
  choice: { id: 'pilihan', en: 'choice' },
  list: { id: 'daftar', en: 'list' },
} as const satisfies Record<string, Wording>
