import { day, type Day } from '../../values/days.ts'
import type { Month } from '../../values/months.ts'
import { maskNik } from '../../values/nik.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findLackOfAuthority } from './authority.ts'
import { daysOfProgramme, daysOfReplacement, mayEndOn, monthsPaidAfter } from './membership.ts'
import type { EndReason } from './reasons-api.ts'
import { callUp } from '../programmes/decree.ts'
import { overWholeLists } from '../registry/planning.ts'
import type { MembershipRefusal } from './refusals.ts'
import * as store from './store.ts'

/** Who opens, ends and replaces covers. */
const makers = ['officer', 'administrator'] as const

/**
 * Opens a cover for everyone within the quota of a decree, over the programme's months. People who are covered by another programme in
 * these days are left out and counted. A second call changes nothing and says so (`isNew` false). Leaves an audit line.
 */
export async function openPeriodsFromDecree(
  ctx: Context,
  input: { decreeId: string },
): Promise<Outcome<{ opened: number; coveredAlready: number; isNew: boolean }, MembershipRefusal>> {
  const lack = findLackOfAuthority(ctx, [...makers, 'treasurer', 'approver'])
  if (lack !== undefined) return refused(lack)
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.open-periods'), hashtext($1))`, [input.decreeId])
  const decree = await store.findDecree(ctx.db, ctx.region, input.decreeId)
  if (decree === undefined) return refused({ reason: 'no-such-decree' })
  const before = await store.countPeriodsOfDecree(ctx.db, ctx.region, decree.id)
  if (before > 0) return done({ opened: before, coveredAlready: Math.max(0, decree.people - before), isNew: false })
  const { firstDay, lastDay } = daysOfProgramme(decree)
  const days = { firstDay: firstDay.toString(), lastDay: lastDay.toString() }
  const opened = await overWholeLists(ctx, () =>
    store.addPeriodsOfDecree(ctx.db, { region: ctx.region, decreeId: decree.id, ...days }),
  )
  const coveredAlready = decree.people - opened
  await audit(
    ctx,
    'membership.periods-opened',
    { kind: 'decree', id: decree.id },
    { number: decree.number, opened, coveredAlready },
  )
  return done({ opened, coveredAlready, isNew: true })
}

/** A period that was ended: `monthsToReclaim` were paid although they lie after its last day (refund by agreement). */
export type EndedPeriod = { periodId: number; workerId: number; lastDay: string; monthsToReclaim: string[] }

/**
 * Ends a cover early, for a named reason, on its last day (the day of death is the last day of the dead). The day before the first
 * day says that it never began. Leaves an audit line.
 */
export async function endPeriod(
  ctx: Context,
  input: { periodId: number; reason: EndReason; lastDay: Day },
): Promise<Outcome<EndedPeriod, MembershipRefusal>> {
  const lack = findLackOfAuthority(ctx, makers)
  if (lack?.reason === 'role-missing') return refused(lack)
  const period = await store.findPeriodToChange(ctx.db, ctx.region, input.periodId)
  if (period === undefined) return refused({ reason: 'no-such-period' })
  if (period.endReason !== null)
    return refused({ reason: 'ended-already', endReason: period.endReason as EndReason, lastDay: period.lastDay })
  if (!mayEndOn(period, input.lastDay)) {
    const earliest = day(period.firstDay).subtract({ days: 1 }).toString()
    return refused({ reason: 'day-outside-period', firstDay: earliest, lastDay: period.lastDay })
  }
  const lastDay = input.lastDay.toString()
  await store.closePeriod(ctx.db, { region: ctx.region, id: period.id, lastDay, reason: input.reason, actor: ctx.actor })
  const paid = await store.listPaidMonths(ctx.db, ctx.region, period.programmeId)
  const monthsToReclaim = monthsPaidAfter(input.lastDay, paid)
  await audit(
    ctx,
    'membership.period-ended',
    { kind: 'worker', id: period.workerId },
    { period: period.id, reason: input.reason, lastDay, lastDayBefore: period.lastDay, monthsToReclaim },
  )
  return done({ periodId: period.id, workerId: period.workerId, lastDay, monthsToReclaim })
}

