import { type AreaCode, areaOfRegion, findAreaCode, isWithin, type Region } from '../../values/areas.ts'
import type { MeetingReason } from '../duplicates/meetings.ts'
import type { Likelihood } from '../duplicates/thresholds.ts'
import type { Finding, Severity } from './checks/findings.ts'

/** A list somebody hands in, already stored: whose it is says its name, or the sender. */
export type HandedIn = { storedFileId: string; name: string; sha256: string; village: AreaCode }

/** Findings that only a comparison can make: with the other rows, the other lists, the registry, the registers. */
export type ComparedCode = 'duplicate' | 'nik-shared' | 'lookalike' | 'deceased' | 'already-covered' | 'not-in-dukcapil'

/** What is noted of a cell that was mended here: its detail says what stood there. */
export type RepairedCode = 'repaired'

/** A finding of a row, from its own cells, from a comparison or from a repair, as it is stored. */
export type RowFinding = Omit<Finding, 'code'> & {
  readonly code: Finding['code'] | ComparedCode | RepairedCode
  readonly match?: FindingMatch
}

/** Whom a row was found to be alike: how sure it is that they are one person, why, and where the other stands. */
export type FindingMatch = {
  /** How sure it is, in words; for findings of one person only. */
  readonly likelihood?: Likelihood
  /** From 0 to 1. */
  readonly probability: number
  readonly reasons: readonly MeetingReason[]
  /** The village of the other, or of the list they stand in. */
  readonly village: string
  /** The other in the registry; or the row of a list. */
  readonly worker?: number
  readonly fileId?: string
  readonly sheet?: string
  readonly row?: number
  /** How many others there are beside the nearest. */
  readonly more?: number
  /** The same for all rows of the intake that are at least probably this person. */
  readonly person?: string
  /** They are at least probably somebody in the registry, or in another open list. */
  readonly isKnown?: boolean
  readonly isOpen?: boolean
}

/** How grave each comparison's finding is. The same person twice: an officer keeps one. The same NIK under two names: an officer asks. */
export const comparedSeverity: Readonly<Record<ComparedCode, Severity>> = {
  duplicate: 'review',
  'nik-shared': 'review',
  lookalike: 'note',
  deceased: 'review',
  'already-covered': 'note',
  'not-in-dukcapil': 'note',
}

/** The village a list belongs to: the ten digits its name begins with, else the sender's own village, else the region as a whole. */
export function villageOfList(name: string, region: Region, known: ReadonlySet<string>, sender?: AreaCode): AreaCode {
  const digits = /(?<!\d)(\d{2}\.?\d{2}\.?\d{2}\.?\d{4})(?!\d)/.exec(name)?.[1]
  const named = digits === undefined ? undefined : findAreaCode(digits)
  if (named !== undefined && known.has(named) && isWithin(named, areaOfRegion(region))) return named
  return sender ?? areaOfRegion(region)
}
