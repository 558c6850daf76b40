import { useParams } from '@tanstack/react-router'
import { readRequest } from '../../src/approvals/api.ts'
import { isProblem } from '../app/call.ts'
import { stateOf, useAnswer } from '../app/load.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { PageLink, useGo } from '../ui/link.tsx'
import type { PageState } from '../ui/states.ts'
import { TaskPage } from '../ui/task-page.tsx'
import { useAnswering } from './answering.tsx'
import { Boxes } from './boxes.tsx'
import { Evidence } from './evidence.tsx'
import { Asked } from './inbox-page.tsx'
import type { Request } from './request.ts'

type One = { task: Request | undefined; place: number; count: number }

/** One request by its address: what it changes, how it stands, and the reader's answer if they may give one. */
export function RequestPage() {
  const text = useText(approvalsText)
  const word = useWording()
  const go = useGo()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const loaded = useAnswer(readRequest, { params: { id } })
  const answering = useAnswering(loaded.data)
  const read = stateOf(loaded)
  const state: PageState<One> = isProblem(loaded.error, 404)
    ? { is: 'here', value: { task: undefined, place: 0, count: 0 } }
    : read.is === 'here'
      ? { is: 'here', value: { task: read.value, place: 1, count: 0 } }
      : read
  const toAll = () => go(paths.approvals())
  return (
    <TaskPage
      words={{
        title: text.title,
        empty: {
          title: text.noSuch,
          what: text.noSuchWhat,
          action: <PageLink to={paths.approvalHistory()}>{text.seeHistory}</PageLink>,
        },
        forbidden: text.forWhom,
      }}
      above={<Boxes box={undefined} />}
      state={state}
      view={(task) => ({
        id: task.id,
        question: word(task.title),
        context: (
          <>
            <Asked request={task} />
            {task.isMine && task.state === 'waiting' && <p>{text.ownWaits}</p>}
          </>
        ),
        evidence: <Evidence request={task} />,
        answers: answering.answers(task),
      })}
      onNext={toAll}
    >
      {answering.dialogs}
    </TaskPage>
  )
}
