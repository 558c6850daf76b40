import type { Region } from '../../values/areas.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { countOutdatedParts, removeOutdatedParts } from '../confidential/operations.ts'
import { countOutdatedRows, forgetOutdatedRows } from '../intake/retention.ts'
import { countOutdatedAnswers, removeOutdatedAnswers } from '../matching/retention.ts'
import { systemActor } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import { type Context, keep } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import {
  countOutdatedFiles,
  eraseOutdatedFiles,
  outdatedDevices,
  outdatedSessions,
  outdatedTasks,
} from '../platform/retention.ts'
import { enqueue, type Scheduled, type TaskWork } from '../platform/tasks.ts'
import { countOutdatedWorkers, forgetOutdatedWorkers } from '../registry/retention.ts'
import { type RetentionRule, retentionRules } from './retention-rules.ts'
import { type PartOnly, seesWholeRegion } from './whole-region.ts'

/** How a rule's due records are counted, and how they go. */
type Means = {
  count(ctx: Context, days: number): Promise<number>
  carryOut(platform: Platform, ctx: Context, days: number): Promise<number>
}

const means: Readonly<Record<string, Means>> = {
  sessions: { count: outdatedSessions.count, carryOut: (_, ctx, days) => outdatedSessions.remove(ctx, days) },
  tasks: { count: outdatedTasks.count, carryOut: (_, ctx, days) => outdatedTasks.remove(ctx, days) },
  devices: { count: outdatedDevices.count, carryOut: (_, ctx, days) => outdatedDevices.remove(ctx, days) },
  'refused-rows': {
    count: (ctx, days) => countOutdatedRows(ctx, 'refused', days),
    carryOut: (_, ctx, days) => forgetOutdatedRows(ctx, 'refused', days),
  },
  'register-answers': { count: countOutdatedAnswers, carryOut: (_, ctx, days) => removeOutdatedAnswers(ctx, days) },
  'list-rows': {
    count: (ctx, days) => countOutdatedRows(ctx, 'every', days),
    carryOut: (_, ctx, days) => forgetOutdatedRows(ctx, 'every', days),
  },
  files: { count: countOutdatedFiles, carryOut: eraseOutdatedFiles },
  'removed-workers': { count: countOutdatedWorkers, carryOut: (_, ctx, days) => forgetOutdatedWorkers(ctx, days) },
  confidential: { count: countOutdatedParts, carryOut: (_, ctx, days) => removeOutdatedParts(ctx, days) },
}

/** Rules by which something goes when its time is over, in the order of the schedule. */
const ending = retentionRules.flatMap((rule) => {
  const how = means[rule.id]
  if (rule.days === null) return []
  if (how === undefined) throw new Error(`the rule ${rule.id} ends, and nothing carries it out`)
  return [{ rule, how, days: rule.days }]
})

export type ScheduleLine = { rule: RetentionRule; due: number }

/** The whole schedule with what is due today, without touching anything: the rehearsal of `carryOutRetention`. */
export async function readSchedule(ctx: Context): Promise<Outcome<ScheduleLine[], PartOnly>> {
  if (!seesWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const due = new Map<string, number>()
  for (const { rule, how, days } of ending) due.set(rule.id, await how.count(ctx, days))
  return done(retentionRules.map((rule) => ({ rule, due: due.get(rule.id) ?? 0 })))
}

const kind = 'privacy.retention'

/** Puts the job into the queue that deletes or makes nameless what is due. Leaves an audit line; the job leaves one with what it did. */
export async function startRetention(ctx: Context): Promise<Outcome<{ taskId: string }, PartOnly>> {
  if (!seesWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const title = { id: 'Retensi: menghapus yang sudah lewat waktunya', en: 'Retention: deleting what is kept no longer' }
  const taskId = await enqueue(ctx, { kind, title, payload: {} })
  await audit(ctx, 'privacy.retention-started', { kind: 'region', id: ctx.region })
  return done({ taskId })
}

/** Carries the schedule out, a rule a transaction with its own audit line; killed anywhere, the next run does the rest. */
export async function carryOutRetention(
  platform: Platform,
  asking: Parameters<typeof keep>[1],
  onRule: (done: number, of: number) => void = () => {},
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [place, { rule, how, days }] of ending.entries()) {
    onRule(place, ending.length)
    counts[rule.id] = await keep(platform, asking, async (ctx) => {
      const gone = await how.carryOut(platform, ctx, days)
      if (gone > 0)
        await audit(ctx, 'privacy.retention-carried-out', { kind: 'region', id: ctx.region }, { rule: rule.id, gone, days })
      return gone
    })
  }
  return counts
}

export const retentionWorks: Record<string, TaskWork> = {
  [kind]: async (platform, { actor, region, progress }) => done(await carryOutRetention(platform, { actor, region }, progress)),
}

/** Every night at 17.30 UTC, half past one in Bali, each region's schedule is put into the queue, in the name of the system. */
export const nightlyRetention: Scheduled = {
  name: 'nightly-retention',
  at: '30 17 * * *',
  run: async (platform) => {
    const { rows } = await platform.owner.query<{ region: Region }>('select region from region_profile order by region')
    for (const { region } of rows) await keep(platform, { actor: systemActor, region }, startRetention)
  },
}
