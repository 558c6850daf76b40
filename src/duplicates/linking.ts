import { availableParallelism } from 'node:os'
import { type Blocks, chooseRules } from './blocking.ts'
import { type ScoredPair, weighGroups } from './clusters.ts'
import { type Comparison, comparisonsOf } from './comparison.ts'
import type { Known } from './mixture-start.ts'
import { type Mixture, estimateMixture, logOddsOf } from './estimation.ts'
import type { FoundPairs } from './pair-search.ts'
import { startPairThreads } from './pair-threads.ts'
import { type Patterns, patternCounter } from './patterns.ts'
import type { People } from './people.ts'

/** A pair of records, by number, with the probability (0 to 1) that they are one person. */
export type LinkedPair = { readonly left: number; readonly right: number; readonly probability: number }

/** What came of linking: the pairs, the mixture they were judged by, and how long each step took (milliseconds). */
export type Linked = { readonly pairs: readonly LinkedPair[]; readonly mixture: Mixture; readonly steps: readonly LinkStep[] }

export type LinkStep = { readonly step: string; readonly milliseconds: number }

export type LinkOptions = {
  /** 0 and 1 for records of two files: only pairs across are answered. */
  readonly sides?: Uint8Array | undefined
  /** Pairs below this probability are left out. */
  readonly threshold: number
  readonly threads?: number
  /** Hears which step begins. */
  readonly onStep?: (step: LinkStepName) => void
}

/** The steps of linking, in their order. */
export const linkSteps = ['rules', 'blocks', 'sample', 'learn', 'score', 'groups'] as const
export type LinkStepName = (typeof linkSteps)[number]

/** Pairs below these log odds cannot change the outcome of a group. */
const faintest = -7

/** Enough compared pairs to learn from. */
const samplePairs = 1_000_000

/**
 * Finds who is the same among people, learning from the people alone: chooses whom to compare, compares, learns how records of one
 * person and of different people look, scores every pair, and weighs groups as a whole.
 */
export async function linkPeople(people: People, options: LinkOptions): Promise<Linked> {
  const steps: LinkStep[] = []
  const timed = stopwatch(steps, options.onStep)
  const comparisons = comparisonsOf(people)
  const rules = timed('rules', () => chooseRules(people, pairBudget(people.count)))
  const threads = startPairThreads(people, comparisons, options.threads ?? availableParallelism())
  try {
    const blocks = await timed('blocks', () => threads.group(rules.map((rule) => rule.name)))
    const ground = { count: people.count, blocks, sides: options.sides }
    const compared = await timed('sample', () => threads.sample(ground, sampleStep(blocks)))
    const mixture = timed('learn', () => estimateMixture(comparisons, compared, knownOf(people, comparisons, blocks)))
    const found = await timed('score', () => threads.score(ground, mixture, faintest))
    const weighed = timed('groups', () => weighGroups(scoredPairs(found), pairJudge(comparisons, mixture)))
    return { pairs: answered(weighed, options), mixture, steps }
  } finally {
    await threads.close()
  }
}

/** What was learned, and from which patterns, one of them standing for `step` compared pairs. */
export type Learned = { readonly mixture: Mixture; readonly compared: Patterns; readonly step: number }

/** Learns how records of one person look among these people, from about so many pairs, without answering pairs. */
export async function learnMixture(people: People, pairs = pairBudget(people.count)): Promise<Learned> {
  const comparisons = comparisonsOf(people)
  const threads = startPairThreads(people, comparisons, availableParallelism())
  try {
    const blocks = await threads.group(chooseRules(people, pairs).map((rule) => rule.name))
    const step = sampleStep(blocks)
    const compared = await threads.sample({ count: people.count, blocks, sides: undefined }, step)
    const mixture = estimateMixture(comparisons, compared, knownOf(people, comparisons, blocks, pairs / 5))
    return { mixture, compared, step }
  } finally {
    await threads.close()
  }
}

const sampleStep = (blocks: Blocks) => Math.max(1, Math.round(blockPairs(blocks) / 2 / samplePairs))

function knownOf(people: People, comparisons: readonly Comparison[], blocks: Blocks, draws = mostDraws): Known {
  return {
    strangers: randomPatterns(people.count, comparisons, Math.min(draws, mostDraws)),
    selves: selfPatterns(people.count, comparisons),
    chanceOfMeeting: (people.count * people.count) / Math.max(1, blockPairs(blocks)),
  }
}

/** Pairs that share a block, counted once for every block they share: about twice as many as there are pairs. */
function blockPairs({ starts }: Blocks): number {
  let pairs = 0
  for (let block = 0; block + 1 < starts.length; block++) {
    const size = (starts[block + 1] ?? 0) - (starts[block] ?? 0)
    pairs += (size * (size - 1)) / 2
  }
  return pairs
}

/** About how many pairs a set of people is worth: all of them in a small file, thirty a person in a middling one, twelve in a large one. */
function pairBudget(count: number): number {
  return Math.min((count * count) / 2, Math.max(150_000, 12 * count, Math.min(3_000_000, 30 * count)))
}

function stopwatch(steps: LinkStep[], onStep: LinkOptions['onStep']) {
  return <Result>(step: LinkStepName, work: () => Result): Result => {
    onStep?.(step)
    const start = performance.now()
    const note = () => steps.push({ step, milliseconds: performance.now() - start })
    const result = work()
    if (result instanceof Promise) void result.then(note)
    else note()
    return result
  }
}

/** The judge of single pairs by a learned mixture: natural log odds. */
export function pairJudge(comparisons: readonly Comparison[], mixture: Mixture): (left: number, right: number) => number {
  const levels = new Uint8Array(comparisons.length)
  const logOdds = logOddsOf(mixture)
  return (left, right) => {
    comparisons.forEach((comparison, at) => (levels[at] = comparison.compare(left, right)))
    return logOdds(levels, 0)
  }
}

function scoredPairs({ lefts, rights, logOdds }: FoundPairs): ScoredPair[] {
  return Array.from(lefts, (left, at) => ({ left, right: rights[at] ?? 0, logOdds: logOdds[at] ?? 0 }))
}

function answered(pairs: readonly ScoredPair[], { sides, threshold }: LinkOptions): LinkedPair[] {
  return pairs
    .map(({ left, right, logOdds }) => ({ left, right, probability: 1 / (1 + Math.exp(-logOdds)) }))
    .filter(({ left, right, probability }) => probability >= threshold && (sides === undefined || sides[left] !== sides[right]))
}

/** So many pairs drawn at random tell how strangers compare. */
const mostDraws = 200_000

/** How strangers compare: pairs drawn at random, by a fixed seed so that a run can be repeated. */
function randomPatterns(count: number, comparisons: readonly Comparison[], draws: number) {
  const counter = patternCounter(comparisons)
  let seed = 7
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 4294967296) * count)
  }
  for (let drawn = 0; drawn < draws; drawn++) {
    const [left, right] = [draw(), draw()]
    if (left !== right) counter.add(left, right)
  }
  return counter.finish()
}

/** How records compare with themselves: how rare what agrees is, where everything agrees. */
function selfPatterns(count: number, comparisons: readonly Comparison[]) {
  const counter = patternCounter(comparisons)
  const step = Math.max(1, Math.floor(count / 20_000))
  for (let record = 0; record < count; record += step) counter.add(record, record)
  return counter.finish()
}
