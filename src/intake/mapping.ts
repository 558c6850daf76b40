import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { enqueue } from '../platform/tasks.ts'
import type { Field } from './columns/fields.ts'
import type { ColumnsSaid } from './lists.ts'
import type { SaidOfTable } from './read-people.ts'
import { findIntake } from './store.ts'

export type MappingRefusal =
  | { reason: 'no-such-list' }
  | { reason: 'being-read' }
  | { reason: 'being-mended' }
  | { reason: 'already-accepted' }
  | { reason: 'undone' }
  | { reason: 'nobody-named' }
  | { reason: 'field-twice'; field: Field; sheet: string }
  | { reason: 'nothing-remembered' }

export type MapColumns = { intakeId: string; fileId: string; tables: readonly SaidOfTable[]; remembers: boolean }

/**
 * Takes down what a clerk says about the columns of a list and lets the list be read anew, as a task: its rows are replaced, what was decided
 * about them or mended in them is gone, and the intake is compared again. Refuses once the intake is accepted. Leaves an audit line.
 */
export async function mapColumns(ctx: Context, input: MapColumns): Promise<Outcome<{ taskId: string }, MappingRefusal>> {
  const { intakeId, fileId, tables, remembers } = input
  const list = await findList(ctx, intakeId, fileId)
  if (!list.ok) return list
  const objection = objectionTo(tables)
  if (objection !== undefined) return refused(objection)
  const words = { id: `Membaca ulang ${list.value.name}`, en: `Reading ${list.value.name} anew` }
  const taskId = await enqueue(ctx, { kind: 'intake.read', title: words, payload: { intakeId } })
  const said: ColumnsSaid = { tables, remembers }
  await ctx.db
    .updateTable('intake_file')
    .set({ columns_said: JSON.stringify(said), state: 'waiting', refusal: null })
    .where('region', '=', ctx.region)
    .where('id', '=', fileId)
    .execute()
  await ctx.db
    .updateTable('intake_repair')
    .set({ undone_by: ctx.actor.id, undone_by_name: ctx.actor.name, undone_at: sql`now()` })
    .where('region', '=', ctx.region)
    .where('file_id', '=', fileId)
    .where('undone_at', 'is', null)
    .execute()
  await ctx.db
    .updateTable('intake')
    .set({ state: 'waiting', task_id: taskId })
    .where('region', '=', ctx.region)
    .where('id', '=', intakeId)
    .execute()
  await audit(ctx, 'intake.columns-mapped', { kind: 'intake', id: intakeId }, { list: list.value.name, remembers })
  return done({ taskId })
}

export type ForgetColumns = { intakeId: string; fileId: string; fingerprint: string }

/** Forgets what was said about the columns of earlier lists under one heading, for the sender of this list. Lists that were read stay as they are. */
export async function forgetColumns(ctx: Context, input: ForgetColumns): Promise<Outcome<{ forgotten: number }, MappingRefusal>> {
  const list = await listOf(ctx, input.intakeId, input.fileId)
  if (list === undefined) return refused({ reason: 'no-such-list' })
  const gone = await ctx.db
    .deleteFrom('column_mapping')
    .where('region', '=', ctx.region)
    .where('sender', 'in', [list.sender ?? list.village, list.village])
    .where('fingerprint', '=', input.fingerprint)
    .executeTakeFirst()
  const forgotten = Number(gone.numDeletedRows)
  if (forgotten === 0) return refused({ reason: 'nothing-remembered' })
  await audit(ctx, 'intake.columns-forgotten', { kind: 'intake', id: input.intakeId }, { list: list.name })
  return done({ forgotten })
}

/** A list whose columns may be pointed out now, or why they may not. */
export async function findList(
  ctx: Context,
  intakeId: string,
  fileId: string,
): Promise<Outcome<NonNullable<Awaited<ReturnType<typeof listOf>>>, MappingRefusal>> {
  const list = await listOf(ctx, intakeId, fileId)
  const intake = await findIntake(ctx.db, ctx.region, intakeId)
  if (list === undefined || intake === undefined) return refused({ reason: 'no-such-list' })
  if (intake.state === 'waiting' || intake.state === 'reading') return refused({ reason: 'being-read' })
  if (intake.mending_task !== null) return refused({ reason: 'being-mended' })
  if (intake.state === 'accepted') return refused({ reason: 'already-accepted' })
  return intake.state === 'undone' ? refused({ reason: 'undone' }) : done(list)
}

/** How many rows of a list somebody has decided or mended: reading it anew forgets that. */
export async function countDecided(ctx: Context, fileId: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from intake_row where region = ${ctx.region} and file_id = ${fileId} and (decision is not null or repaired is not null)`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}

/** One list of an intake; nothing when it is not this reader's. */
export function listOf(ctx: Context, intakeId: string, fileId: string) {
  return ctx.db
    .selectFrom('intake_file')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('intake_id', '=', intakeId)
    .where('id', '=', fileId)
    .executeTakeFirst()
}

/** Somebody must be named somewhere, and nothing may stand in two columns of one table. */
function objectionTo(tables: readonly SaidOfTable[]): MappingRefusal | undefined {
  let isNamed = false
  for (const { sheet, columns } of tables) {
    const seen = new Set<Field>()
    for (const field of Object.values(columns)) {
      if (field === null) continue
      if (seen.has(field)) return { reason: 'field-twice', field, sheet }
      seen.add(field)
    }
    if (seen.has('nik') || seen.has('fullName')) isNamed = true
  }
  return isNamed ? undefined : { reason: 'nobody-named' }
}
