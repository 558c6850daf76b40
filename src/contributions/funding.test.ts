import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rupiah } from '../../values/rupiah.ts'
import { type BudgetLine, carriedBy, type Earmark, earmarkOf, earmarks, shareOut } from './funding.ts'

const rate = rupiah(16_800)

const line = (source: string, months: number, committedMonths = 0, rest = 0): BudgetLine => ({
  id: source,
  source,
  ceiling: rupiah(months * rate + rest),
  committed: rupiah(committedMonths * rate),
})

describe('Money is shared out', () => {
  test.each([
    ['from one line', [line('APBD', 5)], { any: 5 }, { APBD: 5 }],
    [
      'to tobacco workers from DBH CHT first',
      [line('APBD', 5), line('DBH-CHT', 3)],
      { tobacco: 2, any: 3 },
      { 'DBH-CHT': 2, APBD: 3 },
    ],
    ['beyond a full tied line from the untied', [line('APBD', 5), line('DBH-CHT', 1)], { tobacco: 3 }, { 'DBH-CHT': 1, APBD: 2 }],
    [
      'from others before the region',
      [line('APBD', 9), line('CSR', 2), line('APBD-PROVINSI', 1)],
      { any: 5 },
      { CSR: 2, 'APBD-PROVINSI': 1, APBD: 2 },
    ],
    ['from what earlier runs left', [line('APBD', 5, 3), line('CSR', 1)], { any: 3 }, { CSR: 1, APBD: 2 }],
  ])('%s', (_name, lines, demand, carried) => {
    const funding = shareOut(lines, demand, rate)
    const people = funding.ok ? Object.fromEntries(carriedBy(funding.slices, rate).map((each) => [each.lineId, each.people])) : {}
    expect(people).toEqual(carried)
  })

  test.each([
    ['when the line is too small', [line('APBD', 2, 0, 100)], { any: 3 }, { needed: 50_400, left: 33_700, shortBy: 16_700 }],
    ['when only tied money is left', [line('DBH-SAWIT', 9)], { any: 1 }, { needed: 16_800, left: 0, shortBy: 16_800 }],
    ['when nothing is left', [line('APBD', 2, 2)], { any: 2 }, { needed: 33_600, left: 0, shortBy: 33_600 }],
  ])('not %s, and the shortage is named', (_name, lines, demand, shortage) => {
    expect(shareOut(lines, demand, rate)).toEqual({ ok: false, shortage })
  })

  test('so that everybody is paid once, no line goes over its ceiling, and tied money reaches only those it is meant for', () => {
    const people = fc.integer({ min: 0, max: 40 })
    const lines = fc.uniqueArray(
      fc.record({
        source: fc.constantFrom('APBD', 'CSR', 'DBH-CHT', 'DBH-SAWIT', 'APBDES'),
        months: people,
        taken: people,
        rest: fc.nat(16_799),
      }),
      { selector: (each) => each.source, maxLength: 5 },
    )
    fc.assert(
      fc.property(lines, fc.record({ tobacco: people, 'palm-oil': people, any: people }), (given, demand) => {
        const budget = given.map((each) => line(each.source, each.months + each.taken, each.taken, each.rest))
        expect(faultsOf(budget, demand)).toEqual([])
      }),
    )
  })
})

/** What is wrong with a sharing out; nothing when all holds. */
function faultsOf(budget: readonly BudgetLine[], demand: Record<Earmark, number>): string[] {
  const funding = shareOut(budget, demand, rate)
  if (!funding.ok) {
    const { needed, left, shortBy } = funding.shortage
    return needed === left + shortBy && shortBy > 0 && left >= 0 ? [] : ['the shortage does not add up']
  }
  const { slices } = funding
  const strangers = slices.filter((slice) => !['any', slice.earmark].includes(earmarkOf(slice.lineId)))
  const overdrawn = carriedBy(slices, rate).filter((each) => {
    const of = budget.find((candidate) => candidate.id === each.lineId)
    return of === undefined || of.committed + each.amount > of.ceiling
  })
  const broken = earmarks.filter((earmark) => {
    const own = slices.filter((slice) => slice.earmark === earmark).sort((left, right) => left.first - right.first)
    const joins = own.every((slice, place) => slice.first === (own[place - 1]?.last ?? 0) + 1)
    return !joins || (own.at(-1)?.last ?? 0) !== demand[earmark]
  })
  return [
    ...strangers.map((slice) => `${slice.lineId} pays for ${slice.earmark}`),
    ...overdrawn.map((each) => `${each.lineId} is overdrawn`),
    ...broken.map((earmark) => `not everyone of ${earmark} is paid once`),
  ]
}
