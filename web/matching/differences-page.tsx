import { Button } from '@mantine/core'
import { useState } from 'react'
import {
  countDifferences,
  type DifferingField,
  differingFields,
  keepOurs,
  listDifferences,
  takeOver,
} from '../../src/matching/asking-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAct, useAnswer, useList } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useVillageFilters } from '../registry/village-filters.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { DayText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { BulkAct, ListColumn, ListFilter } from '../ui/list-types.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useTell } from '../ui/tell.ts'
import style from './matching.module.css'
import { MatchingTabs } from './matching-tabs.tsx'

type Difference = AnswerOf<typeof listDifferences>['rows'][number]

/** Where the civil registry has another value: taken over one by one, for those chosen, or for all of a kind. */
export function DifferencesPage() {
  const text = useText(matchingText)
  const list = useList(listDifferences, ['state', 'field', 'village'])
  const { address } = list
  const villages = useVillageFilters(address).filter((filter) => filter.name === 'village')
  const deciding = useDeciding()
  const field = differingFields.find((one) => one === address['field'])
  const count = list.state.is === 'here' ? list.state.value.count : 0
  const mayTakeAll = deciding.may && field !== undefined && address['state'] !== 'ours' && count > 0
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
      columns={useColumns()}
      keyOf={(row) => `${row.workerId} ${row.field}`}
      linkOf={(row) => paths.worker(String(row.workerId))}
      filters={[...useFilters(), ...villages]}
      {...(address['state'] !== 'ours' && { bulk: deciding.bulk })}
      acts={mayTakeAll && <TakeAll field={field} village={address['village']} count={count} />}
      above={
        <>
          <MatchingTabs />
          {deciding.error && <ProblemNotice problem={shownOf(deciding.error)} />}
        </>
      }
    />
  )
}

const touches = [listDifferences, countDifferences]

/** What may be done with the rows chosen. */
function useDeciding() {
  const text = useText(matchingText)
  const tell = useTell()
  const may = useHasRole('officer')
  const take = useAct(takeOver, { touches, onDone: ({ corrected }) => tell('good', text.takenOver(corrected)) })
  const keep = useAct(keepOurs, { touches, onDone: ({ kept }) => tell('good', text.oursKept(kept)) })
  const whyNot = (rows: Difference[]) =>
    !may ? text.officersOnly : new Set(rows.map((row) => row.field)).size > 1 ? text.oneField : undefined
  const bodyOf = (rows: Difference[]) => ({
    body: { field: rows[0]?.field ?? 'full_name', workerIds: rows.map((row) => row.workerId) },
  })
  const bulk: BulkAct<Difference>[] = [
    { label: text.takeOver, run: (rows) => take.mutate(bodyOf(rows)), whyNot },
    { label: text.keepOurs, run: (rows) => keep.mutate(bodyOf(rows)), whyNot },
  ]
  return { may, bulk, error: take.error ?? keep.error }
}

function TakeAll({ field, village, count }: { field: DifferingField; village: string | undefined; count: number }) {
  const text = useText(matchingText)
  const tell = useTell()
  const [isAsking, setAsking] = useState(false)
  const take = useAct(takeOver, {
    touches,
    onDone: ({ corrected }) => {
      setAsking(false)
      tell('good', text.takenOver(corrected))
    },
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{text.takeAll(count)}</Button>
      <ConfirmAct
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={text.takeOver}
        willHappen={[text.takeAllWill(text[field], count), text.takeAllKept]}
        act={text.takeOver}
        isBusy={take.isPending}
        problem={take.error ? shownOf(take.error) : undefined}
        onConfirm={() => take.mutate({ body: { field, ...(village && { village }) } })}
      />
    </>
  )
}

function useFilters(): ListFilter[] {
  const text = useText(matchingText)
  const counts = useAnswer(countDifferences).data?.counts ?? []
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

function useColumns(): ListColumn<Difference>[] {
  const text = useText(matchingText)
  return [
    { id: 'worker', title: text.worker, width: 200, phone: 'first', cell: (row) => row.name },
    { id: 'village', title: text.village, width: 136, cell: (row) => row.villageName },
    { id: 'field', title: text.field, width: 120, phone: 'side', cell: (row) => text[row.field] },
    { id: 'ours', title: text.ours, width: 208, cell: (row) => <Marked stretches={row.ours} /> },
    { id: 'theirs', title: text.theirs, width: 208, phone: 'second', cell: (row) => <Marked stretches={row.theirs} /> },
    { id: 'answeredOn', title: text.answeredOn, width: 200, cell: (row) => <DayText iso={row.answeredOn} age="away" /> },
  ]
}

/** A value with the letters that the other one has not marked. */
function Marked({ stretches }: { stretches: Difference['ours'] }) {
  if (stretches.length === 0) return <span className="quiet">–</span>
  return stretches.map(({ text, differs }, at) => {
    const key = `${at} ${text}`
    return differs ? (
      <mark key={key} className={style.mark}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}
