import { type Day, day, isBefore } from '../../values/days.ts'
import { addMonths, firstDayOf, lastDayOf, type Month, month, monthOf } from '../../values/months.ts'

/** The days a programme covers: the first of its first month to the last of its last. */
export function daysOfProgramme(programme: { firstMonth: string; lastMonth: string }): { firstDay: Day; lastDay: Day } {
  return { firstDay: firstDayOf(month(programme.firstMonth)), lastDay: lastDayOf(month(programme.lastMonth)) }
}

/** Tells whether a cover may end on a day: from the day before it begins (it never began) to the last day it had. */
export function mayEndOn(period: { firstDay: string; lastDay: string }, lastDay: Day): boolean {
  return !isBefore(lastDay, day(period.firstDay).subtract({ days: 1 })) && !isBefore(day(period.lastDay), lastDay)
}

/**
 * The days of the cover that takes an ended one's place: from the month after the end, or after today when that is later, since nobody
 * is covered before their form is in (Perdir 22/2022 §f). Nothing when the programme has no month left.
 */
export function daysOfReplacement(
  ended: { firstDay: string; lastDay: string; lastMonth: string },
  today: Day,
): { firstDay: Day; lastDay: Day } | undefined {
  const neverBegan = ended.lastDay < ended.firstDay
  const afterEnd: Month = neverBegan ? monthOf(day(ended.firstDay)) : addMonths(monthOf(day(ended.lastDay)), 1)
  const afterToday = addMonths(monthOf(today), 1)
  const first = afterEnd > afterToday ? afterEnd : afterToday
  if (first > ended.lastMonth) return undefined
  return { firstDay: firstDayOf(first), lastDay: lastDayOf(month(ended.lastMonth)) }
}

/** The paid months that lie wholly after a cover's last day: they may be claimed back, by agreement (Perdir 22/2022 §10). */
export function monthsPaidAfter(lastDay: Day, paid: readonly string[]): string[] {
  return paid.filter((each) => each > monthOf(lastDay))
}
