import { type Choosable, choosable, type readPair, type Side } from '../../src/duplicates/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'

export type PairShown = AnswerOf<typeof readPair>

/** By which rule values are taken where nobody chose by hand: as proposed (civil registry, then newer), the newer record's, or the kept record's. */
export const rules = ['proposed', 'newer', 'kept'] as const
export type Rule = (typeof rules)[number]

/** What the reader chose: the record that goes on, a rule for its values, and values by hand. */
export type Choice = { kept: Side; rule: Rule; chosen: Partial<Record<Choosable, Side>> }

/** From which record a value is taken. A rule never prefers an empty value; a hand may. */
export function sideOf(field: Choosable, { kept, rule, chosen }: Choice, pair: PairShown): Side {
  const byHand = chosen[field]
  if (byHand !== undefined) return byHand
  if (rule === 'proposed') return pair.proposed[field].side
  const wanted = rule === 'newer' ? pair.newer : kept
  const other: Side = wanted === 'left' ? 'right' : 'left'
  return pair[wanted][field] === null && pair[other][field] !== null ? other : wanted
}

/** The choice of every field, as the server is told. */
export function allSides(choice: Choice, pair: PairShown): Record<Choosable, Side> {
  return Object.fromEntries(choosable.map((field) => [field, sideOf(field, choice, pair)])) as Record<Choosable, Side>
}
