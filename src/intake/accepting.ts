import { sql } from 'kysely'
import { formatCount } from '../../values/numbers.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import { type Asking, carryOut, type Context, keep, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { enqueue, type Progress } from '../platform/tasks.ts'
import { removeWorkersOf } from '../registry/entries.ts'
import { releaseReplaced } from './corrections.ts'
import { enterPeople } from './entering.ts'
import type { IntakeRefusal } from './operations.ts'
import { findMendingTask, noteMendingTask } from './repairs/mendable.ts'
import * as store from './store.ts'

/** An act on a whole intake: its good rows enter the registry, or it is taken back. */
export type WholeAct = 'accept' | 'undo'

type Which = { intakeId: string; isTask?: boolean }

/** Enters the accepted rows of a checked intake into the registry; the others stay for mending. Leaves an audit line. */
export async function acceptIntake(ctx: Context, which: Which): Promise<Outcome<{ entered: number }, IntakeRefusal>> {
  const may = await mayAccept(ctx, which)
  if (!may.ok) return may
  const entered = await enterPeople(ctx, which.intakeId)
  await store.markAccepted(ctx, which.intakeId)
  await audit(ctx, 'intake.accepted', { kind: 'intake', id: which.intakeId }, { entered })
  return done({ entered })
}

/** Takes an intake back: its entries end, its lists may be handed in again. Refuses once something later rests on one of its people. */
export async function undoIntake(ctx: Context, which: Which): Promise<Outcome<{ removed: number }, IntakeRefusal>> {
  const may = await mayUndo(ctx, which)
  if (!may.ok) return may
  const lists = await store.listLists(ctx.db, ctx.region, which.intakeId)
  const ids = lists.map((list) => list.id)
  const removed = await removeWorkersOf(ctx, ids)
  await releaseReplaced(ctx, ids)
  await store.markUndone(ctx, which.intakeId)
  await audit(ctx, 'intake.undone', { kind: 'intake', id: which.intakeId }, { removed })
  return done({ removed })
}

async function mayAccept(ctx: Context, { intakeId, isTask = false }: Which): Promise<Outcome<unknown, IntakeRefusal>> {
  if (!isTask && (await findMendingTask(ctx, intakeId)) !== null) return refused({ reason: 'being-mended' })
  const intake = await store.holdIntake(ctx, intakeId)
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state === 'accepted') return refused({ reason: 'already-accepted', on: intake.accepted_at ?? '' })
  return intake.state === 'checked' ? done({}) : refused({ reason: 'not-checked', state: intake.state })
}

async function mayUndo(ctx: Context, { intakeId, isTask = false }: Which): Promise<Outcome<unknown, IntakeRefusal>> {
  if (!isTask && (await findMendingTask(ctx, intakeId)) !== null) return refused({ reason: 'being-mended' })
  const intake = await store.holdIntake(ctx, intakeId)
  if (intake === undefined || intake.state === 'undone') return refused({ reason: 'no-such-intake' })
  if (intake.state === 'waiting' || intake.state === 'reading') return refused({ reason: 'not-checked', state: intake.state })
  const { inDecree, merged } = await store.countInUse(ctx, intakeId)
  if (inDecree > 0) return refused({ reason: 'in-use', people: inDecree })
  return merged > 0 ? refused({ reason: 'merged-since', people: merged }) : done({})
}

/** Rows with which an act ends within a second. */
const quickRows = 5000

/** What became of an act: done, or begun as a task; `people` is how many entered or left, of a task how many rows it concerns. */
export type ActBegun = { people: number; taskId: string | null }

/** Accepts or takes back an intake: at once when it is small, else as a task. Refuses what the act itself would refuse. */
export async function startAct(
  ctx: Context,
  { intakeId, act }: { intakeId: string; act: WholeAct },
): Promise<Outcome<ActBegun, IntakeRefusal>> {
  const rows = await countRows(ctx, intakeId)
  if (rows <= quickRows) return carryAct(ctx, { intakeId, act })
  const may = await (act === 'accept' ? mayAccept : mayUndo)(ctx, { intakeId })
  if (!may.ok) return may
  const [id, en] = [formatCount(rows, 'id'), formatCount(rows, 'en')]
  const title =
    act === 'accept'
      ? { id: `Menerima ${id} orang ke registri`, en: `Accepting ${en} people into the registry` }
      : { id: `Membatalkan pendataan ${id} orang`, en: `Undoing the intake of ${en} people` }
  const taskId = await enqueue(ctx, { kind: 'intake.act', title, payload: { intakeId, act } })
  await noteMendingTask(ctx, intakeId, taskId)
  return done({ people: rows, taskId })
}

async function carryAct(ctx: Context, { intakeId, act, isTask = false }: Which & { act: WholeAct }) {
  if (act === 'accept') {
    const accepted = await acceptIntake(ctx, { intakeId, isTask })
    return accepted.ok ? done({ people: accepted.value.entered, taskId: null }) : accepted
  }
  const undone = await undoIntake(ctx, { intakeId, isTask })
  return undone.ok ? done({ people: undone.value.removed, taskId: null }) : undone
}

/** The work of the task, in one transaction: killed anywhere it leaves nothing and is run again; run again after it was done, it does nothing. */
export async function actAtLength(
  platform: Platform,
  asking: Asking,
  asked: { intakeId: string; act: WholeAct },
  progress: Progress,
): Promise<Outcome<{ intakeId: string; act: WholeAct; people: number }, IntakeRefusal>> {
  const { intakeId, act } = asked
  const before = await look(platform, asking, (ctx) => store.findIntake(ctx.db, ctx.region, intakeId))
  if (before?.state === (act === 'accept' ? 'accepted' : 'undone')) return done({ intakeId, act, people: 0 })
  progress(0)
  try {
    const outcome = await carryOut(platform, asking, async (ctx) => {
      const carried = await carryAct(ctx, { intakeId, act, isTask: true })
      if (carried.ok) await noteMendingTask(ctx, intakeId, null)
      return carried
    })
    if (!outcome.ok) await keep(platform, asking, (ctx) => noteMendingTask(ctx, intakeId, null))
    return outcome.ok ? done({ intakeId, act, people: outcome.value.people }) : outcome
  } catch (error) {
    await keep(platform, asking, (ctx) => noteMendingTask(ctx, intakeId, null))
    throw error
  }
}

async function countRows(ctx: Context, intakeId: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select coalesce(sum(rows), 0)::bigint as count from intake_file where region = ${ctx.region} and intake_id = ${intakeId}`.execute(
    ctx.db,
  )
  return rows[0]?.count ?? 0
}
