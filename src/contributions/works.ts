import { formatMonth, month, type Month } from '../../values/months.ts'
import { done, type Outcome } from '../../values/outcome.ts'
import { carryOut, type Context } from '../platform/context.ts'
import { worded } from '../platform/refusal.ts'
import { enqueue, type TaskWork } from '../platform/tasks.ts'
import { wordContributionRefusal } from './refusals.ts'
import { runContributions } from './run.ts'

const kind = 'contributions.run'

/** Puts the run of a month into the queue: it is one transaction, so a killed process leaves either all of it or nothing. */
export async function enqueueRun(
  ctx: Context,
  input: { programmeId: string; month: Month },
): Promise<Outcome<{ taskId: string }, never>> {
  const title = {
    id: `Menghitung iuran ${formatMonth(input.month, 'id')}`,
    en: `Computing the contributions of ${formatMonth(input.month, 'en')}`,
  }
  return done({ taskId: await enqueue(ctx, { kind, title, payload: { programmeId: input.programmeId, month: input.month } }) })
}

/** The work of contributions that the queue carries. */
export const contributionsWorks: Record<string, TaskWork> = {
  [kind]: async (platform, { actor, region, payload }) => {
    const input = { programme: String(payload['programmeId']), month: month(String(payload['month'])) }
    const outcome = await carryOut(platform, { actor, region }, (ctx) => runContributions(ctx, input))
    return worded(outcome, wordContributionRefusal)
  },
}
