import { Progress } from '@mantine/core'
import { formatShare } from '../../values/numbers.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { timeLeft } from './ages.ts'

type ProgressLineProps = {
  label: string
  done: number
  /** How many there are in all; unknown at first. */
  total?: number
  /** Seconds left as far as can be told. */
  secondsLeft?: number
  /** What is counted says little by itself (bytes): only its share is shown. */
  isShare?: boolean
}

/** How far a piece of work is: a thin line, the numbers, and the time left. */
export function ProgressLine({ label, done, total, secondsLeft, isShare = false }: ProgressLineProps) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const share = total ? Math.min(100, (done / total) * 100) : 100
  return (
    <div>
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 16, marginBottom: 4 }}>
        <span>{label}</span>
        <span className="quiet figures">
          {total !== undefined && (isShare ? formatShare(share / 100, language) : text.ofTotal(done, total))}
          {secondsLeft !== undefined && ` · ${text.timeLeft(timeLeft(secondsLeft, language))}`}
        </span>
      </div>
      <Progress value={share} size={4} radius={2} aria-label={label} animated={total === undefined} transitionDuration={120} />
    </div>
  )
}
