import type { Fault } from './answers/faults.ts'
import type { Field } from './answers/fields.ts'
import type { Register } from './registers.ts'

/** What a column of an answer was taken for: its heading, whether it holds values or verdicts. */
export type ReadColumn = { sheet: string; head: string; field: Field; holds: 'value' | 'verdict' | 'ours' }

/** What became of an answer file. `isNew` is false when the same file had been taken in before: then nothing changed. */
export type Received = {
  exchangeId: string
  register: Register
  fileName: string
  answeredOn: string
  isNew: boolean
  /** Lines that were taken over. */
  records: number
  faulty: number
  /** The first faulty lines; `faulty` counts them all. */
  faults: Fault[]
  /** Lines about nobody: titles, totals, signatures. */
  leftOut: number
  /** People of whom the register says that it does not know them. */
  notFound: number
  /** NIKs that nobody in the registry has. */
  strangers: number
  /** NIKs of the registry that were in no request to this register; null when the file answers no request. */
  unasked: number | null
  columns: ReadColumn[]
  receivedBy: string
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
