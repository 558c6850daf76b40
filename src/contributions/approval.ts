import { day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { formatMonth, type Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Rupiah, rupiah } from '../../values/rupiah.ts'
import type { ApprovedWork, AskApproval, Ending } from '../approvals/approvals.ts'
import { answerRequest, findWaitingRequest, requestApproval } from '../approvals/operations.ts'
import { type ApprovalRefusal, recordChanged, wordApprovalRefusal } from '../approvals/refusals.ts'
import type { Context } from '../platform/context.ts'
import { enter, memoOf } from './ledger.ts'
import { type StepRefusal, wordContributionRefusal } from './refusals.ts'
import { findRunFor, moved, type Moving, standing } from './steps.ts'
import * as store from './store.ts'

type ComputedMonth = {
  runId: string
  programme: string
  month: Month
  people: number
  leftOut: number
  rate: Rupiah
  amount: Rupiah
  dueOn: string
}

/** Asks for the approval of a run that was just computed: from then on it waits in the inbox of those who approve. */
export async function requestRunApproval(ctx: Context, run: ComputedMonth, before: ComputedMonth | undefined): Promise<void> {
  const ask: AskApproval = {
    operation: 'contributions.run',
    subject: { kind: 'contribution-run', id: run.runId },
    title: {
      id: `Iuran ${formatMonth(run.month, 'id')}, program ${run.programme}`,
      en: `Contributions of ${formatMonth(run.month, 'en')}, programme ${run.programme}`,
    },
    before: before === undefined ? {} : factsOf(before),
    after: factsOf(run),
    people: run.people,
    amount: run.amount,
    payload: {},
    fingerprint: fingerprintOf(run),
  }
  const asked = await requestApproval(ctx, ask)
  if (!asked.ok) throw new Error(`whoever computes a run may ask for its approval: ${asked.refusal.reason}`)
}

/**
 * Approves a computed run: with the last approval needed it is owed (Dr contribution expense, Cr contribution payable, per budget line).
 * Nobody approves their own run, and ceilings lowered since are looked at again. Leaves audit lines.
 */
export async function approveRun(ctx: Context, input: { runId: string }): Moving {
  const found = await findRunFor(ctx, input.runId, 'approve')
  if (!found.ok) return found
  const overdrawn = await findOverdraft(ctx, found.value)
  if (overdrawn !== undefined) return refused(overdrawn)
  const answered = await answer(ctx, found.value, { verdict: 'approve' })
  return answered.ok ? done(standing(found.value, answered.value === 'approved' ? 'approved' : 'computed')) : answered
}

/** Refuses a computed run with a reason; the month may then be computed anew. Leaves audit lines. */
export async function refuseRun(ctx: Context, input: { runId: string; why: string }): Moving {
  const found = await findRunFor(ctx, input.runId, 'refuse')
  if (!found.ok) return found
  const answered = await answer(ctx, found.value, { verdict: 'refuse', reason: input.why })
  return answered.ok ? done(standing(found.value, 'refused')) : answered
}

/** What two people do with a computed run: recognise what is owed, or let the month be computed anew. */
export const runWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => {
    const run = await store.findRunToChange(ctx.db, ctx.region, subject.id)
    return run?.state === 'computed' ? fingerprintOf(run) : undefined
  },
  carryOut: async (ctx, { subject }) => {
    const run = await heldRun(ctx, subject.id)
    const overdrawn = await findOverdraft(ctx, run)
    if (overdrawn !== undefined) return refused(wordContributionRefusal(overdrawn))
    await store.changeRun(ctx.db, run, { state: 'approved', ...decidedBy(ctx) })
    const memo = memoOf('recognised', run.month as Month, {})
    await enter(ctx, { runId: run.id, kind: 'recognised', enteredOn: ctx.today, memo })
    await moved(ctx, run, 'approved', {})
    return done({ month: run.month, people: run.people, amount: run.amount })
  },
  letGo: async (ctx, request, { how, reason }) => {
    const run = await heldRun(ctx, request.subject.id)
    const why = reason ?? withoutReason[how]
    const by = how === 'refused' ? decidedBy(ctx) : { decided_by: null, decided_by_name: ctx.actor.name }
    await store.changeRun(ctx.db, run, { state: 'refused', decision_reason: why, ...by })
    await moved(ctx, run, 'refused', { why })
  },
}

/** What stands with a run that ended without anybody writing why. */
const withoutReason: Readonly<Record<Ending, string>> = {
  refused: '',
  withdrawn: 'Ditarik kembali oleh yang menghitung',
  void: 'Gugur: iurannya berubah setelah dihitung',
}

type Answer = { verdict: 'approve' } | { verdict: 'refuse'; reason: string }

async function answer(
  ctx: Context,
  run: store.Run,
  given: Answer,
): Promise<Outcome<'waiting' | 'approved' | 'refused', StepRefusal>> {
  const request = await findWaitingRequest(ctx, 'contributions.run', run.id)
  if (request === undefined) throw new Error(`run ${run.id} waits for nobody`)
  const answered = await answerRequest(ctx, { requestId: request.id, ...given }, { 'contributions.run': runWork })
  if (!answered.ok) return refused(stepRefusalOf(run, answered.refusal))
  // A run is held from here to the answer and changes in no other way, so that it cannot have become another.
  return answered.value.state === 'void' ? refused({ reason: 'not-answered', words: recordChanged }) : done(answered.value.state)
}

function stepRefusalOf(run: store.Run, refusal: ApprovalRefusal): StepRefusal {
  if (refusal.reason === 'own-request') return { reason: 'own-run', madeBy: run.made_by_name }
  return { reason: 'not-answered', words: wordApprovalRefusal(refusal) }
}

async function heldRun(ctx: Context, id: string): Promise<store.Run> {
  const run = await store.findRunToChange(ctx.db, ctx.region, id)
  if (run === undefined) throw new Error(`the run ${id} that was to be decided is not there`)
  return run
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

/** The migration that put older runs into the inbox writes the same. */
function fingerprintOf(run: { people: number; amount: number }): string {
  return `${run.people}|${run.amount}`
}

const labels = {
  month: { id: 'Bulan', en: 'Month' },
  people: { id: 'Orang', en: 'People' },
  leftOut: { id: 'Tidak ikut', en: 'Left out' },
  rate: { id: 'Iuran per orang', en: 'Contribution each' },
  amount: { id: 'Jumlah', en: 'Amount' },
  dueOn: { id: 'Jatuh tempo', en: 'Due on' },
} satisfies Record<string, Wording>

function factsOf(run: ComputedMonth): AskApproval['after'] {
  return {
    month: { label: labels.month, words: { id: formatMonth(run.month, 'id'), en: formatMonth(run.month, 'en') } },
    people: { label: labels.people, count: run.people },
    leftOut: { label: labels.leftOut, count: run.leftOut },
    rate: { label: labels.rate, rupiah: run.rate },
    amount: { label: labels.amount, rupiah: run.amount },
    dueOn: { label: labels.dueOn, day: run.dueOn },
  }
}
