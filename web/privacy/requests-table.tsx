import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { type listRequests, refusalGroundNames, requestLaw } from '../../src/privacy/subject-api.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { useText, useWording } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { MomentText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { AnswerForm } from './answer-form.tsx'
import { Clock } from './clock.tsx'

/** One request of a person. */
export type SubjectRequest = AnswerOf<typeof listRequests>['requests'][number]

/** Requests with their clocks and answers; those who may answer find the button here. */
export function RequestsTable({ requests, showsPerson }: { requests: readonly SubjectRequest[]; showsPerson?: boolean }) {
  const text = useText(privacyText)
  const word = useWording()
  const mayAnswer = useHasRole('officer', 'administrator')
  const [answered, setAnswered] = useState<SubjectRequest>()
  const person = {
    id: 'person',
    title: text.who,
    cell: (row: SubjectRequest) =>
      row.workerId === null ? (
        '–'
      ) : (
        <PageLink to={paths.worker(String(row.workerId), { tab: 'privasi' })}>{row.fullName}</PageLink>
      ),
  }
  return (
    <>
      <NumbersTable
        label={text.requests}
        rows={requests}
        keyOf={(row) => row.id}
        columns={[
          ...(showsPerson ? [person] : []),
          { id: 'kind', title: text.kind, cell: (row) => word(requestLaw[row.kind].name) },
          { id: 'wish', title: text.wish, cell: (row) => row.wish },
          { id: 'received', title: text.receivedAt, cell: (row) => <MomentText iso={row.receivedAt} /> },
          { id: 'state', title: text.state, cell: (row) => <RequestState request={row} /> },
          {
            id: 'answer',
            title: text.decision,
            cell: (row) =>
              row.state === 'open' ? (
                mayAnswer && (
                  <Button size="compact-sm" variant="default" onClick={() => setAnswered(row)}>
                    {text.answer}
                  </Button>
                )
              ) : (
                <>
                  {row.answer}
                  {row.ground !== null && <div className="quiet small">{word(refusalGroundNames[row.ground])}</div>}
                  <div className="quiet small">{row.decidedByName}</div>
                </>
              ),
          },
        ]}
      />
      {answered !== undefined && <AnswerForm request={answered} onClose={() => setAnswered(undefined)} />}
    </>
  )
}

function RequestState({ request }: { request: SubjectRequest }) {
  const text = useText(privacyText)
  if (request.state === 'open') return <Clock dueAt={request.dueAt} />
  return request.state === 'granted' ? (
    <StatusBadge tone="good">{text.stateGranted}</StatusBadge>
  ) : (
    <StatusBadge tone="calm">{text.stateRefused}</StatusBadge>
  )
}
