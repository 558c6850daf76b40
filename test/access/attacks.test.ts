import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaCode } from '../../values/areas.ts'
import { addAccount } from '../../src/platform/accounts.ts'
import { type Role, systemActor } from '../../src/platform/actor.ts'
import { carryOut } from '../../src/platform/context.ts'
import { makeServer } from '../../src/platform/http.ts'
import { waitAfter } from '../../src/platform/sign-in-brake.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, badung, openAccessStage } from './stage.ts'

const password = 'kelapa muda tembok hijau'

let stage: AccessStage
let app: FastifyInstance

beforeAll(async () => {
  stage = await openAccessStage(0)
  // Attackers come from many addresses: here from those they name themselves, as a proxy would.
  app = await makeServer({ ...stage.platform, settings: { ...stage.platform.settings, trustedProxies: '127.0.0.1' } }, routes)
})
afterAll(async () => {
  await app.close()
  await stage.stop()
})

async function person(username: string, role: Role = 'officer', more: { isPasswordTemporary?: boolean } = {}): Promise<string> {
  const account = { username, fullName: `Contoh ${username}`, office: '', password, isDemo: false, ...more }
  const grants = [{ role, area: areaCode('51.03') }]
  const added = await carryOut(stage.platform, { actor: systemActor, region: badung }, (ctx) =>
    addAccount(ctx, { ...account, grants }),
  )
  if (!added.ok) throw new Error(added.refusal.reason)
  return added.value.id
}

/** A browser that keeps the cookies it is given, at an address of its own. */
function browser(address: string) {
  const jar = new Map<string, string>()
  const headers = () => ({ 'x-forwarded-for': address, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const keep = (answer: LightMyRequestResponse) => {
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  let csrf = ''
  const ask = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
    keep(await app.inject({ method, url, headers: { ...headers(), 'x-ucok-csrf': csrf }, ...(payload && { payload }) }))
  const signIn = async (username: string, tried = password) => {
    const answer = await ask('POST', '/api/session', { username, password: tried })
    if (answer.statusCode === 200) csrf = answer.json().csrfToken
    return answer
  }
  const refresh = async () => void (csrf = (await ask('GET', '/api/session')).json().csrfToken)
  return { jar, ask, signIn, refresh }
}

const reasonOf = (answer: LightMyRequestResponse) => [answer.statusCode, answer.json().reason]

describe('Guessing passwords', () => {
  test('waits longer after each try, and a right guess meanwhile does not help', async () => {
    await person('korban')
    const thief = browser('203.0.113.1')
    for (let tries = 0; tries < 5; tries += 1)
      expect(reasonOf(await thief.signIn('korban', 'salah'))).toEqual([401, 'wrong-credentials'])
    const held = await thief.signIn('korban')
    expect(reasonOf(held)).toEqual([429, 'wait'])
    expect(held.json().wording.title.id).toMatch(/Tunggu (29|30) detik/)
    expect([5, 6, 7, 12, 400].map((tries) => waitAfter('username', tries))).toEqual([30, 60, 120, 900, 900])
  })

  test('from many addresses is held by the name, also one that nobody has', async () => {
    await person('sasaran')
    for (const name of ['sasaran', 'tidak-ada-orangnya']) {
      for (let tries = 0; tries < 5; tries += 1) await browser(`198.51.100.${tries}`).signIn(name, 'salah')
      expect(reasonOf(await browser('198.51.100.99').signIn(name, 'salah'))).toEqual([429, 'wait'])
    }
  })

  test('does not lock out the official at their own desk', async () => {
    await person('pejabat')
    const desk = browser('192.0.2.10')
    expect((await desk.signIn('pejabat')).statusCode).toBe(200)
    for (let tries = 0; tries < 6; tries += 1) await browser(`198.51.100.${tries}`).signIn('pejabat', 'salah')
    expect((await browser('192.0.2.11').signIn('pejabat')).statusCode).toBe(429)
    expect((await desk.signIn('pejabat')).statusCode).toBe(200)
    for (let tries = 0; tries < 5; tries += 1) await desk.signIn('pejabat', 'salah')
    expect((await desk.signIn('pejabat')).statusCode).toBe(429)
  })

  test('at many names from one address is held by the address', async () => {
    const thief = browser('203.0.113.7')
    const answers: number[] = []
    for (let tries = 0; tries < 19; tries += 1) answers.push((await thief.signIn(`nama-${tries}`, 'salah')).statusCode)
    expect(new Set(answers)).toEqual(new Set([401]))
    await stage.platform.owner.query(`update sign_in_brake set tries = 29 where subject = 'address:203.0.113.7'`)
    await thief.signIn('nama-x', 'salah')
    await stage.platform.owner.query(`update sign_in_brake set tries = 30 where subject = 'address:203.0.113.7'`)
    expect((await thief.signIn('nama-y', 'salah')).statusCode).toBe(429)
  })

  test('many at once count as many', async () => {
    await person('serentak')
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, place) => browser(`198.51.100.${place}`).signIn('serentak', 'salah')),
    )
    expect(answers.filter((answer) => answer.statusCode === 401).length).toBeLessThanOrEqual(5)
  })
})

