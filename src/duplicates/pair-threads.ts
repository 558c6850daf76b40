import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Blocks } from './blocking.ts'
import type { Comparison } from './comparison.ts'
import { type Mixture, logOddsOf } from './estimation.ts'
import { sharedInts } from './key-counts.ts'
import { type FoundPairs, type SearchGround, samplePatterns, scorePairs } from './pair-search.ts'
import type { WorkerGround, WorkerRequest } from './pair-worker.ts'
import { type Patterns, mergePatterns } from './patterns.ts'
import type { People } from './people.ts'

/** Pairs searched on several threads: the calling one and helpers that share its columns. Close it when done. */
export type PairThreads = {
  readonly sample: (step: number) => Promise<Patterns>
  readonly score: (mixture: Mixture, floor: number) => Promise<FoundPairs>
  readonly close: () => Promise<void>
}

/** Fewer records than this are not worth another thread. */
const worthAThread = 20_000

/** Starts the threads; `sides` marks the two files that are linked. */
export function startPairThreads(
  {
    people,
    comparisons,
    blocks,
    sides,
  }: { people: People; comparisons: readonly Comparison[]; blocks: Blocks; sides: Uint8Array | undefined },
  threads: number,
): PairThreads {
  const ground: SearchGround = { count: people.count, blocks, sides, claimed: sharedInts(1) }
  const more = people.count < worthAThread ? 0 : threads - 1
  const workers = Array.from({ length: more }, () => {
    const workerData: WorkerGround = { people, ground }
    return new Worker(new URL('./pair-worker.ts', import.meta.url), { workerData })
  })
  const ask = async <Answer>(request: WorkerRequest, own: () => Answer): Promise<Answer[]> => {
    Atomics.store(ground.claimed, 0, 0)
    const answers = workers.map(async (worker) => {
      const answer = once(worker, 'message')
      worker.postMessage(request)
      const [message] = (await answer) as [Answer]
      return message
    })
    return [own(), ...(await Promise.all(answers))]
  }
  return {
    sample: async (step) => mergePatterns(await ask({ task: 'sample', step }, () => samplePatterns(ground, comparisons, step))),
    score: async (mixture, floor) =>
      joinPairs(await ask({ task: 'score', mixture, floor }, () => scorePairs(ground, comparisons, logOddsOf(mixture), floor))),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function joinPairs(parts: readonly FoundPairs[]): FoundPairs {
  const length = parts.reduce((sum, part) => sum + part.lefts.length, 0)
  const joined = { lefts: new Int32Array(length), rights: new Int32Array(length), logOdds: new Float64Array(length) }
  let at = 0
  for (const part of parts) {
    joined.lefts.set(part.lefts, at)
    joined.rights.set(part.rights, at)
    joined.logOdds.set(part.logOdds, at)
    at += part.lefts.length
  }
  return joined
}
