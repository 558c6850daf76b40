import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from './audit.ts'
import type { Context } from './context.ts'
import { idleMinutes } from './sessions.ts'

/** A session that lives, as its person and an administrator see it. */
export type LiveSession = {
  id: string
  openedAt: string
  lastUsedAt: string
  endsAt: string
  openedBy: 'password' | 'provider'
  hasShownFactor: boolean
  address: string | null
  browser: string | null
}

/** The live sessions of a person, the one used last first. */
export async function listSessionsOf(ctx: Context, accountId: string): Promise<LiveSession[]> {
  const rows = await ctx.db
    .selectFrom('session')
    .select(['id', 'created_at', 'last_used_at', 'expires_at', 'opened_by', 'second_factor_at', 'address', 'browser'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .where('last_used_at', '>', new Date(Date.now() - idleMinutes * 60_000).toISOString())
    .orderBy('last_used_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    openedAt: row.created_at,
    lastUsedAt: row.last_used_at,
    endsAt: row.expires_at,
    openedBy: row.opened_by === 'provider' ? ('provider' as const) : ('password' as const),
    hasShownFactor: row.second_factor_at !== null,
    address: row.address,
    browser: row.browser,
  }))
}

/** Ends one session of a person at once. Refuses one that is not theirs or has ended. Leaves an audit line. */
export async function endSessionOf(
  ctx: Context,
  input: { accountId: string; sessionId: string },
): Promise<Outcome<undefined, { reason: 'no-such-session' }>> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('session')
    .set({ ended_at: new Date().toISOString() })
    .where('id', '=', input.sessionId)
    .where('account_id', '=', input.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return refused({ reason: 'no-such-session' })
  await audit(ctx, 'session.ended', { kind: 'account', id: input.accountId }, { count: 1 })
  return done(undefined)
}

/** Ends every session of a person at once, but for the one named. Leaves an audit line where there was one. Gives how many. */
export async function endSessionsOf(ctx: Context, accountId: string, exceptId?: string): Promise<number> {
  let ending = ctx.db
    .updateTable('session')
    .set({ ended_at: new Date().toISOString() })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (exceptId !== undefined) ending = ending.where('id', '!=', exceptId)
  const count = Number((await ending.executeTakeFirst()).numUpdatedRows)
  if (count > 0) await audit(ctx, 'session.ended', { kind: 'account', id: accountId }, { count })
  return count
}
