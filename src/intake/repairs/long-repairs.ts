import { sql } from 'kysely'
import type { Wording } from '../../../values/language.ts'
import { formatCount } from '../../../values/numbers.ts'
import { done, type Outcome } from '../../../values/outcome.ts'
import { type Asking, carryOut, type Context, keep, look } from '../../platform/context.ts'
import type { Platform } from '../../platform/platform.ts'
import { enqueue, type Progress } from '../../platform/tasks.ts'
import { countKnown } from '../known-people.ts'
import { type Alike, alikeCells, countFaulty } from './alike.ts'
import type { MendableField } from './corrections.ts'
import { findMendable, noteMendingTask, type RepairRefusal } from './mendable.ts'
import { findUndoable, type LongWork, repairAlike, undoRepair } from './operations.ts'
import { layoutsOf, listActs, type RepairAct } from './store.ts'
import { countUnplaced, type Placing, placeRows, unplaceRows } from './villages.ts'

/** What changes many rows in one step: cells that are alike, the village of rows that lack one, or taking such a step back. */
export type Mending =
  | { kind: 'alike'; alike: Alike }
  | { kind: 'village'; placing: Placing }
  | { kind: 'undo'; repairId: string; mayUndoOthers: boolean }

/** What became of it: done at once, or put into the queue as a task; `rows` then is how many rows it concerns. */
export type Mended = { repairId: string; taskId: string | null; rows: number; accepted: number }

/** Rows that are mended while somebody waits: with all that is compared anew the answer comes within a second. */
const quickRows = 1000
/** So many of them when the whole of a large registry is gone through for each comparison. */
const quickComparisons = 50
/** People up to whom the registry is gone through in no time. */
const smallRegistry = 20_000

/** Cells that say nothing of who somebody is: mending them compares nobody anew. */
const ofNoIdentity: ReadonlySet<MendableField | 'village'> = new Set(['hamlet', 'rtRw', 'occupation', 'income', 'phone'])

/** Mends at once when few rows change, else as a task, one an intake at a time. Refuses what the repair itself would refuse. */
export async function startMending(
  ctx: Context,
  { intakeId, mending }: { intakeId: string; mending: Mending },
): Promise<Outcome<Mended, RepairRefusal>> {
  const mendable = await findMendable(ctx, intakeId)
  if (!mendable.ok) return mendable
  const size = await sizeOf(ctx, intakeId, mending, mendable.value.on)
  if (!size.ok) return size
  const { rows, field } = size.value
  const isQuick =
    rows <= quickComparisons || (rows <= quickRows && (ofNoIdentity.has(field) || (await countKnown(ctx)) <= smallRegistry))
  if (isQuick) return carryMending(ctx, { intakeId, mending })
  const repairId = ctx.newId()
  const title = titleOf(mending, rows)
  const payload = { intakeId, repairId, mending: JSON.stringify(mending) }
  const taskId = await enqueue(ctx, { kind: 'intake.mend', title, payload })
  await noteMendingTask(ctx, intakeId, taskId)
  return done({ repairId, taskId, rows, accepted: 0 })
}

/** How many rows a step concerns, counted no further than to tell that they are many; and the cell it changes. */
async function sizeOf(
  ctx: Context,
  intakeId: string,
  mending: Mending,
  on: number,
): Promise<Outcome<{ rows: number; field: RepairAct['field'] & (MendableField | 'village') }, RepairRefusal>> {
  if (mending.kind === 'undo') {
    const act = await findUndoable(ctx, { intakeId, ...mending })
    return act.ok ? done({ rows: act.value.rows, field: act.value.field as MendableField | 'village' }) : act
  }
  if (mending.kind === 'village') return done({ rows: await countUnplaced(ctx, intakeId, mending.placing), field: 'village' })
  const { alike } = mending
  const layouts = await layoutsOf(ctx, intakeId)
  let rows = 0
  for await (const cells of alikeCells(ctx, { intakeId, alike, layouts, on })) {
    rows += cells.filter(({ becomes }) => becomes !== undefined).length
    if (rows > quickRows) return done({ rows: await countFaulty(ctx, intakeId, alike.code), field: alike.field })
  }
  return done({ rows, field: alike.field })
}

