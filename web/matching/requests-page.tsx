import { Button } from '@mantine/core'
import { useState } from 'react'
import { fetchRequest, listRequests } from '../../src/matching/asking-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { addressOf } from '../app/call.ts'
import { useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { AgesOfAnswers } from './ages.tsx'
import { MatchingTabs } from './matching-tabs.tsx'
import { RequestForm } from './request-form.tsx'
import { RequestsUnderWay } from './requests-under-way.tsx'
import { useRegisterName } from './words-of-registers.ts'

type Request = AnswerOf<typeof listRequests>['requests'][number]

/** How old the answers are, whom it is time to ask about, and every request with its file. */
export function RequestsPage() {
  const text = useText(matchingText)
  const loaded = useLoad(listRequests)
  const mayAsk = useHasRole('officer')
  const [isAsking, setAsking] = useState(false)
  const [made, setMade] = useState<string>()
  const ask = mayAsk && <Button onClick={() => setAsking(true)}>{text.ask}</Button>
  const state: PageState<ListValue<Request>> =
    loaded.is === 'here' ? { is: 'here', value: { rows: loaded.value.requests, count: loaded.value.requests.length } } : loaded
  return (
    <ListPage
      id="requests"
      words={{
        title: text.requests,
        empty: { title: text.noRequests, what: text.noRequestsWhat, action: ask },
        forbidden: text.forWhom,
      }}
      state={state}
      columns={useColumns(mayAsk)}
      keyOf={(row) => row.requestId}
      acts={ask}
      above={
        <>
          <MatchingTabs />
          <RequestsUnderWay made={made} />
          <AgesOfAnswers />
        </>
      }
    >
      <RequestForm
        opened={isAsking}
        onClose={() => setAsking(false)}
        onMade={(taskId) => {
          setMade(taskId)
          setAsking(false)
        }}
      />
    </ListPage>
  )
}

function useColumns(mayFetch: boolean): ListColumn<Request>[] {
  const text = useText(matchingText)
  const name = useRegisterName()
  const who = { all: text.whoAll, never: text.whoNever, due: text.due }
  return [
    { id: 'register', title: text.register, width: 192, phone: 'first', cell: (row) => name(row.register) },
    { id: 'askedOn', title: text.askedOn, width: 200, phone: 'second', cell: (row) => <DayText iso={row.askedOn} age="away" /> },
    { id: 'who', title: text.who, width: 168, cell: (row) => who[row.who] },
    { id: 'village', title: text.village, width: 128, cell: (row) => row.villageName ?? text.allVillages },
    { id: 'columns', title: text.columns, width: 200, isHiddenAtFirst: true, cell: (row) => row.columns.join(', ') },
    { id: 'people', title: text.people, width: 88, align: 'end', phone: 'side', cell: (row) => <Count of={row.people} /> },
    { id: 'madeBy', title: text.madeBy, width: 176, isHiddenAtFirst: true, cell: (row) => row.madeByName },
    {
      id: 'answered',
      title: text.answered,
      width: 184,
      cell: (row) =>
        row.answeredBy === null ? (
          <StatusBadge tone="now">{text.waitsForAnswer}</StatusBadge>
        ) : (
          <PageLink to={paths.matchingRun(row.answeredBy)}>{text.see}</PageLink>
        ),
    },
    {
      id: 'file',
      title: text.file,
      width: 104,
      cell: (row) =>
        mayFetch ? (
          <a href={addressOf(fetchRequest, { params: { requestId: row.requestId } })} title={text.saveNote} download>
            {text.save}
          </a>
        ) : (
          row.format.toUpperCase()
        ),
    },
  ]
}
