import { sql } from 'kysely'
import type { Context } from './context.ts'

/** What an audit line is about: a kind of record and its id. */
export type Subject = { kind: string; id: string | number }

/** Details an auditor wants: numbers, grounds, before and after (`changeOf`); never a full NIK. */
export type Details = Record<
  string,
  string | number | boolean | null | undefined | string[] | Record<string, string | number | null>
>

/** Leaves an audit line in the operation's own transaction: both happen or neither. `act` is `slice.what-happened`. */
export async function audit(ctx: Context, act: string, subject: Subject, details: Details = {}): Promise<void> {
  await ctx.db
    .insertInto('audit_line')
    .values({
      region: ctx.region,
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      act,
      subject_kind: subject.kind,
      subject_id: String(subject.id),
      details: JSON.stringify(details),
    })
    .execute()
}

/** Leaves the same audit line about each of many records, in one statement. */
export async function auditEach(
  ctx: Context,
  act: string,
  subjects: { kind: string; ids: readonly (string | number)[] },
  details: Details = {},
): Promise<void> {
  await sql`insert into audit_line (region, actor_id, actor_name, act, subject_kind, subject_id, details)
    select ${ctx.region}, ${ctx.actor.id}, ${ctx.actor.name}, ${act}, ${subjects.kind}, id, ${JSON.stringify(details)}::jsonb
    from unnest(${subjects.ids.map(String)}::text[]) as t (id)`.execute(ctx.db)
}
