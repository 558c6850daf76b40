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

/** How large a share of names has each of the commonest words, as long as a region has too few people to tell. */
const commonWords: Readonly<Record<string, number>> = starting.commonWords

/** Fewer people than this do not tell how rare a name is: two who share a name would seem to have one that everybody has. */
const enoughToTell = 20_000

/** A model made of few people, with what is commonly known of names in place of what they cannot tell. */
export function withCommonNames(model: LinkageModel): LinkageModel {
  if (model.records >= enoughToTell) return model
  const known = Object.entries(model.words).map(([field, counts]) => {
    if (field !== 'kk' && model.fields.find(({ name }) => name === field)?.kind !== 'name') return [field, counts] as const
    const words: Record<string, number> = { ...counts.words }
    for (const [word, share] of Object.entries(commonWords))
      words[word] = Math.max(words[word] ?? 0, Math.round(share * enoughToTell))
    return [field, { ...counts, records: enoughToTell, words }] as const
  })
  return { ...model, words: Object.fromEntries(known) }
}

/** The weights within a stored model. */
export function weightsOf({ version, trainedOn, records, fields, mixture }: LinkageModel): Weights {
  return { version, trainedOn, records, fields, mixture }
}

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
