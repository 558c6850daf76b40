import { EventEmitter } from 'node:events'
import type { Runner } from 'graphile-worker'
import type { Region } from '../../values/areas.ts'
import type { Wording } from '../../values/language.ts'
import type { Outcome } from '../../values/outcome.ts'
import { type Actor, systemActor } from './actor.ts'
import { findActor } from './accounts.ts'
import type { Context } from './context.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'

/** Tells how far a piece of work is; may be called often, writes at most five times a second. */
export type Progress = (done: number, total?: number, note?: Wording) => void

/** Work of a kind: given who asked and what for, it runs to an outcome; run again after a crash, it must end the same. */
export type TaskWork = (
  platform: Platform,
  asked: { actor: Actor; region: Region; payload: Record<string, unknown>; progress: Progress },
) => Promise<Outcome<Record<string, unknown>, WordedRefusal>>

export type NewTask = { kind: string; title: Wording; payload: Record<string, string | number | boolean | null | string[]> }

/** Puts work into the queue in the operation's own transaction: it starts once that is committed, and only then. */
export async function enqueue(ctx: Context, task: NewTask): Promise<string> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('task')
    .values({
      region: ctx.region,
      id,
      kind: task.kind,
      title: JSON.stringify(task.title),
      payload: JSON.stringify(task.payload),
      created_by: ctx.actor.id,
      created_by_name: ctx.actor.name,
    })
    .execute()
  await ctx.client.query('select ucok.enqueue_task($1, $2)', [ctx.region, id])
  return id
}

/** Announces in this process that a task of a region moved, for those who follow it live. */
export const taskMoves = new EventEmitter().setMaxListeners(0)

/** What happens by the clock: `at` as cron writes it, in UTC. A time that passed while nothing ran is made up for within a day. */
export type Scheduled = { name: string; at: string; run(platform: Platform): Promise<void> }

/** Starts taking work from the queue, first what a killed process had begun, and doing by the clock what is scheduled. */
export async function startWorking(
  platform: Platform,
  works: Record<string, TaskWork>,
  schedule: readonly Scheduled[] = [],
): Promise<Runner> {
  await releaseAbandoned(platform)
  const { Logger, parseCronItems, run } = await import('graphile-worker')
  const backfillPeriod = 24 * 60 * 60 * 1000
  return run({
    parsedCronItems: parseCronItems(schedule.map(({ name, at }) => ({ task: name, match: at, options: { backfillPeriod } }))),
    pgPool: platform.owner,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger(() => () => {}),
    taskList: {
      ucok: async (payload) => carryTask(platform, works, payload as { region: Region; id: string }),
      ...Object.fromEntries(schedule.map(({ name, run: carry }) => [name, () => carry(platform)])),
    },
  })
}

/** One process serves a database: whatever another holds at our start was left behind by a killed one. */
async function releaseAbandoned(platform: Platform): Promise<void> {
  await platform.owner.query(
    `select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  )
}

async function carryTask(
  platform: Platform,
  works: Record<string, TaskWork>,
  { region, id }: { region: Region; id: string },
): Promise<void> {
  const { rows } = await platform.owner.query<{ kind: string; payload: Record<string, unknown>; created_by: string }>(
    `update task set state = 'running', started_at = now(), done = 0 where region = $1 and id = $2 and state in ('waiting', 'running') returning kind, payload, created_by`,
    [region, id],
  )
  const task = rows[0]
  if (task === undefined) return
  taskMoves.emit('moved', region)
  const work = works[task.kind]
  if (work === undefined) throw new Error(`no work of kind ${task.kind}`)
  const { progress, settle } = reportTo(platform, region, id)
  try {
    const actor = task.created_by === systemActor.id ? systemActor : await findActor(platform, { id: task.created_by })
    const outcome = await work(platform, { actor: actor ?? systemActor, region, payload: task.payload, progress })
    await settle()
    await finish(platform, region, id, outcome.ok ? 'done' : 'refused', outcome.ok ? outcome.value : { refusal: outcome.refusal })
  } catch (error) {
    platform.log.error({ err: error, task: id, kind: task.kind }, 'work failed')
    await settle()
    await finish(platform, region, id, 'failed', {})
  }
}

async function finish(
  platform: Platform,
  region: Region,
  id: string,
  state: string,
  result: Record<string, unknown>,
): Promise<void> {
  await platform.owner.query(
    `update task set state = $3, result = $4, finished_at = now(), done = case when $3 = 'done' then coalesce(total, done) else done end where region = $1 and id = $2`,
    [region, id, state, JSON.stringify(result)],
  )
  taskMoves.emit('moved', region)
}

/** Milliseconds between two writings of progress. */
const reportInterval = 200

function reportTo(platform: Platform, region: Region, id: string): { progress: Progress; settle: () => Promise<void> } {
  let last = 0
  let writing = Promise.resolve()
  const progress: Progress = (done, total, note) => {
    const now = Date.now()
    if (now - last < reportInterval) return
    last = now
    writing = writing
      .then(() =>
        platform.owner.query(
          'update task set done = $3, total = coalesce($4, total), note = coalesce($5, note) where region = $1 and id = $2',
          [region, id, done, total ?? null, note === undefined ? null : JSON.stringify(note)],
        ),
      )
      .then(() => void taskMoves.emit('moved', region))
  }
  return { progress, settle: () => writing.catch(() => {}) }
}
