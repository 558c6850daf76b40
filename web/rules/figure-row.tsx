import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { type Day, formatDay } from '../../values/days.ts'
import { citationText } from '../../rules/kit/cite.ts'
import type { Parameter } from '../../rules/kit/parameter.ts'
import { showValue } from '../../rules/kit/show.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import { FigureHistory } from './figure-history.tsx'
import { type FigureMark, marksOf, standingOn } from './figures.ts'
import style from './rules.module.css'
import { hasSteps, StepChart } from './step-chart.tsx'

type FigureRowProps = { figure: Parameter; on: Day; isAsked: boolean }

/** One figure: what it is, what it says on the day, how it went; opens into its history, sources and both readings of a conflict. */
export function FigureRow({ figure, on, isAsked }: FigureRowProps) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(isAsked)
  const place = useRef<HTMLLIElement>(null)
  const id = useId()
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  const first = figure.history.at(-1)
  return (
    <li ref={place} className={style.figure}>
      <div className={style.figureHead}>
        <div className={style.figureName}>
          <UnstyledButton className={style.opener} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            <IconChevronDown size={16} className={style.chevron} aria-hidden />
            <span>{figure.title[language]}</span>
          </UnstyledButton>
          <FigureMarks figure={figure} on={on} />
        </div>
        <FigureValue figure={figure} on={on} />
        <div className={style.figureChart}>
          {hasSteps(figure) ? (
            <StepChart of={figure} on={on} />
          ) : (
            <span className="quiet small">
              {first && figure.history.length === 1 && text.never(formatDay(first.from, language))}
            </span>
          )}
        </div>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && <FigureHistory figure={figure} on={on} />}
      </div>
    </li>
  )
}

function FigureValue({ figure, on }: { figure: Parameter; on: Day }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { entry, next } = standingOn(figure, on)
  const written =
    entry === undefined ? text.notYet : entry.value === null ? text.noValue : showValue(figure, entry.value, language)
  const day = next && formatDay(next.from, language)
  return (
    <div className={style.figureValue}>
      <strong>{written}</strong>
      <div className="quiet small">
        {entry && `${text.since(formatDay(entry.from, language))} · ${citationText(entry.law, language)}`}
      </div>
      {next && day && (
        <div className={`small ${style.next}`}>
          {entry ? text.changesTo(showValue(figure, next.value, language), day) : text.begins(day)}
        </div>
      )}
    </div>
  )
}

const tones: Record<FigureMark, Tone> = {
  unverified: 'warn',
  'rows-unverified': 'warn',
  'past-unverified': 'calm',
  conflict: 'warn',
  stale: 'warn',
}

/** What a reader must know of a figure, in words with icons. */
export function FigureMarks({ figure, on }: { figure: Parameter; on: Day }) {
  const text = useText(rulesText)
  const words: Record<FigureMark, string> = {
    unverified: text.unverified,
    'rows-unverified': text.rowsUnverified,
    'past-unverified': text.pastUnverified,
    conflict: text.conflict,
    stale: text.stale,
  }
  const marks = marksOf(figure, on)
  if (marks.length === 0) return null
  return (
    <div className={style.marks}>
      {marks.map((mark) => (
        <StatusBadge key={mark} tone={tones[mark]}>
          {words[mark]}
        </StatusBadge>
      ))}
    </div>
  )
}
