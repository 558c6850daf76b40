import { basename } from 'node:path'
import { day, formatDay } from '../../values/days.ts'
import type { Region } from '../../values/areas.ts'
import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Actor } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import { carryOut, type Context, keep, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { enqueue, type Progress } from '../platform/tasks.ts'
import { compareIntake, type OnCompared } from './comparison.ts'
import { compareAllAgain } from './comparing-again.ts'
import { settleCorrections } from './corrections.ts'
import type { HandedIn } from './intake.ts'
import { readSomeLists } from './lists.ts'
import { followReading, type ListRead } from './reading-progress.ts'
import { placeAsWritten } from './repairs/villages.ts'
import * as store from './store.ts'

export type IntakeRefusal =
  | { reason: 'no-lists' }
  | { reason: 'all-known'; intakeId: string; judgedOn: string }
  | { reason: 'no-such-intake' }
  | { reason: 'not-checked'; state: string }
  | { reason: 'already-accepted'; on: string }
  | { reason: 'in-use'; people: number }
  | { reason: 'merged-since'; people: number }
  | { reason: 'being-mended' }

/** How lists are handed in: by the queue (a browser), or read at once by the caller (the command line). */
export type HandIn = { lists: readonly HandedIn[]; judgedOn: string; byQueue: boolean }

/** Opens an intake for lists that are new; refuses when each was handed in before. Leaves an audit line. */
export async function handIn(
  ctx: Context,
  input: HandIn,
): Promise<Outcome<{ intakeId: string; taskId: string | null; known: KnownList[] }, IntakeRefusal>> {
  if (input.lists.length === 0) return refused({ reason: 'no-lists' })
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.hand-in' || $1))`, [ctx.region])
  const known = await store.findKnownLists(ctx.db, ctx.region, input.lists)
  const isKnown = (list: HandedIn) => known.some((other) => other.sha256 === list.sha256 && other.name === list.name)
  const fresh = input.lists.filter((list) => !isKnown(list))
  const first = known[0]
  if (fresh.length === 0 && first !== undefined)
    return refused({ reason: 'all-known', intakeId: first.intakeId, judgedOn: first.judgedOn })
  const id = ctx.newId()
  const title = fresh.length === 1 ? (fresh[0]?.name ?? '') : `${fresh.length} daftar, ${formatDay(ctx.today, 'id')}`
  const words = { id: `Membaca ${title}`, en: `Reading ${title}` }
  const taskId = input.byQueue ? await enqueue(ctx, { kind: 'intake.read', title: words, payload: { intakeId: id } }) : null
  await store.addIntake(ctx, {
    id,
    title,
    judgedOn: input.judgedOn,
    taskId,
    lists: fresh.map((list) => ({ ...list, id: ctx.newId() })),
  })
  await audit(
    ctx,
    'intake.handed-in',
    { kind: 'intake', id },
    { lists: fresh.map((list) => basename(list.name)), known: input.lists.length - fresh.length },
  )
  return done({ intakeId: id, taskId, known: knownOf(known, input.lists) })
}

/** A list that was handed in before, and the intake in which it stands. */
export type KnownList = { name: string; sha256: string; intakeId: string; title: string }

/** Which of some lists were handed in before, each with its intake: they are not read again. */
export async function findKnown(ctx: Context, lists: readonly HandedIn[]): Promise<KnownList[]> {
  return knownOf(await store.findKnownLists(ctx.db, ctx.region, lists), lists)
}

function knownOf(known: Awaited<ReturnType<typeof store.findKnownLists>>, lists: readonly HandedIn[]): KnownList[] {
  return lists.flatMap(({ name, sha256 }) => {
    const before = known.find((other) => other.sha256 === sha256 && other.name === name)
    return before === undefined ? [] : [{ name, sha256, intakeId: before.intakeId, title: before.title }]
  })
}

type Asked = { actor: Actor; region: Region }

/**
 * Reads and checks every list of an intake that is not read yet, some lists a transaction, then compares them all. Killed anywhere and run
 * again, it goes on with the first list that was not finished, and ends the same.
 */
export async function readIntake(
  platform: Platform,
  asked: Asked,
  intakeId: string,
  progress: Progress,
): Promise<Outcome<{ intakeId: string }, IntakeRefusal>> {
  const intake = await look(platform, asked, (ctx) => store.findIntake(ctx.db, asked.region, intakeId))
  if (intake === undefined) return refused({ reason: 'no-such-intake' })
  if (intake.state !== 'waiting' && intake.state !== 'reading') return done({ intakeId })
  await keep(platform, asked, (ctx) => store.setIntakeState(ctx, intakeId, 'reading'))
  const lists = await look(platform, asked, (ctx) => store.listLists(ctx.db, asked.region, intakeId))
  let waiting = lists.filter((list) => list.state === 'waiting')
  let rows = lists.reduce((sum, list) => sum + (list.state === 'waiting' ? 0 : list.rows), 0)
  const following = followReading(platform, asked)
  while (waiting.length > 0) {
    const before = rows
    const batch = {
      lists: waiting,
      judgedOn: day(intake.judged_on),
      report: (read: number, name: string, list: ListRead) => {
        progress(before + read, undefined, readingNote(name))
        following.tell(list)
      },
      settleReports: following.settle,
    }
    const taken = await keep(platform, asked, (ctx) => readSomeLists(ctx, platform, batch))
    rows += taken.rows
    waiting = waiting.slice(taken.lists)
  }
  const note = { id: 'Membandingkan dengan daftar lain dan registri', en: 'Comparing with other lists and the registry' }
  const onCompared = (compared: number, all: number) => progress(rows + compared, rows + all, note)
  onCompared(0, rows)
  const isAgain = lists.some((list) => list.state !== 'waiting')
  return carryOut(platform, asked, (ctx) => closeReading(ctx, { intakeId, rows, isAgain, onCompared }))
}

function readingNote(name: string): Wording {
  return { id: `Membaca ${name}`, en: `Reading ${name}` }
}

type Closing = { intakeId: string; rows: number; isAgain: boolean; onCompared: OnCompared }

/** Where lists were read before, what a comparison with the old rows of this one found in them is taken back first. */
async function closeReading(ctx: Context, closing: Closing): Promise<Outcome<{ intakeId: string }, IntakeRefusal>> {
  const { intakeId, rows, isAgain, onCompared } = closing
  const intake = await store.findIntake(ctx.db, ctx.region, intakeId)
  if (intake?.state !== 'reading') return done({ intakeId })
  await placeAsWritten(ctx, intakeId)
  await settleCorrections(ctx, intakeId)
  await (isAgain ? compareAllAgain : compareIntake)(ctx, intakeId, onCompared)
  await store.recountLists(ctx, intakeId)
  await store.setIntakeState(ctx, intakeId, 'checked')
  await audit(ctx, 'intake.checked', { kind: 'intake', id: intakeId }, { rows })
  return done({ intakeId })
}
