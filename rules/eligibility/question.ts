import type { Day } from '../../values/days.ts'
import type { Decision } from '../kit/decide.ts'
import { countFact, dayFact, type Fact, type FactSchema, quantityFact, textFact, yesNoFact } from '../kit/facts.ts'
import { decideEligibility, type EligibilityFacts } from './eligibility.ts'
import { defaultRuleSet, type RuleSet } from './rule-set.ts'

/** A candidate and, where a stranger asks, the region’s bounds beside it; absent bounds are those of `defaultRuleSet`. */
export type EligibilityQuestion = EligibilityFacts &
  Partial<Pick<RuleSet, 'minimumAge' | 'maximumAge' | 'maximumAgeIncluded' | 'decileCeiling' | 'landLimitHectares'>>

const unknown = { absent: null } as const
const unset = { absent: undefined } as const
const years = { id: 'tahun', en: 'years' }

export const eligibilityQuestionFacts: FactSchema<EligibilityQuestion> = {
  nik: textFact<null>({ id: 'NIK, 16 angka', en: 'NIK, 16 digits' }, unknown),
  birthDate: dayFact<null>({ id: 'tanggal lahir', en: 'birth date' }, unknown),
  occupation: textFact<null>({ id: 'pekerjaan seperti tertulis', en: 'occupation as written' }, unknown),
  hasActivity: known({ id: 'petugas: benar bekerja', en: 'surveyor: does work' }),
  citizen: known({ id: 'warga negara Indonesia', en: 'Indonesian citizen' }),
  resident: known({ id: 'KTP atau domisili di daerah ini', en: 'identity card or home in the region' }),
  knownToCivilRegistry: known({ id: 'NIK dikenal Dukcapil', en: 'NIK known to the civil registry' }),
  deceased: known({ id: 'tercatat meninggal', en: 'recorded as deceased' }),
  alreadyCovered: known({ id: 'sudah aktif atau dibayar pihak lain', en: 'already active or paid for by somebody else' }),
  decile: countFact<null>({ id: 'desil kesejahteraan (1–10)', en: 'welfare decile (1–10)' }, unknown),
  landHectares: quantityFact<null>({ id: 'luas lahan', en: 'land' }, { ...unknown, unit: { id: 'hektare', en: 'hectares' } }),
  minimumAge: countFact<undefined>(
    { id: 'umur paling rendah di daerah ini (18)', en: 'lowest age in this region (18)' },
    { ...unset, unit: years },
  ),
  maximumAge: countFact<undefined>(
    { id: 'batas umur di daerah ini (65)', en: 'age limit in this region (65)' },
    { ...unset, unit: years },
  ),
  maximumAgeIncluded: yesNoFact<undefined>(
    { id: 'batas umur itu sendiri masih boleh', en: 'the limit itself is still admitted' },
    unset,
  ),
  decileCeiling: countFact<null | undefined>({ id: 'desil tertinggi di daerah ini', en: 'highest decile in this region' }, unset),
  landLimitHectares: quantityFact<null | undefined>(
    { id: 'batas luas lahan di daerah ini', en: 'land limit in this region' },
    unset,
  ),
}

/** Decides a stranger’s question: the candidate’s facts against the default rule set and the bounds given. */
export function decideQuestion(question: EligibilityQuestion, on: Day): Decision {
  const { minimumAge, maximumAge, maximumAgeIncluded, decileCeiling, landLimitHectares, ...facts } = question
  const ruleSet: RuleSet = {
    ...defaultRuleSet,
    minimumAge: minimumAge ?? defaultRuleSet.minimumAge,
    maximumAge: maximumAge ?? defaultRuleSet.maximumAge,
    maximumAgeIncluded: maximumAgeIncluded ?? defaultRuleSet.maximumAgeIncluded,
    decileCeiling: decileCeiling ?? defaultRuleSet.decileCeiling,
    landLimitHectares: landLimitHectares ?? defaultRuleSet.landLimitHectares,
  }
  return decideEligibility(facts, ruleSet, on)
}

function known(meaning: { id: string; en: string }): Fact<boolean | null> {
  return yesNoFact<null>(meaning, unknown)
}
