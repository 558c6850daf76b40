import { useParams } from '@tanstack/react-router'
import { readPerson } from '../../src/contributions/books-api.ts'
import { formatDay } from '../../values/days.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole, useSession } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { membershipText } from '../text/membership.ts'
import { PageLink } from '../ui/link.tsx'
import { Masked } from '../ui/masked.tsx'
import { type LifeStep, RecordPage, type RecordView } from '../ui/record-page.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Clocks } from './clocks.tsx'
import { useTimeline } from './history.ts'
import { MonthsPaid } from './months-paid.tsx'
import { PeriodActs } from './period-acts.tsx'
import { Periods } from './periods.tsx'
import type { Person } from './person.ts'

/** One member: their covers, the clocks that run, the months paid, and what may be done. */
export function MembershipPage() {
  const text = useText(membershipText)
  const { id } = useParams({ strict: false }) as { id: string }
  const state = useLoad(readPerson, { params: { workerId: id } })
  const view = useView()
  return (
    <RecordPage
      words={{
        title: text.person,
        empty: { title: text.noPerson, what: text.noPersonWhat },
        forbidden: text.forWhom,
      }}
      over={<PageLink to={paths.memberships()}>{text.title}</PageLink>}
      state={state}
      view={view}
    />
  )
}

function useView(): (person: Person) => RecordView {
  const text = useText(membershipText)
  const { today } = useSession()
  const mayAct = useHasRole('officer', 'administrator')
  const stepsOf = useSteps()
  const timelineOf = useTimeline()
  return (person) => {
    const { membership } = person
    const { periods, clocks } = membership
    const current = periods.find((period) => period.firstDay <= today && period.lastDay >= today) ?? periods[0]
    return {
      name: membership.fullName,
      facts: (
        <>
          <Masked nik={membership.nik} />
          <span>{membership.villageName}</span>
          <StatusBadge tone={clocks.isCovered ? 'good' : 'calm'}>{clocks.isCovered ? text.covered : text.notCovered}</StatusBadge>
          <PageLink to={paths.worker(String(membership.workerId))}>{text.toWorker}</PageLink>
        </>
      ),
      steps: stepsOf(person),
      ...(mayAct && current && { acts: <PeriodActs name={membership.fullName} period={current} /> }),
      ...(!mayAct && { actsNote: text.onlyOfficer }),
      tabs: [
        { id: 'clocks', label: text.clocks, content: <Clocks clocks={clocks} /> },
        { id: 'periods', label: text.periods, count: periods.length, content: <Periods periods={periods} /> },
        { id: 'months', label: text.paidMonths, count: clocks.monthsPaid, content: <MonthsPaid person={person} /> },
      ],
      timeline: timelineOf(membership.history),
    }
  }
}

function useSteps(): (person: Person) => LifeStep[] {
  const text = useText(membershipText)
  const { language } = useLanguage()
  return ({ membership }) => {
    const { periods, clocks } = membership
    const first = periods.at(-1)
    const decreed = periods.length > 0
    return [
      { label: text.stepDecree, stands: decreed ? 'done' : 'now', ...(first && { note: first.decreeNumber }) },
      {
        label: text.stepCover,
        stands: clocks.isCovered ? 'done' : decreed ? 'stopped' : 'later',
        ...(clocks.isCovered && clocks.coveredSince && { note: formatDay(clocks.coveredSince, language) }),
      },
      {
        label: text.stepFullDeath,
        stands: clocks.hasFullDeathBenefit ? 'done' : clocks.isCovered ? 'now' : 'later',
        ...(clocks.isCovered && clocks.fullDeathBenefitFrom && { note: formatDay(clocks.fullDeathBenefitFrom, language) }),
      },
      {
        label: text.stepScholarship,
        stands: clocks.monthsToScholarship === 0 ? 'done' : clocks.hasFullDeathBenefit ? 'now' : 'later',
        ...(clocks.monthsToScholarship > 0 && { note: text.monthsLeft(clocks.monthsToScholarship) }),
      },
    ]
  }
}
