import { valueOn } from '../kit/parameter.ts'
import { readOn } from '../parameters/checked.ts'
import { maximumAgeAtEntry, minimumAgeAtEntry } from '../parameters/limits.ts'
import { type Percent, percent } from '../kit/units.ts'

/** Which group goes first when the quota is short, most urgent first. */
export type Priority = 'lowest-decile' | 'oldest' | 'longest-waiting' | 'extreme-poor' | 'has-dependants'

/**
 * A region’s answer, for one year, to who is a vulnerable worker it pays for (`VulnerabilityRuleSet`).
 * It is data: a change is a new version, tied to the decree that made it.
 */
export type RuleSet = {
  readonly id: string
  /** The Perkada or SK that set it; null while it is a draft. */
  readonly decree: string | null
  readonly minimumAge: number
  readonly maximumAge: number
  /** True reads “18–65” as 65 allowed; false as “has not yet reached 65”. */
  readonly maximumAgeIncluded: boolean
  /** Highest welfare decile admitted (1–10); null asks for none. */
  readonly decileCeiling: number | null
  /** People whose decile nobody knows: refused until known, or admitted. */
  readonly unknownDecile: 'wait' | 'admit'
  readonly citizensOnly: boolean
  readonly residentsOnly: boolean
  readonly knownToCivilRegistryOnly: boolean
  /** Occupation codes (`occupations.ts`) that are the only ones admitted; null admits every one not barred. */
  readonly onlyOccupations: readonly string[] | null
  /** Occupation codes barred beyond those the law bars. */
  readonly furtherBarred: readonly string[]
  /** Farmers with more land than this are not vulnerable (hectares); null asks for none. */
  readonly landLimitHectares: number | null
  readonly priorities: readonly Priority[]
  readonly quota: number | null
  /** Share of the quota kept for people with a disability. */
  readonly reserve: Percent
}

/** The rule set of a region that has not written its own: 18 to under 65, resident citizens, no decile ceiling. */
export const defaultRuleSet: RuleSet = {
  id: 'default',
  decree: null,
  minimumAge: valueOn(minimumAgeAtEntry, readOn),
  maximumAge: valueOn(maximumAgeAtEntry, readOn),
  maximumAgeIncluded: false,
  decileCeiling: null,
  unknownDecile: 'wait',
  citizensOnly: true,
  residentsOnly: true,
  knownToCivilRegistryOnly: true,
  onlyOccupations: null,
  furtherBarred: [],
  landLimitHectares: null,
  priorities: ['lowest-decile', 'oldest'],
  quota: null,
  reserve: percent(0),
}
