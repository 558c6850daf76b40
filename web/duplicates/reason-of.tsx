import { duplicatesText } from '../text/duplicates.ts'
import { levelWords } from '../text/duplicate-reasons.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import type { PairShown } from './choice.ts'
import style from './duplicates.module.css'

type Reason = PairShown['reasons'][number]

const tones: Record<Reason['verdict'], Tone> = { agrees: 'good', near: 'warn', differs: 'bad', missing: 'calm' }

/** What a field says of two records being one person: its verdict, how exactly it agrees, and how much that weighs. */
export function ReasonOf({ reason }: { reason: Reason | undefined }) {
  const text = useText(duplicatesText)
  const word = useWording()
  const { language } = useLanguage()
  if (reason === undefined) return null
  const level = levelWords[reason.level]
  const bits = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(reason.weight)
  return (
    <div className={style.reason}>
      <StatusBadge tone={tones[reason.verdict]}>{text[reason.verdict]}</StatusBadge>
      <span className="small quiet">
        {level && reason.verdict !== 'missing' && `${word(level)}; `}
        {reason.verdict === 'missing' ? text.neutral : `${text[strengthOf(reason.weight)]}, ${text.weight(bits)}`}
      </span>
    </div>
  )
}

/** What a weight in bits means: each doubles (or halves) the chance that two records are one person. */
function strengthOf(weight: number): 'strongFor' | 'weakFor' | 'neutral' | 'weakAgainst' | 'strongAgainst' {
  if (weight >= 8) return 'strongFor'
  if (weight >= 1) return 'weakFor'
  if (weight > -1) return 'neutral'
  return weight > -5 ? 'weakAgainst' : 'strongAgainst'
}
