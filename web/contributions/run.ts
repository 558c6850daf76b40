import type { readRun } from '../../src/contributions/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'

/** A run with everything that explains it, as the server tells it. */
export type Run = AnswerOf<typeof readRun>
