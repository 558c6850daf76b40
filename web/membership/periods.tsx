import { endReasonNames } from '../../src/membership/reasons-api.ts'
import { paths } from '../paths.ts'
import { useText, useWording } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { type Fact, FactList } from '../ui/fact-list.tsx'
import { PageLink } from '../ui/link.tsx'
import type { Person } from './person.ts'
import style from './membership.module.css'

type Period = Person['membership']['periods'][number]

/** A person's covers, newest first: by which decree, from when to when, why they ended and who took the place. */
export function Periods({ periods }: { periods: readonly Period[] }) {
  const text = useText(membershipText)
  const factsOf = useFacts()
  if (periods.length === 0) return <p className="quiet">{text.noPersonWhat}</p>
  return (
    <div className={style.periods}>
      {periods.map((period) => (
        <section key={period.id} aria-label={period.programmeName}>
          <div className={style.periodHead}>
            <h2>{period.programmeName}</h2>
            <span>
              <DayText iso={period.firstDay} /> – <DayText iso={period.lastDay} />
            </span>
          </div>
          <FactList facts={factsOf(period)} />
        </section>
      ))}
    </div>
  )
}

function useFacts(): (period: Period) => Fact[] {
  const text = useText(membershipText)
  const word = useWording()
  const facts = (period: Period): (Fact | false)[] => [
    {
      label: text.programme,
      value: <PageLink to={paths.programme(period.programmeCode)}>{period.programmeCode}</PageLink>,
    },
    { label: text.decree, value: period.decreeNumber },
    { label: text.memberNumber, value: period.memberNumber ?? text.noNumber },
    { label: text.package, value: period.package.replaceAll('_', ' + ') },
    { label: text.payer, value: period.payer },
    { label: text.paidMonths, value: <Count of={period.monthsPaid} /> },
    period.endReason !== null && {
      label: text.endReason,
      value: (
        <>
          {word(endReasonNames[period.endReason])}
          {period.endedBy && <span className="quiet"> · {text.endedBy(period.endedBy)}</span>}
        </>
      ),
    },
    period.replaces !== null && { label: text.replaces, value: <Neighbour person={period.replaces} /> },
    period.replacedBy !== null && { label: text.replacedBy, value: <Neighbour person={period.replacedBy} /> },
  ]
  return (period) => facts(period).filter((fact) => fact !== false)
}

function Neighbour({ person }: { person: NonNullable<Period['replaces']> }) {
  return <PageLink to={paths.membership(person.workerId)}>{person.fullName}</PageLink>
}
