import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Region } from '../../values/areas.ts'
import { grantsOf, regionsOf } from './accounts.ts'
import type { Actor } from './actor.ts'
import { audit, type Details } from './audit.ts'
import { keep } from './context.ts'
import { knowsDevice, rememberDevice } from './devices.ts'
import { passwordFits } from './passwords.ts'
import type { Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'
import { takeCode } from './second-factor.ts'
import { findSession, openSession, type Origin, renewSession, type Session } from './sessions.ts'
import { type BrakeSubject, clearTries, returnTry, takeTry } from './sign-in-brake.ts'
import { hashToken, inventToken } from './tokens.ts'

export type SignInRefusal = { reason: 'wrong-credentials' } | { reason: 'wrong-code' } | { reason: 'wait'; seconds: number }

/** A browser that signs in: where it is, and the token by which we would know it again. */
export type Visitor = Origin & { deviceToken: string | undefined }

/** A session with its token, and the token of the device, which may be new. */
export type SignedIn = { token: string; deviceToken: string; session: Session }

type Found = { id: string; full_name: string; region: Region; password_hash: string | null }

/** Signs a person in with user name and password. Which of the two was wrong is not told, and too many tries must wait. */
export async function signIn(
  platform: Platform,
  input: { username: string; password: string },
  visitor: Visitor,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const { rows } = await platform.pool.query<Found>(
    'select id, full_name, region, password_hash from account where lower(username) = lower($1) and is_active',
    [input.username],
  )
  const account = rows[0]
  const brakes = await brakesOf(platform, account?.id, input.username, visitor)
  const seconds = await takeTries(platform, brakes)
  if (seconds > 0) return refused({ reason: 'wait', seconds })
  const fits = await passwordFits(input.password, account?.password_hash)
  if (account === undefined || !fits) {
    if (account === undefined) platform.log.info({ address: visitor.address }, 'somebody without account tried to sign in')
    else await note(platform, account, 'session.refused', { step: 'password' })
    return refused({ reason: 'wrong-credentials' })
  }
  return done(await enter(platform, { account, visitor, brakes, openedBy: 'password', hasShownFactor: false }))
}

export type Entering = {
  account: Pick<Found, 'id' | 'full_name' | 'region'>
  visitor: Visitor
  brakes: readonly BrakeSubject[]
  openedBy: 'password' | 'provider'
  hasShownFactor: boolean
}

/** Opens the session of somebody who has shown who they are. Where a code is still due, tries go on being counted. */
export async function enter(platform: Platform, entering: Entering): Promise<SignedIn> {
  const { account, visitor, brakes, openedBy, hasShownFactor } = entering
  const actor: Actor = { id: account.id, name: account.full_name, kind: 'person', grants: await grantsOf(platform, account.id) }
  const region = regionsOf(actor)[0] ?? account.region
  const { address, browser } = visitor
  const token = await openSession(platform, { accountId: account.id, region, openedBy, hasShownFactor, address, browser })
  const session = await findSession(platform, token)
  if (session === undefined) throw new Error('a session just opened is not there')
  if (session.standing === 'code-due') {
    for (const brake of brakes) await returnTry(platform, brake)
    return { token, deviceToken: visitor.deviceToken ?? inventToken(), session }
  }
  return { token, deviceToken: await settle(platform, session, visitor, brakes), session }
}

/** Takes the code that a session owes and gives it a new token with its full rights. Refuses a code that does not fit or was used. */
export async function showCode(
  platform: Platform,
  session: Session,
  code: string,
  visitor: Visitor,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const brakes = await brakesOf(platform, session.actor.id, session.username, visitor)
  const seconds = await takeTries(platform, brakes)
  if (seconds > 0) return refused({ reason: 'wait', seconds })
  const account = { id: session.actor.id, full_name: session.actor.name, region: session.region }
  const shown = await takeCode(platform, session.actor.id, code)
  if (shown === undefined) {
    await note(platform, account, 'session.refused', { step: 'code' })
    return refused({ reason: 'wrong-code' })
  }
  const token = await renewSession(platform, session.id, { factor: true })
  const renewed = await findSession(platform, token)
  if (renewed === undefined) throw new Error('a session just renewed is not there')
  if (shown === 'recovery') await note(platform, account, 'account.recovery-code-used', {})
  return done({ token, deviceToken: await settle(platform, renewed, visitor, brakes), session: renewed })
}

/** What follows a whole success: counts are cleared, the device is remembered, and it is written down. */
async function settle(platform: Platform, session: Session, visitor: Visitor, brakes: readonly BrakeSubject[]): Promise<string> {
  for (const brake of brakes) await (brake.kind === 'address' ? returnTry(platform, brake) : clearTries(platform, brake))
  const deviceToken = visitor.deviceToken ?? inventToken()
  await rememberDevice(platform, session.actor.id, deviceToken)
  const account = { id: session.actor.id, full_name: session.actor.name, region: session.region }
  await note(platform, account, 'session.opened', {})
  return deviceToken
}

/** Whose tries count: those of the known device, or else those at the address and under the name. */
async function brakesOf(
  platform: Platform,
  accountId: string | undefined,
  username: string,
  visitor: Visitor,
): Promise<BrakeSubject[]> {
  const { deviceToken, address } = visitor
  if (accountId !== undefined && deviceToken !== undefined && (await knowsDevice(platform, accountId, deviceToken)))
    return [{ kind: 'device', tokenHash: hashToken(deviceToken), accountId }]
  return [
    { kind: 'address', address },
    { kind: 'username', username },
  ]
}

async function takeTries(platform: Platform, brakes: readonly BrakeSubject[]): Promise<number> {
  for (const brake of brakes) {
    const seconds = await takeTry(platform, brake)
    if (seconds > 0) return seconds
  }
  return 0
}

async function note(platform: Platform, account: Entering['account'], act: string, details: Details): Promise<void> {
  const actor: Actor = { id: account.id, name: account.full_name, kind: 'person', grants: [] }
  await keep(platform, { actor, region: account.region }, (ctx) => audit(ctx, act, { kind: 'account', id: account.id }, details))
}

/** Puts into words why somebody is not let in. */
export function wordSignInRefusal(refusal: SignInRefusal): WordedRefusal {
  switch (refusal.reason) {
    case 'wait':
      return wordWait(refusal.seconds)
    case 'wrong-code':
      return {
        reason: refusal.reason,
        status: 422,
        title: { id: 'Kode tidak cocok atau sudah dipakai.', en: 'The code does not fit, or was used already.' },
        why: { id: 'Setiap kode berlaku satu kali, selama setengah menit.', en: 'Each code counts once, for half a minute.' },
        todo: {
          id: 'Tunggu kode berikutnya. Bila tetap ditolak, periksa jam ponsel Anda.',
          en: 'Wait for the next code. If it is refused again, check the clock of your phone.',
        },
        fields: { code: { id: 'Kode ini tidak cocok.', en: 'This code does not fit.' } },
      }
    case 'wrong-credentials':
      return {
        reason: refusal.reason,
        status: 401,
        title: { id: 'Nama pengguna atau kata sandi tidak cocok.', en: 'The user name or the password does not fit.' },
        todo: { id: 'Periksa huruf besar dan kecil, lalu coba lagi.', en: 'Check capital and small letters and try again.' },
      }
  }
}

/** Says how long to wait, and for whom it does not hold. */
export function wordWait(seconds: number): WordedRefusal {
  const minutes = Math.ceil(seconds / 60)
  return {
    reason: 'wait',
    status: 429,
    title: {
      id: seconds < 90 ? `Tunggu ${seconds} detik sebelum mencoba lagi.` : `Tunggu ${minutes} menit sebelum mencoba lagi.`,
      en: seconds < 90 ? `Wait ${seconds} seconds before you try again.` : `Wait ${minutes} minutes before you try again.`,
    },
    why: {
      id: 'Terlalu banyak percobaan yang gagal. Jeda ini menahan orang yang menebak-nebak; perangkat yang biasa dipakai pemilik akun tidak ikut tertahan.',
      en: 'Too many tries have failed. The pause holds back those who guess; a device the account’s owner has used before is not held back with them.',
    },
    todo: {
      id: 'Lupa kata sandi? Minta tautan baru kepada administrator.',
      en: 'Forgot the password? Ask the administrator for a new link.',
    },
  }
}
