import type { z } from 'zod'
import { eligibilityGrounds } from '../../rules/eligibility/grounds.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { regionRules } from '../../src/eligibility/api.ts'
import { eligibilityText } from '../text/eligibility.ts'
import { useLanguage, useText } from '../text/language.tsx'

type Rules = z.output<typeof regionRules>
type GroundName = keyof typeof eligibilityGrounds

/** One rule of a version: the ground, what the region set it to, and the law it stands on. */
export type WrittenRule = { id: string; condition: string; setTo: string; law: string }

/** Writes what a region decided in words. */
export function useRuleWords() {
  const text = useText(eligibilityText)
  const { language } = useLanguage()
  const ages = ({ minimumAge, maximumAge, maximumAgeIncluded }: Rules) =>
    maximumAgeIncluded ? text.agesUpTo(minimumAge, maximumAge) : text.agesBelow(minimumAge, maximumAge)
  const decile = ({ decileCeiling }: Rules) => (decileCeiling === null ? text.decileAny : text.decileUpTo(decileCeiling))
  const required = (isRequired: boolean) => (isRequired ? text.yes : text.no)
  const decileInFull = (rules: Rules) =>
    rules.decileCeiling === null
      ? text.decileAny
      : `${decile(rules)}; ${rules.unknownDecile === 'admit' ? text.unknownAdmit : text.unknownWait}`
  const occupations = ({ furtherBarred, onlyOccupations }: Rules) =>
    onlyOccupations !== null
      ? text.onlyOccupations(onlyOccupations.length)
      : furtherBarred.length > 0
        ? text.furtherBarred(furtherBarred.length)
        : text.barred
  const setTo: Record<GroundName, (rules: Rules) => string> = {
    nikValid: () => text.always,
    knownToCivilRegistry: (rules) => required(rules.knownToCivilRegistryOnly),
    notDeceased: () => text.always,
    citizen: (rules) => required(rules.citizensOnly),
    domicile: (rules) => required(rules.residentsOnly),
    ageAtEntry: ages,
    occupationAllowed: occupations,
    isWorking: () => text.always,
    notAlreadyCovered: () => text.always,
    decileCeiling: decileInFull,
    landLimit: () => text.notRecorded,
  }
  const written = (rules: Rules): WrittenRule[] =>
    (Object.keys(eligibilityGrounds) as GroundName[]).map((name) => {
      const { id, met } = eligibilityGrounds[name]
      return { id, condition: met.condition[language], setTo: setTo[name](rules), law: citationText(met.law, language) }
    })
  return { ages, decile, written }
}
