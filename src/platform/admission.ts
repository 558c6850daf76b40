import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasRole, roles } from './actor.ts'
import { cookieOf } from './cookies.ts'
import type { Audience } from './endpoint.ts'
import type { Platform } from './platform.ts'
import { csrfMissing, forbidden, notSignedIn, owed, sendProblem } from './problems.ts'
import type { Route } from './route.ts'
import { findSession, type Session } from './sessions.ts'
import type { Standing } from './standing.ts'
import type { WordedRefusal } from './refusal.ts'

/** An address that nobody is named for must not open at all. */
export function isAudience(audience: unknown): boolean {
  if (typeof audience === 'string') return ['public', 'any-session', 'own-account', 'signed-in'].includes(audience)
  return Array.isArray(audience) && audience.length > 0 && audience.every((role) => roles.includes(role))
}

const sessions = new WeakMap<FastifyRequest, Session>()

/** The session of a request that was let in. */
export function sessionOf(request: FastifyRequest): Session | undefined {
  return sessions.get(request)
}

/** Permitted? Signed in, owing nothing, in a role that may, and with the token that shows that our own page asks. */
export async function admit(
  platform: Platform,
  { endpoint }: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (endpoint.roles === 'public') return undefined
  const token = cookieOf(platform.settings, request, 'session')
  const isQuiet = request.headers['x-ucok-quiet'] !== undefined
  const session = token === undefined ? undefined : await findSession(platform, token, isQuiet)
  if (session === undefined) return sendProblem(reply, notSignedIn)
  const kept = keptOut(endpoint, request, session)
  if (kept !== undefined) {
    request.log.warn({ account: session.actor.id, method: endpoint.method, path: endpoint.path, reason: kept.reason }, 'kept out')
    return sendProblem(reply, kept)
  }
  sessions.set(request, withinRoles(session, endpoint.roles))
  return undefined
}

/** Why somebody who is signed in may not come in here: no token of our own page, something still owed, or no role that may. */
function keptOut(endpoint: Route['endpoint'], request: FastifyRequest, session: Session): WordedRefusal | undefined {
  if (endpoint.method !== 'GET' && request.headers['x-ucok-csrf'] !== session.csrfToken) return csrfMissing
  const debt = findDebt(session.standing, endpoint.roles)
  if (debt !== undefined || typeof endpoint.roles === 'string') return debt
  return hasRole(session.actor, endpoint.roles, session.region) ? undefined : forbidden
}

/** What a session owes before it may come to an address of this audience. */
function findDebt(standing: Standing, audience: Audience): WordedRefusal | undefined {
  if (standing === 'full' || audience === 'any-session') return undefined
  if (audience === 'own-account' && standing !== 'code-due') return undefined
  return owed[standing]
}

/** Only the areas of the roles an address is for count there: a planner of the region who is officer of one village is no officer elsewhere. */
function withinRoles(session: Session, audience: Audience): Session {
  if (typeof audience === 'string') return session
  const grants = session.actor.grants.filter((grant) => audience.includes(grant.role))
  return { ...session, actor: { ...session.actor, grants } }
}
