import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { DisabilityFacts } from './jkk-disability.ts'

const member = { memberSince: day('2019-01-01') }

export const disabilityCases: readonly Case<DisabilityFacts>[] = [
  {
    name: { id: 'Lengan kanan hilang: 40 % × 80 × Rp1.000.000', en: 'Right arm lost: 40 % × 80 × Rp1.000.000' },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'partial-anatomical', losses: [{ code: 'ARM_R' }] },
    granted: true,
    amount: 32_000_000,
    sources: ['S25'],
  },
  {
    name: {
      id: 'Lengan kanan orang kidal dihitung sebagai kiri',
      en: 'The right arm of a left-handed person counts as the left',
    },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'partial-anatomical', leftHanded: true, losses: [{ code: 'ARM_R' }] },
    granted: true,
    amount: 28_000_000,
    sources: ['S25'],
  },
  {
    name: { id: 'Fungsi lengan kanan berkurang separuh', en: 'Half the function of the right arm' },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'partial-functional', losses: [{ code: 'ARM_R', reduction: 50 }] },
    granted: true,
    amount: 16_000_000,
    sources: ['S04'],
  },
  {
    name: {
      id: 'Cacat total tetap: Rp56.000.000 dan Rp12.000.000',
      en: 'Total permanent disability: Rp56.000.000 and Rp12.000.000',
    },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'total-permanent' },
    granted: true,
    amount: 68_000_000,
    lines: [56_000_000, 12_000_000],
    sources: ['S04'],
  },
  {
    name: { id: 'Cacat total sebelum PP 82/2019', en: 'Total disability before PP 82/2019' },
    on: day('2019-12-01'),
    facts: { ...member, kind: 'total-permanent' },
    granted: true,
    amount: 60_800_000,
    lines: [56_000_000, 4_800_000],
  },
  {
    name: { id: 'Cacat total sejak 2 Desember 2019', en: 'Total disability since 2 December 2019' },
    on: day('2019-12-02'),
    facts: { ...member, kind: 'total-permanent' },
    granted: true,
    amount: 68_000_000,
  },
  {
    name: { id: 'Beberapa cacat dibatasi 70 %', en: 'Several losses stop at 70 %' },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'partial-anatomical', losses: [{ code: 'EYES_BOTH' }, { code: 'ARM_L' }] },
    granted: true,
    amount: 56_000_000,
    unmet: ['below-ceiling'],
  },
  {
    name: { id: 'Pendengaran satu telinga turun 30 desibel', en: 'Hearing of one ear down by 30 decibels' },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'partial-functional', losses: [{ code: 'HEAR10_ONE', count: 3 }] },
    granted: true,
    amount: 7_200_000,
  },
  {
    name: { id: 'Tidak ada cacat yang disebut', en: 'No loss is named' },
    on: day('2025-06-01'),
    facts: { ...member, kind: 'partial-anatomical', losses: [] },
    granted: false,
    amount: null,
    unmet: ['loss-in-table'],
  },
]
