import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { type BreachStep, breachSteps, listBreaches } from '../../src/privacy/duties-api.ts'
import { formatCount } from '../../values/numbers.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { MomentText } from '../ui/day-text.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageLink, useGo } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { BreachForm } from './breach-form.tsx'
import { Clock } from './clock.tsx'
import { PrivacyPage } from './privacy-page.tsx'

/** One breach as pages show it. */
export type Breach = AnswerOf<typeof listBreaches>['breaches'][number]

/** Failures to protect personal data, those still open first, each with its clock. */
export function BreachesPage() {
  const text = useText(privacyText)
  const go = useGo()
  const state = useLoad(listBreaches)
  const mayRecord = useHasRole('officer', 'administrator')
  const [isRecording, setRecording] = useState(false)
  const empty = { title: text.noBreaches, what: text.noBreachesWhat }
  return (
    <PrivacyPage
      name={text.breaches}
      lead={text.noBreachesWhat}
      empty={empty}
      state={state}
      acts={mayRecord && <Button onClick={() => setRecording(true)}>{text.recordBreach}</Button>}
    >
      {({ breaches }) => (
        <>
          {breaches.length === 0 ? <EmptyState {...empty} /> : <Breaches breaches={breaches} />}
          {isRecording && <BreachForm onClose={() => setRecording(false)} onDone={(id) => go(paths.breach(id))} />}
        </>
      )}
    </PrivacyPage>
  )
}

function Breaches({ breaches }: { breaches: readonly Breach[] }) {
  const text = useText(privacyText)
  const { language } = useLanguage()
  return (
    <NumbersTable
      label={text.breaches}
      rows={breaches}
      keyOf={(breach) => breach.id}
      columns={[
        { id: 'title', title: text.breach, cell: (breach) => <PageLink to={paths.breach(breach.id)}>{breach.title}</PageLink> },
        { id: 'noticed', title: text.noticedAt, cell: (breach) => <MomentText iso={breach.noticedAt} /> },
        { id: 'state', title: text.state, cell: (breach) => <BreachState breach={breach} /> },
        { id: 'people', title: text.affected, isNumber: true, cell: (breach) => formatCount(breach.affected, language) },
      ]}
    />
  )
}

/** Where a breach stands: closed, told in time, or how long is left to tell. */
export function BreachState({ breach }: { breach: Breach }) {
  const text = useText(privacyText)
  if (breach.closedAt !== null) return <StatusBadge tone="calm">{text.closed}</StatusBadge>
  return isTold(breach) ? <StatusBadge tone="good">{text.clockMet}</StatusBadge> : <Clock dueAt={breach.dueAt} />
}

/** Tells whether both the people and the authority were told. */
export function isTold(breach: Breach): boolean {
  return breach.steps['persons-notified'] !== null && breach.steps['authority-notified'] !== null
}

/** The steps that were not noted yet. */
export function missingSteps(breach: Breach): BreachStep[] {
  return breachSteps.filter((step) => breach.steps[step] === null)
}
