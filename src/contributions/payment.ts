import { type Day, day, isBefore } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { formatMonth, type Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Answered, ApprovedWork, Asked, AskApproval } from '../approvals/approvals.ts'
import { answerRequest, findWaitingRequest, requestApproval } from '../approvals/operations.ts'
import { recordChanged, wordApprovalRefusal } from '../approvals/refusals.ts'
import { recordPaidMonth } from '../membership/operations.ts'
import type { Context } from '../platform/context.ts'
import { enter, memoOf } from './ledger.ts'
import type { StepRefusal } from './refusals.ts'
import { findRunFor, inFuture, type Moved, moved, type Moving, standing } from './steps.ts'
import type { RunState } from './steps-api.ts'
import * as store from './store.ts'

/** A payment as the treasurer records it. */
export type Payment = { runId: string; disbursementNumber: string; paidOn: Day; receiptNumber?: string | undefined }

/** What a request for a payment keeps of it. */
export type PaymentPayload = { disbursementNumber: string; paidOn: string; receiptNumber: string | null }

/**
 * Records that a billed run was paid, with the number and day of the SP2D. It counts once another person has confirmed it: until then
 * the run is billed and nothing is in the books. Leaves an audit line.
 */
export async function recordPayment(ctx: Context, input: Payment): Promise<Outcome<Moved & Asked, StepRefusal>> {
  const found = await findRunFor(ctx, input.runId, 'pay')
  if (!found.ok) return found
  if (isBefore(ctx.today, input.paidOn)) return refused(inFuture(ctx, 'paidOn'))
  const run = found.value
  const asked = await requestApproval(ctx, requestOf(run, input))
  if (!asked.ok) return refused({ reason: 'not-answered', words: wordApprovalRefusal(asked.refusal) })
  return done({ ...standing(run, 'billed'), ...asked.value })
}

/** Confirms the payment of a run that somebody else recorded. Leaves audit lines. */
export async function confirmPayment(ctx: Context, input: { runId: string }): Moving {
  const found = await findRunFor(ctx, input.runId, 'confirm')
  if (!found.ok) return found
  const request = await findWaitingRequest(ctx, 'contributions.payment', found.value.id)
  if (request === undefined) return refused({ reason: 'no-payment-recorded' })
  const given = { requestId: request.id, verdict: 'approve' as const }
  const answered = await answerRequest(ctx, given, { 'contributions.payment': paymentWork })
  if (!answered.ok) return refused({ reason: 'not-answered', words: wordApprovalRefusal(answered.refusal) })
  return standsAfter(found.value, answered.value)
}

/** What two people do with a payment: the books (Dr contribution payable, Cr regional treasury), and the clocks of everyone covered in the month. */
export const paymentWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => {
    const run = await store.findRunToChange(ctx.db, ctx.region, subject.id)
    return run?.state === 'billed' ? fingerprintOf(run) : undefined
  },
  carryOut: async (ctx, request) => {
    const run = await store.findRunToChange(ctx.db, ctx.region, request.subject.id)
    if (run === undefined) throw new Error(`the run ${request.subject.id} that was paid is not there`)
    const { disbursementNumber, paidOn, receiptNumber } = request.payload as PaymentPayload
    const month = run.month as Month
    await store.changeRun(ctx.db, run, {
      state: 'paid',
      disbursement_number: disbursementNumber,
      receipt_number: receiptNumber,
      paid_on: paidOn,
      paid_by: ctx.actor.id,
      paid_by_name: ctx.actor.name,
      payment_asked_by: request.askedBy,
      payment_asked_by_name: request.askedByName,
    })
    const memo = memoOf('paid', month, { number: disbursementNumber, on: day(paidOn) })
    await enter(ctx, { runId: run.id, kind: 'paid', enteredOn: day(paidOn), memo })
    await recordPaidMonth(ctx, { programmeId: run.programme_id, month, paidOn: day(paidOn) })
    const details = { disbursementNumber, paidOn, receiptNumber }
    await moved(ctx, run, 'paid', { ...details, askedBy: request.askedByName })
    return done({ ...details, people: run.people, amount: run.amount })
  },
}

