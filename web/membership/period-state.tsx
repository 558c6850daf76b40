import { type PeriodState as State, periodStateNames } from '../../src/membership/reasons-api.ts'
import { useWording } from '../text/language.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'

const tones: Record<State, Tone> = { upcoming: 'calm', active: 'good', lapsing: 'warn', ended: 'calm' }

/** How a period stands, with icon and word. */
export function PeriodState({ state }: { state: State }) {
  const word = useWording()
  return <StatusBadge tone={tones[state]}>{word(periodStateNames[state])}</StatusBadge>
}
