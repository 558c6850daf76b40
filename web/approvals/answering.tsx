import { useState } from 'react'
import { answerRequest, withdrawRequest } from '../../src/approvals/api.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText, useWording } from '../text/language.tsx'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { useGo } from '../ui/link.tsx'
import type { TaskAnswer } from '../ui/task-page.tsx'
import { useTell } from '../ui/tell.ts'
import { addressOfRecord, type Request } from './request.ts'

type Said = 'approve' | 'refuse' | 'withdraw'

/** The answers a reader may give to a request, and the confirmations they go through. */
export function useAnswering(request: Request | undefined) {
  const text = useText(approvalsText)
  const word = useWording()
  const go = useGo()
  const [said, setSaid] = useState<Said>()
  const answers = (of: Request): TaskAnswer[] => {
    const record: TaskAnswer = { label: text.openRecord, key: 'o', act: () => go(addressOfRecord(of)) }
    if (of.state !== 'waiting') return [record]
    const whyNot = of.hindrance === null ? {} : { whyNot: of.isMine ? text.ownWaits : word(of.hindrance.title) }
    return [
      { label: text.approve, key: 'a', isMain: true, act: () => setSaid('approve'), ...whyNot },
      { label: text.refuse, key: 'r', isDestructive: true, act: () => setSaid('refuse'), ...whyNot },
      ...(of.isMine ? [{ label: text.withdraw, key: 't', act: () => setSaid('withdraw') }] : []),
      record,
    ]
  }
  const close = () => setSaid(undefined)
  const dialogs = request && (
    <>
      <Approve request={request} opened={said === 'approve'} onClose={close} />
      <Refuse request={request} opened={said === 'refuse'} onClose={close} />
      <Withdraw request={request} opened={said === 'withdraw'} onClose={close} />
    </>
  )
  return { answers, dialogs, isAnswering: said !== undefined }
}

type DialogProps = { request: Request; opened: boolean; onClose: () => void }

function Approve({ request, opened, onClose }: DialogProps) {
  const text = useText(approvalsText)
  const word = useWording()
  const tell = useTell()
  const act = useAct(answerRequest, {
    onDone: ({ state, approvals, needed }) => {
      onClose()
      if (state === 'void') tell('warn', text.wasVoid)
      else tell('good', state === 'approved' ? text.approved : text.approvedSoFar(approvals, needed))
    },
  })
  const left = request.needed - request.approvals - 1
  const { people, amount } = request
  const figures = [
    ...(people === null ? [] : [text.peopleTouched(people)]),
    ...(amount === null ? [] : [text.moneyMoved(amount)]),
  ]
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.approve}
      act={text.approve}
      willHappen={[word(request.title), ...figures, left > 0 ? text.willCount(left) : text.willApprove]}
      isBusy={act.isPending}
      problem={act.error ? shownOf(act.error) : undefined}
      onConfirm={() => act.mutate({ params: { id: request.id }, body: { verdict: 'approve' } })}
    />
  )
}

function Refuse({ request, opened, onClose }: DialogProps) {
  const text = useText(approvalsText)
  const word = useWording()
  const tell = useTell()
  const act = useAct(answerRequest, {
    onDone: () => {
      onClose()
      tell('good', text.refused)
    },
  })
  return (
    <ConfirmAct
      key={request.id}
      opened={opened}
      onClose={onClose}
      title={text.refuse}
      act={text.refuse}
      willHappen={[word(request.title), text.willRefuse]}
      isDestructive
      asksReason
      isBusy={act.isPending}
      problem={act.error ? shownOf(act.error) : undefined}
      onConfirm={(reason) => act.mutate({ params: { id: request.id }, body: { verdict: 'refuse', reason } })}
    />
  )
}

function Withdraw({ request, opened, onClose }: DialogProps) {
  const text = useText(approvalsText)
  const word = useWording()
  const tell = useTell()
  const act = useAct(withdrawRequest, {
    onDone: () => {
      onClose()
      tell('good', text.withdrawn)
    },
  })
  return (
    <ConfirmAct
      key={request.id}
      opened={opened}
      onClose={onClose}
      title={text.withdraw}
      act={text.withdraw}
      willHappen={[word(request.title), text.willWithdraw]}
      isDestructive
      isBusy={act.isPending}
      problem={act.error ? shownOf(act.error) : undefined}
      onConfirm={() => act.mutate({ params: { id: request.id }, body: {} })}
    />
  )
}