/** Carries out one step, at once or as the work of a task. */
async function carryMending(
  ctx: Context,
  { intakeId, mending }: { intakeId: string; mending: Mending },
  work?: LongWork,
): Promise<Outcome<Mended, RepairRefusal>> {
  if (mending.kind === 'alike') {
    const mended = await repairAlike(ctx, { intakeId, alike: mending.alike }, work)
    if (!mended.ok) return mended
    const { repairId, repaired, accepted } = mended.value
    return done({ repairId, taskId: null, rows: repaired, accepted })
  }
  if (mending.kind === 'village') {
    const placed = await placeRows(ctx, { intakeId, placing: mending.placing }, work)
    return placed.ok ? done({ repairId: placed.value.repairId, taskId: null, rows: placed.value.placed, accepted: 0 }) : placed
  }
  const undo = { intakeId, ...mending }
  const [act] = await listActs(ctx, intakeId, mending.repairId)
  const restored = await (act?.field === 'village' ? unplaceRows : undoRepair)(ctx, undo, work)
  return restored.ok ? done({ repairId: mending.repairId, taskId: null, rows: restored.value.restored, accepted: 0 }) : restored
}

/**
 * The work of the task: one transaction. Killed anywhere it leaves nothing and is run again; run again after it was done, it finds its act and
 * does nothing.
 */
export async function mendAtLength(
  platform: Platform,
  asking: Asking,
  asked: { intakeId: string; repairId: string; mending: Mending },
  progress: Progress,
): Promise<Outcome<{ intakeId: string; rows: number }, RepairRefusal>> {
  const { intakeId, repairId, mending } = asked
  if (await look(platform, asking, (ctx) => isDone(ctx, asked))) return done({ intakeId, rows: 0 })
  const all = await look(platform, asking, (ctx) => rowsOf(ctx, intakeId, mending))
  const onLooked = (rows: number) => progress(Math.min(rows, all), all, mendingNote)
  const onCompared = (compared: number, of: number) => progress(all + compared, all + of, comparingNote)
  try {
    const mended = await carryOut(platform, asking, async (ctx) => {
      const outcome = await carryMending(ctx, { intakeId, mending }, { repairId, onLooked, onCompared })
      if (outcome.ok) await noteMendingTask(ctx, intakeId, null)
      return outcome
    })
    if (!mended.ok) await keep(platform, asking, (ctx) => noteMendingTask(ctx, intakeId, null))
    return mended.ok ? done({ intakeId, rows: mended.value.rows }) : mended
  } catch (error) {
    await keep(platform, asking, (ctx) => noteMendingTask(ctx, intakeId, null))
    throw error
  }
}

const mendingNote = { id: 'Memperbaiki dan memeriksa baris', en: 'Mending and checking rows' }
const comparingNote = {
  id: 'Membandingkan lagi dengan daftar lain dan registri',
  en: 'Comparing anew with other lists and the registry',
}

async function isDone(ctx: Context, asked: { intakeId: string; repairId: string; mending: Mending }): Promise<boolean> {
  const id = asked.mending.kind === 'undo' ? asked.mending.repairId : asked.repairId
  const [act] = await listActs(ctx, asked.intakeId, id)
  return asked.mending.kind === 'undo' ? act?.undoneAt !== null : act !== undefined
}

async function rowsOf(ctx: Context, intakeId: string, mending: Mending): Promise<number> {
  if (mending.kind === 'alike') return countFaulty(ctx, intakeId, mending.alike.code)
  if (mending.kind === 'village') return countUnplaced(ctx, intakeId, mending.placing)
  const { rows } = await sql<{
    count: number
  }>`select count(*) as count from intake_repair where region = ${ctx.region} and id = ${mending.repairId}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

function titleOf(mending: Mending, rows: number): Wording {
  const [id, en] = [formatCount(rows, 'id'), formatCount(rows, 'en')]
  if (mending.kind === 'undo') return { id: `Menarik kembali perbaikan ${id} baris`, en: `Taking back the repair of ${en} rows` }
  if (mending.kind === 'village') return { id: `Menetapkan desa ${id} baris`, en: `Setting the village of ${en} rows` }
  return { id: `Memperbaiki baris yang serupa`, en: `Mending all alike rows` }
}
