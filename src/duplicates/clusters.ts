/** A pair of records by number, and the natural logarithm of the odds that they are one person. */
export type ScoredPair = { readonly left: number; readonly right: number; readonly logOdds: number }

/** Judges any two records, also those no rule brought together. */
export type PairJudge = (left: number, right: number) => number

/** Pairs below this are hardly ever worth a thought; it keeps groups small. */
const faintest = -4

/** Groups up to this size are worked out exactly: they can be divided in at most 4,140 ways. */
const largestExact = 8

/**
 * Looks at each group of records that hang together as a whole. Two records are likelier to be one person when both are like a third,
 * and less likely when each is also like another who cannot be the same: every way of dividing the group among persons is
 * weighed by its pairs, and a pair gets the weight of the ways in which it stands together. Answers pairs in place of those given.
 */
export function weighGroups(pairs: readonly ScoredPair[], judge: PairJudge): ScoredPair[] {
  return groupsOf(pairs, faintest).flatMap((group) => weighGroup(group, judge))
}

type Group = { readonly records: readonly number[]; readonly pairs: readonly ScoredPair[] }

function groupsOf(pairs: readonly ScoredPair[], limit: number): Group[] {
  const parents = new Map<number, number>()
  const rootOf = (record: number): number => {
    let root = record
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root)) root = parent
    parents.set(record, root)
    return root
  }
  const kept = pairs.filter((pair) => pair.logOdds >= limit)
  for (const { left, right } of kept) parents.set(rootOf(left), rootOf(right))
  const groups = new Map<number, { records: Set<number>; pairs: ScoredPair[] }>()
  for (const pair of kept) {
    const root = rootOf(pair.left)
    const group = groups.get(root) ?? { records: new Set(), pairs: [] }
    group.records.add(pair.left).add(pair.right)
    group.pairs.push(pair)
    groups.set(root, group)
  }
  return [...groups.values()].map(({ records, pairs }) => ({ records: [...records].sort((a, b) => a - b), pairs }))
}

/** Larger groups are first cut at ever stronger pairs; what stays too large keeps its pairs as they are. */
function weighGroup(group: Group, judge: PairJudge, limit = faintest): ScoredPair[] {
  if (group.records.length === 2) return [...group.pairs]
  if (group.records.length > largestExact) {
    if (limit > 12) return [...group.pairs]
    const parts = groupsOf(group.pairs, limit + 1)
    const within = parts.flatMap((part) => weighGroup(part, judge, limit + 1))
    const done = new Set(within.map((pair) => `${pair.left} ${pair.right}`))
    return [...within, ...group.pairs.filter((pair) => !done.has(`${pair.left} ${pair.right}`))]
  }
  return weighExactly(group.records, judge)
}

function weighExactly(records: readonly number[], judge: PairJudge): ScoredPair[] {
  const size = records.length
  const odds = records.map((left, at) =>
    records.map((right, other) => (at === other ? 0 : bounded(judge(Math.min(left, right), Math.max(left, right))))),
  )
  const together = records.map(() => new Float64Array(size))
  const apart = records.map(() => new Float64Array(size))
  const personOf = new Int32Array(size)
  const highest = highestWeight(odds)
  const place = (at: number, persons: number, weight: number): void => {
    if (at === size) {
      const share = Math.exp(weight - highest)
      for (let left = 0; left < size; left++) {
        for (let right = left + 1; right < size; right++) {
          const table = personOf[left] === personOf[right] ? together[left] : apart[left]
          if (table !== undefined) table[right] = (table[right] ?? 0) + share
        }
      }
      return
    }
    for (let person = 0; person <= persons; person++) {
      let sum = weight
      for (let other = 0; other < at; other++) if (personOf[other] === person) sum += odds[at]?.[other] ?? 0
      personOf[at] = person
      place(at + 1, Math.max(persons, person + 1), sum)
    }
  }
  place(0, 0, 0)
  return records.flatMap((left, at) =>
    records.slice(at + 1).map((right, offset) => {
      const other = at + 1 + offset
      return {
        left,
        right,
        logOdds: bounded(Math.log((together[at]?.[other] ?? 0) + 1e-300) - Math.log((apart[at]?.[other] ?? 0) + 1e-300)),
      }
    }),
  )
}

/** No group can weigh more than all its likely pairs together; keeps the sums within what a number can hold. */
function highestWeight(odds: readonly (readonly number[])[]): number {
  let sum = 0
  odds.forEach((row, at) => row.forEach((value, other) => (sum += other > at && value > 0 ? value : 0)))
  return sum
}

const bounded = (logOdds: number) => Math.max(-25, Math.min(25, logOdds))
