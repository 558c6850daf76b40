import type { ReactNode } from 'react'
import { day, daysBetween, formatDay } from '../../values/days.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { DayText } from '../ui/day-text.tsx'
import { Term } from '../ui/figure.tsx'
import pageStyle from '../ui/page.module.css'
import { StackedBar } from '../ui/stacked-bar.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import style from './membership.module.css'
import type { Person } from './person.ts'

type ClocksProps = { clocks: Person['membership']['clocks'] }

/** The three clocks of a member: the full death benefit, the children's scholarship, and how long unpaid months may last. */
export function Clocks({ clocks }: ClocksProps) {
  return (
    <div className={style.clocks}>
      <DeathClock clocks={clocks} />
      <ScholarshipClock clocks={clocks} />
      <LapseClock clocks={clocks} />
    </div>
  )
}

type ClockProps = { name: string; means: string; badge: { tone: Tone; word: string }; children: ReactNode }

function Clock({ name, means, badge, children }: ClockProps) {
  return (
    <section className={`${pageStyle.panel} ${style.clock}`} aria-label={name}>
      <div className={style.clockHead}>
        <h2>
          <Term means={means}>{name}</Term>
        </h2>
        <StatusBadge tone={badge.tone}>{badge.word}</StatusBadge>
      </div>
      {children}
    </section>
  )
}

function DeathClock({ clocks }: ClocksProps) {
  const text = useText(membershipText)
  const { language } = useLanguage()
  const { today } = useSession()
  const { coveredSince, fullDeathBenefitFrom: from, isCovered, hasFullDeathBenefit } = clocks
  if (!isCovered || coveredSince === null || from === null) {
    return (
      <Clock name={text.clockDeath} means={text.clockDeathMeans} badge={{ tone: 'calm', word: text.notCovered }}>
        <p className="quiet">{text.clockDeathNot}</p>
      </Clock>
    )
  }
  const whole = daysBetween(day(coveredSince), day(from))
  const badge = hasFullDeathBenefit ? { tone: 'good' as const, word: text.reached } : { tone: 'now' as const, word: text.covered }
  return (
    <Clock name={text.clockDeath} means={text.clockDeathMeans} badge={badge}>
      <StackedBar
        label={text.clockDeath}
        whole={whole}
        parts={[{ name: 'past', value: Math.min(whole, daysBetween(day(coveredSince), day(today))), shown: 'firm' }]}
      />
      <p>{hasFullDeathBenefit ? text.clockDeathDone(formatDay(from, language)) : <DayText iso={from} age="away" />}</p>
      <p className="quiet small">{text.clockSince(formatDay(coveredSince, language))}</p>
    </Clock>
  )
}

function ScholarshipClock({ clocks }: ClocksProps) {
  const text = useText(membershipText)
  const needed = clocks.monthsPaid + clocks.monthsToScholarship
  const isReached = clocks.monthsToScholarship === 0
  const badge = isReached
    ? { tone: 'good' as const, word: text.reached }
    : { tone: 'calm' as const, word: text.monthsLeft(clocks.monthsToScholarship) }
  return (
    <Clock name={text.clockScholarship} means={text.clockScholarshipMeans} badge={badge}>
      <StackedBar
        label={text.monthsOf(clocks.monthsPaid, needed)}
        whole={needed}
        parts={[{ name: 'paid', value: clocks.monthsPaid, shown: 'firm' }]}
      />
      <p>{text.monthsOf(clocks.monthsPaid, needed)}</p>
    </Clock>
  )
}

function LapseClock({ clocks }: ClocksProps) {
  const text = useText(membershipText)
  const { monthsUnpaid, payBefore, daysToLapse } = clocks
  if (!clocks.isCovered || payBefore === null || daysToLapse === null) {
    return (
      <Clock name={text.clockLapse} means={text.clockLapseMeans} badge={{ tone: 'calm', word: text.notCovered }}>
        <p className="quiet">{text.clockDeathNot}</p>
      </Clock>
    )
  }
  const tone: Tone = daysToLapse < 0 ? 'bad' : monthsUnpaid > 0 ? 'warn' : 'good'
  const word = daysToLapse < 0 ? text.lapsed : monthsUnpaid > 0 ? text.arrears(monthsUnpaid) : text.noArrears
  return (
    <Clock name={text.clockLapse} means={text.clockLapseMeans} badge={{ tone, word }}>
      <p>
        {text.payBefore} <DayText iso={payBefore} age="due" />
      </p>
    </Clock>
  )
}
