import { Button } from '@mantine/core'
import { useState } from 'react'
import { listDecisions, undoDecision } from '../../src/matching/differences-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAct, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { Count } from '../ui/amounts.tsx'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { DecisionsUnderWay, decisionTouches } from './decisions-under-way.tsx'
import { MatchingTabs } from './matching-tabs.tsx'

type Decision = AnswerOf<typeof listDecisions>['decisions'][number]

/** Every decision about differences: whose, of how many people, and whether it was taken back; each can be, as a whole. */
export function DecisionsPage() {
  const text = useText(matchingText)
  const loaded = useLoad(listDecisions)
  const may = useHasRole('officer')
  const [begun, setBegun] = useState<string>()
  const [undoing, setUndoing] = useState<Decision>()
  const state: PageState<ListValue<Decision>> =
    loaded.is === 'here' ? { is: 'here', value: { rows: loaded.value.decisions, count: loaded.value.decisions.length } } : loaded
  return (
    <ListPage
      id="decisions"
      words={{
        title: text.decisions,
        empty: { title: text.noDecisions, what: text.noDecisionsWhat },
        forbidden: text.forWhom,
      }}
      state={state}
      columns={useColumns(may ? setUndoing : undefined)}
      keyOf={(row) => row.decisionId}
      above={
        <>
          <MatchingTabs />
          <DecisionsUnderWay begun={begun} onBegun={setBegun} />
        </>
      }
    >
      <UndoDecision
        decision={undoing}
        onClose={() => setUndoing(undefined)}
        onBegun={(taskId) => {
          setBegun(taskId)
          setUndoing(undefined)
        }}
      />
    </ListPage>
  )
}

type UndoDecisionProps = { decision: Decision | undefined; onClose: () => void; onBegun: (taskId: string) => void }

function UndoDecision({ decision, onClose, onBegun }: UndoDecisionProps) {
  const text = useText(matchingText)
  const undo = useAct(undoDecision, { touches: decisionTouches, onDone: ({ taskId }) => onBegun(taskId) })
  const will =
    decision === undefined
      ? []
      : [
          decision.kind === 'taken-over'
            ? text.undoTakenWill(text[decision.field], decision.people)
            : text.undoKeptWill(decision.people),
          text.undoLeaves,
        ]
  return (
    <ConfirmAct
      opened={decision !== undefined}
      onClose={onClose}
      title={text.undoTitle}
      willHappen={will}
      act={text.undo}
      isBusy={undo.isPending}
      problem={undo.error ? shownOf(undo.error) : undefined}
      onConfirm={() => decision && undo.mutate({ params: { decisionId: decision.decisionId } })}
    />
  )
}

function useColumns(onUndo: ((decision: Decision) => void) | undefined): ListColumn<Decision>[] {
  const text = useText(matchingText)
  return [
    { id: 'madeAt', title: text.madeAt, width: 200, phone: 'second', cell: (row) => <MomentText iso={row.madeAt} /> },
    {
      id: 'kind',
      title: text.decision,
      width: 208,
      phone: 'first',
      cell: (row) => (row.kind === 'taken-over' ? text.takeOver : text.keepOurs),
    },
    { id: 'field', title: text.field, width: 128, cell: (row) => text[row.field] },
    {
      id: 'whom',
      title: text.whom,
      width: 160,
      cell: (row) => (row.chosen ? text.chosenOnes : (row.villageName ?? text.allVillages)),
    },
    { id: 'people', title: text.people, width: 96, align: 'end', cell: (row) => <Count of={row.people} /> },
    { id: 'madeBy', title: text.decidedBy, width: 176, cell: (row) => row.madeByName },
    {
      id: 'undone',
      title: text.state,
      width: 184,
      phone: 'side',
      cell: (row) =>
        row.undoneByName !== null ? (
          <StatusBadge tone="calm">{text.undoneFor(row.undonePeople ?? 0)}</StatusBadge>
        ) : onUndo === undefined ? (
          <StatusBadge tone="good">{text.stands}</StatusBadge>
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => onUndo(row)}>
            {text.undo}
          </Button>
        ),
    },
    { id: 'undoneBy', title: text.undoneBy, width: 176, isHiddenAtFirst: true, cell: (row) => row.undoneByName ?? '–' },
  ]
}
