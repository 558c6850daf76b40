import { lapseOf } from '../../rules/contributions/lapse.ts'
import { deadlineOf } from '../../rules/claims/deadline.ts'
import { valueOn } from '../../rules/kit/parameter.ts'
import { jkmWaitingMonths } from '../../rules/parameters/death.ts'
import { type Day, daysBetween, isBefore } from '../../values/days.ts'
import { addMonths, firstDayOf, type Month, monthsFromTo } from '../../values/months.ts'
import { lapseWarningDays } from '../membership/clocks.ts'
import { paidMonthsOf } from '../membership/operations.ts'
import { listProgrammeFacts, type ProgrammeFacts } from '../membership/programme.ts'
import type { Context } from '../platform/context.ts'
import { listRuns, type RunRow } from './runs.ts'
import type { RunState } from './steps-api.ts'

/** One month of a programme: when it is due, how long that is from today (negative: late), and how far its run is. */
export type CalendarMonth = {
  month: Month
  dueOn: string
  daysToDue: number
  state: RunState | 'not-run'
  runId: string | null
  people: number | null
  amount: number | null
  isOverdue: boolean
}

export type ProgrammeCalendar = {
  programmeId: string
  programmeCode: string
  programmeName: string
  months: CalendarMonth[]
  monthsOverdue: number
  /** The last day on which the members' cover can be saved by paying; null before the programme begins and when all is paid. */
  payBefore: string | null
  daysToLapse: number | null
  isAboutToLapse: boolean
  /** The programme ends before the waiting months for the full death benefit have run (Permenaker 1/2025). */
  isTooShortForFullDeathBenefit: boolean
}

/** Every programme's months with their due days, and how long its members' cover still holds, on `ctx.today`. */
export async function listCalendars(ctx: Context): Promise<ProgrammeCalendar[]> {
  const runs = await listRuns(ctx, {})
  const calendars: ProgrammeCalendar[] = []
  for (const programme of await listProgrammeFacts(ctx.db, ctx.region)) {
    const standing = runs.filter((run) => run.programmeId === programme.id && run.state !== 'refused')
    calendars.push(calendarOf(programme, standing, await paidMonthsOf(ctx, programme.id), ctx.today))
  }
  return calendars
}

/** Works out a programme's calendar from its runs and the months paid. */
export function calendarOf(
  programme: ProgrammeFacts,
  runs: readonly Pick<RunRow, 'id' | 'month' | 'state' | 'people' | 'amount'>[],
  paid: readonly Month[],
  today: Day,
): ProgrammeCalendar {
  const [first, last] = [programme.firstMonth as Month, programme.lastMonth as Month]
  const count = monthsFromTo(first, last)
  const months = Array.from({ length: count }, (_, place) => monthRow(addMonths(first, place), runs, paid, today))
  const lapse = lapseOfProgramme(first, last, paid, today)
  return {
    programmeId: programme.id,
    programmeCode: programme.code,
    programmeName: programme.name,
    months,
    monthsOverdue: months.filter((each) => each.isOverdue).length,
    ...lapse,
    isAboutToLapse: lapse.daysToLapse !== null && lapse.daysToLapse <= lapseWarningDays,
    isTooShortForFullDeathBenefit: count < valueOn(jkmWaitingMonths, firstDayOf(first)),
  }
}

function monthRow(
  month: Month,
  runs: readonly Pick<RunRow, 'id' | 'month' | 'state' | 'people' | 'amount'>[],
  paid: readonly Month[],
  today: Day,
): CalendarMonth {
  const run = runs.find((each) => each.month === month)
  const due = deadlineOf('contribution', firstDayOf(month))
  return {
    month,
    dueOn: due.toString(),
    daysToDue: daysBetween(today, due),
    state: run?.state ?? 'not-run',
    runId: run?.id ?? null,
    people: run?.people ?? null,
    amount: run?.amount ?? null,
    isOverdue: !paid.includes(month) && isBefore(due, today),
  }
}

function lapseOfProgramme(
  first: Month,
  last: Month,
  paid: readonly Month[],
  today: Day,
): Pick<ProgrammeCalendar, 'payBefore' | 'daysToLapse'> {
  const paidThrough = paid.at(-1) ?? addMonths(first, -1)
  if (isBefore(today, firstDayOf(first)) || paidThrough >= last) return { payBefore: null, daysToLapse: null }
  const lapse = lapseOf(paidThrough, today)
  return { payBefore: lapse.lastDayToSave.toString(), daysToLapse: lapse.daysLeft }
}
