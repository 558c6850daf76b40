import type { NikLevel } from './nik-slips.ts'

/** From this probability on two people are shown as probably one, when nothing else is asked for: more likely so than not. */
export const likely = 0.5

/** Pairs below this probability are not kept by a run: hardly one in ten would be one person. */
export const faintestKept = 0.1

/** From these probabilities on two records are called certainly and probably one person; from `likely` on, possibly. */
export const certain = 0.99
export const probable = 0.9

/** How sure it is that two records are one person, in words. */
export type Likelihood = 'certain' | 'probable' | 'possible'

/** NIKs that are sound on both sides and of which no slip makes the other. */
const unrelated: ReadonlySet<string> = new Set<NikLevel>(['differs', 'same date, other area', 'same area and date, other serial'])

/**
 * The word for a probability of at least `likely`, given how the NIKs stand (absent when one is missing). Two sound NIKs that have nothing
 * in common are never more than possibly one person.
 */
export function likelihoodOf(probability: number, nikLevel: string | undefined): Likelihood {
  if (probability < probable || (nikLevel !== undefined && unrelated.has(nikLevel))) return 'possible'
  return probability >= certain ? 'certain' : 'probable'
}