/**
 * Takes a recorded payment back by a further entry, never by deletion: the bank returned it, or it was recorded wrongly. The run is
 * billed again and can be paid anew; the number of the old SP2D stays in the books. Leaves an audit line.
 */
export async function returnPayment(ctx: Context, input: { runId: string; why: string }): Moving {
  const found = await findRunFor(ctx, input.runId, 'return')
  if (!found.ok) return found
  const run = found.value
  const month = run.month as Month
  const memo = memoOf('payment-returned', month, { number: run.disbursement_number, why: input.why })
  await enter(ctx, { runId: run.id, kind: 'payment-returned', enteredOn: ctx.today, memo })
  await store.changeRun(ctx.db, run, {
    state: 'billed',
    disbursement_number: null,
    receipt_number: null,
    paid_on: null,
    paid_by: null,
    paid_by_name: null,
    payment_asked_by: null,
    payment_asked_by_name: null,
    receipt_amount: null,
    minutes_number: null,
    difference_reason: null,
    reconciled_on: null,
    reconciled_by_name: null,
  })
  await recordPaidMonth(ctx, { programmeId: run.programme_id, month, paidOn: null })
  return moved(ctx, run, 'billed', { why: input.why, disbursementNumber: run.disbursement_number, paidOn: run.paid_on })
}

function standsAfter(run: store.Run, { state }: Answered): Outcome<Moved, StepRefusal> {
  if (state === 'void') return refused({ reason: 'not-answered', words: recordChanged })
  return done(standing(run, state === 'approved' ? 'paid' : (run.state as RunState)))
}

function fingerprintOf(run: store.Run): string {
  return [run.people, run.amount, run.billing_code, run.billed_on].join('|')
}

const labels = {
  state: { id: 'Keadaan', en: 'State' },
  billingCode: { id: 'Kode iuran', en: 'Billing code' },
  amount: { id: 'Jumlah', en: 'Amount' },
  number: { id: 'Nomor SP2D', en: 'Number of the SP2D' },
  paidOn: { id: 'Tanggal bayar', en: 'Paid on' },
  receipt: { id: 'Nomor kuitansi', en: 'Number of the receipt' },
  members: { id: 'Peserta yang bulannya terhitung', en: 'Members whose month counts' },
} satisfies Record<string, Wording>

function requestOf(run: store.Run, input: Payment): AskApproval {
  const month = run.month as Month
  const receiptNumber = input.receiptNumber?.trim() || null
  const paidOn = input.paidOn.toString()
  const payload: PaymentPayload = { disbursementNumber: input.disbursementNumber, paidOn, receiptNumber }
  const unchanged = {
    billingCode: { label: labels.billingCode, text: run.billing_code ?? '' },
    amount: { label: labels.amount, rupiah: run.amount },
  }
  return {
    operation: 'contributions.payment',
    subject: { kind: 'contribution-run', id: run.id },
    title: {
      id: `Pembayaran iuran ${formatMonth(month, 'id')}, SP2D ${input.disbursementNumber}`,
      en: `Payment of ${formatMonth(month, 'en')}, SP2D ${input.disbursementNumber}`,
    },
    before: {
      state: { label: labels.state, words: { id: 'Ditagih BPJS', en: 'Billed by BPJS' } },
      ...unchanged,
      members: { label: labels.members, count: 0 },
    },
    after: {
      state: { label: labels.state, words: { id: 'Dibayar', en: 'Paid' } },
      ...unchanged,
      number: { label: labels.number, text: input.disbursementNumber },
      paidOn: { label: labels.paidOn, day: paidOn },
      ...(receiptNumber !== null && { receipt: { label: labels.receipt, text: receiptNumber } }),
      members: { label: labels.members, count: run.people },
    },
    people: run.people,
    amount: run.amount,
    payload,
    fingerprint: fingerprintOf(run),
  }
}
