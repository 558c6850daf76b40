import { paths } from '../paths.ts'
import { rawOf, writeFactsText } from './facts.ts'

/** Where a rule is asked, with the day and the facts of a worked case when one is given. */
export function calculatorPath(rule: string, asked?: { on: Temporal.PlainDate; facts: object }): string {
  const question = asked && { on: asked.on.toString(), facts: writeFactsText(rawOf(asked.facts)) }
  return paths.rules({ tab: 'calculator', rule, ...question })
}

/** Where a figure stands open in the list. */
export function figurePath(figure: string): string {
  return paths.rules({ figure })
}
