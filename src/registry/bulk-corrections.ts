import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** The columns of a worker in which another register's value may be taken over for many at once. */
export const bulkCorrectable = ['full_name', 'birth_date', 'sex', 'mother_name', 'family_card'] as const
export type BulkCorrectable = (typeof bulkCorrectable)[number]

/**
 * Sets one field of a set of workers right, given as a query of `worker_id` and `value` (text), and keeps for each what stood before, what
 * stands now and on which ground, as a correction by hand does. `batchId` is
 * the decision under which they can all be found again. Says how many changed. The caller leaves the audit lines.
 */
export async function correctWorkers(
  ctx: Context,
  field: BulkCorrectable,
  { values, ground, batchId }: { values: RawBuilder<unknown>; ground: string; batchId?: string | undefined },
): Promise<number> {
  const column = sql.ref(field)
  await sql`insert into worker_correction (region, id, worker_id, village, field, before_value, after_value, ground, made_by, made_by_name, batch_id)
    select w.region, gen_random_uuid(), w.id, w.village, ${field}, w.${column}::text, v.value, ${ground}, ${ctx.actor.id}, ${ctx.actor.name}, ${batchId ?? null}::uuid
    from (${values}) v join worker w on w.region = ${ctx.region} and w.id = v.worker_id and w.removed_at is null`.execute(ctx.db)
  const type = sql.raw(field === 'birth_date' ? 'date' : 'text')
  const result = await sql`update worker w set ${column} = v.value::${type} from (${values}) v
    where w.region = ${ctx.region} and w.id = v.worker_id and w.removed_at is null`.execute(ctx.db)
  return Number(result.numAffectedRows ?? 0)
}
