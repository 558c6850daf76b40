import { IconCheck, IconClock, IconMinus } from '@tabler/icons-react'
import { runStateNames } from '../../src/contributions/steps-api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { Amount } from '../ui/amounts.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import type { Person } from './person.ts'
import style from './membership.module.css'

/** The months of a person, year by year: paid, under way, or not run yet. */
export function MonthsPaid({ person }: { person: Person }) {
  const text = useText(membershipText)
  const years = [...new Set(person.months.map((each) => each.month.slice(0, 4)))].toSorted().toReversed()
  if (years.length === 0) return <p className="quiet">{text.noPaid}</p>
  return (
    <>
      <Figures>
        <Figure
          label={text.paidMonths}
          value={person.membership.clocks.monthsPaid}
          note={<Amount rupiah={person.amountPaid} />}
        />
      </Figures>
      {years.map((year) => (
        <section key={year} className={style.year}>
          <h2>{year}</h2>
          <ol className={style.months}>
            {Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, '0')}`).map((each) => (
              <OneMonth
                key={each}
                name={each}
                found={person.months.find((known) => known.month === each)}
                counts={person.membership.paidMonths.includes(each)}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

type OneMonthProps = { name: string; found: Person['months'][number] | undefined; counts: boolean }

function OneMonth({ name, found, counts }: OneMonthProps) {
  const { language } = useLanguage()
  const { tone, says } = useStanding(found, counts)
  const Icon = tone === 'good' ? IconCheck : tone === 'warn' ? IconClock : IconMinus
  return (
    <li className={style.month} data-tone={tone}>
      <span>{formatMonth(month(name), language).split(' ')[0]}</span>
      <span className={style.monthWord}>
        <Icon size={12} stroke={2.5} aria-hidden />
        {says.toLowerCase()}
      </span>
    </li>
  )
}

/** How a month stands; one paid after the cover had ended does not count for the person and may be claimed back. */
function useStanding(found: OneMonthProps['found'], counts: boolean): { tone: 'good' | 'warn' | 'calm'; says: string } {
  const text = useText(membershipText)
  const word = useWording()
  if (found === undefined || found.leftOutBecause !== null) return { tone: 'calm', says: text.notCoveredMonth }
  const isPaid = found.state === 'paid' || found.state === 'reconciled'
  if (!isPaid) return { tone: 'warn', says: word(runStateNames[found.state]) }
  return counts ? { tone: 'good', says: text.paid } : { tone: 'warn', says: text.paidAfterEnd }
}
