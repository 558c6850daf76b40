import { done } from '../../values/outcome.ts'
import { lookUpLink, redeemLink, wordLinkRefusal } from './account-links.ts'
import { cookieOf, dropCookie, giveCookie } from './cookies.ts'
import * as api from './own-account-api.ts'
import { changePassword, finishSecondFactor, startSecondFactor, wordOwnAccountRefusal } from './own-account.ts'
import { notFound, worded } from './refusal.ts'
import { type Route, route } from './route.ts'
import { countRecoveryCodes } from './second-factor.ts'
import { endSessionOf, endSessionsOf, listSessionsOf } from './session-list.ts'
import { needsSecondFactor } from './standing.ts'

/** What everybody does with their own account, and with the link that opens it. */
export const ownAccountRoutes: Route[] = [
  route(api.readOwnAccount, async ({ look, session }) =>
    done(
      await look(async (ctx) => {
        const { password_set_at } = await ctx.db
          .selectFrom('account')
          .select('password_set_at')
          .where('id', '=', ctx.actor.id)
          .executeTakeFirstOrThrow()
        return {
          sessionId: session.id,
          sessions: await listSessionsOf(ctx, ctx.actor.id),
          recoveryCodesLeft: await countRecoveryCodes(ctx, ctx.actor.id),
          passwordSetAt: password_set_at,
          needsFactor: !session.isDemo && needsSecondFactor(session.actor.grants.map((grant) => grant.role)),
        }
      }),
    ),
  ),
  route(api.endOwnSession, async ({ carryOut, params, session }) =>
    worded(await carryOut((ctx) => endSessionOf(ctx, { accountId: session.actor.id, sessionId: params.sessionId })), () =>
      notFound({ id: 'Sesi ini', en: 'This session' }),
    ),
  ),
  route(api.endOtherSessions, async ({ carryOut, session }) =>
    carryOut(async (ctx) => done({ count: await endSessionsOf(ctx, session.actor.id, session.id) })),
  ),
  route(api.changeOwnPassword, async ({ platform, session, body, reply }) => {
    const outcome = await changePassword(platform, session, body)
    if (!outcome.ok) return worded(outcome, wordOwnAccountRefusal)
    giveCookie(platform.settings, reply, 'session', outcome.value.token)
    return done(undefined)
  }),
  route(api.beginSecondFactor, async ({ platform, session, body }) =>
    worded(await startSecondFactor(platform, session, body), wordOwnAccountRefusal),
  ),
  route(api.confirmSecondFactor, async ({ platform, session, body, reply }) => {
    const outcome = await finishSecondFactor(platform, session, body.code)
    if (!outcome.ok) return worded(outcome, wordOwnAccountRefusal)
    giveCookie(platform.settings, reply, 'session', outcome.value.token)
    return done({ recoveryCodes: outcome.value.recoveryCodes })
  }),
  route(api.lookUpAccountLink, async ({ platform, body }) => {
    const outcome = worded(await lookUpLink(platform, body.token), wordLinkRefusal)
    if (!outcome.ok) return outcome
    const { fullName, username, purpose, expiresAt } = outcome.value
    return done({ fullName, username, purpose, expiresAt })
  }),
  route(api.redeemAccountLink, async ({ platform, body, request, reply }) => {
    const deviceToken = cookieOf(platform.settings, request, 'device')
    const outcome = await redeemLink(platform, { ...body, deviceToken })
    if (!outcome.ok) return worded(outcome, wordLinkRefusal)
    dropCookie(platform.settings, reply, 'session')
    giveCookie(platform.settings, reply, 'device', outcome.value.deviceToken)
    return done({ username: outcome.value.username })
  }),
]
