import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { DeadlineFacts, LatePaymentFacts } from './deadline.ts'

export const deadlineCases: readonly Case<DeadlineFacts>[] = [
  {
    name: { id: 'Laporan tahap I pada hari kedua: masih dalam waktu', en: 'First report on the second day: in time' },
    on: day('2026-11-05'),
    facts: { kind: 'accident-report-1', start: day('2026-11-03') },
    granted: true,
    amount: null,
    sources: ['S30', 'S85'],
  },
  {
    name: { id: 'Laporan tahap I pada hari ketiga: terlambat', en: 'First report on the third day: late' },
    on: day('2026-11-06'),
    facts: { kind: 'accident-report-1', start: day('2026-11-03') },
    granted: false,
    amount: null,
    unmet: ['in-time'],
  },
  {
    name: {
      id: 'Berkas JKM lengkap Kamis 24 Desember 2026: libur Natal dan akhir pekan tidak dihitung, paling lambat 30 Desember',
      en: 'JKM complete on Thursday 24 December 2026: Christmas and the weekend do not count, so by the 30th',
    },
    on: day('2026-12-30'),
    facts: { kind: 'jkm-payment', start: day('2026-12-24') },
    granted: true,
    amount: null,
    sources: ['S06'],
  },
  {
    name: { id: 'Sehari kemudian: terlambat', en: 'A day later: late' },
    on: day('2026-12-31'),
    facts: { kind: 'jkm-payment', start: day('2026-12-24') },
    granted: false,
    amount: null,
    unmet: ['in-time'],
  },
  {
    name: {
      id: 'Kecelakaan 1 Desember 2019: gugur setelah dua tahun',
      en: 'Accident on 1 December 2019: expires after two years',
    },
    on: day('2021-12-02'),
    facts: { kind: 'jkk-claim', start: day('2019-12-01') },
    granted: false,
    amount: null,
    unmet: ['in-time'],
    sources: ['S05'],
  },
  {
    name: { id: 'Kecelakaan 2 Desember 2019: lima tahun', en: 'Accident on 2 December 2019: five years' },
    on: day('2024-12-02'),
    facts: { kind: 'jkk-claim', start: day('2019-12-02') },
    granted: true,
    amount: null,
    sources: ['S05'],
  },
  {
    name: {
      id: 'Iuran Agustus 2026: tanggal 15 hari Sabtu dan 17 Agustus libur, maka Selasa 18 Agustus',
      en: 'August 2026: the 15th is a Saturday and the 17th a holiday, so Tuesday the 18th',
    },
    on: day('2026-08-18'),
    facts: { kind: 'contribution', start: day('2026-08-01') },
    granted: true,
    amount: null,
    sources: ['S07'],
  },
  {
    name: { id: 'Sehari setelahnya: lewat jatuh tempo', en: 'The day after: overdue' },
    on: day('2026-08-19'),
    facts: { kind: 'contribution', start: day('2026-08-01') },
    granted: false,
    amount: null,
    unmet: ['in-time'],
  },
]

export const latePaymentCases: readonly Case<LatePaymentFacts>[] = [
  {
    name: { id: 'Dibayar hari kerja ketiga: tidak ada ganti rugi', en: 'Paid on the third working day: no compensation' },
    on: day('2026-11-05'),
    facts: { completeOn: day('2026-11-02'), amount: 42_000_000 },
    granted: false,
    amount: null,
    unmet: ['paid-late'],
    sources: ['S06'],
  },
  {
    name: { id: 'Lima hari terlambat: 5 % dari Rp42.000.000', en: 'Five days late: 5 % of Rp42.000.000' },
    on: day('2026-11-10'),
    facts: { completeOn: day('2026-11-02'), amount: 42_000_000 },
    granted: true,
    amount: 2_100_000,
    sources: ['S06'],
  },
]
