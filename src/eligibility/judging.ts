import { decideEligibility, type EligibilityFacts } from '../../rules/eligibility/eligibility.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import { type Day, day } from '../../values/days.ts'
import type { Register } from '../matching/registers.ts'
import { groundsOfRegister, lawOf, type StoredRuleSet } from './rule-sets.ts'

/** What the registry and the registers hold of a worker, as it is read for judging. */
export type FactRow = {
  id: number
  village: string
  nik: string | null
  birthDate: string | null
  occupation: string | null
  civil: string | null
  isDeceased: boolean | null
  coveredBy: string | null
  decile: number | null
}

/** How one worker came out: `unmet` was answered with no, `unknown` nobody could answer yet. */
export type Judgement = { isEligible: boolean; unmet: string[]; unknown: string[]; decision: Decision }

/** By what and when is judged, and which registers had never answered by then. */
export type JudgingTerms = { ruleSet: StoredRuleSet; on: Day; neverAsked: readonly Register[] }

/** Makes the judge of a run: one worker in, the law's decision out, with what is not known told apart from what is refused. */
export function makeJudge({ ruleSet, on, neverAsked }: JudgingTerms): (row: FactRow) => Judgement {
  const law = lawOf(ruleSet)
  const leftOpen = openGrounds(ruleSet, neverAsked)
  const factsOf = makeFacts(neverAsked)
  return (row) => {
    const decision = decideEligibility(factsOf(row), law, on)
    const unmet: string[] = []
    const unknown: string[] = []
    let blocks = false
    for (const ground of decision.grounds) {
      if (ground.met || ground.effect !== 'required') continue
      if (ground.known) unmet.push(ground.id)
      else unknown.push(ground.id)
      blocks ||= ground.known || !leftOpen.has(ground.id)
    }
    return { isEligible: !blocks, unmet, unknown, decision }
  }
}

/** The grounds that do not block although nobody knows them: their register has never answered, and the rule set admits that. */
export function openGrounds(ruleSet: StoredRuleSet, neverAsked: readonly Register[]): ReadonlySet<string> {
  if (ruleSet.rules.unaskedRegisters === 'wait') return new Set()
  return new Set(neverAsked.flatMap((register) => groundsOfRegister[register] ?? []))
}

function makeFacts(neverAsked: readonly Register[]): (row: FactRow) => EligibilityFacts {
  const bpjsAsked = !neverAsked.includes('bpjs')
  const dayOf = rememberedDays()
  return (row) => ({
    nik: row.nik,
    birthDate: row.birthDate === null ? null : dayOf(row.birthDate),
    occupation: row.occupation,
    hasActivity: null,
    citizen: true,
    resident: true,
    knownToCivilRegistry: row.civil === null || row.civil === 'not-asked' ? null : row.civil !== 'unknown',
    deceased: row.isDeceased === true ? true : row.civil === 'alive' ? false : null,
    alreadyCovered: row.coveredBy !== null ? true : bpjsAsked ? false : null,
    decile: row.decile,
    landHectares: null,
  })
}

/** A million people share some twenty thousand birthdays. */
function rememberedDays(): (iso: string) => Day {
  const known = new Map<string, Day>()
  return (iso) => {
    const before = known.get(iso)
    if (before !== undefined) return before
    const found = day(iso)
    known.set(iso, found)
    return found
  }
}
