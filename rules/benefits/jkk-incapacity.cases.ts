import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { IncapacityFacts } from './jkk-incapacity.ts'

const member = { memberSince: day('2019-01-01') }

export const incapacityCases: readonly Case<IncapacityFacts>[] = [
  {
    name: { id: 'Empat belas bulan tidak mampu bekerja', en: 'Fourteen months unable to work' },
    on: day('2025-06-01'),
    facts: { ...member, months: 14 },
    granted: true,
    amount: 13_000_000,
    lines: [6_000_000, 6_000_000, 1_000_000],
    sources: ['S04'],
  },
  {
    name: { id: 'Dua belas bulan', en: 'Twelve months' },
    on: day('2025-06-01'),
    facts: { ...member, months: 12 },
    granted: true,
    amount: 12_000_000,
    sources: ['S04'],
  },
  {
    name: {
      id: 'Dua belas bulan sebelum PP 82/2019: enam bulan kedua 75 %',
      en: 'Twelve months before PP 82/2019: the second six at 75 %',
    },
    on: day('2019-12-01'),
    facts: { ...member, months: 12 },
    granted: true,
    amount: 10_500_000,
  },
  {
    name: { id: 'Dua belas bulan sejak 2 Desember 2019', en: 'Twelve months since 2 December 2019' },
    on: day('2019-12-02'),
    facts: { ...member, months: 12 },
    granted: true,
    amount: 12_000_000,
  },
  {
    name: { id: 'Setengah bulan', en: 'Half a month' },
    on: day('2025-06-01'),
    facts: { ...member, months: 0, days: 15 },
    granted: true,
    amount: 500_000,
  },
  {
    name: { id: 'Tidak ada surat dokter', en: 'No doctor’s letter' },
    on: day('2025-06-01'),
    facts: { ...member, months: 0 },
    granted: false,
    amount: null,
    unmet: ['unable-to-work'],
  },
]
