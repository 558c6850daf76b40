import { sql } from 'kysely'
import { audit, type Details, type Subject } from './audit.ts'
import type { Context } from './context.ts'

/** Minutes in which one reader's looks at one record count as one opening: a page asks several times. */
const oneOpening = 15

/** Leaves an audit line that the reader opened a record, once an opening. It is not left when the reader did so a moment ago. */
export async function auditOpening(ctx: Context, act: string, subject: Subject, details: Details = {}): Promise<void> {
  // A page asks for several parts of a record at once: the second waits until the first has left its line.
  const name = [act, ctx.region, ctx.actor.id, subject.id].join(' ')
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db)
  const { rows } = await sql<{ isKnown: boolean }>`select exists (select from audit_line where region = ${ctx.region}
    and subject_kind = ${subject.kind} and subject_id = ${String(subject.id)} and act = ${act} and actor_id = ${ctx.actor.id}
    and at > now() - make_interval(mins => ${oneOpening})) as "isKnown"`.execute(ctx.db)
  if (rows[0]?.isKnown !== true) await audit(ctx, act, subject, details)
}