export type Replacement = {
  periodId: number
  workerId: number
  fullName: string
  position: number
  firstDay: string
  lastDay: string
}

/**
 * Gives an ended cover's place to the next of the waiting list who is alive and uncovered. Their cover begins with the next month, and
 * with it their own waiting months for the full death benefit. Leaves an audit line on both people.
 */
export async function replacePeriod(ctx: Context, input: { periodId: number }): Promise<Outcome<Replacement, MembershipRefusal>> {
  const lack = findLackOfAuthority(ctx, makers)
  if (lack !== undefined) return refused(lack)
  const ended = await store.findPeriodToChange(ctx.db, ctx.region, input.periodId)
  if (ended === undefined) return refused({ reason: 'no-such-period' })
  if (ended.endReason === null) return refused({ reason: 'not-ended' })
  if ((await store.findReplacement(ctx.db, ctx.region, ended.id)) !== undefined) return refused({ reason: 'replaced-already' })
  const days = daysOfReplacement(ended, ctx.today)
  if (days === undefined) return refused({ reason: 'no-month-left', programme: ended.programmeCode })
  const [firstDay, lastDay] = [days.firstDay.toString(), days.lastDay.toString()]
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.open-periods'), hashtext($1))`, [ended.decreeId])
  const next = await store.findNextWaiting(ctx.db, { region: ctx.region, decreeId: ended.decreeId, firstDay, lastDay })
  if (next === undefined) return refused({ reason: 'nobody-waiting', programme: ended.programmeCode })
  const periodId = await store.addReplacement(ctx.db, {
    region: ctx.region,
    worker_id: next.workerId,
    programme_id: ended.programmeId,
    decree_id: ended.decreeId,
    village: next.village,
    package: ended.package,
    payer: ended.payer,
    first_day: firstDay,
    last_day: lastDay,
    replaces: ended.id,
  })
  await callUp(ctx, { decreeId: ended.decreeId, workerId: next.workerId })
  const details = { period: periodId, replaces: ended.id, position: next.position, firstDay, lastDay }
  await audit(ctx, 'membership.period-opened', { kind: 'worker', id: next.workerId }, details)
  await audit(ctx, 'membership.place-taken', { kind: 'worker', id: ended.workerId }, { ...details, by: next.workerId })
  return done({ periodId, workerId: next.workerId, fullName: next.fullName, position: next.position, firstDay, lastDay })
}

/** Records the member numbers BPJS gave, by NIK, on covers that have not ended; NIK without such a cover are answered masked. Leaves an audit line. */
export async function recordMemberNumbers(
  ctx: Context,
  input: { numbers: readonly { nik: string; memberNumber: string }[] },
): Promise<Outcome<{ recorded: number; unknown: string[] }, MembershipRefusal>> {
  const lack = findLackOfAuthority(ctx, [...makers, 'insurer'])
  if (lack?.reason === 'role-missing') return refused(lack)
  const written = await store.setMemberNumbers(ctx.db, { region: ctx.region, on: ctx.today.toString(), numbers: input.numbers })
  const counts = { recorded: written.recorded, unknown: written.unknown.length }
  await audit(ctx, 'membership.numbers-recorded', { kind: 'region', id: ctx.region }, counts)
  return done({ recorded: written.recorded, unknown: written.unknown.map(maskNik) })
}

/** Notes that a programme's month was paid (`paidOn`), or that the payment came back (null): the clocks of its members run on this. */
export async function recordPaidMonth(
  ctx: Context,
  input: { programmeId: string; month: Month; paidOn: Day | null },
): Promise<void> {
  await store.setPaidMonth(ctx.db, {
    region: ctx.region,
    programmeId: input.programmeId,
    month: input.month,
    paidOn: input.paidOn?.toString() ?? null,
  })
}

/** The months a programme has paid, oldest first. */
export async function paidMonthsOf(ctx: Context, programmeId: string): Promise<Month[]> {
  return (await store.listPaidMonths(ctx.db, ctx.region, programmeId)) as Month[]
}
