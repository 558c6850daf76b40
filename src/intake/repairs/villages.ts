import { type RawBuilder, sql } from 'kysely'
import { areaOfRegion } from '../../../values/areas.ts'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { audit } from '../../platform/audit.ts'
import { acrossVillages, type Context } from '../../platform/context.ts'
import { compareAgain } from '../comparison.ts'
import { recountLists } from '../store.ts'
import { findMendable, type RepairRefusal } from './mendable.ts'
import { findUndoable, type LongWork, type UndoRepair } from './operations.ts'
import { markActUndone } from './store.ts'

/** Rows of one table that stand in no village, by what the list says of it. */
export type Unplaced = { fileId: string; file: string; sheet: string; written: string; rows: number }

/** The village that rows get which lack one: those of the groups named. */
export type Placing = { village: string; groups: readonly Pick<Unplaced, 'fileId' | 'sheet' | 'written'>[] }

/** Groups that are told: a list that writes its villages in more ways than this is not placed by hand. */
const groupsTold = 500

/** A row whose list belongs to the region as a whole and that says no village of it. Over `r` and `f`. */
const isUnplaced = (ctx: Context, intakeId: string): RawBuilder<boolean> =>
  sql`(r.region = ${ctx.region} and f.intake_id = ${intakeId} and f.village = ${areaOfRegion(ctx.region)} and r.village = f.village
    and r.replaced_by_file is null and r.decision is distinct from 'dismiss')`

/** How many rows of an intake stand in no village, and in how many lists. */
export async function countWithoutVillage(ctx: Context, intakeId: string): Promise<{ rows: number; lists: number }> {
  const { rows } = await sql<{ rows: number; lists: number }>`select count(*) as rows, count(distinct r.file_id) as lists
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id where ${isUnplaced(ctx, intakeId)}`.execute(
    ctx.db,
  )
  return rows[0] ?? { rows: 0, lists: 0 }
}

/** The rows of an intake that stand in no village, by list, sheet and what is written there, in the order of the lists. */
export async function listUnplaced(ctx: Context, intakeId: string): Promise<Unplaced[]> {
  const { rows } =
    await sql<Unplaced>`select r.file_id as "fileId", f.name as file, r.sheet, r.village_written as written, count(*) as rows
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id where ${isUnplaced(ctx, intakeId)}
    group by r.file_id, f.name, f.position, r.sheet, r.village_written order by f.position, r.sheet, 5 desc, 4 limit ${groupsTold}`.execute(
      ctx.db,
    )
  return rows
}

const among = (groups: Placing['groups']): RawBuilder<boolean> =>
  sql`((r.file_id, r.sheet, r.village_written) in (select g."fileId", g.sheet, g.written
    from json_to_recordset(${JSON.stringify(groups)}::json) as g("fileId" uuid, sheet text, written text)))`

export async function countUnplaced(ctx: Context, intakeId: string, { groups }: Placing): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
    where ${isUnplaced(ctx, intakeId)} and ${among(groups)}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

/**
 * Puts the rows of the groups named into a village, and compares them anew: the village tells namesakes apart. A list all of whose rows stand
 * in one village belongs to it from then on, so that its operator sees it. Can be taken back.
 */
export async function placeRows(
  ctx: Context,
  { intakeId, placing }: { intakeId: string; placing: Placing },
  work?: LongWork,
): Promise<Outcome<{ repairId: string; placed: number }, RepairRefusal>> {
  const mendable = await findMendable(ctx, intakeId, { isTask: work !== undefined })
  if (!mendable.ok) return mendable
  if (!(await isVillageHere(ctx, placing.village))) return refused({ reason: 'no-such-village' })
  const repairId = work?.repairId ?? ctx.newId()
  const { rows } = await sql<{ count: number }>`with placed as (
      insert into intake_repair (region, id, intake_id, file_id, sheet, row_number, field, village, written, repaired, made_by, made_by_name)
      select r.region, ${repairId}, ${intakeId}, r.file_id, r.sheet, r.row_number, 'village', ${placing.village}, r.village_written, ${placing.village}, ${ctx.actor.id}, ${ctx.actor.name}
      from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
      where ${isUnplaced(ctx, intakeId)} and ${among(placing.groups)} returning 1
    ) select count(*) as count from placed`.execute(ctx.db)
  const placed = rows[0]?.count ?? 0
  if (placed === 0) return refused({ reason: 'nothing-alike' })
  work?.onLooked(placed)
  await moveRows(ctx, { intakeId, repairId, village: placing.village }, work)
  const details = { village: placing.village, rows: placed, repair: repairId }
  await audit(ctx, 'intake.village-set', { kind: 'intake', id: intakeId }, details)
  return done({ repairId, placed })
}

