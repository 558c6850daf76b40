import { type Comparison, type Verdict, comparisonsOf } from './comparison.ts'
import { type Mixture, logOddsOf } from './estimation.ts'
import { type LinkageModel, type PersonRecord, columnsOf, countsOf } from './model.ts'
import type { People } from './people.ts'

/** Two people compared: the probability (0 to 1) that they are one, and what each field says of it. */
export type Compared = { readonly probability: number; readonly fields: readonly FieldCompared[] }

/**
 * One field: its verdict, how exactly it agrees or differs, and its weight in bits against two people taken at random: +1 is twice as
 * likely for one person, -1 half as likely. The probability is not their sum: it also knows that a family shares some fields.
 */
export type FieldCompared = { readonly field: string; readonly verdict: Verdict; readonly level: string; readonly weight: number }

/** Compares two people by a model. For many pairs prepare the records once: `comparerOf`. */
export function compare(left: PersonRecord, right: PersonRecord, model: LinkageModel): Compared {
  return comparerOf([left, right], model).compare(0, 1)
}

/** Compares records of a list by their number in it. */
export type RecordsComparer = {
  readonly compare: (left: number, right: number) => Compared
  /** Only the probability: about a microsecond a pair. */
  readonly probability: (left: number, right: number) => number
}

/** Prepares records for comparison with each other by a model. */
export function comparerOf(records: readonly PersonRecord[], model: LinkageModel): RecordsComparer {
  const comparisons = comparisonsOf(columnsOf(records, model.fields, countsOf(model)))
  const logOdds = logOddsOf(model.mixture)
  const levels = new Uint8Array(comparisons.length)
  const probability = (left: number, right: number) => {
    comparisons.forEach((comparison, at) => (levels[at] = comparison.compare(left, right)))
    return 1 / (1 + Math.exp(-logOdds(levels, 0)))
  }
  return {
    probability,
    compare: (left, right) => ({ probability: probability(left, right), fields: explained(comparisons, model.mixture, levels) }),
  }
}

/** Says of people's records, by number, what each field of two of them says by a learned mixture. */
export function explainerOf(people: People, mixture: Mixture): (left: number, right: number) => FieldCompared[] {
  const comparisons = comparisonsOf(people)
  const levels = new Uint8Array(comparisons.length)
  return (left, right) => {
    comparisons.forEach((comparison, at) => (levels[at] = comparison.compare(left, right)))
    return explained(comparisons, mixture, levels)
  }
}

/** What each field says: how much oftener one person's records stand so than those of two people taken at random. */
function explained(comparisons: readonly Comparison[], mixture: Mixture, levels: Uint8Array): FieldCompared[] {
  const onePerson = mixture.classes.find((one) => one.same)
  const strangers = mixture.classes.find((one) => !one.same)
  return comparisons.map(({ field, levels: { names, verdicts } }, at) => {
    const level = levels[at] ?? 0
    const weight = Math.log2((onePerson?.chances[at]?.[level] ?? 1) / (strangers?.chances[at]?.[level] ?? 1))
    return {
      field,
      verdict: verdicts[level] ?? 'missing',
      level: names[level] ?? 'missing',
      weight: Math.round(weight * 100) / 100,
    }
  })
}
