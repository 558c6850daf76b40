import { Button } from '@mantine/core'
import { useState } from 'react'
import { askRegister, exportDue, listDue, listRequests, readAges } from '../../src/matching/asking-api.ts'
import { registers } from '../../src/matching/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { addressOf } from '../app/call.ts'
import { useAct, useAnswer, useList } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useVillageFilters } from '../registry/village-filters.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { DayText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter } from '../ui/list-types.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { MatchingTabs } from './matching-tabs.tsx'
import { RequestsUnderWay } from './requests-under-way.tsx'
import { useRegisterName } from './words-of-registers.ts'

type Due = AnswerOf<typeof listDue>['rows'][number]

/** Whose answer has grown too old, or is awaited: filtered by register and village, exported, and asked about again with one click. */
export function DuePage() {
  const text = useText(matchingText)
  const name = useRegisterName()
  const list = useList(listDue, ['register', 'awaiting', 'village'])
  const { address } = list
  const register = registers.find((one) => one === address['register']) ?? 'dukcapil'
  const village = address['village']
  const villages = useVillageFilters(address).filter((filter) => filter.name === 'village')
  const mayAsk = useHasRole('officer')
  const mayExport = [mayAsk, useHasRole('approver'), useHasRole('auditor'), useHasRole('administrator')].includes(true)
  const [made, setMade] = useState<string>()
  const ask = useAct(askRegister, { touches: [listRequests, readAges, listDue], onDone: ({ taskId }) => setMade(taskId) })
  const isDue = address['awaiting'] !== 'waiting'
  const count = list.state.is === 'here' ? list.state.value.count : 0
  return (
    <ListPage
      id="due"
      words={{
        title: isDue ? text.dueTitle(name(register)) : text.waitingTitle(name(register)),
        empty: isDue ? { title: text.noneDue, what: text.noneDueWhat } : { title: text.noneWaiting, what: text.noneWaitingWhat },
        forbidden: text.forWhom,
      }}
      state={list.state}
      onMore={list.onMore}
      columns={useColumns()}
      keyOf={(row) => String(row.workerId)}
      linkOf={(row) => paths.worker(String(row.workerId))}
      filters={[...useFilters(), ...villages]}
      {...(mayExport && {
        exports: {
          csv: addressOf(exportDue, { query: { format: 'csv' } }),
          xlsx: addressOf(exportDue, { query: { format: 'xlsx' } }),
        },
      })}
      acts={
        mayAsk &&
        isDue &&
        count > 0 && (
          <Button
            loading={ask.isPending}
            onClick={() => ask.mutate({ body: { register, who: 'due', format: 'xlsx', ...(village && { village }) } })}
          >
            {text.askDue(count)}
          </Button>
        )
      }
      above={
        <>
          <MatchingTabs />
          <RequestsUnderWay made={made} />
          {ask.error && <ProblemNotice problem={shownOf(ask.error)} />}
        </>
      }
    />
  )
}

function useFilters(): ListFilter[] {
  const text = useText(matchingText)
  const name = useRegisterName()
  const ages = useAnswer(readAges).data?.registers ?? []
  const dueOf = (register: string) => ages.find((one) => one.register === register)?.due ?? 0
  return [
    {
      kind: 'choice',
      name: 'register',
      label: text.register,
      options: registers.map((value) => ({ value, label: `${name(value)} (${dueOf(value)})` })),
    },
    {
      kind: 'choice',
      name: 'awaiting',
      label: text.state,
      options: [
        { value: 'due', label: text.due },
        { value: 'waiting', label: text.waitsForAnswer },
      ],
    },
  ]
}

function useColumns(): ListColumn<Due>[] {
  const text = useText(matchingText)
  const day = (iso: string | null) => (iso === null ? <span className="quiet">–</span> : <DayText iso={iso} age="away" />)
  return [
    { id: 'worker', title: text.worker, width: 224, phone: 'first', cell: (row) => row.name },
    { id: 'nik', title: text.nik, width: 160, cell: (row) => row.nik ?? '–' },
    { id: 'village', title: text.village, width: 160, phone: 'side', cell: (row) => row.villageName },
    { id: 'answeredOn', title: text.answeredOn, width: 208, phone: 'second', cell: (row) => day(row.answeredOn) },
    { id: 'askedOn', title: text.askedOn, width: 208, cell: (row) => day(row.askedOn) },
  ]
}
