import { type Day, isBefore } from '../../values/days.ts'
import { addMonths, lastDayOf, type Month, month, monthOf } from '../../values/months.ts'
import { isWithin } from '../../values/areas.ts'
import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { CoverageSegment } from './segments-api.ts'
import { coverageOn } from './areas.ts'
import * as store from './store.ts'

/** The coverage at the end of a month (of the running month: today). */
export type MonthCoverage = {
  month: Month
  on: string
  members: number
  /** Person-months paid for the month. */
  paid: number
  /** Nothing before BPJS first answered: it is not known who was insured then. */
  insuredByOthers: number | null
  covered: number | null
  universe: number | null
  share: number | null
}

export type Series = {
  year: number
  segment: CoverageSegment
  months: MonthCoverage[]
  target: { share: number; source: string } | null
}

/** A year's line for the whole region, month by month until today. */
export async function seriesOf(ctx: Context, year: number, segment: CoverageSegment): Promise<Series> {
  const days = endsOfMonths(year, ctx.today)
  const spans = await store.listSpans(ctx)
  const paid = await store.paidByMonth(ctx, year)
  const universe = await universeOf(ctx, year, segment)
  const months: MonthCoverage[] = []
  for (const on of days) {
    const iso = on.toString()
    const members = spans.reduce((sum, span) => (span.firstDay <= iso && span.lastDay >= iso ? sum + span.people : sum), 0)
    const insuredByOthers = await insuredOn(ctx, on, segment)
    const covered = insuredByOthers === null ? null : members + insuredByOthers
    const share = covered === null || universe === null || universe === 0 ? null : covered / universe
    const each = monthOf(on)
    months.push({ month: each, on: iso, members, paid: paid.get(each) ?? 0, insuredByOthers, covered, universe, share })
  }
  return { year, segment, months, target: await store.findTarget(ctx, year, segment) }
}

function endsOfMonths(year: number, today: Day): Day[] {
  const first = month(`${year}-01`)
  return Array.from({ length: 12 }, (_, place) => addMonths(first, place))
    .filter((each) => each <= monthOf(today))
    .map((each) => (isBefore(today, lastDayOf(each)) ? today : lastDayOf(each)))
}

async function insuredOn(ctx: Context, on: Day, segment: CoverageSegment): Promise<number | null> {
  if (segment === 'RENTAN') return 0
  if ((await store.insuredAnsweredOn(ctx, on)) === null) return null
  const scope = areasOf(ctx.actor, ctx.region)
  const byVillage = await store.insuredByVillage(ctx, on, segment)
  return [...byVillage].reduce(
    (sum, [village, people]) => (scope === 'all' || scope.some((area) => isWithin(village, area)) ? sum + people : sum),
    0,
  )
}

/** A reader of some villages is shown these against their own universe, not against that of the region. */
async function universeOf(ctx: Context, year: number, segment: CoverageSegment): Promise<number | null> {
  const end = lastDayOf(month(`${year}-12`))
  return (await coverageOn(ctx, end, segment)).whole.universe?.workers ?? null
}
