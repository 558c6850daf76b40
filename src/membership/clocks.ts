import { type Day, day, isBefore } from '../../values/days.ts'
import { addMonths, type Month, monthOf, monthsFromTo } from '../../values/months.ts'
import { lapseOf } from '../../rules/contributions/lapse.ts'
import { valueOn } from '../../rules/kit/parameter.ts'
import { monthsUnpaidAllowed } from '../../rules/parameters/contributions.ts'
import { jkmWaitingMonths } from '../../rules/parameters/death.ts'
import { scholarshipMonthsForJkm } from '../../rules/parameters/scholarship.ts'

/** A stretch of cover, days as ISO text, both counted; `endReason` when it was ended early. */
export type Cover = { firstDay: string; lastDay: string; endReason: string | null }

/** What runs for a person on a day. */
export type Clocks = {
  /** First day of the cover that has not been broken since. */
  coveredSince: string | null
  isCovered: boolean
  /** The first day on which a natural death pays the full sum (Permenaker 1/2025), and whether that day has come. */
  fullDeathBenefitFrom: string | null
  hasFullDeathBenefit: boolean
  monthsPaid: number
  /** Months still to be paid until children may get the scholarship after a natural death (PP 82/2019); 0 when reached. */
  monthsToScholarship: number
  /** Months whose due day has passed unpaid, in a row. */
  monthsUnpaid: number
  /** The last day on which the membership can be saved by paying; the day after, it has ended (Perdir 22/2022 §12). */
  payBefore: string | null
  daysToLapse: number | null
}

/** Days before the last safe day from which a period counts as about to lapse. */
export const lapseWarningDays = 31

/**
 * Works out a person's clocks from their periods (any order) and the months paid for them. A gap longer than the unpaid months
 * that the law allows, or an early end, starts the cover anew (Perdir 22/2022 §12; restart of the waiting months is our reading).
 */
export function clocksOf(periods: readonly Cover[], paidMonths: readonly Month[], on: Day): Clocks {
  const allowed = valueOn(monthsUnpaidAllowed, on)
  const begun = [...periods]
    .filter((period) => !isBefore(on, day(period.firstDay)) && period.firstDay <= period.lastDay)
    .sort((left, right) => left.firstDay.localeCompare(right.firstDay))
  const latest = begun.at(-1)
  const isCovered = latest !== undefined && !isBefore(day(latest.lastDay), on)
  const since = latest === undefined ? undefined : startOfChain(begun, allowed)
  const fullFrom = since?.add({ months: valueOn(jkmWaitingMonths, on) })
  const needed = valueOn(scholarshipMonthsForJkm, on)
  return {
    coveredSince: since?.toString() ?? null,
    isCovered,
    fullDeathBenefitFrom: fullFrom?.toString() ?? null,
    hasFullDeathBenefit: isCovered && fullFrom !== undefined && !isBefore(on, fullFrom),
    monthsPaid: paidMonths.length,
    monthsToScholarship: Math.max(0, needed - paidMonths.length),
    ...lapseClock(isCovered ? since : undefined, paidMonths, on),
  }
}

/** The latest month such that a cover unpaid from it, or from an earlier one, is about to lapse on a day. */
export function lapsingIfUnpaidFrom(on: Day): Month {
  let unpaidFrom = monthOf(on)
  while (lapseOf(addMonths(unpaidFrom, -1), on).daysLeft > lapseWarningDays) unpaidFrom = addMonths(unpaidFrom, -1)
  return unpaidFrom
}

function startOfChain(begun: readonly Cover[], allowed: number): Day {
  let start = begun.at(-1)?.firstDay ?? ''
  for (let place = begun.length - 2; place >= 0; place--) {
    const earlier = begun[place]
    if (earlier === undefined || earlier.endReason !== null) break
    const gap = monthsFromTo(addMonths(monthOf(day(earlier.lastDay)), 1), addMonths(monthOf(day(start)), -1))
    if (gap > allowed) break
    start = earlier.firstDay
  }
  return day(start)
}

function lapseClock(
  since: Day | undefined,
  paidMonths: readonly Month[],
  on: Day,
): Pick<Clocks, 'monthsUnpaid' | 'payBefore' | 'daysToLapse'> {
  if (since === undefined) return { monthsUnpaid: 0, payBefore: null, daysToLapse: null }
  const lastPaid = [...paidMonths].sort().at(-1)
  const beforeCover = addMonths(monthOf(since), -1)
  const paidThrough = lastPaid === undefined || lastPaid < beforeCover ? beforeCover : lastPaid
  const lapse = lapseOf(paidThrough, on)
  const overdue = lapse.state === 'ended' ? monthsFromTo(addMonths(paidThrough, 1), monthOf(on)) : lapse.monthsOwed.length
  return { monthsUnpaid: overdue, payBefore: lapse.lastDayToSave.toString(), daysToLapse: lapse.daysLeft }
}
