import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.ts'
import { areaOfRegion, type Region } from '../../values/areas.ts'
import type { Context } from '../platform/context.ts'
import type { HandedIn } from './intake.ts'
import { senderOf } from './known-columns.ts'

export type IntakeState = 'waiting' | 'reading' | 'checked' | 'accepted' | 'undone' | 'failed'

export type ListCounts = { rows: number; accepted: number; review: number; refused: number }

export async function villagesOf(db: Kysely<DB>, region: Region): Promise<Set<string>> {
  const rows = await db
    .selectFrom('area')
    .select('code')
    .where('level', '=', 'village')
    .where('code', 'like', `${areaOfRegion(region)}.%`)
    .execute()
  return new Set(rows.map((row) => row.code))
}

/** Lists that were handed in before: the same bytes under the same name, in an intake that was not undone. */
export async function findKnownLists(db: Kysely<DB>, region: Region, lists: readonly HandedIn[]) {
  if (lists.length === 0) return []
  return db
    .selectFrom('intake_file as f')
    .innerJoin('intake as i', (join) => join.onRef('i.region', '=', 'f.region').onRef('i.id', '=', 'f.intake_id'))
    .select(['f.id', 'f.sha256', 'f.name', 'f.intake_id as intakeId', 'i.state', 'i.title', 'i.judged_on as judgedOn'])
    .where('f.region', '=', region)
    .where('f.undone_at', 'is', null)
    .where('f.sha256', 'in', [...new Set(lists.map((list) => list.sha256))])
    .execute()
}

export type NewIntake = {
  id: string
  title: string
  judgedOn: string
  taskId: string | null
  lists: readonly (HandedIn & { id: string })[]
}

export async function addIntake(ctx: Context, intake: NewIntake): Promise<void> {
  await ctx.db
    .insertInto('intake')
    .values({
      region: ctx.region,
      id: intake.id,
      title: intake.title,
      judged_on: intake.judgedOn,
      task_id: intake.taskId,
      created_by: ctx.actor.id,
      created_by_name: ctx.actor.name,
    })
    .execute()
  const files = intake.lists.map((list, index) => ({
    region: ctx.region,
    id: list.id,
    intake_id: intake.id,
    position: index + 1,
    stored_file_id: list.storedFileId,
    name: list.name,
    sha256: list.sha256,
    village: list.village as string,
    sender: senderOf(ctx.actor, ctx.region, list.village) as string,
  }))
  await ctx.db.insertInto('intake_file').values(files).execute()
}

export async function findIntake(db: Kysely<DB>, region: Region, id: string) {
  return db.selectFrom('intake').selectAll().where('region', '=', region).where('id', '=', id).executeTakeFirst()
}

