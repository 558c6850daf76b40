import { classifyOccupation } from '../../rules/eligibility/occupations.ts'
import { deadlineOf } from '../../rules/claims/deadline.ts'
import { addMonths, firstDayOf, lastDayOf, type Month } from '../../values/months.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Rupiah, rupiah, timesRupiah } from '../../values/rupiah.ts'
import { findLackOfAuthority } from '../membership/authority.ts'
import { openPeriodsFromDecree } from '../membership/operations.ts'
import { findProgrammeFacts, type ProgrammeFacts } from '../membership/programme.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { requestRunApproval } from './approval.ts'
import { type BudgetLine, carriedBy, earmarkOf, earmarks, shareOut } from './funding.ts'
import { type Price, priceOf } from './price.ts'
import type { RunRefusal } from './refusals.ts'
import type { RunState } from './steps-api.ts'
import * as store from './store.ts'

/** A month computed: how many people, what it costs, how many were left out. `isNew` is false when the run stood already. */
export type ComputedRun = {
  runId: string
  programme: string
  month: Month
  isNew: boolean
  state: RunState
  people: number
  leftOut: number
  rate: Rupiah
  amount: Rupiah
  dueOn: string
}

/** Who makes runs. */
const makers = ['officer', 'treasurer'] as const

/**
 * Freezes and computes the contributions of a programme's month: opens the covers of its decree if that was not done, takes everyone
 * covered in the month, leaves out the dead and notes why, prices a month by the law, shares it over the budget lines within their
 * ceilings, and asks for its approval. A second call for the same month changes nothing and answers the run that stands; after a refusal it
 * computes anew. Leaves audit lines.
 */
export async function runContributions(
  ctx: Context,
  input: { programme: string; month: Month },
): Promise<Outcome<ComputedRun, RunRefusal>> {
  const lack = findLackOfAuthority(ctx, makers)
  if (lack !== undefined) return refused(lack)
  const programme = await findProgrammeFacts(ctx.db, ctx.region, input.programme)
  if (programme === undefined) return refused({ reason: 'no-such-programme' })
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.contributions'), hashtext($1))`, [programme.id])
  const standing = await store.findRunOfMonth(ctx.db, ctx.region, programme.id, input.month)
  if (standing !== undefined) return done(describe(standing, programme, false))
  const prepared = await prepare(ctx, programme, input.month)
  return prepared.ok ? compute(ctx, programme, prepared.value) : prepared
}

type Prepared = { month: Month; price: Extract<Price, { kind: 'one' }>; lines: BudgetLine[] }

async function prepare(ctx: Context, programme: ProgrammeFacts, month: Month): Promise<Outcome<Prepared, RunRefusal>> {
  if (programme.decreeId === null) return refused({ reason: 'no-decree', programme: programme.code })
  const [firstMonth, lastMonth] = [programme.firstMonth as Month, programme.lastMonth as Month]
  if (month < firstMonth || month > lastMonth) return refused({ reason: 'month-outside-programme', month, firstMonth, lastMonth })
  const price = priceOf(programme, month)
  if (price.kind === 'none') return refused({ reason: 'no-price', month })
  if (price.kind === 'mixed') return refused({ reason: 'price-by-sector', month })
  const opened = await openPeriodsFromDecree(ctx, { decreeId: programme.decreeId })
  if (!opened.ok) throw new Error(`the decree of ${programme.code} opens no covers: ${opened.refusal.reason}`)
  const fiscalYear = firstDayOf(month).year
  const lines = await store.listBudgetLines(ctx.db, { region: ctx.region, programmeId: programme.id, fiscalYear })
  if (lines.length === 0) return refused({ reason: 'no-budget-line', fiscalYear, programme: programme.code })
  return done({ month, price, lines })
}

async function compute(
  ctx: Context,
  programme: ProgrammeFacts,
  { month, price, lines }: Prepared,
): Promise<Outcome<ComputedRun, RunRefusal>> {
  const of = {
    region: ctx.region,
    runId: ctx.newId(),
    programmeId: programme.id,
    firstDay: firstDayOf(month).toString(),
    lastDay: lastDayOf(month).toString(),
  }
  await store.addRun(ctx.db, {
    region: ctx.region,
    id: of.runId,
    programme_id: programme.id,
    month,
    rate: price.rate,
    grounds: JSON.stringify({ facts: price.facts, on: of.firstDay, decision: price.decision }),
    due_on: deadlineOf('contribution', firstDayOf(month)).toString(),
    made_by: ctx.actor.id,
    made_by_name: ctx.actor.name,
  })
  const leftOut = await store.addOmissions(ctx.db, of)
  const tied = await tiedOccupations(ctx, programme.id, lines)
  const demand = await store.countCovered(ctx.db, of, tied)
  const people = earmarks.reduce((sum, earmark) => sum + (demand[earmark] ?? 0), 0)
  if (people === 0) return refused({ reason: 'nobody-covered', month })
  const funding = shareOut(lines, demand, price.rate)
  if (!funding.ok) return refused({ reason: 'ceiling-exceeded', fiscalYear: firstDayOf(month).year, ...funding.shortage })
  await store.addFunding(ctx.db, of, carriedBy(funding.slices, price.rate))
  const written = await store.addLines(ctx.db, of, { rate: price.rate, slices: funding.slices, tied })
  if (written !== people) throw new Error(`${written} person-months written for ${people} people`)
  const amount = timesRupiah(price.rate, people)
  await store.changeRun(ctx.db, { region: ctx.region, id: of.runId }, { people, amount, left_out: leftOut })
  const details = { programme: programme.code, month, people, leftOut, rate: price.rate, amount }
  await audit(ctx, 'contributions.computed', { kind: 'contribution-run', id: of.runId }, details)
  const run = await store.findRunOfMonth(ctx.db, ctx.region, programme.id, month)
  if (run === undefined) throw new Error('the run that was just computed is not there')
  const before = await store.findRunOfMonth(ctx.db, ctx.region, programme.id, addMonths(month, -1))
  const computed = describe(run, programme, true)
  await requestRunApproval(ctx, computed, before && describe(before, programme, false))
  return done(computed)
}

/** Reads the occupations of the frozen list only where some line is tied to one. */
async function tiedOccupations(ctx: Context, programmeId: string, lines: readonly BudgetLine[]): Promise<store.TiedOccupations> {
  if (lines.every((line) => earmarkOf(line.source) === 'any')) return null
  const written = await store.listOccupations(ctx.db, ctx.region, programmeId)
  const of = (code: string) => written.filter((text) => classifyOccupation(text).code === code)
  return { tobacco: of('tobacco-worker'), 'palm-oil': of('palm-oil-worker') }
}

function describe(
  run: NonNullable<Awaited<ReturnType<typeof store.findRunOfMonth>>>,
  programme: ProgrammeFacts,
  isNew: boolean,
): ComputedRun {
  return {
    runId: run.id,
    programme: programme.code,
    month: run.month as Month,
    isNew,
    state: run.state as RunState,
    people: run.people,
    leftOut: run.left_out,
    rate: rupiah(run.rate),
    amount: rupiah(run.amount),
    dueOn: run.due_on,
  }
}
