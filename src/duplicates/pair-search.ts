import { type Blocks, forEachCandidate } from './blocking.ts'
import type { Comparison } from './comparison.ts'
import { type Patterns, patternCounter } from './patterns.ts'

/** What every thread works on: who meets whom, on which side each record stands. */
export type SearchGround = {
  readonly count: number
  readonly blocks: Blocks
  /** 0 and 1 for the records of two files that are linked; nothing when one file is searched for duplicates. */
  readonly sides: Uint8Array | undefined
}

/** Likely pairs in columns: every `logOdds[i]` belongs to `lefts[i]` and `rights[i]`. */
export type FoundPairs = { readonly lefts: Int32Array; readonly rights: Int32Array; readonly logOdds: Float64Array }

const chunk = 512

/** The counter by which threads share out the work. */
export type Claims = Int32Array

/** Counts the patterns of the pairs of every `step`-th chunk of records, sharing the chunks with other threads. */
export function samplePatterns(ground: SearchGround, claims: Claims, comparisons: readonly Comparison[], step: number): Patterns {
  const counter = patternCounter(comparisons)
  eachPair(ground, claims, step, counter.add)
  return counter.finish()
}

/** Scores all pairs and keeps those of at least `floor` (natural log odds), sharing the records with other threads. */
export function scorePairs(
  ground: SearchGround,
  claims: Claims,
  comparisons: readonly Comparison[],
  logOddsOf: (levels: Uint8Array, from: number) => number,
  floor: number,
): FoundPairs {
  const levels = new Uint8Array(comparisons.length)
  const lefts: number[] = []
  const rights: number[] = []
  const kept: number[] = []
  eachPair(ground, claims, 1, (left, right) => {
    for (let at = 0; at < comparisons.length; at++) levels[at] = comparisons[at]?.compare(left, right) ?? 0
    const logOdds = logOddsOf(levels, 0)
    if (logOdds < floor) return
    lefts.push(left)
    rights.push(right)
    kept.push(logOdds)
  })
  return { lefts: Int32Array.from(lefts), rights: Int32Array.from(rights), logOdds: Float64Array.from(kept) }
}

function eachPair(
  { count, blocks, sides }: SearchGround,
  claims: Claims,
  step: number,
  found: (left: number, right: number) => void,
): void {
  const seen = new Int32Array(count).fill(-1)
  for (;;) {
    const from = Atomics.add(claims, 0, 1) * chunk * step
    if (from >= count) return
    for (let record = from; record < Math.min(from + chunk, count); record++) {
      forEachCandidate(blocks, record, seen, (other) => {
        if (sides === undefined || sides[record] !== sides[other]) found(record, other)
      })
    }
  }
}
