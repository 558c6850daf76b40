import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from './audit.ts'
import { type Asking, carryOut, type Context } from './context.ts'
import { findPasswordFault, type PasswordRefusal, wordPasswordRefusal } from './password-policy.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import type { Platform } from './platform.ts'
import { forDemo, type WordedRefusal } from './refusal.ts'
import { beginEnrolment, confirmEnrolment, type Enrolment, takeCode } from './second-factor.ts'
import { endSessionsOf } from './session-list.ts'
import { renewSession, type Session } from './sessions.ts'
import { wordWait } from './sign-in.ts'
import { clearTries, takeTry } from './sign-in-brake.ts'

export type OwnAccountRefusal =
  | PasswordRefusal
  | { reason: 'demo-account' }
  | { reason: 'wait'; seconds: number }
  | { reason: 'wrong-password' }
  | { reason: 'wrong-code' }

const askingOf = (session: Session): Asking => ({ actor: session.actor, region: session.region })

/** Changes one's own password, ends one's other sessions and gives this one a new token. Refuses a wrong current password and a weak new one. */
export async function changePassword(
  platform: Platform,
  session: Session,
  input: { current: string; password: string },
): Promise<Outcome<{ token: string }, OwnAccountRefusal>> {
  const lack = await findLackOfProof(platform, session, input.current)
  if (lack !== undefined) return refused(lack)
  const outcome = await carryOut(platform, askingOf(session), (ctx) =>
    setPassword(ctx, { accountId: session.actor.id, password: input.password, exceptSession: session.id }),
  )
  if (!outcome.ok) return outcome
  return done({ token: await renewSession(platform, session.id, { factor: false }) })
}

/** Shows the secret of a new authenticator to a person who has shown their password again, and a code of the one they have. */
export async function startSecondFactor(
  platform: Platform,
  session: Session,
  input: { current: string; code?: string | undefined },
): Promise<Outcome<Enrolment, OwnAccountRefusal>> {
  const lack = await findLackOfProof(platform, session, input.current)
  if (lack !== undefined) return refused(lack)
  if (session.hasFactor && (await takeCode(platform, session.actor.id, input.code ?? '')) === undefined)
    return refused({ reason: 'wrong-code' })
  return done(await beginEnrolment(platform, { id: session.actor.id, username: session.username }))
}

/** Puts the new authenticator in place; the session gets a new token, the others end. Gives the recovery codes, this once. */
export async function finishSecondFactor(
  platform: Platform,
  session: Session,
  code: string,
): Promise<Outcome<{ token: string; recoveryCodes: string[] }, OwnAccountRefusal>> {
  const subject = { kind: 'session', id: session.id } as const
  const seconds = await takeTry(platform, subject)
  if (seconds > 0) return refused({ reason: 'wait', seconds })
  const outcome = await carryOut(platform, askingOf(session), async (ctx) => {
    const recoveryCodes = await confirmEnrolment(ctx, platform, code)
    if (recoveryCodes === undefined) return refused({ reason: 'wrong-code' })
    await endSessionsOf(ctx, ctx.actor.id, session.id)
    return done({ recoveryCodes })
  })
  if (!outcome.ok) return outcome
  await clearTries(platform, subject)
  return done({ token: await renewSession(platform, session.id, { factor: true }), ...outcome.value })
}

/** Puts a password in place, in the transaction of whoever may; every session of the person but one ends. Refuses a weak one. Leaves an audit line. */
export async function setPassword(
  ctx: Context,
  input: { accountId: string; password: string; exceptSession?: string },
): Promise<Outcome<undefined, PasswordRefusal>> {
  const account = await ctx.db
    .selectFrom('account')
    .select(['username', 'full_name', 'office', 'provider_identity'])
    .where('id', '=', input.accountId)
    .executeTakeFirstOrThrow()
  const own = [account.username, account.full_name, account.office ?? '', account.provider_identity ?? '']
  const fault = await findPasswordFault(input.password, own)
  if (fault !== undefined) return refused(fault)
  await ctx.db
    .updateTable('account')
    .set({
      password_hash: await hashPassword(input.password),
      password_set_at: new Date().toISOString(),
      is_password_temporary: false,
    })
    .where('id', '=', input.accountId)
    .execute()
  await endSessionsOf(ctx, input.accountId, input.exceptSession)
  await audit(ctx, 'account.password-set', { kind: 'account', id: input.accountId })
  return done(undefined)
}

/** Whoever changes how somebody signs in shows first that they are not just passing an open desk (ASVS 5.0 V7.5.1). */
async function findLackOfProof(platform: Platform, session: Session, current: string): Promise<OwnAccountRefusal | undefined> {
  if (session.isDemo) return { reason: 'demo-account' }
  if (!session.hasPassword) return undefined
  const subject = { kind: 'session', id: session.id } as const
  const seconds = await takeTry(platform, subject)
  if (seconds > 0) return { reason: 'wait', seconds }
  const { rows } = await platform.pool.query<{ hash: string | null }>('select password_hash as hash from account where id = $1', [
    session.actor.id,
  ])
  if (!(await passwordFits(current, rows[0]?.hash))) return { reason: 'wrong-password' }
  await clearTries(platform, subject)
  return undefined
}

export function wordOwnAccountRefusal(refusal: OwnAccountRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'demo-account':
      return forDemo
    case 'wait':
      return wordWait(refusal.seconds)
    case 'wrong-password': {
      const title = { id: 'Kata sandi saat ini tidak cocok.', en: 'The current password does not fit.' }
      return {
        reason: refusal.reason,
        status: 422,
        title,
        todo: { id: 'Periksa huruf besar dan kecil, lalu coba lagi.', en: 'Check capital and small letters and try again.' },
        fields: { current: title },
      }
    }
    case 'wrong-code': {
      const title = { id: 'Kode tidak cocok atau sudah dipakai.', en: 'The code does not fit, or was used already.' }
      return {
        reason: refusal.reason,
        status: 422,
        title,
        todo: {
          id: 'Ketik kode yang sekarang tampil di aplikasi. Bila tetap ditolak, periksa jam ponsel Anda.',
          en: 'Type the code the app shows now. If it is refused again, check the clock of your phone.',
        },
        fields: { code: title },
      }
    }
    case 'password-short':
    case 'password-guessable':
      return wordPasswordRefusal(refusal)
  }
}
