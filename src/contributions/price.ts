import { type ContributionFacts, contributionPerMonth, packages } from '../../rules/contributions/contribution.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import { payerKinds } from '../../rules/kit/units.ts'
import { firstDayOf, type Month } from '../../values/months.ts'
import type { Rupiah } from '../../values/rupiah.ts'

/** The price of one person-month with the law's whole answer; `mixed` when it differs by the sector people work in. */
export type Price =
  { kind: 'one'; rate: Rupiah; facts: ContributionFacts; decision: Decision } | { kind: 'mixed' } | { kind: 'none' }

/** Asks the law what a month costs in a programme's package when its payer pays. */
export function priceOf(programme: { package: string; payer: string }, month: Month): Price {
  const kind = packages.find((each) => each === programme.package)
  const payer = payerKinds.find((each) => each === programme.payer)
  if (kind === undefined || payer === undefined) throw new Error(`no price for ${programme.package} paid by ${programme.payer}`)
  const facts: ContributionFacts = { package: kind, payer, sector: 'other' }
  const decision = contributionPerMonth(facts, firstDayOf(month))
  if (decision.amount === null) return { kind: 'none' }
  const transport = contributionPerMonth({ ...facts, sector: 'transport' }, firstDayOf(month))
  return transport.amount === decision.amount ? { kind: 'one', rate: decision.amount, facts, decision } : { kind: 'mixed' }
}
