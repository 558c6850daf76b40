import { type Day, day, daysBetween, isBefore } from '../../values/days.ts'
import { addMonths, firstDayOf, lastDayOf, type Month, monthOf, monthsFromTo } from '../../values/months.ts'
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
  monthsUnpaid: number
  /** The last safe day to pay: after it more unpaid months follow each other than the membership survives. */
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
    ...lapseOf(isCovered ? since : undefined, paidMonths, on),
  }
}

/** The last safe day to pay when contributions are unpaid from a month on. */
export function lastSafeDay(unpaidFrom: Month, on: Day): Day {
  return lastDayOf(addMonths(unpaidFrom, valueOn(monthsUnpaidAllowed, on) - 1))
}

/** The latest month such that a cover unpaid from it, or from an earlier one, is about to lapse on a day. */
export function lapsingIfUnpaidFrom(on: Day): Month {
  const warned = on.add({ days: lapseWarningDays })
  const complete = warned.day === warned.daysInMonth ? monthOf(warned) : addMonths(monthOf(warned), -1)
  return addMonths(complete, 1 - valueOn(monthsUnpaidAllowed, on))
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

function lapseOf(
  since: Day | undefined,
  paidMonths: readonly Month[],
  on: Day,
): Pick<Clocks, 'monthsUnpaid' | 'payBefore' | 'daysToLapse'> {
  if (since === undefined) return { monthsUnpaid: 0, payBefore: null, daysToLapse: null }
  const lastPaid = [...paidMonths].sort().at(-1)
  const afterPaid = lastPaid === undefined ? monthOf(since) : addMonths(lastPaid, 1)
  const unpaidFrom = isBefore(firstDayOf(afterPaid), since) ? monthOf(since) : afterPaid
  const payBefore = lastSafeDay(unpaidFrom, on)
  return {
    monthsUnpaid: monthsFromTo(unpaidFrom, monthOf(on)),
    payBefore: payBefore.toString(),
    daysToLapse: daysBetween(on, payBefore),
  }
}