/** An intake, held until the transaction ends: nobody else accepts, undoes or mends it meanwhile. */
export async function holdIntake(ctx: Context, id: string) {
  return ctx.db
    .selectFrom('intake')
    .selectAll()
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function listLists(db: Kysely<DB>, region: Region, intakeId: string) {
  return db
    .selectFrom('intake_file')
    .selectAll()
    .where('region', '=', region)
    .where('intake_id', '=', intakeId)
    .orderBy('position')
    .execute()
}

export async function setIntakeState(ctx: Context, id: string, state: IntakeState): Promise<void> {
  await ctx.db.updateTable('intake').set({ state }).where('region', '=', ctx.region).where('id', '=', id).execute()
}

/** Takes away the rows of lists that are about to be read anew; a list that is read for the first time has none. */
export async function dropRows(ctx: Context, fileIds: readonly string[]): Promise<void> {
  await sql`delete from intake_row where region = ${ctx.region} and file_id = any (${fileIds}::uuid[])`.execute(ctx.db)
}

export type ReadResult =
  { state: 'read'; counts: ListCounts; layouts: unknown; leftOut: unknown } | { state: 'unreadable'; refusal: unknown }

export async function settleList(ctx: Context, fileId: string, result: ReadResult): Promise<void> {
  const values =
    result.state === 'read'
      ? {
          ...result.counts,
          state: result.state,
          refusal: null,
          correction: null,
          layouts: JSON.stringify(result.layouts),
          left_out: JSON.stringify(result.leftOut),
        }
      : {
          rows: 0,
          accepted: 0,
          review: 0,
          refused: 0,
          layouts: null,
          left_out: null,
          state: result.state,
          refusal: JSON.stringify(result.refusal),
        }
  await ctx.db.updateTable('intake_file').set(values).where('region', '=', ctx.region).where('id', '=', fileId).execute()
}

/** Counts the verdicts of all lists of an intake anew, after a comparison or a decision changed some. */
export async function recountLists(ctx: Context, intakeId: string): Promise<void> {
  await sql`update intake_file f set accepted = t.accepted, review = t.review, refused = t.refused
    from (select r.file_id, count(*) filter (where verdict = 'accepted') as accepted, count(*) filter (where verdict = 'review') as review,
        count(*) filter (where verdict = 'refused') as refused
      from intake_row r join intake_file o on o.region = r.region and o.id = r.file_id
      where r.region = ${ctx.region} and o.intake_id = ${intakeId} group by r.file_id) t
    where f.region = ${ctx.region} and f.id = t.file_id`.execute(ctx.db)
}

/** The people of an intake who may enter the registry, as a query of the registry's entry columns. */
export function peopleToEnter(region: Region, intakeId: string) {
  return sql`select r.village, r.nik, r.family_card, r.full_name, nullif(r.birth_place, '') as birth_place, r.birth_date, r.sex, nullif(r.mother_name, '') as mother_name,
      nullif(concat_ws(', ', nullif(r.address, ''), nullif(r.hamlet, '')), '') as address, nullif(r.rt_rw, '') as neighbourhood, nullif(r.occupation, '') as occupation,
      r.occupation_kind, r.income as monthly_income, nullif(r.phone, '') as phone, r.file_id as intake_file_id
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where r.region = ${region} and f.intake_id = ${intakeId} and r.nik is not null and (r.verdict = 'accepted' or r.decision = 'enter') and r.decision is distinct from 'dismiss'`
}

export async function markAccepted(ctx: Context, id: string): Promise<void> {
  await ctx.db
    .updateTable('intake')
    .set({ state: 'accepted', accepted_by: ctx.actor.id, accepted_by_name: ctx.actor.name, accepted_at: sql`now()` })
    .where('region', '=', ctx.region)
    .where('id', '=', id)
    .execute()
}

export async function markUndone(ctx: Context, id: string): Promise<void> {
  await setIntakeState(ctx, id, 'undone')
  await ctx.db
    .updateTable('intake_file')
    .set({ undone_at: sql`now()` })
    .where('region', '=', ctx.region)
    .where('intake_id', '=', id)
    .execute()
}

/** What rests on people who entered with an intake: how many stand in a frozen decree or are covered, and how many records were joined with others. */
export async function countInUse(ctx: Context, intakeId: string): Promise<{ inDecree: number; merged: number }> {
  const { rows } = await sql<{ inDecree: number; merged: number }>`
    select count(*) filter (where exists (select from decree_line d where d.region = w.region and d.worker_id = w.id)
        or exists (select from membership_period m where m.region = w.region and m.worker_id = w.id)) as "inDecree",
      count(*) filter (where exists (select from worker_merge g where g.region = w.region and g.state in ('waiting', 'merged')
        and (g.kept_worker = w.id or g.merged_worker = w.id))) as merged
    from worker w join intake_file f on f.region = w.region and f.id = w.intake_file_id
    where w.region = ${ctx.region} and f.intake_id = ${intakeId}`.execute(ctx.db)
  return rows[0] ?? { inDecree: 0, merged: 0 }
}
