import { type Day, day, isBefore } from '../../values/days.ts'
import type { Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Rupiah, rupiah } from '../../values/rupiah.ts'
import { findLackOfAuthority } from '../membership/authority.ts'
import { recordPaidMonth } from '../membership/operations.ts'
import { findProgrammeFacts } from '../membership/programme.ts'
import { audit, type Details } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { enter, memoOf } from './ledger.ts'
import type { StepRefusal } from './refusals.ts'
import { legalSteps, type RunState, type RunStep } from './steps-api.ts'
import * as store from './store.ts'

/** How a run stands after a step. */
export type Moved = { runId: string; month: Month; state: RunState; people: number; amount: Rupiah }

type Moving = Promise<Outcome<Moved, StepRefusal>>

/**
 * Approves a computed run: it is owed from now on (Dr contribution expense, Cr contribution payable, per budget line). Nobody approves
 * their own run, and ceilings lowered since are looked at again. Leaves an audit line.
 */
export async function approveRun(ctx: Context, input: { runId: string }): Moving {
  const found = await findRunFor(ctx, input.runId, 'approve')
  if (!found.ok) return found
  const overdrawn = await findOverdraft(ctx, found.value)
  if (overdrawn !== undefined) return refused(overdrawn)
  await store.changeRun(ctx.db, found.value, { state: 'approved', ...decidedBy(ctx) })
  const month = found.value.month as Month
  await enter(ctx, { runId: input.runId, kind: 'recognised', enteredOn: ctx.today, memo: memoOf('recognised', month, {}) })
  return moved(ctx, found.value, 'approved', {})
}

/** Refuses a computed run with a reason; the month may then be computed anew. Leaves an audit line. */
export async function refuseRun(ctx: Context, input: { runId: string; why: string }): Moving {
  const found = await findRunFor(ctx, input.runId, 'refuse')
  if (!found.ok) return found
  await store.changeRun(ctx.db, found.value, { state: 'refused', decision_reason: input.why, ...decidedBy(ctx) })
  return moved(ctx, found.value, 'refused', { why: input.why })
}

/** Records the billing code BPJS gave for an approved run. Leaves an audit line. */
export async function recordBilling(ctx: Context, input: { runId: string; billingCode: string; billedOn: Day }): Moving {
  const found = await findRunFor(ctx, input.runId, 'bill')
  if (!found.ok) return found
  if (isBefore(ctx.today, input.billedOn)) return refused(inFuture(ctx, 'billedOn'))
  const billedOn = input.billedOn.toString()
  const changes = { billing_code: input.billingCode, billed_on: billedOn, billed_by_name: ctx.actor.name }
  await store.changeRun(ctx.db, found.value, { state: 'billed', ...changes })
  return moved(ctx, found.value, 'billed', { billingCode: input.billingCode, billedOn })
}

/**
 * Records that a billed run was paid, with the number and day of the SP2D (Dr contribution payable, Cr regional treasury); the clocks of
 * everyone covered in the month move. Leaves an audit line.
 */
export async function recordPayment(
  ctx: Context,
  input: { runId: string; disbursementNumber: string; paidOn: Day; receiptNumber?: string | undefined },
): Moving {
  const found = await findRunFor(ctx, input.runId, 'pay')
  if (!found.ok) return found
  if (isBefore(ctx.today, input.paidOn)) return refused(inFuture(ctx, 'paidOn'))
  const run = found.value
  const month = run.month as Month
  const receiptNumber = input.receiptNumber ?? null
  await store.changeRun(ctx.db, run, {
    state: 'paid',
    disbursement_number: input.disbursementNumber,
    receipt_number: receiptNumber,
    paid_on: input.paidOn.toString(),
    paid_by: ctx.actor.id,
    paid_by_name: ctx.actor.name,
  })
  const memo = memoOf('paid', month, { number: input.disbursementNumber, on: input.paidOn })
  await enter(ctx, { runId: run.id, kind: 'paid', enteredOn: input.paidOn, memo })
  await recordPaidMonth(ctx, { programmeId: run.programme_id, month, paidOn: input.paidOn })
  return moved(ctx, run, 'paid', { disbursementNumber: input.disbursementNumber, paidOn: input.paidOn.toString(), receiptNumber })
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
    receipt_amount: null,
    minutes_number: null,
    difference_reason: null,
    reconciled_on: null,
    reconciled_by_name: null,
  })
  await recordPaidMonth(ctx, { programmeId: run.programme_id, month, paidOn: null })
  return moved(ctx, run, 'billed', { why: input.why, disbursementNumber: run.disbursement_number, paidOn: run.paid_on })
}

