import type { Region } from '../../values/areas.ts'
import type { Language } from '../../values/language.ts'
import { grantsOf } from './accounts.ts'
import type { Actor } from './actor.ts'
import type { Platform } from './platform.ts'
import { type Standing, standingOf } from './standing.ts'
import { hashToken, inventToken } from './tokens.ts'

/** A signed-in browser: who, for which region, what they may do, and the token its changing requests must carry. */
export type Session = {
  id: string
  actor: Actor
  username: string
  office: string | null
  language: Language
  isDemo: boolean
  hasPassword: boolean
  hasFactor: boolean
  standing: Standing
  region: Region
  csrfToken: string
}

/** Where a session is used from, as its person will recognise it in the list of their sessions. */
export type Origin = { address: string; browser: string }

export type OpenSession = {
  accountId: string
  region: Region
  openedBy: 'password' | 'provider'
  hasShownFactor: boolean
} & Origin

/** Hours after which a session ends, used or not. */
const absoluteHours = 12

/** Minutes without a touch of the person after which a session ends: NIST SP 800-63B allows an hour at this level of assurance. */
export const idleMinutes = 60

/** Opens a session under a new token, which is given back once and kept only as a hash. */
export async function openSession(platform: Platform, input: OpenSession): Promise<string> {
  const token = inventToken()
  await platform.pool.query(
    `insert into session (token_hash, account_id, csrf_token, region, expires_at, opened_by, second_factor_at, address, browser)
     values ($1, $2, $3, $4, now() + make_interval(hours => $5), $6, case when $7::boolean then now() end, $8, $9)`,
    [
      hashToken(token),
      input.accountId,
      inventToken(),
      input.region,
      absoluteHours,
      input.openedBy,
      input.hasShownFactor,
      input.address,
      input.browser.slice(0, 300),
    ],
  )
  return token
}

type SessionRow = {
  id: string
  account_id: string
  username: string
  full_name: string
  office: string | null
  language: Language
  is_demo: boolean
  has_password: boolean
  has_factor: boolean
  has_shown_factor: boolean
  is_password_temporary: boolean
  is_stale: boolean
  region: Region
  csrf_token: string
}

/**
 * Finds the live session of a token; nothing when it was ended, ran out, lay idle, or its person is no longer active. `isQuiet` looks
 * without counting as use: for what a page asks on its own.
 */
export async function findSession(platform: Platform, token: string, isQuiet = false): Promise<Session | undefined> {
  const { rows } = await platform.pool.query<SessionRow>(
    `select s.id, a.id as account_id, a.username, a.full_name, a.office, a.language, a.is_demo, a.password_hash is not null as has_password,
       f.confirmed_at is not null as has_factor, s.second_factor_at is not null as has_shown_factor, a.is_password_temporary,
       s.last_used_at < now() - interval '1 minute' as is_stale, s.region, s.csrf_token
     from session s join account a on a.id = s.account_id and a.is_active left join second_factor f on f.account_id = a.id
     where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and s.last_used_at > now() - make_interval(mins => $2)`,
    [hashToken(token), idleMinutes],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  if (row.is_stale && !isQuiet) await platform.pool.query('update session set last_used_at = now() where id = $1', [row.id])
  return sessionOf(platform, row)
}

async function sessionOf(platform: Platform, row: SessionRow): Promise<Session> {
  const grants = await grantsOf(platform, row.account_id)
  const standing = standingOf({
    isDemo: row.is_demo,
    hasFactor: row.has_factor,
    hasShownFactor: row.has_shown_factor,
    isPasswordTemporary: row.is_password_temporary,
    roles: grants.map((grant) => grant.role),
  })
  return {
    id: row.id,
    actor: { id: row.account_id, name: row.full_name, kind: 'person', grants },
    username: row.username,
    office: row.office,
    language: row.language,
    isDemo: row.is_demo,
    hasPassword: row.has_password,
    hasFactor: row.has_factor,
    standing,
    region: row.region,
    csrfToken: row.csrf_token,
  }
}

/** Gives a session a new token at the moment it may do more than before; the old one is worth nothing from then on. */
export async function renewSession(platform: Platform, sessionId: string, shows: { factor: boolean }): Promise<string> {
  const token = inventToken()
  await platform.pool.query(
    `update session set token_hash = $2, csrf_token = $3, second_factor_at = case when $4::boolean then now() else second_factor_at end
     where id = $1 and ended_at is null`,
    [sessionId, hashToken(token), inventToken(), shows.factor],
  )
  return token
}

/** Ends the session of a token at once. */
export async function endSession(platform: Platform, token: string): Promise<void> {
  await platform.pool.query('update session set ended_at = now() where token_hash = $1 and ended_at is null', [hashToken(token)])
}

/** Remembers the language a person reads in. */
export async function chooseLanguage(platform: Platform, accountId: string, language: Language): Promise<void> {
  await platform.pool.query('update account set language = $2 where id = $1', [accountId, language])
}
