import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import type { SourceId } from '../law/sources.ts'

/** A worked case: a sentence about somebody, the day, what is known, and what the law gives. It runs as a test and prints in the book. */
export type Case<Facts> = {
  readonly name: Wording
  readonly on: Day
  readonly facts: Facts
  readonly granted: boolean
  readonly amount: number | null
  /** The parts, when their split matters. */
  readonly lines?: readonly number[]
  /** Grounds that must come out unmet, by id. */
  readonly unmet?: readonly string[]
  readonly sources?: readonly SourceId[]
}
