import { sql } from 'kysely'
import { maskNik } from '../../values/nik.ts'
import type { Context } from '../platform/context.ts'
import type { AnswerOf } from '../platform/endpoint.ts'
import { hasRole } from '../platform/actor.ts'
import type { readRun } from './api.ts'
import { findWaitingRequest } from '../approvals/operations.ts'
import type { PaymentPayload } from './payment.ts'
import { legalSteps, type OmissionReason, type RunState, type RunStep, runSteps, type StepHindrance } from './steps-api.ts'

export type RunRow = {
  id: string
  programmeId: string
  programmeCode: string
  programmeName: string
  month: string
  state: RunState
  people: number
  leftOut: number
  rate: number
  amount: number
  dueOn: string
  madeBy: string
  madeAt: string
  decidedBy: string | null
  decidedAt: string | null
  decisionReason: string | null
  billingCode: string | null
  billedOn: string | null
  disbursementNumber: string | null
  paidOn: string | null
  paidBy: string | null
  receiptNumber: string | null
  receiptAmount: number | null
  minutesNumber: string | null
  differenceReason: string | null
  reconciledOn: string | null
}

export type RunFilters = { programmeId?: string | undefined; state?: RunState | undefined; month?: string | undefined }

/** Runs, newest month first; refused ones among them. At most 500. */
export async function listRuns(ctx: Context, filters: RunFilters): Promise<RunRow[]> {
  let query = runRows(ctx)
  if (filters.programmeId !== undefined) query = query.where('r.programme_id', '=', filters.programmeId)
  if (filters.state !== undefined) query = query.where('r.state', '=', filters.state)
  if (filters.month !== undefined) query = query.where('r.month', '=', filters.month)
  const rows = await query.orderBy('r.month', 'desc').orderBy('r.made_at', 'desc').limit(500).execute()
  return rows as RunRow[]
}

/** What may be done with a run by this reader, and what stands in the way of the rest. */
export type StepChoice = { step: RunStep; isAllowed: boolean; hindrance: StepHindrance | null }

export type RunDetail = RunRow & {
  programmePayer: string
  programmePackage: string
  /** The law's answer on the price of one month, as it was stored with the run. */
  grounds: AnswerOf<typeof readRun>['grounds']
  funding: { budgetLineId: string; source: string; accountCode: string | null; people: number; amount: number }[]
  omissions: { reason: OmissionReason; people: number }[]
  entries: { id: string; kind: string; attempt: number; enteredOn: string; memo: string; madeBy: string; madeAt: string }[]
  villages: { village: string; villageName: string; people: number; amount: number }[]
  steps: StepChoice[]
  /** The approval that a computed run awaits. */
  approval: { requestId: string; approvals: number; needed: number } | null
  /** The payment that was recorded and awaits another person. */
  payment: { requestId: string; askedBy: string; isMine: boolean; disbursementNumber: string; paidOn: string } | null
}

/** Finds a run with everything that explains it; nothing when there is none. */
export async function findRun(ctx: Context, id: string): Promise<RunDetail | undefined> {
  const found = await runRows(ctx)
    .where('r.id', '=', id)
    .select(['r.grounds', 'r.made_by as makerId', 'p.payer as programmePayer', 'p.package as programmePackage'])
    .executeTakeFirst()
  if (found === undefined) return undefined
  const { makerId, ...run } = found
  const [approval, payment] = [await approvalOf(ctx, id), await paymentOf(ctx, id)]
  return {
    ...(run as RunRow & Pick<RunDetail, 'grounds' | 'programmePayer' | 'programmePackage'>),
    funding: await fundingOf(ctx, id),
    omissions: await omissionsOf(ctx, id),
    entries: await entriesOf(ctx, id),
    villages: await villagesOf(ctx, id),
    steps: runSteps.map((step) => choiceOf(ctx, step, { state: run.state as RunState, makerId, approval, payment })),
    approval: approval && { requestId: approval.requestId, approvals: approval.approvals, needed: approval.needed },
    payment,
  }
}

async function approvalOf(ctx: Context, runId: string) {
  const request = await findWaitingRequest(ctx, 'contributions.run', runId)
  if (request === undefined) return null
  return { requestId: request.id, approvals: request.approvals, needed: request.needed, hasAnswered: request.hasAnswered }
}

async function paymentOf(ctx: Context, runId: string): Promise<RunDetail['payment']> {
  const request = await findWaitingRequest(ctx, 'contributions.payment', runId)
  if (request === undefined) return null
  const { disbursementNumber, paidOn } = request.payload as PaymentPayload
  const isMine = request.askedBy === ctx.actor.id
  return { requestId: request.id, askedBy: request.askedByName, isMine, disbursementNumber, paidOn }
}

export type LineRow = {
  workerId: number
  fullName: string
  nik: string
  village: string
  villageName: string
  amount: number
  source: string
}

/** The person-months of a run this reader may see, by worker, after one of them. */
export async function listLines(ctx: Context, runId: string, page: { after: number; limit: number }): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.worker_id as "workerId", w.full_name as "fullName", coalesce(w.nik, '') as nik, l.village, a.name as "villageName", l.amount, b.source
    from contribution_line l
    join worker w on w.region = l.region and w.id = l.worker_id
    join area a on a.code = l.village
    join budget_line b on b.region = l.region and b.id = l.budget_line_id
    where l.region = ${ctx.region} and l.run_id = ${runId} and l.worker_id > ${page.after}
    order by l.worker_id limit ${page.limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, nik: maskNik(row.nik) }))
}

