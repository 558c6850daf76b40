import { runStateNames } from '../../src/contributions/steps-api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { paths } from '../paths.ts'
import { homeText } from '../text/home.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './home.module.css'
import { Clock } from '../privacy/clock.tsx'
import type { Home } from './home.ts'

type Due = NonNullable<Home['warnings']>['due'][number]

/** What falls due or lapses soon, the nearest first. */
export function Warnings({ warnings, breaches }: { warnings: NonNullable<Home['warnings']>; breaches: Home['breaches'] }) {
  const text = useText(homeText)
  const { due, lapsing } = warnings
  return (
    <section className={`${pageStyle.panel} ${style.question}`}>
      <h2>{text.wrong}</h2>
      {due.length + lapsing.length + breaches.length === 0 && <p className="quiet">{text.wrongNothing}</p>}
      <ul className={style.lines}>
        {breaches.map((breach) => (
          <li key={breach.id} className={style.warning}>
            <PageLink to={paths.breach(breach.id)}>{text.breach(breach.title)}</PageLink>
            <Clock dueAt={breach.dueAt} />
          </li>
        ))}
        {lapsing.map((each) => (
          <li key={each.programmeId} className={style.warning}>
            <PageLink to={paths.memberships({ programmeId: each.programmeId, state: 'lapsing' })}>
              {text.lapse(each.programmeCode, each.members)}
            </PageLink>
            <span className="quiet">
              <DayText iso={each.payBefore} age="due" />
            </span>
          </li>
        ))}
        {due.map((each) => (
          <DueLine key={`${each.programmeId} ${each.month}`} due={each} />
        ))}
      </ul>
    </section>
  )
}

function DueLine({ due }: { due: Due }) {
  const text = useText(homeText)
  const { language } = useLanguage()
  const word = useWording()
  const to = due.runId === null ? paths.contributions() : paths.contributionRun(due.runId)
  const state = due.state === 'not-run' ? text.notRun : word(runStateNames[due.state])
  return (
    <li className={style.warning}>
      <PageLink to={to}>{text.due(due.programmeCode, formatMonth(month(due.month), language))}</PageLink>
      {due.amount !== null && <Amount rupiah={due.amount} />}
      <span style={{ flexBasis: '100%' }} className={style.head}>
        <DayText iso={due.dueOn} age="due" />
        <StatusBadge tone={due.daysToDue < 0 ? 'bad' : due.daysToDue <= 7 ? 'warn' : 'calm'}>{state}</StatusBadge>
      </span>
    </li>
  )
}
