import { newestAnswers, rematch } from '../matching/operations.ts'
import type { Context } from '../platform/context.ts'
import { enterWorkers, newestEntry } from '../registry/entries.ts'
import { peopleToEnter } from './store.ts'

/** Lets the people of an intake who may enter do so, and matches them with whatever registers have answered. Says how many entered. */
export async function enterPeople(ctx: Context, intakeId: string): Promise<number> {
  const before = await newestEntry(ctx)
  const entered = await enterWorkers(ctx, peopleToEnter(ctx.region, intakeId))
  const answered = Object.values(await newestAnswers(ctx)).some((day) => day !== null)
  if (entered > 0 && answered) await rematch(ctx, { sinceWorkerId: before + 1 })
  return entered
}
