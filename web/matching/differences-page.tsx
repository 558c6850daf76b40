import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  countDifferences,
  type DifferingField,
  differingFields,
  exportDifferences,
  keepOurs,
  listDifferences,
  takeOver,
} from '../../src/matching/differences-api.ts'
import { addressOf } from '../app/call.ts'
import { useAct, useAnswer, useList } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useVillageFilters } from '../registry/village-filters.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { ListPage } from '../ui/list-page.tsx'
import type { BulkAct, ListFilter } from '../ui/list-types.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { DecisionsUnderWay, decisionTouches } from './decisions-under-way.tsx'
import { type Difference, useDifferenceColumns } from './difference-columns.tsx'
import { MatchingTabs } from './matching-tabs.tsx'

/** Where the civil registry has another value: taken over or kept one by one, for those chosen, or for all of a kind; each can be taken back. */
export function DifferencesPage() {
  const text = useText(matchingText)
  const list = useList(listDifferences, ['state', 'field', 'village'])
  const { address } = list
  const villages = useVillageFilters(address).filter((filter) => filter.name === 'village')
  const [begun, setBegun] = useState<string>()
  const deciding = useDeciding(setBegun)
  const mayExport = [useHasRole('officer'), useHasRole('approver'), useHasRole('auditor'), useHasRole('administrator')].includes(
    true,
  )
  const field = differingFields.find((one) => one === address['field'])
  const isOpen = address['state'] !== 'ours'
  return (
    <ListPage
      id="differences"
      words={{
        title: text.differences,
        empty: { title: text.noDifferences, what: text.noDifferencesWhat },
        forbidden: text.forWhom,
      }}
      state={list.state}
      onMore={list.onMore}
      columns={useDifferenceColumns()}
      keyOf={(row) => `${row.workerId} ${row.field}`}
      linkOf={(row) => paths.worker(String(row.workerId))}
      filters={[...useFilters(), ...villages]}
      {...(isOpen && { bulk: deciding.bulk })}
      {...(mayExport && {
        exports: {
          csv: addressOf(exportDifferences, { query: { format: 'csv' } }),
          xlsx: addressOf(exportDifferences, { query: { format: 'xlsx' } }),
        },
      })}
      acts={deciding.may && isOpen && field && <DecideAll field={field} village={address['village']} onBegun={setBegun} />}
      above={
        <>
          <MatchingTabs />
          <DecisionsUnderWay begun={begun} onBegun={setBegun} />
          {deciding.error && <ProblemNotice problem={shownOf(deciding.error)} />}
        </>
      }
    />
  )
}

/** What may be done with the rows chosen. */
function useDeciding(onBegun: (taskId: string) => void) {
  const text = useText(matchingText)
  const may = useHasRole('officer')
  const begin = { touches: [], onDone: ({ taskId }: { taskId: string }) => onBegun(taskId) }
  const take = useAct(takeOver, begin)
  const keep = useAct(keepOurs, begin)
  const whyNot = (rows: Difference[]) =>
    !may ? text.officersOnly : new Set(rows.map((row) => row.field)).size > 1 ? text.oneField : undefined
  const bodyOf = (rows: Difference[]) => ({
    body: { field: rows[0]?.field ?? 'full_name', workerIds: rows.map((row) => row.workerId) },
  })
  const bulk: BulkAct<Difference>[] = [
    {
      label: text.takeOver,
      run: (rows) => take.mutate(bodyOf(rows.filter((row) => row.theirs !== null))),
      whyNot: (rows) => whyNot(rows) ?? (rows.every((row) => row.theirs === null) ? text.valueNotTold : undefined),
    },
    { label: text.keepOurs, run: (rows) => keep.mutate(bodyOf(rows)), whyNot },
  ]
  return { may, bulk, error: take.error ?? keep.error }
}

type DecideAllProps = { field: DifferingField; village: string | undefined; onBegun: (taskId: string) => void }

/** Takes over, or keeps, everything the filter names: how many, and that it can be taken back, is said first. */
function DecideAll({ field, village, onBegun }: DecideAllProps) {
  const text = useText(matchingText)
  const [asked, setAsked] = useState<'take' | 'keep'>()
  const counted = useAnswer(countDifferences, { query: { ...(village && { village }) } }).data?.counts
  const { count = 0, told = 0 } = counted?.find((one) => one.field === field && one.state === 'open') ?? {}
  const begin = {
    touches: decisionTouches,
    onDone: ({ taskId }: { taskId: string }) => {
      setAsked(undefined)
      onBegun(taskId)
    },
  }
  const take = useAct(takeOver, begin)
  const keep = useAct(keepOurs, begin)
  const act = asked === 'keep' ? keep : take
  const will =
    asked === 'keep'
      ? [text.keepAllWill(text[field], count), text.undoable]
      : [
          text.takeAllWill(text[field], told),
          ...(told < count ? [text.takeAllLeft(count - told)] : []),
          text.takeAllKept,
          text.undoable,
        ]
  return (
    <>
      {count > 0 && (
        <Button variant="default" onClick={() => setAsked('keep')}>
          {text.keepAll(count)}
        </Button>
      )}
      {told > 0 && <Button onClick={() => setAsked('take')}>{text.takeAll(told)}</Button>}
      <ConfirmAct
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked === 'keep' ? text.keepOurs : text.takeOver}
        willHappen={will}
        act={asked === 'keep' ? text.keepOurs : text.takeOver}
        isBusy={act.isPending}
        problem={act.error ? shownOf(act.error) : undefined}
        onConfirm={() => act.mutate({ body: { field, ...(village && { village }) } })}
      />
    </>
  )
}

function useFilters(): ListFilter[] {
  const text = useText(matchingText)
  const counts = useAnswer(countDifferences, { query: {} }).data?.counts ?? []
  const countOf = (field: DifferingField) => counts.find((one) => one.field === field && one.state === 'open')?.count ?? 0
  return [
    {
      kind: 'choice',
      name: 'field',
      label: text.field,
      options: differingFields.map((value) => ({ value, label: `${text[value]} (${countOf(value)})` })),
    },
    {
      kind: 'choice',
      name: 'state',
      label: text.state,
      options: [
        { value: 'open', label: text.stateOpen },
        { value: 'ours', label: text.stateOurs },
      ],
    },
  ]
}
