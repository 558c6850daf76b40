import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { MergeableValues } from '../registry/merging.ts'
import type { OriginalRecord } from './survivorship.ts'

export type MergeState = 'waiting' | 'merged' | 'refused' | 'undone'

export type NewMerge = {
  kept: number
  merged: number
  chosen: Partial<MergeableValues>
  before: Partial<MergeableValues> | null
  state: 'waiting' | 'merged'
}

/** Writes down a merge, done or asked for; one that was done at once was decided by who asked. */
export async function addMerge(ctx: Context, merge: NewMerge): Promise<number> {
  const isDone = merge.state === 'merged'
  const { id } = await ctx.db
    .insertInto('worker_merge')
    .values({
      region: ctx.region,
      kept_worker: merge.kept,
      merged_worker: merge.merged,
      chosen: JSON.stringify(merge.chosen),
      before: merge.before === null ? null : JSON.stringify(merge.before),
      state: merge.state,
      needs_approval: !isDone,
      requested_by: ctx.actor.id,
      requested_by_name: ctx.actor.name,
      ...(isDone && { decided_by: ctx.actor.id, decided_by_name: ctx.actor.name, decided_at: sql<string>`now()` }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A merge, held until the transaction ends; nothing when there is none. */
export async function findMergeToChange(ctx: Context, id: number) {
  return ctx.db
    .selectFrom('worker_merge')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function decideMergeRow(
  ctx: Context,
  id: number,
  decided: { state: 'merged' | 'refused'; before: Partial<MergeableValues> | null },
): Promise<void> {
  await ctx.db
    .updateTable('worker_merge')
    .set({
      state: decided.state,
      before: decided.before === null ? null : JSON.stringify(decided.before),
      decided_by: ctx.actor.id,
      decided_by_name: ctx.actor.name,
      decided_at: sql<string>`now()`,
    })
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .execute()
}

export async function markUndone(ctx: Context, id: number, because: string): Promise<void> {
  await ctx.db
    .updateTable('worker_merge')
    .set({
      state: 'undone',
      undone_by: ctx.actor.id,
      undone_by_name: ctx.actor.name,
      undone_at: sql<string>`now()`,
      undo_reason: because,
    })
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .execute()
}

/** Tells whether a newer merge that stands went into the same record. */
export async function hasNewerMerge(ctx: Context, merge: { id: number; kept: number }): Promise<boolean> {
  const { rows } = await sql`select from worker_merge where region = ${ctx.region} and kept_worker = ${merge.kept}
    and state = 'merged' and id > ${merge.id} limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** Which of two workers have ever been covered, and which are covered today or later. */
export async function findCovers(ctx: Context, ids: readonly number[]): Promise<{ ever: number[]; open: number[] }> {
  const { rows } = await sql<{ id: number; isOpen: boolean }>`select worker_id as id,
      bool_or(end_reason is null and last_day >= ${ctx.today.toString()}::date) as "isOpen"
    from membership_period where region = ${ctx.region} and worker_id = any (${[...ids]}::bigint[]) group by worker_id`.execute(
    ctx.db,
  )
  return { ever: rows.map((row) => row.id), open: rows.filter((row) => row.isOpen).map((row) => row.id) }
}

/** What the civil registry says of the NIKs given, living people only. */
export async function findCivil(ctx: Context, niks: readonly (string | null)[]): Promise<Map<string, OriginalRecord['civil']>> {
  const rows = await ctx.db
    .selectFrom('civil_record')
    .select(['nik', 'family_card', 'full_name', 'birth_date', 'sex', 'mother_name'])
    .where('region', '=', ctx.region)
    .where(
      'nik',
      'in',
      niks.map((nik) => nik ?? ''),
    )
    .where('is_alive', '=', true)
    .execute()
  return new Map(rows.map(({ nik, ...record }) => [nik, { ...record, full_name: record.full_name ?? '' }]))
}

/** Tells whether somebody else in the registry has this NIK now. */
export async function isNikTaken(ctx: Context, nik: string | null, besides: readonly number[]): Promise<boolean> {
  if (nik === null) return false
  const row = await ctx.db
    .selectFrom('worker')
    .select('id')
    .where('region', '=', ctx.region)
    .where('nik', '=', nik)
    .where('removed_at', 'is', null)
    .where('id', 'not in', [...besides])
    .executeTakeFirst()
  return row !== undefined
}

/** A merge as a list shows it. */
export type ListedMerge = {
  id: number
  kept: number
  merged: number
  keptName: string
  mergedName: string
  keptNik: string | null
  mergedNik: string | null
  state: MergeState
  requestId: string | null
  requestedByName: string
  requestedAt: string
  decidedByName: string | null
  decidedAt: string | null
  undoneByName: string | null
  undoneAt: string | null
  undoReason: string | null
  /** Which values of the kept record were replaced. */
  fields: string[]
}

/** Merges of a state, the newest first, at most 200. */
export async function listMerges(ctx: Context, state: MergeState): Promise<ListedMerge[]> {
  const { rows } =
    await sql<ListedMerge>`select m.id, m.kept_worker as kept, m.merged_worker as merged, k.full_name as "keptName",
      g.full_name as "mergedName", k.nik as "keptNik", g.nik as "mergedNik", m.state, (select q.id::text from approval_request q where q.region = m.region and q.subject_kind = 'worker-merge'
        and q.subject_id = m.id::text and q.state = 'waiting') as "requestId",
      m.requested_by_name as "requestedByName", m.requested_at as "requestedAt", m.decided_by_name as "decidedByName", m.decided_at as "decidedAt",
      m.undone_by_name as "undoneByName", m.undone_at as "undoneAt", m.undo_reason as "undoReason",
      array(select jsonb_object_keys(m.chosen) order by 1) as fields
    from worker_merge m join worker k on k.region = m.region and k.id = m.kept_worker
      join worker g on g.region = m.region and g.id = m.merged_worker
    where m.region = ${ctx.region} and m.state = ${state} order by m.id desc limit 200`.execute(ctx.db)
  return rows
}

/** How many merges stand in a state, of people the actor sees. */
export async function countMerges(ctx: Context, state: MergeState): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from worker_merge m
    join worker k on k.region = m.region and k.id = m.kept_worker join worker g on g.region = m.region and g.id = m.merged_worker
    where m.region = ${ctx.region} and m.state = ${state}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}
