import { sql } from 'kysely'
import type { Context } from './context.ts'
import { discardFile } from './files.ts'
import type { Platform } from './platform.ts'

/** Something kept no longer than a number of days: how much of it is due, and deleting that. The caller leaves the audit line. */
export type Outdated = { count(ctx: Context, days: number): Promise<number>; remove(ctx: Context, days: number): Promise<number> }

const endedBefore = (days: number) => sql`coalesce(ended_at, expires_at) < now() - make_interval(days => ${days})`

/** Sessions that ended, or ran out, long ago. */
export const outdatedSessions: Outdated = {
  count: (ctx, days) => counted(ctx, sql`session where region = ${ctx.region} and ${endedBefore(days)}`),
  remove: async (ctx, days) =>
    removed(await sql`delete from session where region = ${ctx.region} and ${endedBefore(days)}`.execute(ctx.db)),
}

const unusedBefore = (days: number) => sql`last_used_at < now() - make_interval(days => ${days})`

/** Browsers from which nobody has signed in for long. */
export const outdatedDevices: Outdated = {
  count: (ctx, days) => counted(ctx, sql`known_device where ${unusedBefore(days)}`),
  remove: async (ctx, days) => removed(await sql`delete from known_device where ${unusedBefore(days)}`.execute(ctx.db)),
}

const finishedBefore = (days: number) => sql`finished_at < now() - make_interval(days => ${days})`

/** Work that ended long ago: its title and result name files and people. */
export const outdatedTasks: Outdated = {
  count: (ctx, days) => counted(ctx, sql`task where region = ${ctx.region} and ${finishedBefore(days)}`),
  remove: async (ctx, days) =>
    removed(await sql`delete from task where region = ${ctx.region} and ${finishedBefore(days)}`.execute(ctx.db)),
}

/** How many files that were handed in are kept longer than the days. */
export async function countOutdatedFiles(ctx: Context, days: number): Promise<number> {
  return counted(ctx, outdatedFiles(ctx, days))
}

/** Deletes the bytes of such files and notes when; what the file was (name, fingerprint, who) stays. Run again after a crash, it ends the same. */
export async function eraseOutdatedFiles(platform: Platform, ctx: Context, days: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from ${outdatedFiles(ctx, days)}`.execute(ctx.db)
  for (const { id } of rows) await discardFile(platform, id)
  const ids = rows.map(({ id }) => id)
  await sql`update stored_file set erased_at = now() where region = ${ctx.region} and id = any (${ids}::uuid[])`.execute(ctx.db)
  return ids.length
}

const outdatedFiles = (ctx: Context, days: number) =>
  sql`stored_file where region = ${ctx.region} and erased_at is null and created_at < now() - make_interval(days => ${days})`

async function counted(ctx: Context, from: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(ctx.db)
  return rows[0]?.count ?? 0
}

function removed(result: { numAffectedRows?: bigint }): number {
  return Number(result.numAffectedRows ?? 0)
}
