import type { MixtureClass, Mixture } from './estimation.ts'
import type { LinkageModel } from './model.ts'
import starting from './starting-weights.json' with { type: 'json' }

/** What a field's agreement or difference weighs: what learning gave, without how common values are. Plain data: store it as JSON. */
export type Weights = Pick<LinkageModel, 'version' | 'trainedOn' | 'records' | 'fields' | 'mixture'>

/**
 * The weights that a region begins with, until its own lists say more: learned from 60,000 invented people whose further records were
 * damaged the way lists are (`bench/duplicates/starting-weights.ts`).
 */
export const startingWeights: Weights = starting as Weights & { commonWords: Readonly<Record<string, number>> }

/**
 * The mixture for people other than it was learned from. Strangers meet more often the more people there are, while nobody has more
 * doubles or siblings for that; and a field that is missing says nothing, however often it was missing where the weights were learned.
 */
export function fitMixture({ mixture, records }: Weights, population: number): Mixture {
  const growth = Math.max(population, fewest) / Math.max(records, fewest)
  const classes = mixture.classes.map((one) => ({
    ...one,
    share: isBound(one) ? one.share : one.share * growth,
    chances: one.chances.map(withoutMissing),
  }))
  const all = classes.reduce((sum, one) => sum + one.share, 0)
  return { classes: classes.map((one) => ({ ...one, share: one.share / all })) }
}

/** Among fewer people than this chance meetings are not rarer: the few come from one place. */
const fewest = 5000

/** One person's records and those of one household: their number grows as the number of people does. */
const isBound = ({ same, name }: MixtureClass) => same || name.startsWith('household')

function withoutMissing(chances: readonly number[]): number[] {
  const present = Math.max(1 - (chances[0] ?? 0), 1e-9)
  return chances.map((chance, level) => (level === 0 ? 1 : chance / present))
}