export type Reconciliation = {
  runId: string
  receiptNumber: string
  receiptAmount: Rupiah
  minutesNumber: string
  reconciledOn: Day
  differenceReason?: string | undefined
}

/** Compares a paid run with the receipt of BPJS, to the rupiah, and records the minutes; a difference needs its reason. Leaves an audit line. */
export async function reconcileRun(ctx: Context, input: Reconciliation): Moving {
  const found = await findRunFor(ctx, input.runId, 'reconcile')
  if (!found.ok) return found
  if (isBefore(ctx.today, input.reconciledOn)) return refused(inFuture(ctx, 'reconciledOn'))
  const amount = rupiah(found.value.amount)
  const reason = input.differenceReason?.trim() || null
  if (input.receiptAmount !== amount && reason === null)
    return refused({ reason: 'difference-unexplained', amount, receiptAmount: input.receiptAmount })
  await store.changeRun(ctx.db, found.value, {
    state: 'reconciled',
    receipt_number: input.receiptNumber,
    receipt_amount: input.receiptAmount,
    minutes_number: input.minutesNumber,
    difference_reason: reason,
    reconciled_on: input.reconciledOn.toString(),
    reconciled_by_name: ctx.actor.name,
  })
  const difference = input.receiptAmount - amount
  return moved(ctx, found.value, 'reconciled', {
    receiptNumber: input.receiptNumber,
    minutesNumber: input.minutesNumber,
    difference,
  })
}

/** Finds the run of a programme's month that a step is meant for, by the programme's code: what a person on the command line knows. */
export async function findRunId(
  ctx: Context,
  input: { programme: string; month: Month },
): Promise<Outcome<string, StepRefusal | { reason: 'no-such-programme' }>> {
  const programme = await findProgrammeFacts(ctx.db, ctx.region, input.programme)
  if (programme === undefined) return refused({ reason: 'no-such-programme' })
  const run = await store.findRunOfMonth(ctx.db, ctx.region, programme.id, input.month)
  return run === undefined ? refused({ reason: 'no-run-of-month', month: input.month }) : done(run.id)
}

async function findRunFor(ctx: Context, runId: string, step: RunStep): Promise<Outcome<store.Run, StepRefusal>> {
  const decides = step === 'approve' || step === 'refuse'
  const lack = findLackOfAuthority(ctx, legalSteps[step].by)
  if (lack !== undefined) return refused(lack)
  if (decides && ctx.actor.kind === 'system') return refused({ reason: 'person-needed' })
  const run = await store.findRunToChange(ctx.db, ctx.region, runId)
  if (run === undefined) return refused({ reason: 'no-such-run' })
  const state = run.state as RunState
  if (!legalSteps[step].from.includes(state)) return refused({ reason: 'wrong-step', step, state })
  if (decides && run.made_by === ctx.actor.id) return refused({ reason: 'own-run', madeBy: run.made_by_name })
  return done(run)
}

async function findOverdraft(
  ctx: Context,
  run: store.Run,
): Promise<Extract<StepRefusal, { reason: 'ceiling-exceeded' }> | undefined> {
  const fiscalYear = day(`${run.month}-01`).year
  const lines = await store.listBudgetLines(ctx.db, { region: ctx.region, programmeId: run.programme_id, fiscalYear })
  const shortBy = rupiah(lines.reduce((sum, line) => sum + Math.max(0, line.committed - line.ceiling), 0))
  if (shortBy === 0) return undefined
  return { reason: 'ceiling-exceeded', fiscalYear, needed: rupiah(run.amount), left: rupiah(run.amount - shortBy), shortBy }
}

function decidedBy(ctx: Context) {
  return { decided_by: ctx.actor.id, decided_by_name: ctx.actor.name }
}

function inFuture(ctx: Context, field: string): StepRefusal {
  return { reason: 'day-in-future', field, today: ctx.today.toString() }
}

async function moved(ctx: Context, run: store.Run, state: RunState, details: Details): Moving {
  const numbers = { month: run.month, people: run.people, amount: run.amount }
  await audit(
    ctx,
    `contributions.${state}`,
    { kind: 'contribution-run', id: run.id },
    { ...numbers, from: run.state, ...details },
  )
  return done({ runId: run.id, month: run.month as Month, state, people: run.people, amount: rupiah(run.amount) })
}
