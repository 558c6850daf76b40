import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { JhtFacts } from './jht.ts'

export const jhtCases: readonly Case<JhtFacts>[] = [
  {
    name: { id: 'Dua belas bulan pada dasar terendah, tanpa hasil', en: 'Twelve months on the lowest base, without return' },
    on: day('2026-01-01'),
    facts: { reason: 'stopped-working', monthsPaid: 12 },
    granted: true,
    amount: 240_000,
    sources: ['S12'],
  },
  {
    name: { id: 'Sebagian setelah sepuluh tahun: paling banyak 10 %', en: 'A part after ten years: 10 % at most' },
    on: day('2026-01-01'),
    facts: { reason: 'part', monthsPaid: 120 },
    granted: true,
    amount: 240_000,
    sources: ['S67'],
  },
  {
    name: { id: 'Untuk perumahan: paling banyak 30 %', en: 'For housing: 30 % at most' },
    on: day('2026-01-01'),
    facts: { reason: 'part-housing', monthsPaid: 120 },
    granted: true,
    amount: 720_000,
    sources: ['S67'],
  },
  {
    name: { id: 'Sebagian sebelum sepuluh tahun: belum', en: 'A part before ten years: not yet' },
    on: day('2026-01-01'),
    facts: { reason: 'part', monthsPaid: 119 },
    granted: false,
    amount: null,
    unmet: ['ten-years'],
  },
  {
    name: { id: 'Belum 56 tahun', en: 'Not 56 yet' },
    on: day('2026-01-01'),
    facts: { reason: 'age', monthsPaid: 60, birthDate: day('1970-01-02') },
    granted: false,
    amount: null,
    unmet: ['age-or-other-reason'],
  },
  {
    name: { id: 'Genap 56 tahun', en: 'The 56th birthday' },
    on: day('2026-01-02'),
    facts: { reason: 'age', monthsPaid: 60, birthDate: day('1970-01-02') },
    granted: true,
    amount: 1_200_000,
    sources: ['S67'],
  },
]
