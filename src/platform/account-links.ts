import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Region } from '../../values/areas.ts'
import type { LinkPurpose } from './account-link.ts'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'
import { carryOut, type Context } from './context.ts'
import { rememberDevice } from './devices.ts'
import { setPassword } from './own-account.ts'
import { type PasswordRefusal, wordPasswordRefusal } from './password-policy.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'
import { hashToken, inventToken } from './tokens.ts'

/** Days a link stands: an invitation travels by hand or post, a reset is awaited. */
const daysOfLink: Record<LinkPurpose, number> = { invitation: 7, reset: 2 }

/** A link that was made: its token, which is shown this once, and until when it stands. */
export type MadeLink = { token: string; expiresAt: string }

export type LinkRefusal = { reason: 'link-ended' } | PasswordRefusal

/** Makes a one-time link with which a person sets a password of their own; earlier links of theirs stand no more. Leaves an audit line. */
export async function makeLink(ctx: Context, input: { accountId: string; purpose: LinkPurpose }): Promise<MadeLink> {
  await revokeLinks(ctx, input.accountId)
  const token = inventToken()
  const expiresAt = new Date(Date.now() + daysOfLink[input.purpose] * 86_400_000).toISOString()
  await ctx.db
    .insertInto('account_link')
    .values({
      id: ctx.newId(),
      account_id: input.accountId,
      token_hash: hashToken(token),
      purpose: input.purpose,
      made_by_name: ctx.actor.name,
      expires_at: expiresAt,
    })
    .execute()
  await audit(ctx, 'account.link-made', { kind: 'account', id: input.accountId }, { purpose: input.purpose })
  return { token, expiresAt }
}

/** Makes every open link of a person worthless. */
export async function revokeLinks(ctx: Context, accountId: string): Promise<void> {
  await ctx.db
    .updateTable('account_link')
    .set({ revoked_at: new Date().toISOString() })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** What a link that stands is for. */
export type StandingLink = {
  accountId: string
  username: string
  fullName: string
  region: Region
  purpose: LinkPurpose
  expiresAt: string
}

/** Looks what a link is for. Refuses one that was used, revoked, ran out or never was; which of these is not told. */
export async function lookUpLink(platform: Platform, token: string): Promise<Outcome<StandingLink, { reason: 'link-ended' }>> {
  const { rows } = await platform.pool.query<StandingLink>(
    `select a.id as "accountId", a.username, a.full_name as "fullName", a.region, l.purpose, l.expires_at as "expiresAt"
     from account_link l join account a on a.id = l.account_id and a.is_active
     where l.token_hash = $1 and l.used_at is null and l.revoked_at is null and l.expires_at > now()`,
    [hashToken(token)],
  )
  return rows[0] === undefined ? refused({ reason: 'link-ended' }) : done(rows[0])
}

/**
 * Sets the password of the person a link was made for; the link is used up and every session of the person ends. They sign in
 * afterwards as always, with their second factor where they have one: whoever made the link cannot step in without it.
 */
export async function redeemLink(
  platform: Platform,
  input: { token: string; password: string; deviceToken: string | undefined },
): Promise<Outcome<{ username: string; deviceToken: string }, LinkRefusal>> {
  const found = await lookUpLink(platform, input.token)
  if (!found.ok) return found
  const { accountId, fullName, region, username } = found.value
  const actor: Actor = { id: accountId, name: fullName, kind: 'person', grants: [] }
  const outcome = await carryOut(platform, { actor, region }, async (ctx): Promise<Outcome<undefined, LinkRefusal>> => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('account_link')
      .set({ used_at: new Date().toISOString() })
      .where('token_hash', '=', hashToken(input.token))
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return refused({ reason: 'link-ended' })
    await ctx.db.deleteFrom('known_device').where('account_id', '=', accountId).execute()
    return setPassword(ctx, { accountId, password: input.password })
  })
  if (!outcome.ok) return outcome
  const deviceToken = input.deviceToken ?? inventToken()
  await rememberDevice(platform, accountId, deviceToken)
  return done({ username, deviceToken })
}

export function wordLinkRefusal(refusal: LinkRefusal): WordedRefusal {
  if (refusal.reason !== 'link-ended') return wordPasswordRefusal(refusal)
  return {
    reason: refusal.reason,
    status: 404,
    title: { id: 'Tautan ini tidak berlaku lagi.', en: 'This link does not stand any more.' },
    why: {
      id: 'Setiap tautan dipakai satu kali dan hanya beberapa hari; tautan yang lebih baru menggantikannya.',
      en: 'Each link is used once and for some days only; a newer one takes its place.',
    },
    todo: { id: 'Minta tautan baru kepada administrator.', en: 'Ask the administrator for a new link.' },
  }
}