describe('A session', () => {
  test('that somebody prepared is not the one signed in to', async () => {
    await person('tetap')
    const victim = browser('192.0.2.20')
    victim.jar.set('ucok_session', 'disiapkan-penyerang')
    await victim.signIn('tetap')
    expect(victim.jar.get('ucok_session')).not.toBe('disiapkan-penyerang')
    const first = victim.jar.get('ucok_session') ?? ''
    await victim.signIn('tetap')
    expect(victim.jar.get('ucok_session')).not.toBe(first)
    victim.jar.set('ucok_session', first)
    expect((await victim.ask('GET', '/api/session')).statusCode).toBe(401)
  })

  test('gets a new token when it may do more, and its code counts once', async () => {
    await person('bendahara-uji', 'treasurer')
    const own = browser('192.0.2.21')
    expect((await own.signIn('bendahara-uji')).json().standing).toBe('factor-due')
    expect(reasonOf(await own.ask('GET', '/api/tasks'))).toEqual([403, 'factor-due'])
    const { secret } = (await own.ask('POST', '/api/own-account/second-factor', { current: password })).json()
    const before = own.jar.get('ucok_session')
    const first = new TOTP({ secret }).generate()
    const confirmed = await own.ask('PUT', '/api/own-account/second-factor', { code: first })
    expect(confirmed.json().recoveryCodes).toHaveLength(10)
    expect(own.jar.get('ucok_session')).not.toBe(before)
    await own.refresh()
    expect((await own.ask('GET', '/api/tasks')).statusCode).toBe(200)
    await own.signIn('bendahara-uji')
    const half = own.jar.get('ucok_session') ?? ''
    expect(reasonOf(await own.ask('GET', '/api/tasks'))).toEqual([403, 'code-due'])
    expect(reasonOf(await own.ask('GET', '/api/own-account'))).toEqual([403, 'code-due'])
    expect(reasonOf(await own.ask('POST', '/api/session/code', { code: first }))).toEqual([422, 'wrong-code'])
    const next = new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 })
    expect((await own.ask('POST', '/api/session/code', { code: next })).json().standing).toBe('full')
    await own.refresh()
    expect((await own.ask('GET', '/api/tasks')).statusCode).toBe(200)
    own.jar.set('ucok_session', half)
    expect((await own.ask('GET', '/api/session')).statusCode).toBe(401)
    const { rows } = await stage.platform.owner.query('select secret_sealed from second_factor where secret_sealed is not null')
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  test('ends when it lies idle, and after half a day however much it is used', async () => {
    const id = await person('lama')
    const own = browser('192.0.2.22')
    await own.signIn('lama')
    const set = (change: string) => stage.platform.owner.query(`update session set ${change} where account_id = $1`, [id])
    await set(`last_used_at = now() - interval '59 minutes'`)
    expect((await own.ask('GET', '/api/session')).statusCode).toBe(200)
    await set(`last_used_at = now() - interval '61 minutes'`)
    expect((await own.ask('GET', '/api/session')).statusCode).toBe(401)
    await own.signIn('lama')
    await set(`expires_at = now() - interval '1 second'`)
    expect((await own.ask('GET', '/api/session')).statusCode).toBe(401)
  })

  test('with a password that was handed over may do nothing but change it', async () => {
    await person('baru', 'officer', { isPasswordTemporary: true })
    const own = browser('192.0.2.23')
    expect((await own.signIn('baru')).json().standing).toBe('password-due')
    expect(reasonOf(await own.ask('GET', '/api/tasks'))).toEqual([403, 'password-due'])
    const change = (current: string, next: string) => own.ask('PUT', '/api/own-account/password', { current, password: next })
    expect(reasonOf(await change('salah', 'pintu kayu lampu tembaga'))).toEqual([422, 'wrong-password'])
    expect(reasonOf(await change(password, 'bpjs ketenagakerjaan'))).toEqual([422, 'password-guessable'])
    expect((await change(password, 'pintu kayu lampu tembaga')).statusCode).toBe(204)
    await own.refresh()
    expect((await own.ask('GET', '/api/tasks')).statusCode).toBe(200)
  })

  test('travels in cookies that no script reads, no other site sends and, behind TLS, no other host sets', async () => {
    await person('kuki')
    const settings = { ...stage.platform.settings, publicUrl: 'https://ucok.contoh.go.id' }
    const secure = await makeServer({ ...stage.platform, settings }, routes)
    const payload = { username: 'kuki', password }
    const plain = await app.inject({ method: 'POST', url: '/api/session', payload })
    const answer = await secure.inject({ method: 'POST', url: '/api/session', payload })
    await secure.close()
    expect(plain.cookies.map(({ name }) => name).toSorted()).toEqual(['ucok_device', 'ucok_session'])
    expect(answer.cookies.map(({ name }) => name).toSorted()).toEqual(['__Host-ucok_device', '__Host-ucok_session'])
    for (const cookie of answer.cookies)
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/)
    expect(plain.headers['strict-transport-security']).toBeUndefined()
  })
})

