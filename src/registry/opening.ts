import { sql } from 'kysely'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'

/** Minutes in which one reader's looks at one file count as one opening: a page asks several times. */
const oneOpening = 15

/** Leaves an audit line that the reader opened a person's file, once an opening; the person may ask who did (UU 27/2022). */
export async function noteFileOpened(ctx: Context, workerId: number): Promise<void> {
  // A page asks for several parts of a file at once: the second waits until the first has left its line.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`opened ${ctx.region} ${ctx.actor.id} ${workerId}`}, 0))`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ isKnown: boolean }>`select exists (select from audit_line where region = ${ctx.region}
    and subject_kind = 'worker' and subject_id = ${String(workerId)} and act = 'registry.file-opened' and actor_id = ${ctx.actor.id}
    and at > now() - make_interval(mins => ${oneOpening})) as "isKnown"`.execute(ctx.db)
  if (rows[0]?.isKnown !== true) await audit(ctx, 'registry.file-opened', { kind: 'worker', id: workerId })
}
