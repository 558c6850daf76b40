import { createHash, randomBytes } from 'node:crypto'
import type { Region } from '../../values/areas.ts'
import type { Language } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { grantsOf, regionsOf } from './accounts.ts'
import type { Actor } from './actor.ts'
import { passwordFits } from './passwords.ts'
import type { Platform } from './platform.ts'

/** A signed-in browser: who, for which region, and the token its changing requests must carry. */
export type Session = {
  actor: Actor
  username: string
  office: string | null
  language: Language
  isDemo: boolean
  region: Region
  csrfToken: string
}

export type SignInRefusal = { reason: 'wrong-credentials' } | { reason: 'no-role' }

/** Hours after which a session ends, used or not. */
const sessionHours = 12

/** Signs a person in with user name and password. Which of the two was wrong is not told. */
export async function signIn(
  platform: Platform,
  input: { username: string; password: string },
): Promise<Outcome<{ token: string; session: Session }, SignInRefusal>> {
  const { rows } = await platform.pool.query<{ id: string; password_hash: string | null }>(
    'select id, password_hash from account where username = $1 and is_active',
    [input.username],
  )
  const account = rows[0]
  const fits = await passwordFits(input.password, account?.password_hash)
  if (account === undefined || !fits) return refused({ reason: 'wrong-credentials' })
  const region = regionsOf({ id: account.id, name: '', kind: 'person', grants: await grantsOf(platform, account.id) })[0]
  if (region === undefined) return refused({ reason: 'no-role' })
  const token = randomBytes(32).toString('base64url')
  await platform.pool.query(
    `insert into session (token_hash, account_id, csrf_token, region, expires_at) values ($1, $2, $3, $4, now() + make_interval(hours => $5))`,
    [hashToken(token), account.id, randomBytes(24).toString('base64url'), region, sessionHours],
  )
  const session = await findSession(platform, token)
  if (session === undefined) throw new Error('a session just opened is not there')
  return done({ token, session })
}

/** Finds the live session of a token; nothing when it has ended, expired, or its person is no longer active. */
export async function findSession(platform: Platform, token: string): Promise<Session | undefined> {
  const { rows } = await platform.pool.query<{
    id: string
    username: string
    full_name: string
    office: string | null
    language: Language
    is_demo: boolean
    region: Region
    csrf_token: string
  }>(
    `select a.id, a.username, a.full_name, a.office, a.language, a.is_demo, s.region, s.csrf_token from session s join account a on a.id = s.account_id and a.is_active
     where s.token_hash = $1 and s.ended_at is null and s.expires_at > now()`,
    [hashToken(token)],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const actor: Actor = { id: row.id, name: row.full_name, kind: 'person', grants: await grantsOf(platform, row.id) }
  return {
    actor,
    username: row.username,
    office: row.office,
    language: row.language,
    isDemo: row.is_demo,
    region: row.region,
    csrfToken: row.csrf_token,
  }
}

/** Ends a session at once. */
export async function signOut(platform: Platform, token: string): Promise<void> {
  await platform.pool.query('update session set ended_at = now() where token_hash = $1 and ended_at is null', [hashToken(token)])
}

/** Remembers the language a person reads in. */
export async function chooseLanguage(platform: Platform, accountId: string, language: Language): Promise<void> {
  await platform.pool.query('update account set language = $2 where id = $1', [accountId, language])
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
