import type { Month } from '../../values/months.ts'
import { done, type Outcome } from '../../values/outcome.ts'
import type { Context } from '../platform/context.ts'
import type { RunRefusal } from './refusals.ts'
import { type ComputedRun, runContributions } from './run.ts'
import { findRun, type RunDetail } from './runs.ts'

/** What a run would freeze: how many people and what for, who pays, who would be left out and why. */
export type Rehearsal = Omit<ComputedRun, 'runId'> & {
  funding: Pick<RunDetail['funding'][number], 'source' | 'people' | 'amount'>[]
  omissions: RunDetail['omissions']
}

/** Works a run out for real and answers what came of it. To be called only in a transaction that is not kept (`look`). */
export async function rehearseRun(
  ctx: Context,
  input: { programme: string; month: Month },
): Promise<Outcome<Rehearsal, RunRefusal>> {
  const outcome = await runContributions(ctx, input)
  if (!outcome.ok) return outcome
  const { runId, ...computed } = outcome.value
  const run = await findRun(ctx, runId)
  if (run === undefined) throw new Error('a run just computed is not there')
  const funding = run.funding.map(({ source, people, amount }) => ({ source, people, amount }))
  return done({ ...computed, funding, omissions: run.omissions })
}
