import { sql } from 'kysely'
import { areaOfRegion } from '../../values/areas.ts'
import { done } from '../../values/outcome.ts'
import { listAccounts } from './accounts.ts'
import type { Role } from './actor.ts'
import { verifyAudit, wordVerification, wordVerifyRefusal } from './audit-chain.ts'
import { type Asking, type Context, look, todayIn } from './context.ts'
import { sessionCookie } from './http.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'
import { worded } from './refusal.ts'
import { type Route, route } from './route.ts'
import * as api from './session-api.ts'
import { chooseLanguage, type Session, signIn, signOut, type SignInRefusal } from './sessions.ts'
import { taskMoves } from './tasks.ts'

/** The password of every demonstration account; it is printed at the start and shown on the sign-in page of a demonstration. */
export const demoPassword = 'badung-peduli'

export const platformRoutes: Route[] = [
  route(api.readWelcome, async ({ platform }) => done(await welcome(platform))),
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
  route(api.openSession, async ({ platform, body, reply }) => {
    const outcome = await signIn(platform, body)
    if (!outcome.ok) return worded(outcome, wordSignInRefusal)
    const isSecure = platform.settings.publicUrl?.startsWith('https:') ?? false
    reply.setCookie(sessionCookie, outcome.value.token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure })
    return done(await describeSession(platform, outcome.value.session))
  }),
  route(api.readSession, async ({ platform, session }) => done(await describeSession(platform, session))),
  route(api.closeSession, async ({ platform, request, reply }) => {
    await signOut(platform, request.cookies[sessionCookie] ?? '')
    reply.clearCookie(sessionCookie, { path: '/' })
    return done(undefined)
  }),
  route(api.changeLanguage, async ({ platform, session, body }) => {
    await chooseLanguage(platform, session.actor.id, body.language)
    return done(undefined)
  }),
  route(api.listTasks, async ({ platform, asking }) => done({ tasks: await tasksOf(platform, asking) })),
  route(api.followTasks, async ({ platform, asking, request }) => done(moves(platform, asking, request.raw))),
  route(api.listAuditLines, async ({ look: read, query }) => done(await read((ctx) => auditLines(ctx, query)))),
  route(api.verifyAuditChain, async ({ look: read }) => {
    const outcome = worded(await read((ctx) => verifyAudit(ctx)), wordVerifyRefusal)
    return outcome.ok ? done({ ...outcome.value, wording: wordVerification(outcome.value) }) : outcome
  }),
  route(api.listPeople, async ({ look: read }) => done({ accounts: await read(listAccounts) })),
]

async function welcome(platform: Platform) {
  const { rows: regions } = await platform.pool.query<{ name: string; is_demo: boolean }>(
    'select name, is_demo from region_profile order by opened_at limit 1',
  )
  const { rows } = await platform.pool.query<{ username: string; fullName: string; office: string | null; roles: Role[] }>(
    `select username, full_name as "fullName", office, array(select role from account_role r where r.account_id = a.id) as roles from account a where is_demo and is_active order by created_at`,
  )
  return {
    regionName: regions[0]?.name ?? null,
    isDemo: regions[0]?.is_demo ?? false,
    demoAccounts: rows,
    demoPassword: rows.length > 0 ? demoPassword : null,
  }
}

async function describeSession(platform: Platform, session: Session) {
  const { rows } = await platform.pool.query<{ name: string }>('select name from region_profile where region = $1', [
    session.region,
  ])
  return {
    account: { id: session.actor.id, username: session.username, fullName: session.actor.name, office: session.office },
    grants: session.actor.grants.map((grant) => ({ role: grant.role, area: grant.area as string })),
    region: {
      code: session.region as string,
      area: areaOfRegion(session.region) as string,
      name: rows[0]?.name ?? session.region,
    },
    language: session.language,
    csrfToken: session.csrfToken,
    today: todayIn(session.region).toString(),
  }
}

function wordSignInRefusal(refusal: SignInRefusal): WordedRefusal {
  if (refusal.reason === 'no-role') {
    return {
      reason: 'no-role',
      status: 403,
      title: { id: 'Akun ini belum diberi peran pada satu wilayah pun.', en: 'This account has no role in any region yet.' },
      todo: { id: 'Minta administrator memberi peran.', en: 'Ask the administrator for a role.' },
    }
  }
  return {
    reason: 'wrong-credentials',
    status: 401,
    title: { id: 'Nama pengguna atau kata sandi tidak cocok.', en: 'The user name or the password does not fit.' },
    todo: { id: 'Periksa huruf besar dan kecil, lalu coba lagi.', en: 'Check capital and small letters and try again.' },
  }
}

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

async function* moves(platform: Platform, asking: Asking, connection: NodeJS.EventEmitter): AsyncGenerator<unknown> {
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
    while (stream.isOpen) {
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

type AuditQuery = { subjectKind?: string; subjectId?: string; act?: string; actor?: string; before?: number; limit: number }

async function auditLines(ctx: Context, query: AuditQuery) {
  let filtered = ctx.db.selectFrom('audit_line')
  if (query.subjectKind !== undefined) filtered = filtered.where('subject_kind', '=', query.subjectKind)
  if (query.subjectId !== undefined) filtered = filtered.where('subject_id', '=', query.subjectId)
  if (query.act !== undefined) filtered = filtered.where('act', 'like', `${query.act}%`)
  if (query.actor !== undefined) filtered = filtered.where('actor_name', 'ilike', `%${query.actor}%`)
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
