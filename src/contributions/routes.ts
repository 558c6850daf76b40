import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { rupiah } from '../../values/rupiah.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { noteFileOpened } from '../registry/opening.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { approveRun, refuseRun } from './approval.ts'
import * as booksApi from './books-api.ts'
import { countEntries, listEntries, trialBalance } from './books.ts'
import { bpjsFile } from './bpjs-file.ts'
import { listBudget, listPlans } from './budget.ts'
import { listCalendars } from './calendar.ts'
import { findHistory } from './history.ts'
import * as operations from './operations.ts'
import { confirmPayment, recordPayment, returnPayment } from './payment.ts'
import { type ContributionRefusal, wordContributionRefusal } from './refusals.ts'
import { rehearseRun } from './rehearsal.ts'
import { listReclaims } from './reclaims.ts'
import { findRun, listLines, listOmissions, listRuns, type RunDetail } from './runs.ts'
import { enqueueRun } from './works.ts'

const steps: Route[] = [
  route(api.approveRun, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => approveRun(ctx, params)), wordContributionRefusal),
  ),
  route(api.refuseRun, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => refuseRun(ctx, { ...params, ...body })), wordContributionRefusal),
  ),
  route(api.recordBilling, async ({ carryOut, params, body }) => {
    const input = { ...params, billingCode: body.billingCode, billedOn: day(body.billedOn) }
    return worded(await carryOut((ctx) => operations.recordBilling(ctx, input)), wordContributionRefusal)
  }),
  route(api.recordPayment, async ({ carryOut, params, body }) => {
    const input = { ...params, ...body, paidOn: day(body.paidOn) }
    return worded(await carryOut((ctx) => recordPayment(ctx, input)), wordContributionRefusal)
  }),
  route(api.confirmPayment, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => confirmPayment(ctx, params)), wordContributionRefusal),
  ),
  route(api.returnPayment, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => returnPayment(ctx, { ...params, ...body })), wordContributionRefusal),
  ),
  route(api.reconcileRun, async ({ carryOut, params, body }) => {
    const input = { ...params, ...body, receiptAmount: rupiah(body.receiptAmount), reconciledOn: day(body.reconciledOn) }
    return worded(await carryOut((ctx) => operations.reconcileRun(ctx, input)), wordContributionRefusal)
  }),
]

export const contributionsRoutes: Route[] = [
  route(api.listRuns, async ({ look, query }) => done({ runs: await look((ctx) => listRuns(ctx, query)) })),
  route(api.startRun, async ({ carryOut, body }) =>
    carryOut((ctx) => enqueueRun(ctx, { programmeId: body.programmeId, month: month(body.month) })),
  ),
  route(api.rehearseRun, async ({ look, query }) =>
    worded(
      await look((ctx) => rehearseRun(ctx, { programme: query.programmeId, month: month(query.month) })),
      wordContributionRefusal,
    ),
  ),
  route(api.readRun, async ({ look, params }) => {
    const outcome = orNoRun(await look((ctx) => findRun(ctx, params.runId)))
    return worded(outcome, wordContributionRefusal)
  }),
  route(api.listLines, async ({ look, params, query }) =>
    done(
      await look(async (ctx) => {
        const rows = await listLines(ctx, params.runId, { after: Number(query.after ?? 0), limit: query.limit })
        return pageOf(rows, query.limit, await countOf(ctx, 'contribution_line', params.runId))
      }),
    ),
  ),
  route(api.listOmissions, async ({ look, params, query }) =>
    done(
      await look(async (ctx) => {
        const rows = await listOmissions(ctx, params.runId, { after: Number(query.after ?? 0), limit: query.limit })
        return pageOf(rows, query.limit, await countOf(ctx, 'contribution_omission', params.runId))
      }),
    ),
  ),
  route(api.takeBpjsFile, async ({ platform, asking, carryOut, params, query }) => {
    const taken = await carryOut((ctx) => takeFile(ctx, params.runId))
    if (!taken.ok) return worded(taken, wordContributionRefusal)
    return done(bpjsFile({ platform, asking }, taken.value, query.format))
  }),
  ...steps,
  route(booksApi.readCalendar, async ({ look }) =>
    done(await look(async (ctx) => ({ on: ctx.today.toString(), programmes: await listCalendars(ctx) }))),
  ),
  route(booksApi.readBudget, async ({ look, query }) =>
    done(await look(async (ctx) => ({ lines: await listBudget(ctx, query.year), plans: await listPlans(ctx, query.year) }))),
  ),
  route(booksApi.listEntries, async ({ look, query }) =>
    done(
      await look(async (ctx) => {
        const rows = await listEntries(ctx, query, { after: query.after, limit: query.limit })
        const last = rows.at(-1)
        const next = rows.length === query.limit && last !== undefined ? `${last.enteredOn}|${last.id}` : null
        return { rows, next, count: await countEntries(ctx, query) }
      }),
    ),
  ),
  route(booksApi.readTrialBalance, async ({ look, query }) =>
    done(
      await look(async (ctx) => {
        const on = query.on ?? ctx.today.toString()
        const rows = await trialBalance(ctx, on)
        const accounts = rows.map(({ nameId, nameEn, ...row }) => ({ ...row, name: { id: nameId, en: nameEn } }))
        return { on, accounts, sum: rows.reduce((sum, row) => sum + row.balance, 0) }
      }),
    ),
  ),
  route(booksApi.listReclaims, async ({ look }) => {
    const months = await look(listReclaims)
    return done({ months, amount: months.reduce((sum, row) => sum + row.amount, 0) })
  }),
  route(booksApi.readPerson, async ({ look, carryOut, params }) => {
    const found = await look((ctx) => findHistory(ctx, params.workerId))
    if (found !== undefined) await carryOut(async (ctx) => done(await noteFileOpened(ctx, params.workerId)))
    return found === undefined ? refused(wordContributionRefusal({ reason: 'no-such-person' })) : done(found)
  }),
]

function orNoRun(run: RunDetail | undefined): Outcome<RunDetail, ContributionRefusal> {
  return run === undefined ? refused({ reason: 'no-such-run' }) : done(run)
}

/** Whole NIK leave the house with this file: who took it is written down. */
async function takeFile(ctx: Context, runId: string): Promise<Outcome<RunDetail, ContributionRefusal>> {
  const found = orNoRun(await findRun(ctx, runId))
  if (found.ok)
    await audit(ctx, 'contributions.file-taken', { kind: 'contribution-run', id: runId }, { people: found.value.people })
  return found
}

function pageOf<Row extends { workerId: number }>(rows: Row[], limit: number, count: number) {
  return { rows, next: rows.length === limit ? String(rows.at(-1)?.workerId) : null, count }
}

async function countOf(ctx: Context, table: 'contribution_line' | 'contribution_omission', runId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom(table)
    .where('region', '=', ctx.region)
    .where('run_id', '=', runId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
