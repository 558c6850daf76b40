import { ageOn, type Day, formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { findNik } from '../../values/nik.ts'
import { type Decision, decideYesNo } from '../kit/decide.ts'
import { type Ground, judge, judgeWith } from '../kit/ground.ts'
import { eligibilityGrounds as grounds } from './grounds.ts'
import { classifyOccupation, type Occupation } from './occupations.ts'
import type { RuleSet } from './rule-set.ts'

export { defaultRuleSet, type RuleSet } from './rule-set.ts'

/** What is known of a candidate. `null` is “not known yet”: the ground stays open and the person waits. */
export type EligibilityFacts = {
  readonly nik: string | null
  readonly birthDate: Day | null
  /** As written on the list or the identity card. */
  readonly occupation: string | null
  /** A surveyor’s answer whether the person works; overrules what the occupation suggests. */
  readonly hasActivity: boolean | null
  readonly citizen: boolean | null
  readonly resident: boolean | null
  readonly knownToCivilRegistry: boolean | null
  readonly deceased: boolean | null
  /** Active for the same programmes, whatever the segment, or paid for by another layer of government. */
  readonly alreadyCovered: boolean | null
  readonly decile: number | null
  readonly landHectares: number | null
}

/**
 * Decides whether a candidate may be enrolled and paid for by the region on a day: every ground, met or not, cited.
 * Age is tested at entry only (BPJS Perdir 22/2022): turning 65 afterwards ends nothing. `awaitsFacts(decision)` tells a
 * refusal from a person about whom something is still unknown.
 */
export function decideEligibility(facts: EligibilityFacts, ruleSet: RuleSet, on: Day): Decision {
  const occupation = classifyOccupation(facts.occupation ?? '')
  const judged = [
    judge(grounds.nikValid, facts.nik === null ? false : findNik(facts.nik) !== undefined),
    judge(grounds.knownToCivilRegistry, ruleSet.knownToCivilRegistryOnly ? (facts.knownToCivilRegistry ?? undefined) : true),
    judge(grounds.notDeceased, facts.deceased === null ? undefined : !facts.deceased),
    judge(grounds.citizen, ruleSet.citizensOnly ? (facts.citizen ?? undefined) : true),
    judge(grounds.domicile, ruleSet.residentsOnly ? (facts.resident ?? undefined) : true),
    judgeAge(facts.birthDate, ruleSet, on),
    judgeOccupation(occupation, facts.occupation, ruleSet),
    judgeWorking(occupation, facts),
    judge(grounds.notAlreadyCovered, facts.alreadyCovered === null ? undefined : !facts.alreadyCovered),
    judgeDecile(facts.decile, ruleSet),
    judgeLand(facts.landHectares, ruleSet),
  ]
  return decideYesNo(judged, false)
}

/** The same decision with everything checked in a candidate’s favour: what a list alone can refuse before any matching. */
export function decideFromListAlone(
  facts: Pick<EligibilityFacts, 'nik' | 'birthDate' | 'occupation'>,
  ruleSet: RuleSet,
  on: Day,
): Decision {
  const assumed = {
    hasActivity: null,
    citizen: true,
    resident: true,
    knownToCivilRegistry: true,
    deceased: false,
    alreadyCovered: false,
    decile: ruleSet.decileCeiling,
    landHectares: ruleSet.landLimitHectares,
  }
  return decideEligibility({ ...assumed, ...facts }, ruleSet, on)
}

/** Facts of which nothing is known yet, to start from. */
export const nothingKnown: EligibilityFacts = {
  nik: null,
  birthDate: null,
  occupation: null,
  hasActivity: null,
  citizen: null,
  resident: null,
  knownToCivilRegistry: null,
  deceased: null,
  alreadyCovered: null,
  decile: null,
  landHectares: null,
}

function judgeAge(birthDate: Day | null, ruleSet: RuleSet, on: Day): Ground {
  if (birthDate === null) return judge(grounds.ageAtEntry, undefined)
  const age = ageOn(birthDate, on)
  const young = age < ruleSet.minimumAge
  const old = ruleSet.maximumAgeIncluded ? age > ruleSet.maximumAge : age >= ruleSet.maximumAge
  if (!young && !old) return judge(grounds.ageAtEntry, true)
  return judgeWith(grounds.ageAtEntry, false, ageDetail(birthDate, age, ruleSet))
}

function ageDetail(birthDate: Day, age: number, ruleSet: RuleSet): Wording {
  const { minimumAge, maximumAge, maximumAgeIncluded } = ruleSet
  return {
    id: `Lahir ${formatDay(birthDate, 'id')}: ${age} tahun; batas ${minimumAge} sampai ${maximumAgeIncluded ? '' : 'sebelum '}${maximumAge} tahun`,
    en: `Born ${formatDay(birthDate, 'en')}: ${age}; limits ${minimumAge} to ${maximumAgeIncluded ? '' : 'under '}${maximumAge}`,
  }
}

function judgeOccupation(occupation: Occupation, written: string | null, ruleSet: RuleSet): Ground {
  if (occupation.kind === 'barred' || (occupation.code !== undefined && ruleSet.furtherBarred.includes(occupation.code))) {
    return judgeWith(grounds.occupationAllowed, false, writtenAs(written))
  }
  if (ruleSet.onlyOccupations === null) return judge(grounds.occupationAllowed, true)
  if (occupation.code === undefined) return judge(grounds.occupationAllowed, undefined)
  const admitted = ruleSet.onlyOccupations.includes(occupation.code)
  return admitted ? judge(grounds.occupationAllowed, true) : judgeWith(grounds.occupationAllowed, false, writtenAs(written))
}

/** An occupation we do not recognise is still a declared activity; only an empty one leaves the question open. */
function judgeWorking(occupation: Occupation, facts: EligibilityFacts): Ground {
  if (facts.hasActivity !== null) return judge(grounds.isWorking, facts.hasActivity)
  if (occupation.kind === 'not-working') return judgeWith(grounds.isWorking, false, writtenAs(facts.occupation))
  if (occupation.kind === 'unknown')
    return /\p{L}{2}/u.test(facts.occupation ?? '') ? unrecognised(facts.occupation) : judge(grounds.isWorking, undefined)
  return judge(grounds.isWorking, true)
}

function unrecognised(written: string | null): Ground {
  return judgeWith(grounds.isWorking, true, {
    id: `Pekerjaan “${written?.trim() ?? ''}” tidak ada dalam daftar; dianggap kegiatan ekonomi`,
    en: `Occupation “${written?.trim() ?? ''}” is not on our list; taken as an economic activity`,
  })
}

function writtenAs(written: string | null): Wording {
  return { id: `Pekerjaan tertulis: ${written?.trim() ?? '-'}`, en: `Occupation as written: ${written?.trim() ?? '-'}` }
}

function judgeDecile(decile: number | null, ruleSet: RuleSet): Ground {
  if (ruleSet.decileCeiling === null) return judge(grounds.decileCeiling, true)
  if (decile === null) return judge(grounds.decileCeiling, ruleSet.unknownDecile === 'admit' ? true : undefined)
  if (decile <= ruleSet.decileCeiling) return judge(grounds.decileCeiling, true)
  return judgeWith(grounds.decileCeiling, false, {
    id: `Desil ${decile}; batas daerah ${ruleSet.decileCeiling}`,
    en: `Decile ${decile}; the region’s ceiling is ${ruleSet.decileCeiling}`,
  })
}

function judgeLand(hectares: number | null, ruleSet: RuleSet): Ground {
  if (ruleSet.landLimitHectares === null) return judge(grounds.landLimit, true)
  return judge(grounds.landLimit, hectares === null ? undefined : hectares <= ruleSet.landLimitHectares)
}
