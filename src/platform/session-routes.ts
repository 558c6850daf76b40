import type { FastifyReply, FastifyRequest } from 'fastify'
import { areaOfRegion } from '../../values/areas.ts'
import { done, type Outcome } from '../../values/outcome.ts'
import type { Role } from './actor.ts'
import { todayIn } from './context.ts'
import { cookieOf, dropCookie, giveCookie } from './cookies.ts'
import { demoPassword } from './passwords.ts'
import type { Platform } from './platform.ts'
import { finishProviderSignIn, type ProviderRefusal, startProviderSignIn } from './provider.ts'
import { worded } from './refusal.ts'
import { type Redirect, type Route, route } from './route.ts'
import * as api from './session-api.ts'
import { chooseLanguage, endSession, type Session } from './sessions.ts'
import { showCode, type SignedIn, signIn, type Visitor, wordSignInRefusal } from './sign-in.ts'

/** Signing in and out, with a password or through a provider. */
export const sessionRoutes: Route[] = [
  route(api.readWelcome, async ({ platform }) => done(await welcome(platform))),
  route(api.openSession, async ({ platform, body, request, reply }) => {
    const outcome = await signIn(platform, body, visitorOf(platform, request))
    if (!outcome.ok) return worded(outcome, wordSignInRefusal)
    await endSession(platform, cookieOf(platform.settings, request, 'session') ?? '')
    keepSignedIn(platform, reply, outcome.value)
    return done(await describeSession(platform, outcome.value.session))
  }),
  route(api.presentCode, async ({ platform, session, body, request, reply }) => {
    const outcome = await showCode(platform, session, body.code, visitorOf(platform, request))
    if (!outcome.ok) return worded(outcome, wordSignInRefusal)
    keepSignedIn(platform, reply, outcome.value)
    return done(await describeSession(platform, outcome.value.session))
  }),
  route(api.startProvider, async ({ platform, reply }) => {
    const outcome = await startProviderSignIn(platform)
    if (!outcome.ok) return toSignInPage(outcome.refusal)
    giveCookie(platform.settings, reply, 'provider', outcome.value.cookie)
    return done({ to: outcome.value.to })
  }),
  route(api.returnFromProvider, async ({ platform, request, reply }) => {
    const cookie = cookieOf(platform.settings, request, 'provider')
    dropCookie(platform.settings, reply, 'provider')
    const visitor = visitorOf(platform, request)
    const outcome = await finishProviderSignIn(platform, { address: request.url, cookie, visitor })
    if (!outcome.ok) return toSignInPage(outcome.refusal)
    await endSession(platform, cookieOf(platform.settings, request, 'session') ?? '')
    keepSignedIn(platform, reply, outcome.value)
    return done({ to: '/' })
  }),
  route(api.readSession, async ({ platform, session }) => done(await describeSession(platform, session))),
  route(api.closeSession, async ({ platform, request, reply }) => {
    await endSession(platform, cookieOf(platform.settings, request, 'session') ?? '')
    dropCookie(platform.settings, reply, 'session')
    return done(undefined)
  }),
  route(api.changeLanguage, async ({ platform, session, body }) => {
    await chooseLanguage(platform, session.actor.id, body.language)
    return done(undefined)
  }),
]

/** Where a request comes from, and by which token we know the browser. */
function visitorOf(platform: Platform, request: FastifyRequest): Visitor {
  return {
    address: request.ip,
    browser: request.headers['user-agent'] ?? '',
    deviceToken: cookieOf(platform.settings, request, 'device'),
  }
}

function keepSignedIn(platform: Platform, reply: FastifyReply, { token, deviceToken }: SignedIn): void {
  giveCookie(platform.settings, reply, 'session', token)
  giveCookie(platform.settings, reply, 'device', deviceToken)
}

/** A browser that comes from elsewhere cannot be answered with words: the sign-in page says them. */
function toSignInPage(refusal: ProviderRefusal): Outcome<Redirect, never> {
  return done({ to: `/?masuk=${refusal.reason}` })
}

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
    providerName: platform.settings.provider?.name ?? null,
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
    standing: session.standing,
    isDemo: session.isDemo,
    hasPassword: session.hasPassword,
    hasFactor: session.hasFactor,
    csrfToken: session.csrfToken,
    today: todayIn(session.region).toString(),
  }
}
