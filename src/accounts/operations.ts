import type { Day } from '../../values/days.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { deactivateAccount, endRoleOf, type GivenRole, reactivateAccount, renameAccount } from '../platform/account-changes.ts'
import { type MadeLink, makeLink } from '../platform/account-links.ts'
import { addAccount } from '../platform/accounts.ts'
import type { Context } from '../platform/context.ts'
import { endSessionOf, endSessionsOf } from '../platform/session-list.ts'
import { proposeRoles } from './grants.ts'
import { getKept, keepsWholeRegion } from './keeping.ts'
import type { PeopleRefusal } from './refusals.ts'
import { hasOtherAdministrator } from './store.ts'

/** Somebody who is asked to work here: who, and with which roles if two people agree. */
export type Invitation = {
  username: string
  fullName: string
  office: string
  providerIdentity?: string | undefined
  roles: readonly GivenRole[]
}

/**
 * Adds a person and makes the link with which they choose a password; the roles wait for a second person. Nothing is done when one of
 * the roles cannot be asked for.
 */
export async function invite(
  ctx: Context,
  input: Invitation,
): Promise<Outcome<{ id: string; link: MadeLink; requestId: string | null }, PeopleRefusal>> {
  if (!keepsWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const added = await addAccount(ctx, {
    username: input.username,
    fullName: input.fullName,
    office: input.office,
    providerIdentity: input.providerIdentity || undefined,
    isDemo: false,
    grants: [],
  })
  if (!added.ok) return added
  const { id } = added.value
  const link = await makeLink(ctx, { accountId: id, purpose: 'invitation' })
  if (input.roles.length === 0) return done({ id, link, requestId: null })
  const asked = await proposeRoles(ctx, { accountId: id, roles: input.roles, because: undefined })
  return asked.ok ? done({ id, link, requestId: asked.value.requestId }) : asked
}

/** Makes a new link for somebody who forgot the password, or lost the invitation: their sessions end, and nobody signs in until they chose a new one. */
export async function renewLink(ctx: Context, accountId: string): Promise<Outcome<MadeLink, PeopleRefusal>> {
  const found = await getKept(ctx, accountId)
  if (!found.ok) return found
  const account = found.value
  if (account.isDemo) return refused({ reason: 'demo-account' })
  if (account.state === 'inactive') return refused({ reason: 'inactive-account', fullName: account.fullName })
  const purpose = account.state === 'invited' ? 'invitation' : 'reset'
  if (purpose === 'reset') {
    if (accountId === ctx.actor.id) return refused({ reason: 'own-account' })
    await endSessionsOf(ctx, accountId)
  }
  return done(await makeLink(ctx, { accountId, purpose }))
}

/** Corrects a person's name or office. */
export async function renamePerson(
  ctx: Context,
  input: { accountId: string; fullName: string; office: string },
): Promise<Outcome<undefined, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  if (!found.ok) return found
  await renameAccount(ctx, input)
  return done(undefined)
}

/** Ends a role after a day. One person may: whoever has less power by it can do less harm. Refuses the last administrator's. */
export async function endRole(
  ctx: Context,
  input: { accountId: string; grantId: string; lastDay: Day; because: string },
): Promise<Outcome<undefined, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  if (!found.ok) return found
  const grant = found.value.grants.find((one) => one.id === input.grantId)
  if (grant === undefined) return refused({ reason: 'no-such-role' })
  if (grant.lastDay !== null && grant.lastDay <= input.lastDay.toString()) return refused({ reason: 'already-over' })
  if (grant.role === 'administrator' && !(await hasOtherAdministrator(ctx, input.accountId)))
    return refused({ reason: 'last-administrator' })
  await endRoleOf(ctx, input)
  return done(undefined)
}

/** Keeps a person out: sessions end at once, links stand no more. Refuses oneself and the last administrator. */
export async function deactivatePerson(
  ctx: Context,
  input: { accountId: string; because: string },
): Promise<Outcome<undefined, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  if (!found.ok) return found
  if (input.accountId === ctx.actor.id) return refused({ reason: 'own-account' })
  if (found.value.state === 'inactive') return refused({ reason: 'inactive-account', fullName: found.value.fullName })
  if (!(await hasOtherAdministrator(ctx, input.accountId))) return refused({ reason: 'last-administrator' })
  await deactivateAccount(ctx, input.accountId, input.because)
  return done(undefined)
}

/** Lets a person in again. Refuses one who is not kept out. */
export async function reactivatePerson(
  ctx: Context,
  input: { accountId: string; because: string },
): Promise<Outcome<undefined, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  if (!found.ok) return found
  if (found.value.state !== 'inactive') return refused({ reason: 'account-active' })
  await reactivateAccount(ctx, input.accountId, input.because)
  return done(undefined)
}

/** Ends one session of a person. */
export async function endPersonsSession(
  ctx: Context,
  input: { accountId: string; sessionId: string },
): Promise<Outcome<undefined, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  return found.ok ? endSessionOf(ctx, input) : found
}

/** Ends every session of a person. */
export async function endPersonsSessions(ctx: Context, accountId: string): Promise<Outcome<{ count: number }, PeopleRefusal>> {
  const found = await getKept(ctx, accountId)
  return found.ok ? done({ count: await endSessionsOf(ctx, accountId) }) : found
}
