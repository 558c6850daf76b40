import { parentPort, workerData } from 'node:worker_threads'
import { comparisonsOf } from './comparison.ts'
import { type Mixture, logOddsOf } from './estimation.ts'
import { type SearchGround, samplePatterns, scorePairs } from './pair-search.ts'
import type { People } from './people.ts'

/** What the main thread asks for; each request is answered by one message. */
export type WorkerRequest =
  | { readonly task: 'sample'; readonly step: number }
  | { readonly task: 'score'; readonly mixture: Mixture; readonly floor: number }

export type WorkerGround = { readonly people: People; readonly ground: SearchGround }

const { people, ground } = workerData as WorkerGround
const comparisons = comparisonsOf(people)

parentPort?.on('message', (request: WorkerRequest) => {
  parentPort?.postMessage(
    request.task === 'sample'
      ? samplePatterns(ground, comparisons, request.step)
      : scorePairs(ground, comparisons, logOddsOf(request.mixture), request.floor),
  )
})