describe('Another person’s session', () => {
  test('is neither ended nor listed by whoever guesses its name', async () => {
    const [one, other] = [browser('192.0.2.30'), browser('192.0.2.31')]
    const id = await person('orang-satu')
    await person('orang-dua')
    await one.signIn('orang-satu')
    await other.signIn('orang-dua')
    const { rows } = await stage.platform.owner.query<{ id: string }>('select id from session where account_id = $1', [id])
    const theirs = rows[0]?.id ?? ''
    expect((await other.ask('DELETE', `/api/own-account/sessions/${theirs}`)).statusCode).toBe(404)
    expect((await other.ask('DELETE', '/api/own-account/sessions')).json()).toEqual({ count: 0 })
    expect((await other.ask('GET', '/api/own-account')).body).not.toContain(theirs)
    expect((await other.ask('DELETE', `/api/accounts/${id}/sessions/${theirs}`)).statusCode).toBe(403)
    expect((await one.ask('GET', '/api/session')).statusCode).toBe(200)
  })
})

test('A page of another site changes nothing: it has the cookie and not the token', async () => {
  await person('dituju')
  const own = browser('192.0.2.40')
  await own.signIn('dituju')
  const cookie = [...own.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const headers of [{ cookie }, { cookie, 'x-ucok-csrf': 'tebakan' }]) {
    const answer = await app.inject({ method: 'DELETE', url: '/api/own-account/sessions', headers })
    expect(reasonOf(answer)).toEqual([403, 'csrf'])
  }
  const form = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const sent = await app.inject({ method: 'POST', url: '/api/session', headers: form, payload: 'username=dituju&password=x' })
  expect(sent.statusCode).toBe(415)
})
