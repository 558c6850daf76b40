import type { PairClass } from '../../src/duplicates/api.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { formatShare } from '../../values/numbers.ts'
import { DayText } from '../ui/day-text.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import type { PairShown } from './choice.ts'
import style from './duplicates.module.css'

/** How sure it is that a pair is one person, and what somebody answered before. */
export function Sureness({ pair }: { pair: PairShown }) {
  const text = useText(duplicatesText)
  const { language } = useLanguage()
  const tones: Record<PairClass, Tone> = { certain: 'good', probable: 'now', possible: 'calm' }
  const likelihood = pair.likelihood ?? 'possible'
  // A probability is never shown as 100 %: nothing here is beyond doubt.
  const share = formatShare(Math.min(0.999, Math.floor(pair.probability * 1000) / 1000), language)
  return (
    <div className={style.sure}>
      <StatusBadge tone={tones[likelihood]}>{text[likelihood]}</StatusBadge>
      <span>{text.probability(share)}</span>
      <span>{text.marked}</span>
      {pair.decidedByName && (
        <span>
          {text.answered(pair.decidedByName)}
          {pair.decidedAt && (
            <>
              , <DayText iso={pair.decidedAt.slice(0, 10)} />
            </>
          )}
        </span>
      )}
    </div>
  )
}
