import {
  jhtRule,
  jkkCareRule,
  jkkDeathRule,
  jkkDisabilityRule,
  jkkIncapacityRule,
  jkkTransportRule,
  jkmRule,
  scholarshipRule,
} from './benefits/rules.ts'
import { deadlineRule, documentsRule, heirsRule, latePaymentRule } from './claims/rules.ts'
import { contributionRule, lapseRule } from './contributions/rules.ts'
import { eligibilityRule } from './eligibility/rules.ts'
import type { Parameter } from './kit/parameter.ts'
import type { Rule } from './kit/rule.ts'
import { dueDay, monthsUnpaidAllowed } from './parameters/contributions.ts'
import { diseaseYearsAfterWork } from './parameters/limits.ts'
import { jhtPaymentDays } from './parameters/savings.ts'

/** Every rule that can be asked, in the order of the rule book. Runs in the browser as it does on the server. */
export const rules: readonly Rule[] = [
  contributionRule,
  lapseRule,
  eligibilityRule,
  jkmRule,
  jkkDeathRule,
  jkkDisabilityRule,
  jkkIncapacityRule,
  jkkTransportRule,
  jkkCareRule,
  jhtRule,
  scholarshipRule,
  heirsRule,
  documentsRule,
  deadlineRule,
  latePaymentRule,
]

/** Every figure of the law, each once, in the order in which the rules use them. */
export const parameters: readonly Parameter[] = [
  ...new Map(
    [...rules.flatMap((rule) => rule.parameters), dueDay, monthsUnpaidAllowed, diseaseYearsAfterWork, jhtPaymentDays].map(
      (each) => [each.name, each],
    ),
  ).values(),
]

/** Finds a rule by the name a person types. */
export function findRule(name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name)
}
