import type { Language } from '../../values/language.ts'
import type { DescribedFacts, FactProblem } from '../../rules/kit/facts.ts'
import { isEmpty, labelOf, type RawFacts } from './facts.ts'

/** A fact that keeps a rule from answering: where it is asked, what it is called, and whether it is only missing. */
export type ShownFactProblem = { path: string; label: string; says: string; isMissing: boolean }

/** What is missing or wrong with facts, in the words of the form. Paths are those of the rule: `income`, `children[1].birthDate`. */
export function factProblems(
  problems: readonly FactProblem[],
  facts: DescribedFacts,
  asked: { raw: RawFacts; language: Language },
): ShownFactProblem[] {
  return problems.map(({ fact: path, problem }) => {
    const [, name = path, place, member] = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(path) ?? []
    const described = facts[name]
    const inner = member === undefined ? undefined : described?.of?.[member]
    const value = place === undefined ? asked.raw[name] : memberValue(asked.raw[name], Number(place) - 1, member)
    const called = inner ?? described
    const label = called === undefined ? path : labelOf(called.meaning[asked.language]).label
    return {
      path,
      label: place === undefined ? label : `${label} (${place})`,
      says: problem[asked.language],
      isMissing: called !== undefined && isEmpty(value),
    }
  })
}

function memberValue(list: unknown, place: number, member: string | undefined): unknown {
  const found: unknown = Array.isArray(list) ? list[place] : undefined
  if (member === undefined || typeof found !== 'object' || found === null) return found
  return (found as RawFacts)[member]
}
