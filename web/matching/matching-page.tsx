import { Button } from '@mantine/core'
import { useState } from 'react'
import { listExchanges } from '../../src/matching/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { paths } from '../paths.ts'
import { Count } from '../ui/amounts.tsx'
import { DayText, MomentText } from '../ui/day-text.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { AnswerForm } from './answer-form.tsx'
import { AnswersUnderWay } from './answers-under-way.tsx'
import { MatchingTabs } from './matching-tabs.tsx'
import { StandsOut } from './stands-out.tsx'
import { useRegisterName } from './words-of-registers.ts'

type Exchange = AnswerOf<typeof listExchanges>['exchanges'][number]

/** What the registers answered and when, what stands out among the workers, and taking in the next answer. */
export function MatchingPage() {
  const text = useText(matchingText)
  const loaded = useLoad(listExchanges)
  const [isSending, setSending] = useState(false)
  const [sent, setSent] = useState<string>()
  const maySend = useHasRole('officer')
  const columns = useExchangeColumns()
  const send = maySend && <Button onClick={() => setSending(true)}>{text.send}</Button>
  const state: PageState<ListValue<Exchange>> =
    loaded.is === 'here' ? { is: 'here', value: { rows: loaded.value.exchanges, count: loaded.value.exchanges.length } } : loaded
  return (
    <ListPage
      id="exchanges"
      words={{ title: text.title, empty: { title: text.none, what: text.noneWhat, action: send }, forbidden: text.forWhom }}
      state={state}
      columns={columns}
      keyOf={(row) => row.exchangeId}
      linkOf={(row) => paths.matchingRun(row.exchangeId)}
      acts={send}
      above={
        <>
          <MatchingTabs />
          <AnswersUnderWay sent={sent} />
          {loaded.is === 'here' && <StandsOut />}
        </>
      }
    >
      <AnswerForm
        opened={isSending}
        onClose={() => setSending(false)}
        onSent={(taskId) => {
          setSent(taskId)
          setSending(false)
        }}
      />
    </ListPage>
  )
}

function useExchangeColumns(): ListColumn<Exchange>[] {
  const text = useText(matchingText)
  const name = useRegisterName()
  return [
    { id: 'register', title: text.register, width: 176, phone: 'first', cell: (row) => name(row.register) },
    {
      id: 'answeredOn',
      title: text.answeredOn,
      width: 232,
      phone: 'second',
      cell: (row) => <DayText iso={row.answeredOn} age="away" />,
    },
    { id: 'file', title: text.file, width: 200, cell: (row) => row.fileName },
    { id: 'records', title: text.lines, width: 112, align: 'end', phone: 'side', cell: (row) => <Count of={row.records} /> },
    { id: 'faulty', title: text.faulty, width: 104, align: 'end', cell: (row) => <Count of={row.faulty} /> },
    { id: 'receivedBy', title: text.receivedBy, width: 176, isHiddenAtFirst: true, cell: (row) => row.receivedBy },
    { id: 'receivedAt', title: text.receivedAt, width: 200, cell: (row) => <MomentText iso={row.receivedAt} /> },
  ]
}
