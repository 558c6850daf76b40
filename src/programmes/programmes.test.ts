import { describe, expect, test } from 'vitest'
import { month } from '../../values/months.ts'
import { rupiah } from '../../values/rupiah.ts'
import { pagesOf } from './annex-pdf.ts'
import { costOf, type Plan, warningsOf, wordWarning } from './programmes.ts'

const plan = (over: Partial<Plan> = {}): Plan => ({
  firstMonth: month('2027-01'),
  lastMonth: month('2027-12'),
  package: 'JKK_JKM',
  payer: 'APBD',
  quota: 35_000,
  budgetLines: [{ ceiling: rupiah(7_056_000_000) }],
  ...over,
})

describe('A programme costs', () => {
  test.each<[string, Partial<Plan>, number, number]>([
    ['35,000 people for a year, paid by the region', {}, 420_000, 7_056_000_000],
    ['with old-age savings', { package: 'JKK_JKM_JHT' }, 420_000, 15_456_000_000],
    ['for one month', { lastMonth: month('2027-01') }, 35_000, 588_000_000],
    [
      'paid by a company while the relief of 2026 runs',
      { firstMonth: month('2026-12'), lastMonth: month('2027-01'), payer: 'CSR' },
      70_000,
      882_000_000,
    ],
    [
      'paid by the region in those months: no relief',
      { firstMonth: month('2026-12'), lastMonth: month('2027-01') },
      70_000,
      1_176_000_000,
    ],
  ])('%s %o: %i person-months, Rp %i', (_name, over, personMonths, cost) => {
    expect(costOf(plan(over))).toMatchObject({ personMonths, cost })
  })
})

describe('A plan', () => {
  test.each<[string, Partial<Plan>, string[]]>([
    ['that fits', {}, []],
    ['of three months', { lastMonth: month('2027-03') }, []],
    ['of two months', { lastMonth: month('2027-02') }, ['short-window']],
    ['whose ceiling is one rupiah short', { budgetLines: [{ ceiling: rupiah(7_055_999_999) }] }, ['ceiling-short']],
    [
      'with two sources that suffice together',
      { budgetLines: [{ ceiling: rupiah(7_000_000_000) }, { ceiling: rupiah(56_000_000) }] },
      [],
    ],
  ])('%s %o warns of %o', (_name, over, kinds) => {
    const warnings = warningsOf(plan(over))
    expect(warnings.map((warning) => warning.kind)).toEqual(kinds)
    for (const warning of warnings) expect(wordWarning(warning).todo.id).not.toBe('')
  })
})

test.each([
  [1, 1],
  [25, 1],
  [26, 2],
  [58, 2],
  [59, 3],
  [35_000, 1061],
])('An annex of %i people fills %i pages', (people, pages) => {
  expect(pagesOf(people)).toBe(pages)
})
