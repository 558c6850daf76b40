import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { InjuryFacts } from './injury.ts'

const facts: InjuryFacts = { memberSince: day('2019-01-01') }

export const jkkDeathCases: readonly Case<InjuryFacts>[] = [
  {
    name: { id: 'Nelayan dengan paket pemerintah: Rp70.000.000', en: 'A fisher in the government package: Rp70.000.000' },
    on: day('2025-12-01'),
    facts,
    granted: true,
    amount: 70_000_000,
    lines: [48_000_000, 12_000_000, 10_000_000],
    sources: ['S48', 'S62'],
  },
  {
    name: { id: 'JKK tidak mengenal masa tunggu', en: 'JKK knows no waiting months' },
    on: day('2025-12-02'),
    facts: { memberSince: day('2025-12-01') },
    granted: true,
    amount: 70_000_000,
    sources: ['S15'],
  },
  {
    name: { id: 'Hari terakhir sebelum PP 82/2019', en: 'The last day before PP 82/2019' },
    on: day('2019-12-01'),
    facts,
    granted: true,
    amount: 55_800_000,
    lines: [48_000_000, 4_800_000, 3_000_000],
  },
  {
    name: { id: 'Hari pertama PP 82/2019', en: 'The first day of PP 82/2019' },
    on: day('2019-12-02'),
    facts,
    granted: true,
    amount: 70_000_000,
  },
  {
    name: { id: 'Dasar penghasilan tertinggi', en: 'The highest income base' },
    on: day('2025-12-01'),
    facts: { ...facts, income: 20_200_000 },
    granted: true,
    amount: 1_015_600_000,
  },
  {
    name: { id: 'Bukan akibat kerja', en: 'Not caused by work' },
    on: day('2025-12-01'),
    facts: { ...facts, workRelated: false },
    granted: false,
    amount: null,
    unmet: ['work-related'],
  },
  {
    name: { id: 'Klaim hari terakhir tahun kelima', en: 'Claimed on the last day of the fifth year' },
    on: day('2020-03-01'),
    facts: { ...facts, claimDate: day('2025-03-01') },
    granted: true,
    amount: 70_000_000,
    sources: ['S05'],
  },
  {
    name: { id: 'Klaim lewat lima tahun: gugur', en: 'Claimed after five years: expired' },
    on: day('2020-03-01'),
    facts: { ...facts, claimDate: day('2025-03-02') },
    granted: false,
    amount: null,
    unmet: ['claimed-in-time'],
  },
  {
    name: {
      id: '“Rp170 juta” untuk meninggal karena kerja tidak dapat dihitung: yang benar Rp70.000.000',
      en: '“Rp170 million” for death at work cannot be derived: it is Rp70.000.000',
    },
    on: day('2025-05-01'),
    facts,
    granted: true,
    amount: 70_000_000,
    sources: ['S35'],
  },
]
