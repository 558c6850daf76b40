import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { JkmFacts } from './jkm.ts'

const full = [20_000_000, 12_000_000, 10_000_000]

export const jkmCases: readonly Case<JkmFacts>[] = [
  {
    name: { id: 'Meninggal 1 Desember 2019: Rp24.000.000', en: 'Died on 1 December 2019: Rp24.000.000' },
    on: day('2019-12-01'),
    facts: { memberSince: day('2019-01-01') },
    granted: true,
    amount: 24_000_000,
    lines: [16_200_000, 4_800_000, 3_000_000],
    sources: ['S05'],
  },
  {
    name: { id: 'Meninggal 2 Desember 2019: Rp42.000.000', en: 'Died on 2 December 2019: Rp42.000.000' },
    on: day('2019-12-02'),
    facts: { memberSince: day('2019-01-01') },
    granted: true,
    amount: 42_000_000,
    lines: full,
    sources: ['S05', 'S27a'],
  },
  {
    name: {
      id: 'Pandeglang 2020: anggota beberapa hari, tetap penuh',
      en: 'Pandeglang 2020: a member for a few days, still full',
    },
    on: day('2020-06-10'),
    facts: { memberSince: day('2020-06-07') },
    granted: true,
    amount: 42_000_000,
    sources: ['S19'],
  },
  {
    name: {
      id: 'Pekalongan 2023: pengurus RT, anggota enam bulan',
      en: 'Pekalongan 2023: a neighbourhood officer, six months a member',
    },
    on: day('2023-06-20'),
    facts: { memberSince: day('2022-12-15') },
    granted: true,
    amount: 42_000_000,
    sources: ['S92'],
  },
  {
    name: {
      id: 'Sehari sebelum Permenaker 1/2025: tanpa masa tunggu',
      en: 'The day before Permenaker 1/2025: no waiting months',
    },
    on: day('2025-02-23'),
    facts: { memberSince: day('2025-02-01') },
    granted: true,
    amount: 42_000_000,
  },
  {
    name: {
      id: 'Hari Permenaker 1/2025 diundangkan: masa tunggu berlaku',
      en: 'The day Permenaker 1/2025 was promulgated: waiting months apply',
    },
    on: day('2025-02-24'),
    facts: { memberSince: day('2025-02-01') },
    granted: true,
    amount: 10_000_000,
    unmet: ['waiting-months-over'],
  },
  {
    name: { id: 'Pati 2025: petani tembakau, anggota dua bulan', en: 'Pati 2025: a tobacco farmer, two months a member' },
    on: day('2025-09-10'),
    facts: { memberSince: day('2025-07-10') },
    granted: true,
    amount: 10_000_000,
    lines: [10_000_000],
    unmet: ['waiting-months-over'],
    sources: ['S15', 'S16', 'S17', 'S18'],
  },
  {
    name: { id: 'Sehari sebelum genap tiga bulan', en: 'A day before three months are complete' },
    on: day('2026-04-30'),
    facts: { memberSince: day('2026-02-01') },
    granted: true,
    amount: 10_000_000,
  },
  {
    name: { id: 'Genap tiga bulan: penuh', en: 'Three months complete: full' },
    on: day('2026-05-01'),
    facts: { memberSince: day('2026-02-01') },
    granted: true,
    amount: 42_000_000,
  },
  {
    name: {
      id: 'Anggota sejak 30 November: genap tiga bulan pada 28 Februari',
      en: 'A member since 30 November: three months are complete on 28 February',
    },
    on: day('2026-02-28'),
    facts: { memberSince: day('2025-11-30') },
    granted: true,
    amount: 42_000_000,
  },
  {
    name: { id: 'Meninggal setelah kepesertaan berakhir', en: 'Died after the membership ended' },
    on: day('2026-05-01'),
    facts: { memberSince: day('2025-01-01'), memberUntil: day('2026-04-30') },
    granted: false,
    amount: null,
    unmet: ['death-in-membership'],
  },
  {
    name: { id: 'Meninggal karena kecelakaan kerja: JKK yang membayar', en: 'Died of a work accident: JKK pays instead' },
    on: day('2026-05-01'),
    facts: { memberSince: day('2025-01-01'), workRelated: true },
    granted: false,
    amount: null,
    unmet: ['not-work-related'],
  },
]
