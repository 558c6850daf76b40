import { useState } from 'react'
import { listInbox, readRequest, ruleOf } from '../../src/approvals/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAnswerWhen, useLoad } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { Amount } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import type { PageState } from '../ui/states.ts'
import { TaskPage } from '../ui/task-page.tsx'
import { useAnswering } from './answering.tsx'
import style from './approvals.module.css'
import { Boxes } from './boxes.tsx'
import { Evidence } from './evidence.tsx'
import { OwnPage } from './lists-page.tsx'
import type { Request } from './request.ts'

type Waiting = AnswerOf<typeof listInbox>['rows'][number]

/** What awaits this reader's answer, one after the other; whoever answers nothing sees what was asked of others. */
export function InboxPage() {
  const mayAnswer = useHasRole('administrator', 'officer', 'approver', 'treasurer')
  return mayAnswer ? <Inbox /> : <OwnPage />
}

function Inbox() {
  const text = useText(approvalsText)
  const word = useWording()
  const [place, setPlace] = useState(0)
  const inbox = useLoad(listInbox, { query: {} })
  const waiting = inbox.is === 'here' ? inbox.value.rows : []
  const last = Math.max(0, waiting.length - 1)
  const at = Math.min(place, last)
  const here = waiting[at]
  const request = useAnswerWhen(readRequest, here && { params: { id: here.id } })
  const answering = useAnswering(request)
  const state: PageState<{ task: Request | undefined; place: number; count: number }> =
    inbox.is !== 'here'
      ? inbox
      : here !== undefined && request === undefined
        ? { is: 'loading' }
        : { is: 'here', value: { task: request, place: at + 1, count: inbox.value.count } }
  return (
    <TaskPage
      words={{
        title: text.title,
        empty: {
          title: text.noneWaits,
          what: text.noneWaitsWhat,
          action: <PageLink to={paths.approvalHistory()}>{text.seeHistory}</PageLink>,
        },
        forbidden: text.forWhom,
      }}
      above={<Boxes box="inbox" />}
      state={state}
      view={(task) => ({
        id: task.id,
        question: word(task.title),
        context: <Asked request={task} />,
        evidence: <Evidence request={task} />,
        answers: answering.answers(task),
      })}
      onNext={() => setPlace(Math.min(at + 1, last))}
      onPrevious={() => setPlace(Math.max(0, at - 1))}
    >
      {waiting.length > 1 && <Others waiting={waiting} at={at} onChoose={setPlace} />}
      {answering.dialogs}
    </TaskPage>
  )
}

/** Who asked for what kind of thing, and when. */
export function Asked({ request }: { request: Pick<Waiting, 'operation' | 'askedByName' | 'askedAt'> }) {
  const text = useText(approvalsText)
  const word = useWording()
  return (
    <>
      {word(ruleOf(request.operation).name)} · {text.askedBy} {request.askedByName}, <DayText iso={request.askedAt} age="away" />
    </>
  )
}

type OthersProps = { waiting: readonly Waiting[]; at: number; onChoose: (place: number) => void }

/** Everything that waits, for jumping to one of them. */
function Others({ waiting, at, onChoose }: OthersProps) {
  const text = useText(approvalsText)
  const word = useWording()
  return (
    <section className={`${pageStyle.panel} ${style.others}`} aria-label={text.othersWait}>
      <h2>{text.othersWait}</h2>
      <ul>
        {waiting.map((one, place) => (
          <li key={one.id}>
            <button
              type="button"
              className={style.other}
              aria-current={place === at ? 'true' : undefined}
              onClick={() => onChoose(place)}
            >
              <span className={style.what}>{word(one.title)}</span>
              <span className="quiet">{one.askedByName}</span>
              {one.amount !== null && <Amount rupiah={one.amount} />}
              <span className="quiet small">
                <DayText iso={one.askedAt} age="away" />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
