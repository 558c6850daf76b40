import { hash, verify } from '@node-rs/argon2'
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { audit } from './audit.ts'
import type { Context } from './context.ts'
import type { Platform } from './platform.ts'
import { cost } from './passwords.ts'
import { openText, sealText } from './sealing.ts'

/** Seconds a code stands; authenticators know no other. */
const period = 30

/** How many steps a phone's clock may be off. */
const drift = 1

const recoveryCodes = 10

type Column = 'secret_sealed' | 'candidate_sealed'

const placeOf = (accountId: string, column: Column) => ({ table: 'second_factor', column, row: [accountId] })

/** What an authenticator needs to know: the address behind the QR code, and the secret for those who type it. */
export type Enrolment = { uri: string; secret: string }

/** Makes a secret for a person's authenticator and shows it once. It counts only after a code of it was given; the one before stands until then. */
export async function beginEnrolment(platform: Platform, person: { id: string; username: string }): Promise<Enrolment> {
  const secret = new Secret({ size: 20 })
  await platform.pool.query(
    `insert into second_factor (account_id, candidate_sealed) values ($1, $2)
     on conflict (account_id) do update set candidate_sealed = excluded.candidate_sealed`,
    [person.id, sealText(platform.keys, secret.base32, placeOf(person.id, 'candidate_sealed'))],
  )
  return { uri: authenticatorOf(secret.base32, person.username).toString(), secret: secret.base32 }
}

/** Puts the new authenticator in place when the code is one of it, and gives fresh recovery codes, shown this once. Gives nothing when the code does not fit. */
export async function confirmEnrolment(ctx: Context, platform: Platform, code: string): Promise<string[] | undefined> {
  const row = await ctx.db
    .selectFrom('second_factor')
    .select('candidate_sealed')
    .where('account_id', '=', ctx.actor.id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.candidate_sealed == null) return undefined
  const secret = openText(platform.keys, row.candidate_sealed, placeOf(ctx.actor.id, 'candidate_sealed'))
  const step = stepOf(secret, code)
  if (step === undefined) return undefined
  await ctx.db
    .updateTable('second_factor')
    .set({
      secret_sealed: sealText(platform.keys, secret, placeOf(ctx.actor.id, 'secret_sealed')),
      candidate_sealed: null,
      confirmed_at: new Date().toISOString(),
      last_step: step,
    })
    .where('account_id', '=', ctx.actor.id)
    .execute()
  await audit(ctx, 'account.second-factor-set', { kind: 'account', id: ctx.actor.id })
  return renewRecoveryCodes(ctx)
}

/** Takes a code of the authenticator or a recovery code, each once. A code that was used, or one older than it, fits no more. */
export async function takeCode(platform: Platform, accountId: string, code: string): Promise<'code' | 'recovery' | undefined> {
  const plain = code.replaceAll(/[\s-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(plain)) return (await takeStep(platform, accountId, plain)) ? 'code' : undefined
  return (await takeRecoveryCode(platform, accountId, plain)) ? 'recovery' : undefined
}

async function takeStep(platform: Platform, accountId: string, code: string): Promise<boolean> {
  const { rows } = await platform.pool.query<{ sealed: string }>(
    'select secret_sealed as sealed from second_factor where account_id = $1 and confirmed_at is not null',
    [accountId],
  )
  if (rows[0] === undefined) return false
  const step = stepOf(openText(platform.keys, rows[0].sealed, placeOf(accountId, 'secret_sealed')), code)
  if (step === undefined) return false
  const { rowCount } = await platform.pool.query(
    'update second_factor set last_step = $2 where account_id = $1 and coalesce(last_step, 0) < $2',
    [accountId, step],
  )
  return rowCount === 1
}

async function takeRecoveryCode(platform: Platform, accountId: string, code: string): Promise<boolean> {
  const { rows } = await platform.pool.query<{ position: number; code_hash: string }>(
    'select position, code_hash from recovery_code where account_id = $1 and used_at is null',
    [accountId],
  )
  for (const row of rows) {
    if (!(await verify(row.code_hash, code).catch(() => false))) continue
    const { rowCount } = await platform.pool.query(
      'update recovery_code set used_at = now() where account_id = $1 and position = $2 and used_at is null',
      [accountId, row.position],
    )
    return rowCount === 1
  }
  return false
}

/** How many recovery codes a person has left. */
export async function countRecoveryCodes(ctx: Context, accountId: string): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Takes a person's authenticator and recovery codes away: the phone was lost. They set up a new one at the next sign-in. Leaves an audit line. */
export async function removeSecondFactor(ctx: Context, accountId: string): Promise<void> {
  await ctx.db
    .updateTable('second_factor')
    .set({ secret_sealed: null, candidate_sealed: null, confirmed_at: null })
    .where('account_id', '=', accountId)
    .execute()
  await ctx.db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute()
  await audit(ctx, 'account.second-factor-removed', { kind: 'account', id: accountId })
}

async function renewRecoveryCodes(ctx: Context): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, inventRecoveryCode)
  const hashes = await Promise.all(codes.map((code) => hash(code.replaceAll('-', ''), cost)))
  await ctx.db.deleteFrom('recovery_code').where('account_id', '=', ctx.actor.id).execute()
  await ctx.db
    .insertInto('recovery_code')
    .values(hashes.map((code_hash, position) => ({ account_id: ctx.actor.id, position, code_hash })))
    .execute()
  return codes
}

/** Ten signs of thirty-one (fifty bits), in two groups; those that look alike are left out. */
function inventRecoveryCode(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return `${group()}-${group()}`
}

function authenticatorOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'UCOK', label, secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' })
}

/** The step of time a code belongs to; nothing when it is of no step near now. */
function stepOf(secret: string, code: string): number | undefined {
  const now = Date.now()
  const delta = authenticatorOf(secret, '').validate({ token: code.replaceAll(/\s/g, ''), timestamp: now, window: drift })
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta
}
