import type { Region } from '../../values/areas.ts'
import { type Day, day } from '../../values/days.ts'
import { addMonths, firstDayOf, month, type Month, monthOf } from '../../values/months.ts'
import { rupiah } from '../../values/rupiah.ts'
import { answerRequest } from '../approvals/operations.ts'
import { approveRun } from '../contributions/approval.ts'
import { reconcileRun, recordBilling } from '../contributions/operations.ts'
import { confirmPayment, recordPayment } from '../contributions/payment.ts'
import { runContributions } from '../contributions/run.ts'
import { decreeWork } from '../membership/freezing.ts'
import { endPeriod, replacePeriod } from '../membership/operations.ts'
import { listPeriods } from '../membership/periods.ts'
import { type Actor } from '../platform/actor.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { requestDecree } from '../programmes/decree-request.ts'
import { createProgramme, type ProgrammeInput, runEligibility } from '../programmes/operations.ts'
import { type Cast, kept } from './demo.ts'

/** Runs a demonstration's year: this year's programme from its plan to the contributions of next month, and next year's as a plan. */
export async function runDemoYear(platform: Platform, region: Region, cast: Cast): Promise<void> {
  const { today, officer, approver } = cast
  const as = (actor: Actor, on: Day) => ({ actor, region, today: on })
  const code = `RENTAN-${today.year}`
  const first = month(`${today.year}-01`)
  const decided = day(`${today.year - 1}-12-18`)
  const workers = await look(platform, as(officer, today), countWorkers)
  const quota = Math.round(workers * 0.8)
  await kept(
    carryOut(platform, as(officer, decided.subtract({ days: 9 })), (ctx) =>
      createProgramme(ctx, planOf(code, today.year, quota)),
    ),
  )
  await kept(carryOut(platform, as(officer, decided.subtract({ days: 8 })), (ctx) => runEligibility(ctx, { programme: code })))
  const number = `560/1024/HK/${today.year - 1}`
  const asked = await kept(
    carryOut(platform, as(officer, decided), (ctx) => requestDecree(ctx, { programme: code, number, decidedOn: decided })),
  )
  const approval = { requestId: asked.requestId, verdict: 'approve' as const }
  await kept(
    carryOut(platform, as(approver, decided), (ctx) => answerRequest(ctx, approval, { 'programmes.decree': decreeWork })),
  )
  const current = monthOf(today)
  for (let at = first; at < current; at = addMonths(at, 1)) {
    await payMonth(platform, region, cast, { code, at, isPaid: true })
    if (at === addMonths(first, 4))
      await changeMembers(platform, region, cast, firstDayOf(addMonths(at, 1)).subtract({ days: 3 }))
  }
  await payMonth(platform, region, cast, { code, at: current, isPaid: today.day > 15 })
  const next = addMonths(current, 1)
  if (next <= `${today.year}-12`)
    await kept(carryOut(platform, as(officer, today), (ctx) => runContributions(ctx, { programme: code, month: next })))
  await kept(
    carryOut(platform, as(officer, today), (ctx) =>
      createProgramme(ctx, planOf(`RENTAN-${today.year + 1}`, today.year + 1, workers)),
    ),
  )
}

function planOf(code: string, year: number, quota: number): ProgrammeInput {
  const yearly = quota * 12 * 16_800
  return {
    code,
    name: `Perlindungan pekerja rentan ${year}`,
    year,
    firstMonth: month(`${year}-01`),
    lastMonth: month(`${year}-12`),
    package: 'JKK_JKM',
    quota,
    budgetLines: [
      {
        source: 'APBD',
        fiscalYear: year,
        accountCode: null,
        ceiling: rupiah(Math.ceil((yearly * 0.85) / 1_000_000) * 1_000_000),
      },
      {
        source: 'APBD-PROVINSI',
        fiscalYear: year,
        accountCode: null,
        ceiling: rupiah(Math.ceil((yearly * 0.2) / 1_000_000) * 1_000_000),
      },
    ],
    legalBasis: `Contoh: Peraturan Bupati tentang perlindungan pekerja rentan ${year}`,
  }
}

async function countWorkers(ctx: Context): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('worker')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

type PaidMonth = { code: string; at: Month; isPaid: boolean }

/** A month as it goes: computed by the officer, approved by the head, billed, its payment recorded by the treasurer and confirmed by the head, reconciled after. */
async function payMonth(platform: Platform, region: Region, cast: Cast, { code, at, isPaid }: PaidMonth): Promise<void> {
  const on = (dayOfMonth: number) =>
    firstDayOf(at).with({ day: Math.min(dayOfMonth, at === monthOf(cast.today) ? cast.today.day : 31) })
  const as = (actor: Actor, dayOfMonth: number) => ({ actor, region, today: on(dayOfMonth) })
  const { runId, amount } = await kept(
    carryOut(platform, as(cast.officer, 3), (ctx) => runContributions(ctx, { programme: code, month: at })),
  )
  await kept(carryOut(platform, as(cast.approver, 4), (ctx) => approveRun(ctx, { runId })))
  if (!isPaid) return
  const digits = at.replace('-', '')
  await kept(
    carryOut(platform, as(cast.treasurer, 6), (ctx) =>
      recordBilling(ctx, { runId, billingCode: `9103${digits}77`, billedOn: on(6) }),
    ),
  )
  await kept(
    carryOut(platform, as(cast.treasurer, 11), (ctx) =>
      recordPayment(ctx, { runId, disbursementNumber: `0${at.slice(5)}/SP2D/LS/${at.slice(0, 4)}`, paidOn: on(11) }),
    ),
  )
  // The payment of the current month is still to be confirmed: something to see in the inbox.
  if (at === monthOf(cast.today)) return
  await kept(carryOut(platform, as(cast.approver, 12), (ctx) => confirmPayment(ctx, { runId })))
  if (at >= addMonths(monthOf(cast.today), -1)) return
  const receipt = {
    runId,
    receiptNumber: `BPU-${digits}-001`,
    receiptAmount: amount,
    minutesNumber: `BA-${digits}`,
    reconciledOn: on(20),
  }
  await kept(carryOut(platform, as(cast.treasurer, 20), (ctx) => reconcileRun(ctx, receipt)))
}

const leavings = ['MOVED_OUT', 'BECAME_PU', 'STOPPED_WORKING', 'MOVED_OUT', 'BECAME_PU', 'RELEASED_TO_SELF_PAY'] as const

/** A few members leave, each for a reason, and the next of the waiting list take their places. */
async function changeMembers(platform: Platform, region: Region, cast: Cast, lastDay: Day): Promise<void> {
  const asking = { actor: cast.officer, region, today: lastDay }
  const periods = await look(platform, asking, (ctx) => listPeriods(ctx, {}, { after: 0, limit: 400 }))
  for (const [index, reason] of leavings.entries()) {
    const period = periods[index * 37 + 5]
    if (period === undefined) return
    await kept(carryOut(platform, asking, (ctx) => endPeriod(ctx, { periodId: period.id, reason, lastDay })))
    const replaced = await carryOut(platform, asking, (ctx) => replacePeriod(ctx, { periodId: period.id }))
    if (!replaced.ok && replaced.refusal.reason !== 'nobody-waiting')
      throw new Error(`the demonstration was refused: ${replaced.refusal.reason}`)
  }
}
