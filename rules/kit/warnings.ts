import { type Day, daysBetween } from '../../values/days.ts'
import type { Parameter } from './parameter.ts'

/** Something about a figure a reader must know: nobody read it, sources disagree, or it was last read over a year ago. */
export type ParameterWarning = { readonly name: string; readonly kind: 'unverified' | 'conflict' | 'stale' }

/** Every warning about the figures on a day, in their order. */
export function warningsOf(parameters: readonly Parameter[], on: Day): ParameterWarning[] {
  return parameters.flatMap(({ name, history }) => {
    const kinds: [ParameterWarning['kind'], boolean][] = [
      ['unverified', history.some((entry) => !entry.verified)],
      ['conflict', history.some((entry) => entry.conflict !== undefined)],
      ['stale', history.some((entry) => daysBetween(entry.checkedOn, on) > 365)],
    ]
    return kinds.flatMap(([kind, applies]) => (applies ? [{ name, kind }] : []))
  })
}
