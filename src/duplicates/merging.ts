import type { Context } from '../platform/context.ts'
import { type holdWorkers, type MergeableValues, mergeWorkers } from '../registry/merging.ts'
import { carryPairsOver } from './store.ts'

/** What later slices do in the same transaction once records were joined or separated; the doors fill it (see `src/reactions.ts`). */
export const afterMerge: ((ctx: Context, workers: readonly number[]) => Promise<void>)[] = []

/** Tells later slices that the records of some workers were joined or separated. */
export async function tellChanged(ctx: Context, workers: readonly number[]): Promise<void> {
  for (const react of afterMerge) await react(ctx, workers)
}

/** A worker held until the transaction ends. */
export type HeldWorker = NonNullable<Awaited<ReturnType<typeof holdWorkers>>[number]>

/** Joins the two, hands the pairs of the one on to the other, and says what stood in the kept record before. */
export async function carryMerge(
  ctx: Context,
  { kept, merged, values }: { kept: HeldWorker; merged: HeldWorker; values: Partial<MergeableValues> },
): Promise<Partial<MergeableValues>> {
  await mergeWorkers(ctx, { kept: kept.id, merged: merged.id, values })
  await carryPairsOver(ctx, { kept: kept.id, merged: merged.id })
  await tellChanged(ctx, [kept.id, merged.id])
  return Object.fromEntries(Object.keys(values).map((field) => [field, kept[field as keyof MergeableValues]]))
}

/** Two workers as a pair names them: the lower number first. */
export const inOrder = (one: number, other: number): [number, number] => [Math.min(one, other), Math.max(one, other)]
