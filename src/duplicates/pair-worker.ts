import { parentPort, workerData } from 'node:worker_threads'
import { groupRule, rulesNamed } from './blocking.ts'
import { comparisonsOf } from './comparison.ts'
import { type Mixture, logOddsOf } from './estimation.ts'
import { type Claims, type SearchGround, samplePatterns, scorePairs } from './pair-search.ts'
import type { People } from './people.ts'

/** What the main thread asks for; each request is answered by one message. */
export type WorkerRequest =
  | { readonly task: 'group'; readonly rules: readonly string[] }
  | { readonly task: 'sample'; readonly ground: SearchGround; readonly claims: Claims; readonly step: number }
  | {
      readonly task: 'score'
      readonly ground: SearchGround
      readonly claims: Claims
      readonly mixture: Mixture
      readonly floor: number
    }

const people = workerData as People
const comparisons = comparisonsOf(people)

parentPort?.on('message', (request: WorkerRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(answerTo(request))
})

function answerTo(request: WorkerRequest): unknown {
  switch (request.task) {
    case 'group':
      return rulesNamed(people, request.rules).map((rule) => groupRule(people, rule))
    case 'sample':
      return samplePatterns(request.ground, request.claims, comparisons, request.step)
    case 'score':
      return scorePairs(request.ground, request.claims, comparisons, logOddsOf(request.mixture), request.floor)
  }
}
