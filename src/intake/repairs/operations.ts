import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../values/outcome.ts'
import { audit } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import type { OnCompared } from '../comparison.ts'
import type { RowName } from '../decisions.ts'
import { type Alike, alikeCells } from './alike.ts'
import type { Layout } from '../columns/layout.ts'
import { cellTyped, type MendableField, mendableFields } from './corrections.ts'
import { findMendable, type RepairRefusal } from './mendable.ts'
import { recheck, standsIn, type StoredRow, writtenIn } from './rechecking.ts'
import {
  keepRepairs,
  keyOf,
  layoutsOf,
  listActs,
  markActUndone,
  openMending,
  type RepairAct,
  rowsOfAct,
  rowsWhere,
  standingRepairs,
} from './store.ts'

/** Mends one cell of a row of a checked intake and checks and compares the row anew. What stood there is kept. */
export async function repairCell(
  ctx: Context,
  input: { intakeId: string; row: RowName; field: MendableField; value: string },
): Promise<Outcome<{ repairId: string }, RepairRefusal>> {
  const mendable = await findMendable(ctx, input.intakeId)
  if (!mendable.ok) return mendable
  const layouts = await layoutsOf(ctx, input.intakeId)
  const row = await findRow(ctx, input.intakeId, input.row)
  const layout = row && layouts.of(row)
  if (row === undefined || layout === undefined) return refused({ reason: 'no-such-row' })
  const repaired = cellTyped(input.field, input.value, mendable.value.on)
  const written = standsIn(row, layout, input.field)
  if (repaired === written) return refused({ reason: 'unchanged' })
  const id = ctx.newId()
  const mending = await openMending(ctx)
  await mending.take([
    { before: row, now: recheck(row, layout, mendable.value.terms, { ...row.repaired, [input.field]: repaired }) },
  ])
  await mending.end(input.intakeId)
  await keepRepairs(ctx, { id, intakeId: input.intakeId }, [{ row, field: input.field, code: null, written, repaired }])
  await audit(
    ctx,
    'intake.cell-repaired',
    { kind: 'intake', id: input.intakeId },
    { field: input.field, row: row.row, repair: id },
  )
  return done({ repairId: id })
}

/** A repair that a task carries out: the id its act gets, and who hears how many rows were looked at and compared. */
export type LongWork = { readonly repairId: string; readonly onLooked: (rows: number) => void; readonly onCompared: OnCompared }

/** Mends all cells that are alike in one step. Cells the correction does not fit stay as they are. */
export async function repairAlike(
  ctx: Context,
  input: { intakeId: string; alike: Alike },
  work?: LongWork,
): Promise<Outcome<{ repairId: string; repaired: number; accepted: number }, RepairRefusal>> {
  const mendable = await findMendable(ctx, input.intakeId, { isTask: work !== undefined })
  if (!mendable.ok) return mendable
  const layouts = await layoutsOf(ctx, input.intakeId)
  const id = work?.repairId ?? ctx.newId()
  const mending = await openMending(ctx)
  let [repaired, accepted] = [0, 0]
  const { field, code } = input.alike
  const wanted = { ...input, layouts, on: mendable.value.on, ...(work && { onLooked: work.onLooked }) }
  for await (const cells of alikeCells(ctx, wanted)) {
    const fitting = cells.flatMap(({ becomes, ...cell }) => (becomes === undefined ? [] : [{ ...cell, becomes }]))
    const mended = fitting.map(({ row, layout, becomes }) => ({
      before: row,
      now: recheck(row, layout, mendable.value.terms, { ...row.repaired, [field]: becomes }),
    }))
    await mending.take(mended)
    await keepRepairs(
      ctx,
      { id, intakeId: input.intakeId },
      fitting.map(({ row, written, becomes }) => ({ row, field, code, written, repaired: becomes })),
    )
    repaired += fitting.length
    accepted += mended.filter(({ now }) => now.row.verdict === 'accepted').length
  }
  if (repaired === 0) return refused({ reason: 'nothing-alike' })
  await mending.end(input.intakeId, work?.onCompared)
  await audit(ctx, 'intake.cells-repaired', { kind: 'intake', id: input.intakeId }, { field, code, cells: repaired, repair: id })
  return done({ repairId: id, repaired, accepted })
}

