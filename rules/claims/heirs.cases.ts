import { day } from '../../values/days.ts'
import type { Case } from '../kit/case.ts'
import type { HeirFacts } from './heirs.ts'

const on = day('2026-03-01')

export const heirCases: readonly Case<HeirFacts>[] = [
  {
    name: { id: 'Ada istri dan orang tua: istri dan anak didahulukan', en: 'A widow and parents: the widow comes first' },
    on,
    facts: { spouse: true, parents: 2 },
    granted: true,
    amount: 42_000_000,
    lines: [42_000_000],
    unmet: ['lineal', 'sibling'],
    sources: ['S06'],
  },
  {
    name: { id: 'Hanya anak', en: 'Only a child' },
    on,
    facts: { children: 1 },
    granted: true,
    amount: 42_000_000,
    unmet: ['lineal'],
    sources: ['S06', 'S26b'],
  },
  {
    name: { id: 'Bujangan: orang tuanya', en: 'Unmarried: the parents' },
    on,
    facts: { parents: 1, siblings: 3 },
    granted: true,
    amount: 42_000_000,
    unmet: ['spouse-or-child', 'sibling'],
    sources: ['S06'],
  },
  {
    name: { id: 'Hanya saudara kandung', en: 'Only siblings' },
    on,
    facts: { siblings: 2, parentsInLaw: 1 },
    granted: true,
    amount: 42_000_000,
    unmet: ['parent-in-law'],
  },
  {
    name: { id: 'Hanya mertua', en: 'Only parents-in-law' },
    on,
    facts: { parentsInLaw: 2, will: true },
    granted: true,
    amount: 42_000_000,
    unmet: ['testamentary'],
  },
  {
    name: { id: 'Tanpa keluarga, dengan wasiat notaris', en: 'No family, a notarial will' },
    on,
    facts: { will: true },
    granted: true,
    amount: 42_000_000,
    unmet: ['funeral-arranger'],
    sources: ['S06', 'S96'],
  },
  {
    name: { id: 'Wasiat di bawah tangan tidak lagi cukup', en: 'A private will is no longer enough' },
    on,
    facts: { will: true, willNotarised: false },
    granted: true,
    amount: 42_000_000,
    lines: [10_000_000, 32_000_000],
    unmet: ['testamentary', 'will-notarised'],
    sources: ['S96'],
  },
  {
    name: {
      id: 'Tidak ada siapa pun: pemakaman kepada pengurusnya, selebihnya ke Dana Jaminan Sosial',
      en: 'Nobody at all: funeral money to whoever buried, the rest to the fund',
    },
    on,
    facts: {},
    granted: true,
    amount: 42_000_000,
    lines: [10_000_000, 32_000_000],
    sources: ['S06'],
  },
  {
    name: { id: 'Sebelum PP 82/2019', en: 'Before PP 82/2019' },
    on: day('2019-12-01'),
    facts: {},
    granted: true,
    amount: 24_000_000,
    lines: [3_000_000, 21_000_000],
  },
]
