import { monthOf } from '../../values/months.ts'
import { listCalendars, type ProgrammeCalendar } from '../contributions/calendar.ts'
import type { Context } from '../platform/context.ts'

/** Days before a due day from which a month is shown. */
const dueSoonDays = 20

/** A month of a programme that is due soon or late and not paid yet; `people` and `amount` are known once its run is computed. */
export type DueMonth = {
  programmeId: string
  programmeCode: string
  month: string
  dueOn: string
  daysToDue: number
  runId: string | null
  people: number | null
  amount: number | null
}

/** A programme whose members' cover ends unless it is paid by a day. */
export type LapsingProgramme = {
  programmeId: string
  programmeCode: string
  payBefore: string
  daysToLapse: number
  members: number
}

export type Warnings = { due: DueMonth[]; lapsing: LapsingProgramme[] }

/** What is about to go wrong with money on `ctx.today`, soonest first. */
export async function listWarnings(ctx: Context): Promise<Warnings> {
  const calendars = await listCalendars(ctx)
  const due = calendars.flatMap((calendar) => dueMonthsOf(calendar, monthOf(ctx.today)))
  const lapsing: LapsingProgramme[] = []
  for (const { programmeId, programmeCode, payBefore, daysToLapse, isAboutToLapse } of calendars) {
    if (!isAboutToLapse || payBefore === null || daysToLapse === null) continue
    const members = await countMembers(ctx, programmeId)
    if (members > 0) lapsing.push({ programmeId, programmeCode, payBefore, daysToLapse, members })
  }
  return { due: due.sort((left, right) => left.daysToDue - right.daysToDue), lapsing }
}

function dueMonthsOf(calendar: ProgrammeCalendar, thisMonth: string): DueMonth[] {
  const { programmeId, programmeCode } = calendar
  return calendar.months
    .filter((each) => each.state !== 'paid' && each.state !== 'reconciled')
    .filter((each) => each.isOverdue || (each.month <= thisMonth && each.daysToDue <= dueSoonDays))
    .map(({ month, dueOn, daysToDue, runId, people, amount }) => ({
      programmeId,
      programmeCode,
      month,
      dueOn,
      daysToDue,
      runId,
      people,
      amount,
    }))
}

async function countMembers(ctx: Context, programmeId: string): Promise<number> {
  const today = ctx.today.toString()
  const { count } = await ctx.db
    .selectFrom('membership_period')
    .where('region', '=', ctx.region)
    .where('programme_id', '=', programmeId)
    .where('first_day', '<=', today)
    .where('last_day', '>=', today)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
