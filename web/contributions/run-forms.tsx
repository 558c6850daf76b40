import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { reconcileRun, recordBilling, recordPayment } from '../../src/contributions/api.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useAct } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useSession } from '../app/session.tsx'
import { contributionsText } from '../text/contributions.ts'
import { useText } from '../text/language.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import type { Run } from './run.ts'

type FormProps = { run: Run; onClose: () => void }

/** The code under which BPJS wants the month paid, and since when. */
export function BillForm({ run, onClose }: FormProps) {
  const text = useText(contributionsText)
  const [billingCode, setCode] = useState('')
  const [billedOn, setDay] = useState(useSession().today)
  const act = useAct(recordBilling, { onDone: onClose })
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.bill}
      act={text.bill}
      isBusy={act.isPending}
      problem={act.error ? shownOf(act.error) : undefined}
      onSubmit={() => act.mutate({ params: { runId: run.id }, body: { billingCode, billedOn } })}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={text.billingCode}
            value={billingCode}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={errorOf('billingCode')}
            data-autofocus
          />
          <DayInput label={text.billedOn} value={billedOn} onChange={setDay} error={errorOf('billedOn')} />
        </>
      )}
    </FormDrawer>
  )
}

/** The proof that the treasury paid. */
export function PayForm({ run, onClose }: FormProps) {
  const text = useText(contributionsText)
  const [disbursementNumber, setNumber] = useState('')
  const [paidOn, setDay] = useState(useSession().today)
  const [receiptNumber, setReceipt] = useState('')
  const act = useAct(recordPayment, { onDone: onClose })
  const body = { disbursementNumber, paidOn, ...(receiptNumber.trim() !== '' && { receiptNumber }) }
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={`${text.pay} · ${formatRupiah(run.amount)}`}
      act={text.pay}
      isBusy={act.isPending}
      problem={act.error ? shownOf(act.error) : undefined}
      onSubmit={() => act.mutate({ params: { runId: run.id }, body })}
    >
      {(errorOf) => (
        <>
          <p className="quiet">{text.payNeedsTwo}</p>
          <TextInput
            label={text.disbursement}
            description={text.disbursementMeans}
            value={disbursementNumber}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={errorOf('disbursementNumber')}
            data-autofocus
          />
          <DayInput label={text.paidOn} value={paidOn} onChange={setDay} error={errorOf('paidOn')} />
          <TextInput
            label={text.receipt}
            description={text.receiptOptional}
            value={receiptNumber}
            onChange={(event) => setReceipt(event.currentTarget.value)}
            error={errorOf('receiptNumber')}
          />
        </>
      )}
    </FormDrawer>
  )
}

/** What BPJS says it received, against what was paid, to the last rupiah. */
export function ReconcileForm({ run, onClose }: FormProps) {
  const text = useText(contributionsText)
  const [receiptNumber, setReceipt] = useState(run.receiptNumber ?? '')
  const [receiptAmount, setAmount] = useState<number>(run.amount)
  const [minutesNumber, setMinutes] = useState('')
  const [reconciledOn, setDay] = useState(useSession().today)
  const [differenceReason, setDifference] = useState('')
  const act = useAct(reconcileRun, { onDone: onClose })
  const why = differenceReason.trim() !== '' && { differenceReason }
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={text.reconcile}
      act={text.reconcile}
      isBusy={act.isPending}
      problem={act.error ? shownOf(act.error) : undefined}
      onSubmit={() =>
        act.mutate({ params: { runId: run.id }, body: { receiptNumber, receiptAmount, minutesNumber, reconciledOn, ...why } })
      }
    >
      {(errorOf) => (
        <>
          <TextInput
            label={text.receipt}
            value={receiptNumber}
            onChange={(event) => setReceipt(event.currentTarget.value)}
            error={errorOf('receiptNumber')}
            data-autofocus
          />
          <NumberInput
            label={text.receiptAmount}
            prefix="Rp"
            thousandSeparator="."
            decimalSeparator=","
            decimalScale={0}
            min={0}
            hideControls
            value={receiptAmount}
            onChange={(value) => setAmount(Number(value))}
            error={errorOf('receiptAmount')}
          />
          <TextInput
            label={text.minutes}
            value={minutesNumber}
            onChange={(event) => setMinutes(event.currentTarget.value)}
            error={errorOf('minutesNumber')}
          />
          <DayInput label={text.reconciledOn} value={reconciledOn} onChange={setDay} error={errorOf('reconciledOn')} />
          <Textarea
            label={text.difference}
            description={text.differenceHint(formatRupiah(run.amount))}
            value={differenceReason}
            onChange={(event) => setDifference(event.currentTarget.value)}
            error={errorOf('differenceReason')}
            autosize
            minRows={2}
          />
        </>
      )}
    </FormDrawer>
  )
}

type DayInputProps = { label: string; value: string; onChange: (value: string) => void; error: string | undefined }

/** A day that has come already. */
function DayInput({ label, value, onChange, error }: DayInputProps) {
  const { today } = useSession()
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      max={today}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  )
}
