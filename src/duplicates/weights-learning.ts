import { type Day, day } from '../../values/days.ts'
import { onCommonScale } from './common-scale.ts'
import { type Mixture, logOddsOf } from './estimation.ts'
import { learnMixture } from './linking.ts'
import { type LinkageModel, countsOf, modelOf } from './model.ts'
import type { Patterns } from './patterns.ts'
import type { PeopleBuilder } from './people.ts'
import { lineFields } from './person-lines.ts'
import { certain } from './thresholds.ts'
import { type Weights, fitMixture } from './weights.ts'

/**
 * Learns weights from people put into a builder of all line fields, from about so many pairs. `samePairs` says about how many of these are
 * one person by the judgement of other weights, if such are given: where there are few, what was learned is of something else.
 */
export async function learnWeights(
  builder: PeopleBuilder,
  { today, pairs, judgedBy }: { today: Day; pairs?: number; judgedBy?: Weights },
): Promise<{ weights: Weights; samePairs: number }> {
  const fields = lineFields.map(({ name, kind }) => ({ name, kind }))
  const people = builder.finish(countsOf(scaledModel(builder, nothing, today)))
  const { mixture, compared, step } = await learnMixture(people, pairs)
  const samePairs = judgedBy === undefined ? 0 : step * countSure(compared, fitMixture(judgedBy, people.count))
  return { weights: { version: 1, trainedOn: today.toString(), records: people.count, fields, mixture }, samePairs }
}

/** Natural log odds of a pair that is certainly one person. */
const sure = Math.log(certain / (1 - certain))

function countSure({ fields, levels, counts }: Patterns, mixture: Mixture): number {
  const judge = logOddsOf(mixture)
  return counts.reduce((sum, count, at) => sum + (judge(levels, at * fields) >= sure ? count : 0), 0)
}

const nothing: Mixture = { classes: [] }

/** The model that weights make for a population of which people were put into a builder of the weights' fields. */
export function modelFor(builder: PeopleBuilder, weights: Weights, population: number): LinkageModel {
  return scaledModel(builder, fitMixture(weights, population), day(weights.trainedOn))
}

function scaledModel(builder: PeopleBuilder, mixture: Mixture, trainedOn: Day): LinkageModel {
  return onCommonScale(modelOf(builder.finish(), mixture, trainedOn))
}
