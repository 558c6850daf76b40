import type { Context } from '../platform/context.ts'
import { openText, sealText, type SealedPlace } from '../platform/sealing.ts'
import type { Contents, Part } from './confidential.ts'

const placeOf = (ctx: Context, workerId: number, part: Part): SealedPlace => ({
  table: 'worker_confidential',
  column: 'content_sealed',
  row: [ctx.region, workerId, part],
})

/** Which parts of a worker are there for this reader. */
export async function listParts(ctx: Context, workerIds: readonly number[]) {
  return ctx.db
    .selectFrom('worker_confidential')
    .select(['worker_id as workerId', 'part', 'entered_by_name as enteredByName', 'entered_at as enteredAt'])
    .where('region', '=', ctx.region)
    .where('worker_id', 'in', [...workerIds])
    .orderBy('worker_id')
    .orderBy('part')
    .execute()
}

/** A part in clear; nothing when there is none for this reader. */
export async function findPart<Named extends Part>(
  ctx: Context,
  workerId: number,
  part: Named,
): Promise<Contents[Named] | undefined> {
  const row = await ctx.db
    .selectFrom('worker_confidential')
    .select('content_sealed')
    .where('region', '=', ctx.region)
    .where('worker_id', '=', workerId)
    .where('part', '=', part)
    .executeTakeFirst()
  return row && (JSON.parse(openText(ctx.keys, row.content_sealed, placeOf(ctx, workerId, part))) as Contents[Named])
}

/** Writes a part, over what this reader could see there. Says whether it is written: not when somebody else's stands there unseen. */
export async function putPart(
  ctx: Context,
  { workerId, village, part, content }: { workerId: number; village: string; part: Part; content: Contents[Part] },
): Promise<boolean> {
  const written = {
    content_sealed: sealText(ctx.keys, JSON.stringify(content), placeOf(ctx, workerId, part)),
    entered_by: ctx.actor.id,
    entered_by_name: ctx.actor.name,
  }
  const added = await ctx.db
    .insertInto('worker_confidential')
    .values({ region: ctx.region, worker_id: workerId, part, village, ...written })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 1) return true
  const changed = await ctx.db
    .updateTable('worker_confidential')
    .set({ ...written, entered_at: new Date().toISOString() })
    .where('region', '=', ctx.region)
    .where('worker_id', '=', workerId)
    .where('part', '=', part)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows) === 1
}

/** Takes a part away. */
export async function removePart(ctx: Context, workerId: number, part: Part): Promise<void> {
  await ctx.db
    .deleteFrom('worker_confidential')
    .where('region', '=', ctx.region)
    .where('worker_id', '=', workerId)
    .where('part', '=', part)
    .execute()
}
