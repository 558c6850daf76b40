import type { Day } from '../../values/days.ts'
import type { LinkageModel } from './model.ts'
import { countLines } from './person-lines.ts'
import type { Hand } from './search-threads.ts'
import { countedNewcomers, fewestToLearn, learningNewcomers } from './search-work.ts'
import { type Weights, startingWeights } from './weights.ts'

/** The model to compare newcomers by, and the weights when they were learned just now. */
export type ModelMade = { readonly model: LinkageModel; readonly learned: Weights | undefined }

/** Makes a model of the newcomers it is shown as they come. */
export type ModelMaking = { readonly show: (lines: Uint8Array) => void; readonly made: () => Promise<ModelMade> }

export type ModelTerms = {
  /** Lines of people known. */
  readonly sample: readonly Uint8Array[]
  readonly weights: Weights | undefined
  readonly population: number
  readonly today: Day
}

/** Makes the model in another thread; it learns weights as soon as it has been shown enough people, unless there are weights that may be used. */
export function makeModel(hand: Hand, { sample, weights, population, today }: ModelTerms): ModelMaking {
  const usable = weights !== undefined && weights.records >= fewestToLearn ? weights : undefined
  const newcomers: Uint8Array[] = []
  let count = 0
  let learning: Promise<Weights | undefined> | undefined = usable && Promise.resolve(undefined)
  const learn = () => unheard(hand.ask({ task: 'learn', newcomers, sample, today: today.toString() }))
  return {
    show: (lines) => {
      if (count < countedNewcomers) newcomers.push(lines.slice())
      count += countLines(lines)
      if (count >= learningNewcomers) learning ??= learn()
    },
    made: async () => {
      learning ??= learn()
      const learned = await learning
      const chosen = learned ?? usable ?? startingWeights
      return { model: await hand.ask({ task: 'weigh', newcomers, sample, weights: chosen, population }), learned }
    },
  }
}

/** A model that was made before needs nobody to be shown. */
export function madeBefore(model: LinkageModel): ModelMaking {
  return { show: () => {}, made: () => Promise.resolve({ model, learned: undefined }) }
}

/** What comes of work that is waited for later: until then a failure must not count as unheard. */
export function unheard<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => {})
  return work
}
