import { type RawBuilder, sql } from 'kysely'
import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { everyPart } from '../confidential/operations.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { type Held, heldTables } from './held.ts'
import { linesAbout } from './person-log.ts'
import { listRecipients, type Recipient } from './recipients.ts'
import { findSubject, type Subject, type SubjectAsked, type SubjectRefusal } from './subject.ts'

/** One table's rows about the person, as they stand there; `title` says in words what they are. */
export type Section = { table: string; title: Wording; rows: Record<string, unknown>[] }

/** Everything held about one person, and who was given it. */
export type SubjectExport = { subject: Subject; madeOn: string; madeBy: string; sections: Section[]; recipients: Recipient[] }

/**
 * Everything held about one person, of all tables, with who opened the file and who was given the data: what UU 27/2022 art. 7 lets them ask
 * for. Refuses a person nobody in the reader's area knows. Leaves an audit line.
 */
export async function exportSubject(
  ctx: Context,
  input: { asked: SubjectAsked; format: string },
): Promise<Outcome<SubjectExport, SubjectRefusal>> {
  const subject = await findSubject(ctx, input.asked)
  const [workerId] = subject?.workerIds ?? []
  if (subject === undefined || workerId === undefined) return refused({ reason: 'nobody-known' })
  const sections: Section[] = []
  for (const held of heldTables) sections.push({ table: held.table, title: held.title, rows: await rowsOf(ctx, held, subject) })
  const recipients = await listRecipients(ctx, subject)
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0)
  await audit(ctx, 'privacy.subject-exported', { kind: 'worker', id: workerId }, { format: input.format, rows })
  return done({ subject, madeOn: ctx.today.toString(), madeBy: ctx.actor.name, sections, recipients })
}

async function rowsOf(ctx: Context, held: Held, subject: Subject): Promise<Record<string, unknown>[]> {
  if (held.table === 'worker_confidential') return await everyPart(ctx, subject.workerIds)
  if (held.table === 'audit_line') return (await linesAbout(ctx, subject)).map((line) => ({ ...line }))
  if (held.by.kind === 'operation') throw new Error(`${held.table} has no operation that reads it`)
  return rowsIn(ctx, held, whereOf(held, subject))
}

function whereOf({ by }: Held, { workerIds, niks }: Subject): RawBuilder<unknown> {
  if (by.kind === 'nik') return sql`${sql.ref(`t.${by.column}`)} = any (${niks}::text[])`
  if (by.kind === 'operation') return sql`false`
  return sql.join(
    by.columns.map((column) => sql`${sql.ref(`t.${column}`)} = any (${workerIds}::bigint[])`),
    sql` or `,
  )
}

/** No table holds more rows of one person than this; a runaway query still ends. */
const mostRows = 10_000

async function rowsIn(ctx: Context, held: Held, where: RawBuilder<unknown>): Promise<Record<string, unknown>[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) - 'region' as row from ${sql.table(held.table)} t where t.region = ${ctx.region} and (${where}) limit ${mostRows}`.execute(
    ctx.db,
  )
  const { only } = held
  if (only === undefined) return rows.map(({ row }) => row)
  return rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([column]) => only.includes(column))))
}
