import type { Platform } from './platform.ts'
import { hashToken } from './tokens.ts'

/** Tells whether somebody has signed in to this account in this browser before. */
export async function knowsDevice(platform: Platform, accountId: string, token: string | undefined): Promise<boolean> {
  if (token === undefined) return false
  const { rowCount } = await platform.pool.query(
    `select from known_device where account_id = $1 and token_hash = $2 and last_used_at > now() - interval '180 days'`,
    [accountId, hashToken(token)],
  )
  return rowCount === 1
}

/** Remembers that a person signed in here, password and code both. */
export async function rememberDevice(platform: Platform, accountId: string, token: string): Promise<void> {
  await platform.pool.query(
    `insert into known_device (account_id, token_hash) values ($1, $2) on conflict (account_id, token_hash) do update set last_used_at = now()`,
    [accountId, hashToken(token)],
  )
}
