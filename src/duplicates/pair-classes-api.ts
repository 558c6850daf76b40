/** How sure it is that a pair is one person, as `likelihoodOf` words a probability. */
export const pairClasses = ['certain', 'probable', 'possible'] as const
export type PairClass = (typeof pairClasses)[number]
