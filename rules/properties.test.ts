import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, day } from '../values/days.ts'
import { month } from '../values/months.ts'
import { jht } from './benefits/jht.ts'
import { type DisabilityFacts, disabilityKinds, jkkDisability, lossCodes } from './benefits/jkk-disability.ts'
import { jkkCare, jkkTransport } from './benefits/jkk-costs.ts'
import { jkkDeath, jkkDeathLaw } from './benefits/jkk-death.ts'
import { jkkIncapacity } from './benefits/jkk-incapacity.ts'
import { jkm, jkmLaw } from './benefits/jkm.ts'
import { neverEnds } from './benefits/membership.ts'
import { scholarship, scholarshipCauses, scholarshipCeiling } from './benefits/scholarship.ts'
import type { Child } from './benefits/schooling.ts'
import { deadline, deadlineKinds, latePayment } from './claims/deadline.ts'
import { heirs } from './claims/heirs.ts'
import { contributionLaw, contributionPerMonth, incomeBaseOf, packages, sectors } from './contributions/contribution.ts'
import { lapse } from './contributions/lapse.ts'
import { decideEligibility, defaultRuleSet, nothingKnown } from './eligibility/eligibility.ts'
import { toEpochDay } from './kit/epoch.ts'
import { payerKinds } from './kit/units.ts'
import { schoolLevels } from './parameters/scholarship.ts'

const dayFrom = (first: string, last: string) => {
  const start = day(first)
  return fc.integer({ min: 0, max: toEpochDay(day(last)) - toEpochDay(start) }).map((count) => start.add({ days: count }))
}
const anyDay = dayFrom('2015-07-01', '2040-12-31')
const anyIncome = fc.option(fc.integer({ min: 0, max: 60_000_000 }), { nil: undefined })
const person = fc.record({
  package: fc.constantFrom(...packages),
  payer: fc.constantFrom(...payerKinds),
  income: anyIncome,
  sector: fc.constantFrom(...sectors),
})
const since = day('2015-07-01')
const amountOf = (decision: { amount: number | null }) => decision.amount ?? 0

/** The smallest people and days for which something does not hold, or nothing. */
function counterexample<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Place in keyof Values]: fc.Arbitrary<Values[Place]> },
  law: (...values: Values) => boolean,
): unknown {
  const result = fc.check(
    fc.property(fc.tuple(...arbitraries), (values) => law(...(values as Values))),
    { numRuns: 400 },
  )
  return result.failed ? (result.counterexample ?? result.errorInstance) : null
}

const deadIn = (since: string, death: string) => ({
  death: toEpochDay(day(death)),
  since: toEpochDay(day(since)),
  until: neverEnds,
  workRelated: false,
})
/** What a membership paid through June 2016 owes; without end once it has ended. */
function owedOn(on: Day): number {
  const decision = lapse({ paidThrough: month('2016-06') }, on)
  return decision.granted ? amountOf(decision) : Infinity
}

const savings = (monthsPaid: number, yearlyReturn: number) => amountOf(jht({ reason: 'death', monthsPaid, yearlyReturn }, since))

describe('contributions', () => {
  test('a month costs between 168 and 627,800 rupiah, and the prepared law says the same as the explained one', () => {
    const found = counterexample<[Parameters<typeof contributionPerMonth>[0], Day]>([person, anyDay], (facts, on) => {
      const amount = amountOf(contributionPerMonth(facts, on))
      return amount >= 168 && amount <= 207_000 + 6800 + 414_000 && contributionLaw(on)(facts) === amount
    })
    expect(found).toBeNull()
  })

  test('a higher income never costs less', () => {
    const found = counterexample<[Parameters<typeof contributionPerMonth>[0], Day, number]>(
      [person, anyDay, fc.nat(40_000_000)],
      (facts, on, more) => {
        const richer = { ...facts, income: (facts.income ?? 0) + more }
        return amountOf(contributionPerMonth(richer, on)) >= amountOf(contributionPerMonth(facts, on))
      },
    )
    expect(found).toBeNull()
  })

  test('whoever pays from APBN or APBD never pays less than anybody else', () => {
    const found = counterexample<[Parameters<typeof contributionPerMonth>[0], Day]>([person, anyDay], (facts, on) => {
      return amountOf(contributionPerMonth({ ...facts, payer: 'APBD' }, on)) >= amountOf(contributionPerMonth(facts, on))
    })
    expect(found).toBeNull()
  })

  test('a month later is never in a better state while nothing is paid', () => {
    const found = counterexample<[Day, number]>(
      [dayFrom('2016-06-01', '2017-06-01'), fc.nat(200)],
      (on, later) => owedOn(on.add({ days: later })) >= owedOn(on),
    )
    expect(found).toBeNull()
  })
})

