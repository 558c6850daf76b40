import { Button } from '@mantine/core'
import { useState } from 'react'
import { approveRun, refuseRun, returnPayment } from '../../src/contributions/api.ts'
import type { RunStep, StepHindrance } from '../../src/contributions/steps-api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { useGo } from '../ui/link.tsx'
import { BillForm, PayForm, ReconcileForm } from './run-forms.tsx'
import type { Run } from './run.ts'

/** The order of the buttons, the commonest last. */
const order = ['return', 'refuse', 'approve', 'bill', 'pay', 'confirm', 'reconcile'] as const satisfies readonly RunStep[]

/** What this reader may do with a run now. A step that is theirs but not for this run is shown disabled and says why. */
export function RunActs({ run }: { run: Run }) {
  const text = useText(contributionsText)
  const [open, setOpen] = useState<RunStep>()
  const go = useGo()
  const close = () => setOpen(undefined)
  const labels: Record<RunStep, string> = {
    approve: text.approve,
    refuse: text.refuse,
    bill: text.bill,
    pay: text.pay,
    confirm: text.confirm,
    return: text.giveBack,
    reconcile: text.reconcile,
  }
  const hindrances: Record<Told, string> = {
    'own-run': text.hinderOwn,
    'answered-already': text.hinderAnswered,
    'own-payment': text.hinderOwnPayment,
  }
  const shown = order.filter((step) => {
    const choice = run.steps.find((each) => each.step === step)
    return choice?.isAllowed === true || (choice !== undefined && hindranceOf(run, step) !== undefined)
  })
  return (
    <>
      {shown.map((step) => {
        const hindrance = hindranceOf(run, step)
        const whyNot = hindrance && hindrances[hindrance]
        return (
          <Button
            key={step}
            variant={step === 'return' || step === 'refuse' ? 'default' : 'filled'}
            disabled={whyNot !== undefined}
            title={whyNot}
            onClick={() => (step === 'confirm' && run.payment ? go(paths.approval(run.payment.requestId)) : setOpen(step))}
          >
            {labels[step]}
          </Button>
        )
      })}
      <Approve run={run} opened={open === 'approve'} onClose={close} />
      <Refuse run={run} opened={open === 'refuse'} onClose={close} />
      <GiveBack run={run} opened={open === 'return'} onClose={close} />
      {open === 'bill' && <BillForm run={run} onClose={close} />}
      {open === 'pay' && <PayForm run={run} onClose={close} />}
      {open === 'reconcile' && <ReconcileForm run={run} onClose={close} />}
    </>
  )
}

type Told = Extract<StepHindrance, 'own-run' | 'answered-already' | 'own-payment'>

/** What keeps this reader from a step that would otherwise be theirs. */
function hindranceOf(run: Run, step: RunStep): Told | undefined {
  const hindrance = run.steps.find((each) => each.step === step)?.hindrance
  return hindrance === 'own-run' || hindrance === 'answered-already' || hindrance === 'own-payment' ? hindrance : undefined
}

/** Why nothing can be done by this reader now, or who is waited for. */
export function useActsNote(): (run: Run) => string | undefined {
  const text = useText(contributionsText)
  return (run) => {
    if (run.state === 'refused') return text.refusedBecause(run.decisionReason ?? '')
    if (run.steps.some((each) => each.hindrance === 'own-run')) return text.hinderOwn
    if (run.payment) return text.waitsConfirmation(run.payment.disbursementNumber, run.payment.askedBy)
    if (run.approval && run.approval.approvals > 0) return text.approvedSoFar(run.approval.approvals, run.approval.needed)
    const forward = run.steps.filter((each) => each.step !== 'return')
    if (run.state === 'reconciled' || forward.some((each) => each.isAllowed)) return undefined
    return run.state === 'computed' ? text.waitsApprover : text.waitsTreasurer
  }
}

type ActProps = { run: Run; opened: boolean; onClose: () => void }

function Approve({ run, opened, onClose }: ActProps) {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const approve = useAct(approveRun, { onDone: onClose })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.approveTitle(formatMonth(month(run.month), language))}
      act={text.approve}
      willHappen={[text.approveWill(run.people, formatRupiah(run.amount)), text.approveBooks]}
      isBusy={approve.isPending}
      problem={approve.error ? shownOf(approve.error) : undefined}
      onConfirm={() => approve.mutate({ params: { runId: run.id } })}
    />
  )
}

function Refuse({ run, opened, onClose }: ActProps) {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const refuse = useAct(refuseRun, { onDone: onClose })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.refuseTitle(formatMonth(month(run.month), language))}
      act={text.refuse}
      willHappen={[text.refuseWill(run.people)]}
      isDestructive
      asksReason
      isBusy={refuse.isPending}
      problem={refuse.error ? shownOf(refuse.error) : undefined}
      onConfirm={(why) => refuse.mutate({ params: { runId: run.id }, body: { why } })}
    />
  )
}

function GiveBack({ run, opened, onClose }: ActProps) {
  const text = useText(contributionsText)
  const giveBack = useAct(returnPayment, { onDone: onClose })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.giveBack}
      act={text.giveBack}
      willHappen={[text.giveBackWill(formatRupiah(run.amount)), text.giveBackWhat]}
      isDestructive
      asksReason
      isBusy={giveBack.isPending}
      problem={giveBack.error ? shownOf(giveBack.error) : undefined}
      onConfirm={(why) => giveBack.mutate({ params: { runId: run.id }, body: { why } })}
    />
  )
}
