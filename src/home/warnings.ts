import { sql } from 'kysely'
import { type CalendarMonth, listCalendars, type ProgrammeCalendar } from '../contributions/calendar.ts'
import type { Context } from '../platform/context.ts'

/** Days before a due day from which a month is shown. */
const dueSoonDays = 31

/** A month of a programme that is due soon or late and not paid yet; `people` and `amount` are known once its run is computed. */
export type DueMonth = CalendarMonth & { programmeId: string; programmeCode: string }

/** A programme whose members' cover ends unless it is paid by a day. */
export type LapsingProgramme = {
  programmeId: string
  programmeCode: string
  payBefore: string
  daysToLapse: number
  members: number
}

export type Warnings = { due: DueMonth[]; lapsing: LapsingProgramme[] }

/** What is about to go wrong with money on `ctx.today`, soonest first. Programmes that cover nobody yet owe nothing. */
export async function listWarnings(ctx: Context): Promise<Warnings> {
  const members = await countMembers(ctx)
  const calendars = (await listCalendars(ctx)).filter((calendar) => members.has(calendar.programmeId))
  return {
    due: calendars.flatMap(dueMonthsOf).sort((left, right) => left.daysToDue - right.daysToDue),
    lapsing: calendars.flatMap((calendar) => lapsingOf(calendar, members.get(calendar.programmeId) ?? 0)),
  }
}

function dueMonthsOf({ months, programmeId, programmeCode }: ProgrammeCalendar): DueMonth[] {
  return months
    .filter((each) => each.state !== 'paid' && each.state !== 'reconciled')
    .filter((each) => each.isOverdue || each.daysToDue <= dueSoonDays)
    .map((each) => ({ programmeId, programmeCode, ...each }))
}

function lapsingOf(calendar: ProgrammeCalendar, members: number): LapsingProgramme[] {
  const { programmeId, programmeCode, payBefore, daysToLapse, isAboutToLapse } = calendar
  if (!isAboutToLapse || payBefore === null || daysToLapse === null || members === 0) return []
  return [{ programmeId, programmeCode, payBefore, daysToLapse, members }]
}

/** Members on `ctx.today` of each programme that covers or will cover somebody. */
async function countMembers(ctx: Context): Promise<Map<string, number>> {
  const today = ctx.today.toString()
  const { rows } = await sql<{ programmeId: string; members: number }>`
    select programme_id as "programmeId", coalesce(sum(people) filter (where first_day <= ${today}::date and last_day >= ${today}::date), 0)::bigint as members
    from period_tally where region = ${ctx.region} group by programme_id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.programmeId, row.members]))
}