/** Takes such a step back: its rows stand in no village again. */
export async function unplaceRows(
  ctx: Context,
  input: UndoRepair,
  work?: Omit<LongWork, 'repairId'>,
): Promise<Outcome<{ restored: number }, RepairRefusal>> {
  const { intakeId, repairId } = input
  const mendable = await findMendable(ctx, intakeId, { isTask: work !== undefined })
  if (!mendable.ok) return mendable
  const act = await findUndoable(ctx, input)
  if (!act.ok) return act
  await markActUndone(ctx, intakeId, repairId)
  const restored = act.value.rows
  await moveRows(ctx, { intakeId, repairId, village: areaOfRegion(ctx.region) }, work)
  const details = { field: 'village', cells: restored, repair: repairId }
  await audit(ctx, 'intake.repair-undone', { kind: 'intake', id: intakeId }, details)
  return done({ restored })
}

type Move = { intakeId: string; repairId: string; village: string }

async function moveRows(ctx: Context, { intakeId, repairId, village }: Move, work?: Omit<LongWork, 'repairId'>): Promise<void> {
  await acrossVillages(ctx, async () => {
    await sql`create temporary table again on commit drop as
      select file_id, sheet, row_number from intake_repair where region = ${ctx.region} and id = ${repairId}`.execute(ctx.db)
    await sql`analyze again`.execute(ctx.db)
    await sql`update intake_row r set village = ${village} from again a
      where r.region = ${ctx.region} and r.file_id = a.file_id and r.sheet = a.sheet and r.row_number = a.row_number`.execute(
      ctx.db,
    )
    await settleVillages(ctx, sql`f.id in (select file_id from again)`)
    await compareAgain(ctx, intakeId, work?.onCompared)
    await recountLists(ctx, intakeId)
  })
}

/** A list belongs to the village in which all its rows stand, else to the region. `which` lists, over `f`. */
async function settleVillages(ctx: Context, which: RawBuilder<unknown>): Promise<void> {
  await sql`update intake_file f set village = t.village from (
      select r.file_id, case when count(distinct r.village) = 1 then min(r.village) else ${areaOfRegion(ctx.region)} end as village
      from intake_row r join intake_file f on f.region = r.region and f.id = r.file_id
      where r.region = ${ctx.region} and ${which} group by r.file_id
    ) t where f.region = ${ctx.region} and f.id = t.file_id and f.village <> t.village`.execute(ctx.db)
}

async function isVillageHere(ctx: Context, village: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from area where code = ${village} and level = 'village'
    and code like ${`${areaOfRegion(ctx.region)}.%`}) as found`.execute(ctx.db)
  return rows[0]?.found ?? false
}

/** The names of villages by their codes. */
export async function villageNames(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const areas = await ctx.db
    .selectFrom('area')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(codes)])
    .execute()
  return new Map(areas.map(({ code, name }) => [code, name]))
}

/** How a village is named, whatever stands before it: `Desa Tibubeneng`, `KEL. KUTA`. */
const nameKey = (name: RawBuilder<unknown>): RawBuilder<string> =>
  sql`regexp_replace(regexp_replace(lower(${name}), '^\\s*(desa|kelurahan|kel|ds|d)\\M[\\s./]*(desa\\M|kelurahan\\M)?', ''), '[^a-z]', '', 'g')`

/**
 * Puts the rows of lists that belong to no village where they say themselves: by the name of a village that no other in the region bears, or by its
 * code. Run when the lists of an intake are read, before anybody is compared.
 */
export async function placeAsWritten(ctx: Context, intakeId: string): Promise<void> {
  const { numAffectedRows } = await sql`with village as (
      select code, ${nameKey(sql`name`)} as key from area where level = 'village' and code like ${`${areaOfRegion(ctx.region)}.%`}
    ), told as (
      select key, min(code) as code from village group by key having count(*) = 1
      union select replace(code, '.', ''), code from village
    )
    update intake_row r set village = t.code from intake_file f, told t
    where ${isUnplaced(ctx, intakeId)} and f.region = r.region and f.id = r.file_id and r.village_written <> ''
      and t.key = case when r.village_written ~ '[0-9]{2}' then regexp_replace(r.village_written, '[^0-9]', '', 'g') else ${nameKey(sql`r.village_written`)} end`.execute(
    ctx.db,
  )
  if (Number(numAffectedRows ?? 0) > 0)
    await settleVillages(ctx, sql`f.intake_id = ${intakeId} and f.village = ${areaOfRegion(ctx.region)}`)
}
