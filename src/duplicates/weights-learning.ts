import { type Day, day } from '../../values/days.ts'
import { onCommonScale } from './common-scale.ts'
import type { Mixture } from './estimation.ts'
import { learnMixture } from './linking.ts'
import { type LinkageModel, countsOf, modelOf } from './model.ts'
import type { PeopleBuilder } from './people.ts'
import { lineFields } from './person-lines.ts'
import { type Weights, fitMixture } from './weights.ts'

/** Learns weights from people put into a builder of all line fields, from about so many pairs; and from about how many pairs of one person. */
export async function learnWeights(
  builder: PeopleBuilder,
  { today, pairs }: { today: Day; pairs?: number },
): Promise<{ weights: Weights; samePairs: number }> {
  const fields = lineFields.map(({ name, kind }) => ({ name, kind }))
  const people = builder.finish(countsOf(scaledModel(builder, nothing, today)))
  const { mixture, samePairs } = await learnMixture(people, pairs)
  return { weights: { version: 1, trainedOn: today.toString(), records: people.count, fields, mixture }, samePairs }
}

const nothing: Mixture = { classes: [] }

/** The model that weights make for a population of which people were put into a builder of the weights' fields. */
export function modelFor(builder: PeopleBuilder, weights: Weights, population: number): LinkageModel {
  return scaledModel(builder, fitMixture(weights, population), day(weights.trainedOn))
}

function scaledModel(builder: PeopleBuilder, mixture: Mixture, trainedOn: Day): LinkageModel {
  return onCommonScale(modelOf(builder.finish(), mixture, trainedOn))
}
