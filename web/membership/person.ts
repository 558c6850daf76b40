import type { readPerson } from '../../src/contributions/books-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'

/** A person's contributions with their membership, as the server tells them. */
export type Person = AnswerOf<typeof readPerson>
