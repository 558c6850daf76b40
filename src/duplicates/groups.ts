/** Records that hang together by probable pairs: the first of them, and the highest probability among their pairs. */
export type PairGroup = { readonly first: number; readonly probability: number }

type NumberedPair = { readonly left: number; readonly right: number; readonly probability: number }

/** Puts together the pairs from a probability on that share a record; answers the group of a pair, nothing for a fainter one. */
export function groupsOfPairs(pairs: readonly NumberedPair[], threshold: number): (pair: NumberedPair) => PairGroup | undefined {
  const parents = new Map<number, number>()
  const firstOf = (record: number): number => {
    let first = record
    for (let parent = parents.get(first); parent !== undefined; parent = parents.get(first)) first = parent
    if (first !== record) parents.set(record, first)
    return first
  }
  const probable = pairs.filter((pair) => pair.probability >= threshold)
  for (const { left, right } of probable) {
    const [one, other] = [firstOf(left), firstOf(right)]
    if (one !== other) parents.set(Math.max(one, other), Math.min(one, other))
  }
  const highest = new Map<number, number>()
  for (const { left, probability } of probable) highest.set(firstOf(left), Math.max(highest.get(firstOf(left)) ?? 0, probability))
  return ({ left, probability }) =>
    probability < threshold ? undefined : { first: firstOf(left), probability: highest.get(firstOf(left)) ?? probability }
}
