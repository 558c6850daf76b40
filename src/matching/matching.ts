import type { Fault } from './answer-lines.ts'
import type { Register } from './registers.ts'

/** What became of an answer file. `isNew` is false when the same file had been taken in before: then nothing changed. */
export type Received = {
  exchangeId: string
  register: Register
  fileName: string
  answeredOn: string
  isNew: boolean
  records: number
  faulty: number
  /** The first faulty lines; `faulty` counts them all. */
  faults: Fault[]
}

/** What stands out in the registry after the newest answers. Every count is a filter of the worker list. */
export type MatchSummary = {
  workers: number
  deceased: number
  covered: { segment: string; workers: number }[]
  unknown: number
  nameDiffers: number
  birthDateDiffers: number
  noDecile: number
  notAsked: number
  /** The newest day each register spoke of; null when it has handed in nothing. */
  answeredOn: Record<Register, string | null>
}

/** How many faulty lines are kept with their reasons. */
export const faultsKept = 1000
