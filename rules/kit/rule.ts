import type { Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { done, type Outcome } from '../../values/outcome.ts'
import type { Case } from './case.ts'
import type { Decision } from './decide.ts'
import { type BadFacts, type DescribedFacts, type FactSchema, readFacts, rowReader } from './facts.ts'
import type { Parameter } from './parameter.ts'

/** A rule of law: pure, dated, described well enough to be asked by a stranger. */
type Declared<Facts extends object> = {
  readonly name: string
  readonly title: Wording
  readonly description: Wording
  /** What the day of a question means to this rule. */
  readonly dayMeans: Wording
  readonly facts: FactSchema<Facts>
  readonly parameters: readonly Parameter[]
  readonly cases: readonly Case<Facts>[]
  readonly decide: (facts: Facts, on: Day) => Decision
}

/** A rule anybody can ask without knowing its type of facts: the book, the command line, the calculator. */
export type Rule = Omit<Declared<object>, 'decide' | 'cases' | 'facts'> & {
  readonly facts: DescribedFacts
  /** Answers with every ground, or refuses with the list of facts that are missing or wrong. */
  readonly ask: (raw: unknown, on: Day) => Outcome<Decision, BadFacts>
  /** The same for rows of a table with these columns; columns that are no facts are ignored. */
  readonly askRows: (columns: readonly string[]) => (cells: readonly string[], on: Day) => Outcome<Decision, BadFacts>
  readonly cases: readonly (Case<object> & { readonly decide: () => Decision })[]
}

/** Declares a rule and closes over the type of its facts. */
export function rule<Facts extends object>(declared: Declared<Facts>): Rule {
  const { facts, decide, cases, ...rest } = declared
  return {
    ...rest,
    facts: facts as DescribedFacts,
    cases: cases.map((each) => ({ ...each, decide: () => decide(each.facts, each.on) })),
    ask: (raw, on) => {
      const read = readFacts(facts, raw)
      return read.ok ? done(decide(read.value, on)) : read
    },
    askRows: (columns) => {
      const readRow = rowReader(facts, columns)
      return (cells, on) => {
        const read = readRow(cells)
        return read.ok ? done(decide(read.value, on)) : read
      }
    },
  }
}
