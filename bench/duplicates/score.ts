/** How good a list of pairs is, the likeliest first: every figure is a share between 0 and 1. */
export type Score = {
  readonly truePairs: number
  /** At the default threshold. */
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** At whatever threshold is best. */
  readonly bestF1: number
  /** The recall where 99 of 100 pairs must be right. */
  readonly recallAt99: number
}

export type JudgedPair = { readonly probability: number; readonly isTrue: boolean }

/** Scores pairs against how many true ones there are. */
export function scorePairs(pairs: readonly JudgedPair[], truePairs: number, threshold: number): Score {
  const sorted = [...pairs].sort((a, b) => b.probability - a.probability)
  let right = 0
  let bestF1 = 0
  let recallAt99 = 0
  let [precision, recall, f1] = [1, 0, 0]
  sorted.forEach((pair, at) => {
    if (pair.isTrue) right++
    const [p, r] = [right / (at + 1), right / truePairs]
    const f = right === 0 ? 0 : (2 * p * r) / (p + r)
    bestF1 = Math.max(bestF1, f)
    if (p >= 0.99) recallAt99 = Math.max(recallAt99, r)
    if (pair.probability >= threshold) [precision, recall, f1] = [p, r, f]
  })
  return { truePairs, precision, recall, f1, bestF1, recallAt99 }
}

/** Counts the pairs of records that belong to one person; across two sides only, when there are two. */
export function countTruePairs(records: Iterable<{ person: string; side: number }>, across: boolean): number {
  const people = new Map<string, [number, number]>()
  for (const { person, side } of records) {
    const counts = people.get(person) ?? [0, 0]
    counts[side === 0 ? 0 : 1]++
    people.set(person, counts)
  }
  let pairs = 0
  for (const [left, right] of people.values()) pairs += across ? left * right : ((left + right) * (left + right - 1)) / 2
  return pairs
}