export type OmissionRow = {
  workerId: number
  fullName: string
  nik: string
  village: string
  villageName: string
  reason: OmissionReason
  /** Number of the death certificate, or the reason of the early end. */
  detail: string | null
  since: string | null
}

/** Who was left out of a run, by worker, after one of them. */
export async function listOmissions(ctx: Context, runId: string, page: { after: number; limit: number }): Promise<OmissionRow[]> {
  const { rows } = await sql<OmissionRow>`
    select o.worker_id as "workerId", w.full_name as "fullName", coalesce(w.nik, '') as nik, o.village, a.name as "villageName", o.reason,
      o.detail, o.since
    from contribution_omission o
    join worker w on w.region = o.region and w.id = o.worker_id
    join area a on a.code = o.village
    where o.region = ${ctx.region} and o.run_id = ${runId} and o.worker_id > ${page.after}
    order by o.worker_id limit ${page.limit}`.execute(ctx.db)
  return rows.map((row) => ({ ...row, nik: maskNik(row.nik) }))
}

type Standing = {
  state: RunState
  makerId: string
  approval: { hasAnswered: boolean } | null
  payment: RunDetail['payment']
}

function choiceOf(ctx: Context, step: RunStep, run: Standing): StepChoice {
  const hindrance = hindranceOf(ctx, step, run)
  return { step, isAllowed: hindrance === null, hindrance }
}

function hindranceOf(ctx: Context, step: RunStep, { state, makerId, approval, payment }: Standing): StepHindrance | null {
  if (!legalSteps[step].from.includes(state)) return 'wrong-step'
  if (step === 'confirm' && payment === null) return 'wrong-step'
  if (!hasRole(ctx.actor, legalSteps[step].by, ctx.region)) return 'role-missing'
  if (step === 'pay' && payment !== null) return 'payment-waits'
  if (step === 'confirm') return payment?.isMine ? 'own-payment' : null
  if (step !== 'approve' && step !== 'refuse') return null
  if (makerId === ctx.actor.id) return 'own-run'
  return approval?.hasAnswered ? 'answered-already' : null
}

function runRows(ctx: Context) {
  return ctx.db
    .selectFrom('contribution_run as r')
    .innerJoin('programme as p', (join) => join.onRef('p.region', '=', 'r.region').onRef('p.id', '=', 'r.programme_id'))
    .where('r.region', '=', ctx.region)
    .select([
      'r.id',
      'r.programme_id as programmeId',
      'p.code as programmeCode',
      'p.name as programmeName',
      'r.month',
      'r.state',
      'r.people',
      'r.left_out as leftOut',
      'r.rate',
      'r.amount',
      'r.due_on as dueOn',
      'r.made_by_name as madeBy',
      'r.made_at as madeAt',
      'r.decided_by_name as decidedBy',
      'r.decided_at as decidedAt',
      'r.decision_reason as decisionReason',
      'r.billing_code as billingCode',
      'r.billed_on as billedOn',
      'r.disbursement_number as disbursementNumber',
      'r.paid_on as paidOn',
      'r.paid_by_name as paidBy',
      'r.receipt_number as receiptNumber',
      'r.receipt_amount as receiptAmount',
      'r.minutes_number as minutesNumber',
      'r.difference_reason as differenceReason',
      'r.reconciled_on as reconciledOn',
    ])
}

function fundingOf(ctx: Context, runId: string) {
  return ctx.db
    .selectFrom('run_funding as f')
    .innerJoin('budget_line as b', (join) => join.onRef('b.region', '=', 'f.region').onRef('b.id', '=', 'f.budget_line_id'))
    .where('f.region', '=', ctx.region)
    .where('f.run_id', '=', runId)
    .select(['b.id as budgetLineId', 'b.source', 'b.account_code as accountCode', 'f.people', 'f.amount'])
    .orderBy('f.amount', 'desc')
    .execute()
}

async function omissionsOf(ctx: Context, runId: string): Promise<RunDetail['omissions']> {
  const { rows } = await sql<{ reason: OmissionReason; people: number }>`
    select reason, count(*) as people from contribution_omission where region = ${ctx.region} and run_id = ${runId}
    group by reason order by people desc`.execute(ctx.db)
  return rows
}

function entriesOf(ctx: Context, runId: string) {
  return ctx.db
    .selectFrom('ledger_entry')
    .where('region', '=', ctx.region)
    .where('run_id', '=', runId)
    .select(['id', 'kind', 'attempt', 'entered_on as enteredOn', 'memo', 'made_by_name as madeBy', 'made_at as madeAt'])
    .orderBy('made_at')
    .execute()
}

async function villagesOf(ctx: Context, runId: string): Promise<RunDetail['villages']> {
  const { rows } = await sql<RunDetail['villages'][number]>`
    select l.village, a.name as "villageName", count(*) as people, sum(l.amount)::bigint as amount
    from contribution_line l join area a on a.code = l.village
    where l.region = ${ctx.region} and l.run_id = ${runId} group by l.village, a.name order by l.village`.execute(ctx.db)
  return rows
}
