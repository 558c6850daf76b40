import { type RunState as State, runStateNames } from '../../src/contributions/steps-api.ts'
import { useWording } from '../text/language.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'

/** What each state means to a reader. */
export const runTones: Readonly<Record<State, Tone>> = {
  computed: 'now',
  approved: 'now',
  refused: 'bad',
  billed: 'now',
  paid: 'good',
  reconciled: 'good',
}

/** How a run stands, with icon and word. */
export function RunState({ state }: { state: State }) {
  const word = useWording()
  return <StatusBadge tone={runTones[state]}>{word(runStateNames[state])}</StatusBadge>
}
