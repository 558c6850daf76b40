import type { readHome } from '../../src/home/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'

/** The four answers of the first page, as the server gives them. */
export type Home = AnswerOf<typeof readHome>
