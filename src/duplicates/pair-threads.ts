import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Blocks, groupRule, joinBlocks, rulesNamed } from './blocking.ts'
import type { Comparison } from './comparison.ts'
import { type Mixture, logOddsOf } from './estimation.ts'
import { sharedInts } from './key-counts.ts'
import { type FoundPairs, type SearchGround, samplePatterns, scorePairs } from './pair-search.ts'
import type { WorkerRequest } from './pair-worker.ts'
import { type Patterns, mergePatterns } from './patterns.ts'
import type { People } from './people.ts'

/** Work shared among threads: the calling one and helpers that read the same columns. Close it when done. */
export type PairThreads = {
  readonly group: (rules: readonly string[]) => Promise<Blocks>
  readonly sample: (ground: SearchGround, step: number) => Promise<Patterns>
  readonly score: (ground: SearchGround, mixture: Mixture, floor: number) => Promise<FoundPairs>
  readonly close: () => Promise<void>
}

/** Fewer records than this are not worth another thread. */
const worthAThread = 20_000

/** Starts the threads. */
export function startPairThreads(people: People, comparisons: readonly Comparison[], threads: number): PairThreads {
  const more = people.count < worthAThread ? 0 : threads - 1
  const workers = Array.from(
    { length: more },
    () => new Worker(new URL('./pair-worker.ts', import.meta.url), { workerData: people }),
  )
  const ask = async <Answer>(requestOf: (worker: number) => WorkerRequest, own: () => Answer): Promise<Answer[]> => {
    const answers = workers.map(async (worker, at) => {
      const answer = once(worker, 'message')
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(requestOf(at + 1))
      const [message] = (await answer) as [Answer]
      return message
    })
    return [own(), ...(await Promise.all(answers))]
  }
  return {
    group: async (rules) => {
      const shareOf = (worker: number) => rules.filter((_, at) => at % (more + 1) === worker)
      const own = () => rulesNamed(people, shareOf(0)).map((rule) => groupRule(people, rule))
      const groups = await ask((worker) => ({ task: 'group', rules: shareOf(worker) }), own)
      return joinBlocks(people, groups.flat())
    },
    sample: async (ground, step) => {
      const claims = sharedInts(1)
      return mergePatterns(
        await ask(
          () => ({ task: 'sample', ground, claims, step }),
          () => samplePatterns(ground, claims, comparisons, step),
        ),
      )
    },
    score: async (ground, mixture, floor) => {
      const claims = sharedInts(1)
      const own = () => scorePairs(ground, claims, comparisons, logOddsOf(mixture), floor)
      return joinPairs(await ask(() => ({ task: 'score', ground, claims, mixture, floor }), own))
    },
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