describe('death', () => {
  test('JKM pays nothing, 10, 24 or 42 million, and the prepared law says the same as the explained one', () => {
    const law = jkmLaw()
    const found = counterexample<[Day, Day]>([anyDay, anyDay], (memberSince, deathDate) => {
      const amount = amountOf(jkm({ memberSince, deathDate }, deathDate))
      const asked = { death: toEpochDay(deathDate), since: toEpochDay(memberSince), until: neverEnds, workRelated: false }
      return [0, 10_000_000, 24_000_000, 42_000_000].includes(amount) && law.amount(asked) === amount
    })
    expect(found).toBeNull()
  })

  test('a longer membership never gives less', () => {
    const found = counterexample<[Day, number, number]>([anyDay, fc.nat(500), fc.nat(500)], (death, days, more) => {
      const long = amountOf(jkm({ memberSince: death.subtract({ days: days + more }) }, death))
      return long >= amountOf(jkm({ memberSince: death.subtract({ days }) }, death))
    })
    expect(found).toBeNull()
  })

  test('settings that read the sources otherwise move the start and the boundary', () => {
    const strict = jkmLaw({ waitingFrom: day('2025-04-01'), completedMonthsSuffice: false })
    expect(strict.amount(deadIn('2025-02-20', '2025-03-31'))).toBe(42_000_000)
    expect(strict.amount(deadIn('2025-03-20', '2025-04-01'))).toBe(10_000_000)
    expect(strict.amount(deadIn('2026-02-01', '2026-05-01'))).toBe(10_000_000)
    expect(strict.amount(deadIn('2026-02-01', '2026-05-02'))).toBe(42_000_000)
  })

  test('JKK death is at least the JKM total of the day, rises with income, and both forms agree', () => {
    const law = jkkDeathLaw()
    const found = counterexample<[Day, number, number]>([anyDay, fc.nat(30_000_000), fc.nat(9_000_000)], (on, income, more) => {
      const amount = amountOf(jkkDeath({ memberSince: since, income }, on))
      const asked = { accident: toEpochDay(on), since: toEpochDay(since), until: neverEnds, base: incomeBaseOf(income, on) }
      const richer = amountOf(jkkDeath({ memberSince: since, income: income + more }, on))
      return amount >= 24_000_000 && amount <= richer && richer <= 48 * 20_700_000 + 22_000_000 && law.amount(asked) === amount
    })
    expect(found).toBeNull()
  })
})

describe('injury', () => {
  const losses = fc.array(
    fc.record({
      code: fc.constantFrom(...lossCodes),
      count: fc.option(fc.nat(6), { nil: undefined }),
      reduction: fc.option(fc.nat(100), { nil: undefined }),
    }),
    { maxLength: 6 },
  )
  const disability = fc.record({
    memberSince: fc.constant(since),
    kind: fc.constantFrom(...disabilityKinds),
    losses,
    leftHanded: fc.boolean(),
    income: anyIncome,
  })

  test('disability is never negative and never above 70 % of 80 incomes with the periodic benefit', () => {
    const found = counterexample<[DisabilityFacts, Day]>([disability, anyDay], (facts, on) => {
      const amount = amountOf(jkkDisability(facts, on))
      return amount >= 0 && amount <= 56 * incomeBaseOf(facts.income, on) + 12_000_000
    })
    expect(found).toBeNull()
  })

  test('a further loss never gives less', () => {
    const found = counterexample<[DisabilityFacts, Day, string]>(
      [disability, anyDay, fc.constantFrom(...lossCodes)],
      (facts, on, code) => {
        const more = { ...facts, losses: [...(facts.losses ?? []), { code }] }
        return amountOf(jkkDisability(more, on)) >= amountOf(jkkDisability(facts, on))
      },
    )
    expect(found).toBeNull()
  })

  test('a longer incapacity never gives less, nor more than a full income for every month', () => {
    const found = counterexample<[Day, number, number]>([anyDay, fc.nat(60), fc.nat(29)], (on, months, days) => {
      const amount = amountOf(jkkIncapacity({ memberSince: since, months, days }, on))
      const longer = amountOf(jkkIncapacity({ memberSince: since, months: months + 1, days }, on))
      return amount >= 0 && amount <= longer && amount <= Math.ceil((months + days / 30) * 1_000_000)
    })
    expect(found).toBeNull()
  })

  test('transport and care never exceed their caps together, nor what was spent', () => {
    const cost = fc.nat(60_000_000)
    const found = counterexample<[Day, number, number, number]>([anyDay, cost, cost, cost], (on, land, sea, air) => {
      const transport = amountOf(jkkTransport({ memberSince: since, land, sea, air }, on))
      const care = amountOf(jkkCare({ memberSince: since, homeCare: land, glasses: sea, hearingAid: air }, on))
      return transport >= 0 && transport <= Math.min(17_000_000, land + sea + air) && care >= 0 && care <= 23_500_000
    })
    expect(found).toBeNull()
  })
})

