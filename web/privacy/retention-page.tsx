import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { readSchedule, startRetention } from '../../src/privacy/duties-api.ts'
import { formatCount } from '../../values/numbers.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useTell } from '../ui/tell.ts'
import { PrivacyPage } from './privacy-page.tsx'

type Line = AnswerOf<typeof readSchedule>['lines'][number]

/** What is kept how long and why, how much is due today, and the job that deletes it. */
export function RetentionPage() {
  const text = useText(privacyText)
  const state = useLoad(readSchedule)
  const due = state.is === 'here' ? state.value.lines.filter((line) => line.due > 0) : []
  return (
    <PrivacyPage
      name={text.retention}
      lead={`${text.retentionWhat} ${text.lawDraft}`}
      empty={{ title: text.retention, what: text.retentionWhat }}
      state={state}
      acts={state.is === 'here' && <RunRetention due={due} />}
    >
      {({ lines }) => <Schedule lines={lines} />}
    </PrivacyPage>
  )
}

function RunRetention({ due }: { due: readonly Line[] }) {
  const text = useText(privacyText)
  const word = useWording()
  const tell = useTell()
  const mayRun = useHasRole('administrator')
  const [isAsking, setAsking] = useState(false)
  const run = useAct(startRetention, {
    onDone: () => {
      setAsking(false)
      tell('good', text.retentionStarted)
    },
  })
  const whyNot = mayRun ? (due.length === 0 ? text.nothingDue : undefined) : text.onlyAdministrator
  return (
    <>
      <Button disabled={whyNot !== undefined} title={whyNot} onClick={() => setAsking(true)}>
        {text.runRetention}
      </Button>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={text.runRetention}
        act={text.runRetention}
        isDestructive
        willHappen={[...due.map((line) => text.willDelete(line.due, word(line.what))), text.cannotUndo]}
        isBusy={run.isPending}
        problem={run.error ? shownOf(run.error) : undefined}
        onConfirm={() => run.mutate({})}
      />
    </>
  )
}

function Schedule({ lines }: { lines: readonly Line[] }) {
  const text = useText(privacyText)
  const word = useWording()
  const { language } = useLanguage()
  const afterwards = { delete: text.deleted, forget: text.forgotten, keep: text.kept }
  const time = (days: number) => (days % 365 === 0 ? text.years(days / 365) : text.days(days))
  return (
    <NumbersTable
      label={text.retention}
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        { id: 'what', title: text.rule, cell: (line) => word(line.what) },
        { id: 'days', title: text.keptFor, cell: (line) => (line.days === null ? text.forGood : time(line.days)) },
        { id: 'why', title: text.why, cell: (line) => word(line.why) },
        { id: 'basis', title: text.basis, cell: (line) => line.law ?? <span className="quiet">{text.ownChoice}</span> },
        { id: 'then', title: text.afterwards, cell: (line) => afterwards[line.afterwards] },
        {
          id: 'due',
          title: text.dueNow,
          isNumber: true,
          cell: (line) => (line.due === 0 ? '–' : <StatusBadge tone="warn">{formatCount(line.due, language)}</StatusBadge>),
        },
      ]}
    />
  )
}
