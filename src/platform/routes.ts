import { sql } from 'kysely'
import { type Day, day } from '../../values/days.ts'
import { done } from '../../values/outcome.ts'
import { timeZoneOf } from '../../values/time-zones.ts'
import { verifyAudit, wordVerification, wordVerifyRefusal } from './audit-chain.ts'
import { type Asking, type Context, look } from './context.ts'
import { cookieOf } from './cookies.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import type { Platform } from './platform.ts'
import { worded } from './refusal.ts'
import { type Route, route } from './route.ts'
import * as api from './session-api.ts'
import { sessionRoutes } from './session-routes.ts'
import { findSession } from './sessions.ts'
import { taskMoves } from './tasks.ts'

export const platformRoutes: Route[] = [
  ...sessionRoutes,
  ...ownAccountRoutes,
  route(api.readHealth, async ({ platform }) => {
    const { rows } = await platform.pool.query<{ version: string; schema: string }>(
      `select current_setting('server_version') as version, (select max(name) from migration) as schema`,
    )
    return done({
      status: 'ok' as const,
      database: rows[0]?.version ?? '',
      schema: rows[0]?.schema ?? '',
      uptimeSeconds: Math.round(process.uptime()),
    })
  }),
  route(api.listTasks, async ({ platform, asking }) => done({ tasks: await tasksOf(platform, asking) })),
  route(api.followTasks, async ({ platform, asking, request }) => {
    const token = cookieOf(platform.settings, request, 'session') ?? ''
    const lives = async () => (await findSession(platform, token, true)) !== undefined
    return done(moves(platform, asking, { connection: request.raw, lives }))
  }),
  route(api.listAuditLines, async ({ look: read, query }) => done(await read((ctx) => auditLines(ctx, query)))),
  route(api.verifyAuditChain, async ({ look: read }) => {
    const outcome = worded(await read((ctx) => verifyAudit(ctx)), wordVerifyRefusal)
    return outcome.ok ? done({ ...outcome.value, wording: wordVerification(outcome.value) }) : outcome
  }),
]

/** Tasks a person sees: those still under way, and those that ended within a day. */
async function tasksOf(platform: Platform, asking: Asking) {
  return look(platform, asking, async (ctx) => {
    const rows = await ctx.db
      .selectFrom('task')
      .selectAll()
      .where((where) =>
        where.or([
          where('state', 'in', ['waiting', 'running']),
          where('finished_at', '>', sql<string>`now() - interval '1 day'`),
        ]),
      )
      .orderBy('created_at', 'desc')
      .limit(100)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title as { id: string; en: string },
      state: row.state as 'waiting' | 'running' | 'done' | 'refused' | 'failed',
      done: row.done,
      total: row.total,
      note: row.note as { id: string; en: string } | null,
      result: row.result as Record<string, unknown> | null,
      createdBy: row.created_by_name,
      createdAt: row.created_at,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
    }))
  })
}

/** Milliseconds after which a silent stream tells where things stand all the same. */
const heartbeat = 15_000

/** Who follows: the connection, and whether their session still lives. */
type Follower = { connection: NodeJS.EventEmitter; lives: () => Promise<boolean> }

async function* moves(platform: Platform, asking: Asking, { connection, lives }: Follower): AsyncGenerator<unknown> {
  const stream = { hasMoved: false, isOpen: true, wake: () => {} }
  const note = () => {
    stream.hasMoved = true
    stream.wake()
  }
  const close = () => {
    stream.isOpen = false
    stream.wake()
  }
  taskMoves.on('moved', note)
  connection.once('close', close)
  try {
    while (stream.isOpen && (await lives())) {
      // What moves while the tasks are being read is told in the next round: nothing is missed between two waits.
      stream.hasMoved = false
      yield { tasks: await tasksOf(platform, asking) }
      if (stream.hasMoved || !stream.isOpen) continue
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, heartbeat)
        stream.wake = () => {
          clearTimeout(late)
          resolve()
        }
      })
    }
  } finally {
    taskMoves.off('moved', note)
    connection.off('close', close)
  }
}

type AuditQuery = {
  subjectKind?: string
  subjectId?: string
  act?: string
  actor?: string
  from?: string
  until?: string
  before?: number
  limit: number
}

async function auditLines(ctx: Context, query: AuditQuery) {
  let filtered = ctx.db.selectFrom('audit_line')
  if (query.subjectKind !== undefined) filtered = filtered.where('subject_kind', '=', query.subjectKind)
  if (query.subjectId !== undefined) filtered = filtered.where('subject_id', '=', query.subjectId)
  if (query.act !== undefined) filtered = filtered.where('act', 'like', `${query.act}%`)
  if (query.actor !== undefined) filtered = filtered.where('actor_name', 'ilike', `%${query.actor}%`)
  const zone = timeZoneOf(ctx.region)
  if (query.from !== undefined) filtered = filtered.where('at', '>=', startOf(day(query.from), zone))
  if (query.until !== undefined) filtered = filtered.where('at', '<', startOf(day(query.until).add({ days: 1 }), zone))
  const page = query.before === undefined ? filtered : filtered.where('id', '<', query.before)
  const rows = await page.selectAll().orderBy('id', 'desc').limit(query.limit).execute()
  const { count } = await filtered.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const lines = rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: row.details as Record<string, unknown>,
  }))
  return { lines, count }
}

/** The moment a day begins by the clock of a zone, as the database takes it. */
function startOf(on: Day, zone: string): string {
  return on.toZonedDateTime(zone).toInstant().toString()
}
