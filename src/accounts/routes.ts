import { day } from '../../values/days.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { findWaitingRequest } from '../approvals/operations.ts'
import { numberMark } from '../platform/marks.ts'
import type { GivenRole } from '../platform/account-changes.ts'
import type { Context } from '../platform/context.ts'
import { audit } from '../platform/audit.ts'
import { downloadName } from '../platform/files.ts'
import { worded, type WordedRefusal } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import { countRecoveryCodes } from '../platform/second-factor.ts'
import { listSessionsOf } from '../platform/session-list.ts'
import { needsSecondFactor } from '../platform/standing.ts'
import { mediaTypes, streamedFrom } from '../registry/sheets.ts'
import * as api from './api.ts'
import { exportedAccounts } from './export.ts'
import { proposeFactorRemoval } from './factors.ts'
import { proposeRoles, type RoleOnPaper, rolesOf } from './grants.ts'
import { getKept } from './keeping.ts'
import * as people from './operations.ts'
import { wordPeopleRefusal } from './refusals.ts'
import { findAccount, findStandingLink, historyOf, type KnownAccount, listAccounts, namesOfAreas } from './store.ts'

export const accountsRoutes: Route[] = [
  route(api.listAccounts, async ({ look, query }) => {
    const { after, limit, sort, ...filter } = query
    const from = numberMark(after)
    const { rows, count } = await look((ctx) => listAccounts(ctx, filter, { sort, from, limit }))
    const next = from + rows.length
    return done({ rows, count, next: rows.length === limit && next < count ? String(next) : null })
  }),
  route(api.exportAccounts, async ({ carryOut, look, query }) => {
    const { format, ...filter } = query
    const begun = await carryOut(async (ctx): Promise<Outcome<{ today: string }, WordedRefusal>> => {
      await audit(ctx, 'account.list-exported', { kind: 'region', id: ctx.region }, { format })
      return done({ today: ctx.today.toString() })
    })
    if (!begun.ok) return begun
    return done({
      fileName: downloadName('Orang dan peran', begun.value.today, format),
      mediaType: mediaTypes[format],
      bytes: streamedFrom(look, (ctx) => exportedAccounts(ctx, filter, format)),
    })
  }),
  route(api.readAccount, async ({ look, params }) =>
    look(async (ctx) => {
      const account = await findAccount(ctx, params.accountId)
      return account === undefined
        ? refused(wordPeopleRefusal({ reason: 'no-such-account' }))
        : done(await describe(ctx, account))
    }),
  ),
  route(api.inviteAccount, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => people.invite(ctx, { ...body, roles: body.roles.map(givenOf) })), wordPeopleRefusal),
  ),
  route(api.renewLink, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => people.renewLink(ctx, params.accountId)), wordPeopleRefusal),
  ),
  route(api.renamePerson, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => people.renamePerson(ctx, { ...params, ...body })), wordPeopleRefusal),
  ),
  route(api.requestRoles, async ({ carryOut, params, body }) =>
    worded(
      await carryOut((ctx) => proposeRoles(ctx, { ...params, because: body.because, roles: body.roles.map(givenOf) })),
      wordPeopleRefusal,
    ),
  ),
  route(api.endRole, async ({ carryOut, params, body }) =>
    worded(
      await carryOut((ctx) => people.endRole(ctx, { ...params, because: body.because, lastDay: day(body.lastDay) })),
      wordPeopleRefusal,
    ),
  ),
  route(api.deactivatePerson, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => people.deactivatePerson(ctx, { ...params, ...body })), wordPeopleRefusal),
  ),
  route(api.reactivatePerson, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => people.reactivatePerson(ctx, { ...params, ...body })), wordPeopleRefusal),
  ),
  route(api.requestFactorRemoval, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => proposeFactorRemoval(ctx, { ...params, ...body })), wordPeopleRefusal),
  ),
  route(api.listSessions, async ({ look, params }) =>
    look(async (ctx) => {
      const found = worded(await getKept(ctx, params.accountId), wordPeopleRefusal)
      return found.ok ? done({ sessions: await listSessionsOf(ctx, params.accountId) }) : found
    }),
  ),
  route(api.endSession, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => people.endPersonsSession(ctx, params)), wordPeopleRefusal),
  ),
  route(api.endSessions, async ({ carryOut, params }) =>
    worded(await carryOut((ctx) => people.endPersonsSessions(ctx, params.accountId)), wordPeopleRefusal),
  ),
]

function givenOf({ role, area, firstDay, lastDay }: RoleOnPaper): GivenRole {
  return { role, area, firstDay: day(firstDay), lastDay: lastDay === null ? null : day(lastDay) }
}

async function describe(ctx: Context, account: KnownAccount) {
  const inForce = account.grants.filter((grant) => grant.isInForce).map((grant) => grant.role)
  return {
    ...account,
    needsFactor: !account.isDemo && needsSecondFactor(inForce),
    recoveryCodesLeft: await countRecoveryCodes(ctx, account.id),
    link: (await findStandingLink(ctx, account.id)) ?? null,
    waiting: await waitingFor(ctx, account.id),
    history: await historyOf(ctx, account.id),
  }
}

/** What waits for a second person about an account. */
async function waitingFor(ctx: Context, accountId: string) {
  const grant = await findWaitingRequest(ctx, 'account.role-grant', accountId)
  const removal = await findWaitingRequest(ctx, 'account.second-factor-removal', accountId)
  const roles = grant === undefined ? [] : rolesOf(grant.payload)
  const names = await namesOfAreas(
    ctx,
    roles.map((role) => role.area),
  )
  const named = roles.map((role) => ({ ...role, areaName: names.get(role.area) ?? role.area }))
  return [
    ...(grant ? [{ requestId: grant.id, askedByName: grant.askedByName, what: 'roles' as const, roles: named }] : []),
    ...(removal ? [{ requestId: removal.id, askedByName: removal.askedByName, what: 'second-factor' as const, roles: [] }] : []),
  ]
}
