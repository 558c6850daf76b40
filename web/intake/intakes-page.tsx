import { Button } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { IconDownload, IconFileImport } from '@tabler/icons-react'
import { downloadTemplate, listIntakes } from '../../src/intake/api.ts'
import { addressOf } from '../app/call.ts'
import { useList } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import { Count } from '../ui/amounts.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { HandIn } from './hand-in.tsx'
import style from './intake.module.css'
import { type Intake, intakeStates, useIntakeState } from './states.ts'

/** The intakes, newest first, with counts that add up; lists are handed in beside them. */
export function IntakesPage() {
  const text = useText(intakeText)
  const isNew = useRouterState({ select: (state) => state.location.pathname === paths.intakeNew() })
  const [isHandingIn, setHandingIn] = useState(isNew)
  const mayHandIn = useHasRole('officer', 'village-operator')
  const list = useList(listIntakes, ['state', 'text'])
  const columns = useColumns()
  const stateOf = useIntakeState()
  const handIn = (
    <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => setHandingIn(true)}>
      {text.handIn}
    </Button>
  )
  return (
    <ListPage
      id="intakes"
      words={{
        title: text.title,
        empty: { title: text.none, what: text.noneWhat, action: mayHandIn && handIn },
        forbidden: text.forWhom,
      }}
      state={list.state}
      onMore={list.onMore}
      columns={columns}
      keyOf={keyOf}
      linkOf={(intake) => paths.intake(intake.id)}
      filters={[
        { kind: 'search', name: 'text', label: text.search },
        {
          kind: 'choice',
          name: 'state',
          label: text.state,
          options: intakeStates.map((state) => ({ value: state, label: stateOf(state).word })),
        },
      ]}
      acts={
        <>
          <Button
            component="a"
            href={addressOf(downloadTemplate)}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {text.template}
          </Button>
          {mayHandIn && handIn}
        </>
      }
    >
      {mayHandIn && <HandIn opened={isHandingIn} onOpen={() => setHandingIn(true)} onClose={() => setHandingIn(false)} />}
    </ListPage>
  )
}

function keyOf(intake: Intake): string {
  return intake.id
}

function useColumns(): ListColumn<Intake>[] {
  const text = useText(intakeText)
  const stateOf = useIntakeState()
  return [
    { id: 'title', title: text.title, width: 216, phone: 'first', cell: (intake) => intake.title },
    {
      id: 'state',
      title: text.state,
      width: 152,
      phone: 'side',
      cell: (intake) => <StatusBadge tone={stateOf(intake.state).tone}>{stateOf(intake.state).word}</StatusBadge>,
    },
    { ...number('lists', text.lists), isHiddenAtFirst: true },
    { ...number('rows', text.rows), phone: 'second', cell: (intake) => <PeopleOf intake={intake} /> },
    number('accepted', text.good),
    number('review', text.review),
    number('refused', text.refused),
    { id: 'open', title: text.open, width: 132, align: 'end', cell: (intake) => <OpenRows intake={intake} /> },
    { id: 'by', title: text.handedInBy, width: 136, phone: 'second', cell: (intake) => intake.createdBy },
    { id: 'at', title: text.handedInOn, width: 200, cell: (intake) => <MomentText iso={intake.createdAt} /> },
  ]
}

function number(id: 'lists' | 'rows' | 'accepted' | 'review' | 'refused', title: string): ListColumn<Intake> {
  return { id, title, width: 80, align: 'end', cell: (intake) => <Count of={intake[id]} /> }
}

/** On a phone the number stands without its heading, so it says itself what it counts. */
function PeopleOf({ intake }: { intake: Intake }) {
  const text = useText(intakeText)
  return (
    <>
      <Count of={intake.rows} /> <span className={style.phoneOnly}>{text.rows.toLowerCase()}</span>
    </>
  )
}

/** Rows that still wait for somebody stand out; none at all is a quiet dash. */
function OpenRows({ intake }: { intake: Intake }) {
  return intake.open === 0 ? (
    <span className="quiet">–</span>
  ) : (
    <strong>
      <Count of={intake.open} />
    </strong>
  )
}
