import type { Context } from '../platform/context.ts'
import { type holdWorkers, type MergeableValues, mergeWorkers } from '../registry/merging.ts'

/** A worker held until the transaction ends. */
export type HeldWorker = NonNullable<Awaited<ReturnType<typeof holdWorkers>>[number]>

/** Joins the two and says what stood in the kept record before. */
export async function carryMerge(
  ctx: Context,
  { kept, merged, values }: { kept: HeldWorker; merged: HeldWorker; values: Partial<MergeableValues> },
): Promise<Partial<MergeableValues>> {
  await mergeWorkers(ctx, { kept: kept.id, merged: merged.id, values })
  return Object.fromEntries(Object.keys(values).map((field) => [field, kept[field as keyof MergeableValues]]))
}

/** Two workers as a pair names them: the lower number first. */
export const inOrder = (one: number, other: number): [number, number] => [Math.min(one, other), Math.max(one, other)]
