import { CloseButton, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { formatCount } from '../../values/numbers.ts'
import { intakeText } from '../text/intake.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import pageStyle from '../ui/page.module.css'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import style from './intake.module.css'
import type { IntakeSummary } from './states.ts'

type Found = IntakeSummary['findings'][number]

type FindingsProps = { findings: readonly Found[]; chosen: string | undefined; onChoose: (code: string | undefined) => void }

const groups = [
  { severity: 'refuse', label: 'groupRefuse', icon: IconCircleX },
  { severity: 'review', label: 'groupReview', icon: IconAlertTriangle },
  { severity: 'note', label: 'groupNote', icon: IconInfoCircle },
] as const

/** What was found, by kind, the gravest first; choosing a kind says what to do and shows its rows. */
export function Findings({ findings, chosen, onChoose }: FindingsProps) {
  const text = useText(intakeText)
  return (
    <section className={`${pageStyle.panel} ${style.findings}`} aria-label={text.findings}>
      {findings.length === 0 && <p className="quiet">{text.noFindings}</p>}
      {groups.map(({ severity, label, icon: Icon }) => {
        const kinds = findings.filter((found) => found.severity === severity)
        if (kinds.length === 0) return null
        return (
          <div key={severity} className={style.group}>
            <h3 data-severity={severity}>
              <Icon size={14} aria-hidden /> {text[label]}
            </h3>
            <ul>
              {kinds.map((found) => (
                <Kind key={found.code} found={found} isChosen={chosen === found.code} onChoose={onChoose} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

type KindProps = { found: Found; isChosen: boolean; onChoose: (code: string | undefined) => void }

function Kind({ found, isChosen, onChoose }: KindProps) {
  const { language } = useLanguage()
  const word = useWording()
  return (
    <li>
      <UnstyledButton className={style.kind} aria-pressed={isChosen} onClick={() => onChoose(isChosen ? undefined : found.code)}>
        <span>{word(found.name)}</span>
        <span className="figures">{formatCount(found.rows, language)}</span>
      </UnstyledButton>
      {found.severity !== 'note' && <p className={style.example}>{word(found.example)}</p>}
    </li>
  )
}

const tones: Record<Found['severity'], Tone> = { refuse: 'bad', review: 'warn', note: 'calm' }

type ChosenProps = { findings: readonly Found[]; code: string | undefined; onClear: () => void }

/** The kind whose rows are shown: an example of what it says, and the way back to all rows. */
export function ChosenFinding({ findings, code, onClear }: ChosenProps) {
  const shared = useText(uiText)
  const word = useWording()
  const chosen = findings.find((found) => found.code === code)
  if (chosen === undefined) return null
  return (
    <div className={style.chosen}>
      <StatusBadge tone={tones[chosen.severity]}>{word(chosen.name)}</StatusBadge>
      <p>{word(chosen.example)}</p>
      <CloseButton size="sm" aria-label={shared.clearFilters} onClick={onClear} />
    </div>
  )
}
