import type { Day } from '../../values/days.ts'
import type { Language, Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { findRule, rules } from '../../rules/book.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import type { BadFacts, DescribedFacts } from '../../rules/kit/facts.ts'
import type { Rule } from '../../rules/kit/rule.ts'

/** Nobody wrote a rule of that name; `known` are those there are. */
export type NoSuchRule = { readonly reason: 'no-such-rule'; readonly name: string; readonly known: readonly string[] }

/** What a stranger gets to see of a decision, in one language. */
export type Answer = {
  granted: boolean
  amount: number | null
  lines: { label: string; amount: number }[]
  grounds: { id: string; condition: string; met: boolean; known: boolean; law: string; effect: string; detail?: string }[]
  estimate: boolean
}

/** One fact of a rule, described for a stranger. */
export type DescribedFact = {
  name: string
  type: string
  required: boolean
  unit?: Wording
  choices?: readonly string[]
  meaning: Wording
  of?: DescribedFact[]
}

/** The rule of a name, or a refusal that names all there are. */
export function getRule(name: string): Outcome<Rule, NoSuchRule> {
  const found = findRule(name)
  return found === undefined ? refused({ reason: 'no-such-rule', name, known: rules.map((rule) => rule.name) }) : done(found)
}

/** Asks a rule on a day; facts come as they were given and are checked by name. */
export function askRule(name: string, on: Day, facts: unknown): Outcome<Decision, NoSuchRule | BadFacts> {
  const rule = getRule(name)
  return rule.ok ? rule.value.ask(facts, on) : rule
}

/** A decision as it leaves the system: labels, conditions and citations as text. */
export function answerOf(decision: Decision, language: Language): Answer {
  return {
    granted: decision.granted,
    amount: decision.amount,
    lines: decision.lines.map((line) => ({ label: line.label[language], amount: line.amount })),
    grounds: decision.grounds.map((ground) => ({
      id: ground.id,
      condition: ground.condition[language],
      met: ground.met,
      known: ground.known,
      law: citationText(ground.law, language),
      effect: ground.effect,
      ...(ground.detail === undefined ? {} : { detail: ground.detail[language] }),
    })),
    estimate: decision.estimate,
  }
}

/** The facts a rule takes, by name. */
export function describeFacts(facts: DescribedFacts): DescribedFact[] {
  return Object.entries(facts).map(([name, fact]) => ({
    name,
    type: fact.type,
    required: fact.required,
    ...(fact.unit === undefined ? {} : { unit: fact.unit }),
    ...(fact.choices === undefined ? {} : { choices: fact.choices }),
    meaning: fact.meaning,
    ...(fact.of === undefined ? {} : { of: describeFacts(fact.of) }),
  }))
}
