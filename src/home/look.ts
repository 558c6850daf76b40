import { listBudget } from '../contributions/budget.ts'
import { coverageOn } from '../coverage/areas.ts'
import { seriesOf } from '../coverage/series.ts'
import { hasRole, type Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { listRunningClocks } from '../privacy/breach-list.ts'
import type { AnswerOf } from '../platform/endpoint.ts'
import type { readHome } from './api.ts'
import { listQueues } from './queues.ts'
import { listWarnings } from './warnings.ts'

/** Those whose work touches money, and those who watch over it. */
const moneyRoles: readonly Role[] = ['administrator', 'officer', 'approver', 'treasurer', 'planner', 'auditor']

export type Home = AnswerOf<typeof readHome>

/** The four questions of the first page, answered in one transaction for a fiscal year. Reads only. */
export async function lookAround(ctx: Context, year: number): Promise<Home> {
  const seesMoney = hasRole(ctx.actor, moneyRoles, ctx.region)
  return {
    on: ctx.today.toString(),
    year,
    queues: await listQueues(ctx),
    coverage: await coverageOfYear(ctx, year),
    warnings: seesMoney ? await listWarnings(ctx) : null,
    breaches: hasRole(ctx.actor, ['administrator'], ctx.region) ? await listRunningClocks(ctx) : [],
    costs: seesMoney ? await costsBySource(ctx, year) : null,
  }
}

async function coverageOfYear(ctx: Context, year: number): Promise<Home['coverage']> {
  const { whole, isPartial } = await coverageOn(ctx, ctx.today, 'RENTAN')
  const { covered, share, gap } = whole
  const series = await seriesOf(ctx, year, 'RENTAN')
  const universe = whole.universe && {
    workers: whole.universe.workers,
    year: whole.universe.year,
    source: whole.universe.source,
    sourceDate: whole.universe.sourceDate,
    isDemo: whole.universe.isDemo,
  }
  const months = series.months.map(({ month, members, share: ofMonth }) => ({ month, members, share: ofMonth }))
  return { covered, universe, share, gap, isPartial, target: series.target, months }
}

/** Budget lines of a year added up by source, in the order of their ceilings. */
async function costsBySource(ctx: Context, year: number): Promise<NonNullable<Home['costs']>> {
  const sums = new Map<string, NonNullable<Home['costs']>[number]>()
  for (const line of await listBudget(ctx, year)) {
    const sum = sums.get(line.source) ?? { source: line.source, ceiling: 0, computed: 0, recognised: 0, paid: 0, left: 0 }
    sum.ceiling += line.ceiling
    sum.computed += line.computed
    sum.recognised += line.recognised
    sum.paid += line.paid
    sum.left += line.left
    sums.set(line.source, sum)
  }
  return [...sums.values()].sort((left, right) => right.ceiling - left.ceiling)
}