export type UndoRepair = { intakeId: string; repairId: string; mayUndoOthers: boolean }

/** The act of mending that somebody wants taken back, or why it cannot be. */
export async function findUndoable(ctx: Context, input: UndoRepair): Promise<Outcome<RepairAct, RepairRefusal>> {
  const [act] = await listActs(ctx, input.intakeId, input.repairId)
  if (act === undefined) return refused({ reason: 'no-such-repair' })
  if (act.undoneBy !== null) return refused({ reason: 'taken-back', by: act.undoneBy })
  if (!input.mayUndoOthers && act.madeById !== ctx.actor.id) return refused({ reason: 'not-yours', by: act.madeBy })
  return done(act)
}

/** Takes one act of mending back: its cells are again what stood there before, or what they were mended to since. Rows are checked and compared anew. */
export async function undoRepair(
  ctx: Context,
  input: UndoRepair,
  work?: Omit<LongWork, 'repairId'>,
): Promise<Outcome<{ restored: number }, RepairRefusal>> {
  const mendable = await findMendable(ctx, input.intakeId, { isTask: work !== undefined })
  if (!mendable.ok) return mendable
  const found = await findUndoable(ctx, input)
  if (!found.ok) return found
  const act = found.value
  await markActUndone(ctx, input.intakeId, input.repairId)
  const standing = await standingRepairs(ctx, input.repairId)
  const layouts = await layoutsOf(ctx, input.intakeId)
  const mending = await openMending(ctx)
  let restored = 0
  for await (const rows of rowsWhere(ctx, input.intakeId, rowsOfAct(ctx, input.repairId))) {
    const mended = rows.flatMap((row) => {
      const layout = layouts.of(row)
      if (layout === undefined) return []
      return [{ before: row, now: recheck(row, layout, mendable.value.terms, standing.get(keyOf(row)) ?? {}) }]
    })
    await mending.take(mended)
    restored += mended.length
    work?.onLooked(restored)
  }
  await mending.end(input.intakeId, work?.onCompared)
  await audit(
    ctx,
    'intake.repair-undone',
    { kind: 'intake', id: input.intakeId },
    { field: act.field, cells: restored, repair: act.id },
  )
  return done({ restored })
}

/** Shows the cells of a row whole, as somebody needs who compares them with a card: a deliberate act that leaves an audit line (UU 27/2022). */
export async function showCells(
  ctx: Context,
  input: { intakeId: string; row: RowName },
): Promise<Outcome<{ cells: { field: MendableField; written: string; now: string }[] }, RepairRefusal>> {
  const row = await findRow(ctx, input.intakeId, input.row)
  const layout = row && (await layoutsOf(ctx, input.intakeId)).of(row)
  if (row === undefined || layout === undefined) return refused({ reason: 'no-such-row' })
  await audit(ctx, 'intake.row-shown', { kind: 'intake', id: input.intakeId }, { row: row.row, list: row.fileId })
  return done({ cells: cellsOf(row, layout) })
}

async function findRow(ctx: Context, intakeId: string, { fileId, sheet, row }: RowName): Promise<StoredRow | undefined> {
  const which = sql`r.file_id = ${fileId} and r.sheet = ${sheet} and r.row_number = ${row}`
  for await (const [found] of rowsWhere(ctx, intakeId, which)) return found
  return undefined
}

function cellsOf(row: StoredRow, layout: Layout): { field: MendableField; written: string; now: string }[] {
  return mendableFields.map((field) => ({ field, written: writtenIn(row, layout, field), now: standsIn(row, layout, field) }))
}
