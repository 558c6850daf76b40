import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { done } from '../../values/outcome.ts'
import { roles } from '../../src/platform/actor.ts'
import { type Endpoint, endpoint } from '../../src/platform/endpoint.ts'
import { makeServer } from '../../src/platform/http.ts'
import { route } from '../../src/platform/route.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, callEndpoint, openAccessStage } from './stage.ts'

/** Addresses that answer to anybody. A new one is put here on purpose, or not at all. */
const openToAll = [
  'GET /api/health',
  'GET /api/session/provider',
  'GET /api/session/provider/return',
  'GET /api/welcome',
  'POST /api/account-links',
  'POST /api/account-links/look-up',
  'POST /api/session',
]

const named = (one: Endpoint) => `${one.method} ${one.path}`
const endpoints = routes.map((one) => one.endpoint)
const closed = endpoints.filter((one) => one.roles !== 'public')
const changing = closed.filter((one) => one.method !== 'GET')
const forRoles = endpoints.flatMap((one) => (typeof one.roles === 'string' ? [] : [{ one, may: one.roles }]))

describe('Every address', () => {
  let stage: AccessStage
  beforeAll(async () => {
    stage = await openAccessStage(0)
  })
  afterAll(() => stage.stop())

  test('says who it is for, and only a few are for all', () => {
    expect(endpoints.length).toBeGreaterThan(50)
    expect(
      endpoints
        .filter((one) => one.roles === 'public')
        .map(named)
        .sort(),
    ).toEqual(openToAll)
    expect(forRoles.filter(({ may }) => may.length === 0 || may.some((role) => !roles.includes(role)))).toEqual([])
  })

  test('is known to the list of addresses', async () => {
    await stage.app.ready()
    const registered = Object.entries(stage.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
      Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(registered.sort()).toEqual(endpoints.map(named).sort())
  })

  test('is given once', () => {
    expect(new Set(endpoints.map(named)).size).toBe(endpoints.length)
  })

  test.each([undefined, [], ['king']])('would not be opened for %j', async (audience) => {
    const described = {
      method: 'GET',
      path: '/api/uji',
      summary: { id: 'uji', en: 'test' },
      roles: audience,
      answer: z.object({}),
    }
    const nobodys = route(endpoint(described as unknown as Endpoint), async () => done({}) as never)
    await expect(makeServer(stage.platform, [nobodys])).rejects.toThrow(/audience/)
  })

  test.each(closed.map((one) => [named(one), one] as const))('asks who comes: %s', async (_name, one) => {
    for (const as of [{}, { cookie: 'ucok_session=made-up', csrf: 'made-up' }]) {
      const answer = await callEndpoint(stage.app, one, as)
      expect([answer.statusCode, answer.json().reason]).toEqual([401, 'not-signed-in'])
    }
  })

  test.each(changing.map((one) => [named(one), one] as const))('asks for the token of our own page: %s', async (_name, one) => {
    const may = typeof one.roles === 'string' ? 'officer' : (one.roles[0] ?? 'officer')
    const { cookie } = await stage.signIn(may, '51.03')
    for (const csrf of ['', 'made-up']) {
      const answer = await callEndpoint(stage.app, one, { cookie, csrf })
      expect([answer.statusCode, answer.json().reason]).toEqual([403, 'csrf'])
    }
  })

  const matrix = forRoles.flatMap(({ one, may }) =>
    roles.map((role) => ({ name: `${named(one)} as ${role}`, one, role, isFor: may.includes(role) })),
  )

  test.each(matrix.filter((each) => each.isFor))('lets in those it is for: $name', async ({ one, role }) => {
    const answer = await callEndpoint(stage.app, one, await stage.signIn(role, '51.03'))
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toMatch(/"reason":"(forbidden|csrf|not-signed-in)"/)
  })

  test.each(matrix.filter((each) => !each.isFor))('lets in nobody else: $name', async ({ one, role }) => {
    const answer = await callEndpoint(stage.app, one, await stage.signIn(role, '51.03'))
    expect([answer.statusCode, answer.json().reason]).toEqual([403, 'forbidden'])
  })
})
