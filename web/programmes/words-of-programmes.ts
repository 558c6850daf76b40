import type { z } from 'zod'
import type { programmeShape } from '../../src/programmes/api.ts'
import type { regionRules } from '../../src/eligibility/api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { eligibilityText } from '../text/eligibility.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import type { Tone } from '../ui/status-badge.tsx'

export type Programme = z.output<typeof programmeShape>
type Priority = z.output<typeof regionRules>['priorities'][number]

/** How a state of a programme looks. */
export const toneOfState: Record<Programme['state'], Tone> = { planned: 'calm', judged: 'now', decreed: 'good' }

/** Names the state of a programme. */
export function useStateName(): (state: Programme['state']) => string {
  const text = useText(programmesText)
  const names = { planned: text.planned, judged: text.judged, decreed: text.decreed }
  return (state) => names[state]
}

/** Writes the months of a programme: `Januari 2027 – Desember 2027`. */
export function useWindow(): (programme: Pick<Programme, 'firstMonth' | 'lastMonth'>) => string {
  const { language } = useLanguage()
  return ({ firstMonth, lastMonth }) => `${formatMonth(month(firstMonth), language)} – ${formatMonth(month(lastMonth), language)}`
}

/** Writes an order of priority as a sentence part: `desil terendah, paling tua`. */
export function usePriorities(): (priorities: readonly Priority[]) => string {
  const text = useText(eligibilityText)
  const names: Record<Priority, string> = {
    'lowest-decile': text.lowestDecile,
    'longest-waiting': text.longestWaiting,
    oldest: text.oldest,
  }
  return (priorities) => priorities.map((priority) => names[priority]).join(', ')
}
