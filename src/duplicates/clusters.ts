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
    records.map((right, other) =>
      at === other ? 0 : bounded(judge(Math.min(left, right), Math.max(left, right)), mostOfOnePair),
    ),
  )
  let highest = Number.NEGATIVE_INFINITY
  eachDivision(odds, (_, weight) => (highest = Math.max(highest, weight)))
  const together = new Float64Array(size * size)
  let all = 0
  eachDivision(odds, (personOf, weight) => {
    const share = Math.exp(weight - highest)
    all += share
    for (let left = 0; left < size; left++) {
      for (let right = left + 1; right < size; right++) {
        const cell = left * size + right
        if (personOf[left] === personOf[right]) together[cell] = (together[cell] ?? 0) + share
      }
    }
  })
  return records.flatMap((left, at) =>
    records.slice(at + 1).map((right, offset) => {
      const same = together[at * size + at + 1 + offset] ?? 0
      return {
        left,
        right,
        logOdds: bounded(Math.log(same + tiniest) - Math.log(Math.max(all - same, 0) + tiniest), mostOfOnePair),
      }
    }),
  )
}

const tiniest = 1e-12

/** No single pair counts for more than this, for or against. */
const mostOfOnePair = 25

/**
 * Goes through all ways of dividing records among persons, with the weight of each. Pairs within one person repeat each other (two
 * copies of a sister are as near as one), so that the more records a person has, the less each pair adds.
 */
function eachDivision(odds: readonly (readonly number[])[], visit: (personOf: Int32Array, weight: number) => void): void {
  const personOf = new Int32Array(odds.length)
  const sums = new Float64Array(odds.length + 1)
  const sizes = new Int32Array(odds.length + 1)
  const place = (at: number, persons: number): void => {
    if (at === odds.length) {
      let weight = 0
      for (let person = 0; person < persons; person++) weight += (sums[person] ?? 0) * repeated(sizes[person] ?? 1)
      return visit(personOf, weight)
    }
    for (let person = 0; person <= persons; person++) {
      let added = 0
      for (let other = 0; other < at; other++) if (personOf[other] === person) added += odds[at]?.[other] ?? 0
      personOf[at] = person
      sums[person] = (sums[person] ?? 0) + added
      sizes[person] = (sizes[person] ?? 0) + 1
      place(at + 1, Math.max(persons, person + 1))
      sums[person] = (sums[person] ?? 0) - added
      sizes[person] = (sizes[person] ?? 0) - 1
    }
  }
  place(0, 0)
}

const repeated = (size: number) => Math.sqrt(2 / Math.max(size, 2))

const bounded = (logOdds: number, most: number) => Math.max(-most, Math.min(most, logOdds))
