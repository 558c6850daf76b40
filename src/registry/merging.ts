import { type Selectable, sql } from 'kysely'
import type { WorkerTable } from '../../db/schema.ts'
import type { Context } from '../platform/context.ts'

/** The columns in which the record that goes on may take over the value of the other. */
export const mergeableColumns = [
  'nik',
  'family_card',
  'full_name',
  'birth_place',
  'birth_date',
  'sex',
  'mother_name',
  'occupation',
  'occupation_kind',
  'monthly_income',
  'phone',
] as const

/** The values of a worker that a merge may replace. */
export type MergeableValues = Pick<Selectable<WorkerTable>, (typeof mergeableColumns)[number]>

/** Two workers held until the transaction ends, in the order asked; one is missing when it has left the registry or is not the reader's. */
export async function holdWorkers(ctx: Context, ids: readonly [number, number]) {
  const rows = await ctx.db
    .selectFrom('worker')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', 'in', [...ids])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return ids.map((id) => rows.find((row) => row.id === id))
}

/** Ends a worker's entry because the same person goes on in another, which takes over the given values. The caller leaves the audit line. */
export async function mergeWorkers(
  ctx: Context,
  input: { kept: number; merged: number; values: Partial<MergeableValues> },
): Promise<void> {
  await ctx.db
    .updateTable('worker')
    .set({ removed_at: sql<string>`now()`, merged_into: input.kept })
    .where('region', '=', ctx.region)
    .where('id', '=', input.merged)
    .execute()
  await setValues(ctx, input.kept, input.values)
}

/**
 * Ends a merge: the record that went on has the values it had before, and the other its entry back, unless its list was undone meanwhile
 * (`returns` is false: then it stays away, but is nobody's other record any more). The caller leaves the audit line.
 */
export async function separateWorkers(
  ctx: Context,
  input: { kept: number; merged: number; values: Partial<MergeableValues>; returns: boolean },
): Promise<void> {
  await setValues(ctx, input.kept, input.values)
  await ctx.db
    .updateTable('worker')
    .set({ merged_into: null, ...(input.returns && { removed_at: null, returned_at: sql<string>`now()` }) })
    .where('region', '=', ctx.region)
    .where('id', '=', input.merged)
    .execute()
}

async function setValues(ctx: Context, id: number, values: Partial<MergeableValues>): Promise<void> {
  if (Object.keys(values).length === 0) return
  await ctx.db.updateTable('worker').set(values).where('region', '=', ctx.region).where('id', '=', id).execute()
}
