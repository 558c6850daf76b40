import { type Day, isBefore } from '../../values/days.ts'
import type { Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Rupiah, rupiah } from '../../values/rupiah.ts'
import { findProgrammeFacts } from '../membership/programme.ts'
import type { Context } from '../platform/context.ts'
import type { StepRefusal } from './refusals.ts'
import { findRunFor, inFuture, moved, type Moving } from './steps.ts'
import * as store from './store.ts'

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
