import { Stack } from '@mantine/core'
import type { readPerson } from '../../src/contributions/books-api.ts'
import { omissionReasonNames, runStateNames } from '../../src/contributions/steps-api.ts'
import { endReasonNames } from '../../src/membership/reasons-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { registryText } from '../text/registry.ts'
import { paths } from '../paths.ts'
import { Amount, Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { Stateful } from '../ui/page-frame.tsx'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'

type Person = AnswerOf<typeof readPerson>
type Period = Person['membership']['periods'][number]
type PaidMonth = Person['months'][number]

/** What covers the worker: the periods, the clocks that run, and what was paid each month. */
export function MembershipTab({ state }: { state: PageState<Person> }) {
  const text = useText(registryText)
  const empty = { title: text.noMembership, what: text.noMembershipWhat }
  return (
    <Stateful state={state} words={{ title: text.tabMembership, empty, forbidden: text.forWhom }}>
      {(person) =>
        person.membership.periods.length === 0 ? (
          <EmptyState {...empty} />
        ) : (
          <Stack gap="lg">
            <Clocks person={person} />
            <Periods periods={person.membership.periods} />
            <Months person={person} />
          </Stack>
        )
      }
    </Stateful>
  )
}

function Clocks({ person }: { person: Person }) {
  const text = useText(registryText)
  const { clocks } = person.membership
  return (
    <Figures>
      <Figure label={text.monthsPaid} value={<Count of={person.monthsPaid} />} note={<Amount rupiah={person.amountPaid} />} />
      {clocks.fullDeathBenefitFrom !== null && (
        <Figure
          label={text.fullDeath}
          definition={text.fullDeathMeans}
          value={clocks.hasFullDeathBenefit ? text.fullDeathYes : <DayText iso={clocks.fullDeathBenefitFrom} />}
          note={<DayText iso={clocks.fullDeathBenefitFrom} age="away" />}
        />
      )}
      {clocks.monthsToScholarship > 0 && (
        <Figure label={text.toScholarship} value={text.monthsLeft(clocks.monthsToScholarship)} />
      )}
      {clocks.payBefore !== null && (
        <Figure label={text.payBefore} definition={text.payBeforeMeans} value={<DayText iso={clocks.payBefore} age="due" />} />
      )}
    </Figures>
  )
}

function Periods({ periods }: { periods: readonly Period[] }) {
  const text = useText(registryText)
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{text.periods}</h2>
      <NumbersTable
        label={text.periods}
        rows={periods}
        keyOf={(period) => String(period.id)}
        columns={[
          {
            id: 'programme',
            title: text.programme,
            cell: (period) => <PageLink to={paths.programme(period.programmeCode)}>{period.programmeName}</PageLink>,
          },
          { id: 'decree', title: text.decree, cell: (period) => period.decreeNumber },
          { id: 'first', title: text.firstDay, cell: (period) => <DayText iso={period.firstDay} /> },
          { id: 'last', title: text.lastDay, cell: (period) => <DayText iso={period.lastDay} /> },
          { id: 'number', title: text.memberNumber, cell: (period) => period.memberNumber ?? '–' },
          { id: 'state', title: text.state, cell: (period) => <PeriodState period={period} /> },
        ]}
      />
    </section>
  )
}

function PeriodState({ period }: { period: Period }) {
  const text = useText(registryText)
  const word = useWording()
  const { today } = useSession()
  if (period.lastDay < today) {
    const reason = period.endReason === null ? undefined : word(endReasonNames[period.endReason])
    return <StatusBadge tone="calm">{reason === undefined ? text.coverEnded : text.endedBecause(reason)}</StatusBadge>
  }
  return period.firstDay > today ? (
    <StatusBadge tone="now">{text.coverLater}</StatusBadge>
  ) : (
    <StatusBadge tone="good">{text.coverRuns}</StatusBadge>
  )
}

function Months({ person }: { person: Person }) {
  const text = useText(registryText)
  const { language } = useLanguage()
  if (person.months.length === 0) return null
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{text.months}</h2>
      <NumbersTable
        label={text.months}
        rows={person.months}
        keyOf={(line) => `${line.runId} ${line.month}`}
        columns={[
          { id: 'month', title: text.month, cell: (line) => formatMonth(month(line.month), language), total: text.paidTotal },
          { id: 'programme', title: text.programme, cell: (line) => line.programmeCode },
          { id: 'state', title: text.state, cell: (line) => <MonthState line={line} /> },
          { id: 'source', title: text.fund, cell: (line) => line.source ?? '–' },
          { id: 'paidOn', title: text.paidOn, cell: (line) => (line.paidOn === null ? '–' : <DayText iso={line.paidOn} />) },
          {
            id: 'amount',
            title: text.amount,
            isNumber: true,
            cell: (line) => <Amount rupiah={line.amount} />,
            total: <Amount rupiah={person.amountPaid} />,
          },
        ]}
      />
    </section>
  )
}

function MonthState({ line }: { line: PaidMonth }) {
  const text = useText(registryText)
  const word = useWording()
  if (line.leftOutBecause !== null)
    return <StatusBadge tone="warn">{text.leftOut(word(omissionReasonNames[line.leftOutBecause]))}</StatusBadge>
  const isPaid = line.state === 'paid' || line.state === 'reconciled'
  const tone = isPaid ? 'good' : line.state === 'refused' ? 'bad' : 'now'
  return <StatusBadge tone={tone}>{word(runStateNames[line.state])}</StatusBadge>
}
