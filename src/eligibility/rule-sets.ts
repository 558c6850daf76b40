import { z } from 'zod'
import { defaultRuleSet, type RuleSet } from '../../rules/eligibility/rule-set.ts'
import type { Register } from '../matching/registers.ts'

/** What a region decides about who is vulnerable, as it is sent and kept. Ages are whole years; `null` asks for none. */
export const regionRules = z.object({
  minimumAge: z.number().int().min(15).max(100).default(defaultRuleSet.minimumAge),
  maximumAge: z.number().int().min(15).max(120).default(defaultRuleSet.maximumAge),
  maximumAgeIncluded: z.boolean().default(defaultRuleSet.maximumAgeIncluded),
  decileCeiling: z.number().int().min(1).max(10).nullable().default(defaultRuleSet.decileCeiling),
  unknownDecile: z.enum(['wait', 'admit']).default('admit'),
  citizensOnly: z.boolean().default(defaultRuleSet.citizensOnly),
  residentsOnly: z.boolean().default(defaultRuleSet.residentsOnly),
  knownToCivilRegistryOnly: z.boolean().default(defaultRuleSet.knownToCivilRegistryOnly),
  onlyOccupations: z.array(z.string().max(60)).nullable().default(null),
  furtherBarred: z.array(z.string().max(60)).default([]),
  /** The order of a ranking; `longest-waiting` is who stands in the registry longest. */
  priorities: z
    .array(z.enum(['lowest-decile', 'longest-waiting', 'oldest']))
    .default(['lowest-decile', 'longest-waiting', 'oldest']),
  /** What only a register can tell, while it has never answered: admit and say so, or let everybody wait. */
  unaskedRegisters: z.enum(['admit', 'wait']).default('admit'),
})

export type RegionRules = z.output<typeof regionRules>

/** The rules of a region that has not written its own. */
export const defaultRules: RegionRules = regionRules.parse({})

/** A rule set as it is kept: never changed, a change is the next version. */
export type StoredRuleSet = {
  id: string
  year: number
  version: number
  title: string
  legalBasis: string
  rules: RegionRules
  madeBy: string
  madeAt: string
  /** Who approved it; nothing for the law's own defaults and for versions older than the two-person rule. */
  approvedBy: string | null
}

/** The rule set as the law reads it; quota and reserve are the programme's matter. */
export function lawOf(stored: Pick<StoredRuleSet, 'id' | 'legalBasis' | 'rules'>): RuleSet {
  const { unaskedRegisters: _unasked, ...rules } = stored.rules
  return { ...defaultRuleSet, ...rules, id: stored.id, decree: stored.legalBasis === '' ? null : stored.legalBasis }
}

/** The grounds that only a register can answer. */
export const groundsOfRegister: Partial<Record<Register, readonly string[]>> = {
  dukcapil: ['known-to-civil-registry', 'not-deceased'],
  bpjs: ['not-already-covered'],
  dtsen: ['decile-ceiling'],
}
