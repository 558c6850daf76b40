import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { countStanding } from '../registry/tallies.ts'
import { ageBounds, usualDays } from './layouts-api.ts'
import { type Register, registers } from './registers.ts'

/** How old the answers of a register are: workers by age of the newest answer about them, and whom it is time to ask about. */
export type RegisterAges = {
  register: Register
  /** After so many days an answer is due. */
  days: number
  /** Workers whose answer is at most 30, 90, 180, 365 days old, older, in that order. */
  ages: number[]
  /** Workers of whom the register has never said anything. */
  never: number
  /** Who was asked about since the newest answer and is not answered yet, so long as asking again is not due. */
  waiting: number
  /** Workers to be asked about again: the answer is older than the period, and no newer request is under way. */
  due: number
  /** The day on which the oldest answer was given. */
  oldest: string | null
}

/** After how many days an answer of each register is due: what the region set, else the usual. */
export async function periodsOf(ctx: Context): Promise<Record<Register, number>> {
  const rows = await ctx.db.selectFrom('register_period').select(['register', 'days']).where('region', '=', ctx.region).execute()
  return Object.fromEntries(
    registers.map((register) => [register, rows.find((row) => row.register === register)?.days ?? usualDays[register]]),
  ) as Record<Register, number>
}

/** How old the answers of every register are, over all workers the actor sees. */
export async function agesOfAnswers(ctx: Context): Promise<RegisterAges[]> {
  const periods = await periodsOf(ctx)
  const today = ctx.today.toString()
  const { rows } = await sql<{ register: Register; answeredOn: string | null; askedOn: string | null; count: number }>`
    select s.register, nullif(s.answered_on, '-infinity') as "answeredOn", nullif(s.asked_on, '-infinity') as "askedOn",
      sum(s.people)::bigint as count from standing_tally s
    where s.region = ${ctx.region} group by 1, 2, 3`.execute(ctx.db)
  const all = await countStanding(ctx)
  return registers.map((register) => {
    const days = periods[register]
    const ages = [...ageBounds.map(() => 0), 0]
    const sums = { answered: 0, waiting: 0, due: 0, oldest: null as string | null }
    for (const { answeredOn, askedOn, count } of rows.filter((row) => row.register === register)) {
      const newest =
        [answeredOn, askedOn]
          .filter((day) => day !== null)
          .toSorted()
          .at(-1) ?? today
      if (daysBetween(newest, today) > days) sums.due += count
      else if (askedOn !== null && (answeredOn === null || askedOn > answeredOn)) sums.waiting += count
      if (answeredOn === null) continue
      const age = daysBetween(answeredOn, today)
      const bound = ageBounds.findIndex((most) => age <= most)
      const at = bound === -1 ? ageBounds.length : bound
      ages[at] = (ages[at] ?? 0) + count
      sums.answered += count
      if (sums.oldest === null || answeredOn < sums.oldest) sums.oldest = answeredOn
    }
    const never = Math.max(0, all - sums.answered)
    return { register, days, ages, never, waiting: sums.waiting, due: sums.due, oldest: sums.oldest }
  })
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** Writes down that people were answered about: who stands in the answer, and everybody of the request it answers. */
export async function markAnswered(
  ctx: Context,
  { register, answeredOn, requestId }: { register: Register; answeredOn: string; requestId: string | null },
): Promise<void> {
  await sql`insert into register_standing as known (region, register, worker_id, village, answered_on)
    select w.region, ${register}, w.id, w.village, ${answeredOn}::date from worker w
    where w.region = ${ctx.region} and w.removed_at is null and w.nik in (select nik from incoming_answer where is_known is not null)
    on conflict (region, register, worker_id) do update set answered_on = greatest(known.answered_on, excluded.answered_on)`.execute(
    ctx.db,
  )
  if (requestId === null) return
  await sql`update register_standing set answered_on = greatest(answered_on, ${answeredOn}::date)
    where region = ${ctx.region} and request_id = ${requestId}::uuid and not exists (select from incoming_answer i
      join worker w on w.region = ${ctx.region} and w.nik = i.nik where i.is_known is null and w.id = register_standing.worker_id)`.execute(
    ctx.db,
  )
}

/** Lets go of what was written about people who have left the registry. */
export async function forgetLeft(ctx: Context): Promise<void> {
  await sql`delete from register_standing s using worker w
    where s.region = ${ctx.region} and w.region = s.region and w.id = s.worker_id and w.removed_at is not null`.execute(ctx.db)
}
