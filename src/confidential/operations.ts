import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { unreachable } from '../../values/unreachable.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { notFound, type WordedRefusal } from '../platform/refusal.ts'
import type { AccessGround } from '../registry/access-grounds.ts'
import { auditedPart, type Contents, type Part, partNames, parts } from './confidential.ts'
import { findPart, listParts, putPart, removePart } from './store.ts'

export type ConfidentialRefusal =
  { reason: 'no-such-worker' } | { reason: 'nothing-recorded'; part: Part } | { reason: 'kept-by-another'; part: Part }

/** Which confidential parts of a worker this reader may open, without what they say. */
export async function partsOf(
  ctx: Context,
  workerId: number,
): Promise<Outcome<Awaited<ReturnType<typeof listParts>>, ConfidentialRefusal>> {
  if ((await villageOf(ctx, workerId)) === undefined) return refused({ reason: 'no-such-worker' })
  return done(await listParts(ctx, [workerId]))
}

/** Opens one part: a deliberate act on a ground, which leaves an audit line the person may ask for. */
export async function openPart(
  ctx: Context,
  input: { workerId: number; part: Part; ground: AccessGround; because?: string },
): Promise<Outcome<Partial<Contents>, ConfidentialRefusal>> {
  const { workerId, part, ground, because } = input
  if ((await villageOf(ctx, workerId)) === undefined) return refused({ reason: 'no-such-worker' })
  const content = await findPart(ctx, workerId, part)
  if (content === undefined) return refused({ reason: 'nothing-recorded', part })
  await audit(ctx, 'confidential.opened', { kind: 'worker', id: workerId }, { part, ground, ...(because && { because }) })
  return done({ [part]: content })
}

/** Writes one part, sealed, or takes it away. Refuses to write over what the reader may not see. Leaves an audit line that tells none of it. */
export async function writePart(
  ctx: Context,
  input: { workerId: number; part: Part; content: Contents[Part] | null; because: string },
): Promise<Outcome<undefined, ConfidentialRefusal>> {
  const { workerId, part, content, because } = input
  const village = await villageOf(ctx, workerId)
  if (village === undefined) return refused({ reason: 'no-such-worker' })
  const before = (await findPart(ctx, workerId, part)) ?? null
  if (content === null && before === null) return refused({ reason: 'nothing-recorded', part })
  if (content === null) await removePart(ctx, workerId, part)
  else if (!(await putPart(ctx, { workerId, village, part, content }))) return refused({ reason: 'kept-by-another', part })
  const details = { part, because, before: { [part]: auditedPart(part, before) }, after: { [part]: auditedPart(part, content) } }
  await audit(ctx, content === null ? 'confidential.removed' : 'confidential.recorded', { kind: 'worker', id: workerId }, details)
  return done(undefined)
}

/** Every confidential part of one person's entries in clear, for the export the law gives them. The caller leaves the audit line. */
export async function everyPart(
  ctx: Context,
  workerIds: readonly number[],
): Promise<{ workerId: number; part: Part; content: unknown }[]> {
  if (workerIds.length === 0) return []
  const found: { workerId: number; part: Part; content: unknown }[] = []
  for (const { workerId, part } of await listParts(ctx, workerIds)) {
    const named = parts.find((one) => one === part)
    if (named !== undefined) found.push({ workerId, part: named, content: await findPart(ctx, workerId, named) })
  }
  return found
}

/** Parts nobody needs any longer: entered and last covered more than these days ago. */
const outdated = (
  ctx: Context,
  days: number,
) => sql`c.region = ${ctx.region} and c.entered_at < now() - make_interval(days => ${days})
  and not exists (select from membership_period p where p.region = c.region and p.worker_id = c.worker_id
    and p.last_day >= ${ctx.today.toString()}::date - ${days}::int)`

export async function countOutdatedParts(ctx: Context, days: number): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from worker_confidential c where ${outdated(ctx, days)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/** Deletes those parts. Says how many. The caller leaves the audit line. */
export async function removeOutdatedParts(ctx: Context, days: number): Promise<number> {
  const removed = await sql`delete from worker_confidential c where ${outdated(ctx, days)}`.execute(ctx.db)
  return Number(removed.numAffectedRows ?? 0)
}

async function villageOf(ctx: Context, workerId: number): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('worker')
    .select('village')
    .where('region', '=', ctx.region)
    .where('id', '=', workerId)
    .executeTakeFirst()
  return row?.village
}

export function wordConfidentialRefusal(refusal: ConfidentialRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'no-such-worker':
      return notFound({ id: 'Pekerja ini', en: 'This worker' })
    case 'nothing-recorded': {
      const name = partNames[refusal.part]
      return {
        reason: refusal.reason,
        status: 404,
        title: { id: `${name.id}: belum ada yang tercatat.`, en: `${name.en}: nothing is recorded yet.` },
        todo: { id: 'Catat lebih dahulu bila diperlukan.', en: 'Record it first, if it is needed.' },
      }
    }
    case 'kept-by-another':
      return {
        reason: refusal.reason,
        status: 409,
        title: { id: 'Bagian ini sudah dicatat orang lain.', en: 'Somebody else has recorded this part.' },
        why: {
          id: 'Yang wilayah tugasnya sebagian daerah hanya melihat dan mengubah catatannya sendiri.',
          en: 'Those who work for a part of the region see and change only what they recorded themselves.',
        },
        todo: { id: 'Sampaikan perubahannya kepada petugas daerah.', en: 'Tell the officer of the region what has changed.' },
      }
    default:
      return unreachable(refusal)
  }
}
