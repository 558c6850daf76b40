import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import OpenIdProvider, { type Configuration } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { areaCode } from '../../values/areas.ts'
import { addAccount } from '../../src/platform/accounts.ts'
import { type Role, systemActor } from '../../src/platform/actor.ts'
import { carryOut } from '../../src/platform/context.ts'
import { makeServer } from '../../src/platform/http.ts'
import type { Settings } from '../../src/platform/settings.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, badung, openAccessStage } from './stage.ts'

/** Who signs in at the provider next, and what it says of them. */
const there = { sub: 'p-1', email: 'made@badung.contoh.go.id', email_verified: true }
const publicUrl = 'http://ucok.contoh'

let stage: AccessStage
let provider: Server
let app: FastifyInstance
let issuer: string

const settingsOf = (more: Partial<NonNullable<Settings['provider']>> = {}): Settings => ({
  ...stage.platform.settings,
  publicUrl,
  provider: {
    issuer,
    clientId: 'ucok',
    clientSecret: 'rahasia',
    scopes: 'openid email',
    claim: 'email',
    name: 'SSO Badung',
    ...more,
  },
})

beforeAll(async () => {
  stage = await openAccessStage(0)
  provider = createServer()
  await new Promise<void>((resolve) => void provider.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  provider.on('request', realProvider())
  app = await makeServer({ ...stage.platform, settings: settingsOf() }, routes)
})
afterAll(async () => {
  await app.close()
  provider.closeAllConnections()
  provider.close()
  await stage.stop()
})
beforeEach(() => Object.assign(there, { sub: 'p-1', email: 'made@badung.contoh.go.id', email_verified: true }))

/** A certified provider, which takes whoever comes for the person set above. */
function realProvider() {
  const configuration: Configuration = {
    clients: [{ client_id: 'ucok', client_secret: 'rahasia', redirect_uris: [`${publicUrl}/api/session/provider/return`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...there, sub }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['untuk uji'] },
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  }
  const real = new OpenIdProvider(issuer, configuration)
  const callback = real.callback()
  return (request: Parameters<typeof callback>[0], response: Parameters<typeof callback>[1]) =>
    request.url?.startsWith('/interaction/')
      ? void real.interactionFinished(request, response, { login: { accountId: there.sub } })
      : void callback(request, response)
}

async function invite(username: string, providerIdentity: string, role: Role = 'officer'): Promise<void> {
  const account = { username, fullName: `Contoh ${username}`, office: '', isDemo: false, providerIdentity }
  await carryOut(stage.platform, { actor: systemActor, region: badung }, (ctx) =>
    addAccount(ctx, { ...account, grants: [{ role, area: areaCode('51.03') }] }),
  )
}

/** Leaves for the provider: where to, and the cookie to come back with. */
async function leave(server = app) {
  const answer = await server.inject({ method: 'GET', url: '/api/session/provider' })
  const cookie = answer.cookies.find(({ name }) => name.endsWith('ucok_provider'))
  return { to: String(answer.headers.location), status: answer.statusCode, cookie }
}

/** Signs in at the provider, following it with its cookies until it gives the browser back. */
async function stay(to: string): Promise<string> {
  const jar = new Map<string, string>()
  let address = to
  for (let hops = 0; hops < 8; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    address = new URL(answer.headers.get('location') ?? '', address).href
    if (address.startsWith(publicUrl)) return address.slice(publicUrl.length)
  }
  throw new Error(`the provider keeps the browser at ${address}`)
}

async function comeBack(url: string, cookie: string | undefined) {
  const answer = await app.inject({
    method: 'GET',
    url,
    headers: cookie === undefined ? {} : { cookie: `ucok_provider=${cookie}` },
  })
  const session = answer.cookies.find(({ name }) => name === 'ucok_session')?.value
  return { to: answer.headers.location, session }
}

async function signIn() {
  const left = await leave()
  return comeBack(await stay(left.to), left.cookie?.value)
}

const read = async (session: string | undefined) =>
  (await app.inject({ method: 'GET', url: '/api/session', headers: { cookie: `ucok_session=${session}` } })).json()

describe('Signing in through a provider', () => {
  test('asks it for a code, with state, nonce and PKCE, in a cookie that survives the way back and nothing else', async () => {
    const { to, cookie, status } = await leave()
    const asked = new URL(to).searchParams
    expect(status).toBe(303)
    expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')]).toEqual([
      'code',
      'S256',
      'openid email',
    ])
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(20)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', maxAge: 600 })
    expect(cookie?.value).not.toContain(asked.get('state'))
  })

  test('lets in whom an administrator expected, and binds the account to them alone', async () => {
    await invite('made', 'Made@Badung.contoh.go.id')
    const first = await signIn()
    expect(first.to).toBe('/')
    expect(await read(first.session)).toMatchObject({ account: { username: 'made' }, standing: 'full', hasPassword: false })
    there.email = 'nama.baru@badung.contoh.go.id'
    expect(await read((await signIn()).session)).toMatchObject({ account: { username: 'made' } })
    Object.assign(there, { sub: 'p-lain', email: 'made@badung.contoh.go.id' })
    expect(await signIn()).toEqual({ to: '/?masuk=nobody-invited', session: undefined })
  })

  test('registers nobody, and believes no address that was not verified', async () => {
    Object.assign(there, { sub: 'p-2', email: 'siapa@luar.contoh' })
    expect(await signIn()).toEqual({ to: '/?masuk=nobody-invited', session: undefined })
    await invite('wayan', 'wayan@badung.contoh.go.id')
    Object.assign(there, { sub: 'p-3', email: 'wayan@badung.contoh.go.id', email_verified: false })
    expect(await signIn()).toEqual({ to: '/?masuk=identity-unverified', session: undefined })
    const { rows } = await stage.platform.owner.query(
      'select count(*)::int as bound from account where provider_subject is not null',
    )
    expect(rows).toEqual([{ bound: 1 }])
  })

  test('takes no answer that another browser began, none without its cookie, and none twice', async () => {
    const [mine, other] = [await leave(), await leave()]
    const answer = await stay(mine.to)
    const nowhere = { to: '/?masuk=provider-declined', session: undefined }
    expect(await comeBack(answer, other.cookie?.value)).toEqual(nowhere)
    expect(await comeBack(answer, undefined)).toEqual(nowhere)
    expect(await comeBack(answer, 's1.kunci.palsu')).toEqual(nowhere)
    expect((await comeBack(answer, mine.cookie?.value)).to).toBe('/')
    expect(await comeBack(answer, mine.cookie?.value)).toEqual(nowhere)
    expect(await comeBack('/api/session/provider/return?error=access_denied', mine.cookie?.value)).toEqual(nowhere)
  })

  test('still asks a treasurer for a second factor when the provider did not', async () => {
    await invite('ketut', 'ketut@badung.contoh.go.id', 'treasurer')
    Object.assign(there, { sub: 'p-4', email: 'ketut@badung.contoh.go.id' })
    expect(await read((await signIn()).session)).toMatchObject({ account: { username: 'ketut' }, standing: 'factor-due' })
  })

  test('keeps out whose account is not active', async () => {
    await stage.platform.owner.query(`update account set is_active = false where username = 'made'`)
    expect(await signIn()).toEqual({ to: '/?masuk=nobody-invited', session: undefined })
  })

  test('says so when the provider cannot be reached, and is not offered where there is none', async () => {
    const lost = await makeServer({ ...stage.platform, settings: settingsOf({ issuer: 'http://127.0.0.1:9' }) }, routes)
    expect((await leave(lost)).to).toBe('/?masuk=provider-unreachable')
    await lost.close()
    const offered = async (server: FastifyInstance) =>
      (await server.inject({ method: 'GET', url: '/api/welcome' })).json().providerName
    expect(await offered(app)).toBe('SSO Badung')
    expect(await offered(stage.app)).toBeNull()
    expect((await leave(stage.app)).to).toBe('/?masuk=provider-unreachable')
  })
})