describe('scholarship and heirs', () => {
  const child: fc.Arbitrary<Child> = fc.record({
    birthDate: dayFrom('1990-01-01', '2040-12-31'),
    level: fc.option(fc.constantFrom(...schoolLevels), { nil: undefined }),
    grade: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    working: fc.boolean(),
    married: fc.boolean(),
  })
  const children = fc.array(child, { maxLength: 5 })
  const cause = fc.constantFrom(...scholarshipCauses)

  test('the ceiling is Rp12 million before PP 82/2019 and Rp174 million since', () => {
    expect([scholarshipCeiling(day('2019-12-01')), scholarshipCeiling(day('2019-12-02'))]).toEqual([12_000_000, 174_000_000])
  })

  test('a family never gets more than the ceiling, and another child never gives less', () => {
    const found = counterexample<[readonly Child[], Child, Day, (typeof scholarshipCauses)[number]]>(
      [children, child, anyDay, cause],
      (family, another, on, why) => {
        const amount = amountOf(scholarship({ cause: why, children: family, monthsPaid: 40 }, on))
        const more = amountOf(scholarship({ cause: why, children: [...family, another], monthsPaid: 40 }, on))
        return amount >= 0 && amount <= more && more <= scholarshipCeiling(on)
      },
    )
    expect(found).toBeNull()
  })

  test('exactly one class of heirs receives, whoever is left, and everything is given out', () => {
    const some = fc.nat(3)
    const found = counterexample<[Day, number, number, number, boolean]>(
      [anyDay, some, some, some, fc.boolean()],
      (on, parents, siblings, parentsInLaw, spouse) => {
        const decision = heirs({ parents, siblings, parentsInLaw, spouse, will: siblings > 1 }, on)
        const receiving = decision.grounds.filter((ground) => ground.met && ground.law.article === '40')
        return (
          receiving.length === 1 &&
          amountOf(decision) === (Temporal.PlainDate.compare(on, '2019-12-02') < 0 ? 24_000_000 : 42_000_000)
        )
      },
    )
    expect(found).toBeNull()
  })
})

describe('everything else', () => {
  test('no deadline lies before its start, and a late payment never costs less than nothing', () => {
    const found = counterexample<[Day, Day, (typeof deadlineKinds)[number]]>(
      [anyDay, anyDay, fc.constantFrom(...deadlineKinds)],
      (start, on, kind) => {
        const began = kind === 'contribution' || deadline({ kind, start }, start).granted
        return began && amountOf(latePayment({ completeOn: start, amount: 42_000_000 }, on)) >= 0
      },
    )
    expect(found).toBeNull()
  })

  test('savings grow with every month and with the return', () => {
    const found = counterexample<[number, number]>([fc.integer({ min: 1, max: 500 }), fc.nat(9)], (monthsPaid, yearlyReturn) => {
      return (
        savings(monthsPaid + 1, yearlyReturn) > savings(monthsPaid, yearlyReturn) &&
        savings(monthsPaid, yearlyReturn + 1) >= savings(monthsPaid, yearlyReturn)
      )
    })
    expect(found).toBeNull()
  })

  test('whatever a list says of a person, eligibility answers with eleven grounds', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 30 }), { nil: null })
    const found = counterexample<[string | null, string | null, Day]>([text, text, anyDay], (nik, occupation, on) => {
      return decideEligibility({ ...nothingKnown, nik, occupation }, defaultRuleSet, on).grounds.length === 11
    })
    expect(found).toBeNull()
  })
})
