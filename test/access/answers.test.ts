import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endpoint } from '../../src/platform/endpoint.ts'
import { makeServer } from '../../src/platform/http.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { route } from '../../src/platform/route.ts'
import { listWorkers } from '../../src/registry/api.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, callEndpoint, openAccessStage } from './stage.ts'

let stage: AccessStage
beforeAll(async () => void (stage = await openAccessStage(0)))
afterAll(() => stage.stop())

describe('Every answer', () => {
  test('tells the browser to guess nothing, keep nothing, tell nobody where it was, and stand in no other page', async () => {
    const answers = [
      await callEndpoint(stage.app, listWorkers, await stage.signIn('officer', '51.03')),
      await callEndpoint(stage.app, listWorkers, {}),
      await stage.app.inject({ url: '/api/tidak-ada' }),
    ]
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 401, 404])
    for (const { headers } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['content-security-policy']).toMatch(/object-src 'none';.*frame-ancestors 'none'/)
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['content-type']).toContain('charset=utf-8')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('asks for TLS for a year, sub-domains too, where the office has it, and not where it has none', async () => {
    const behindTls: Platform = {
      ...stage.platform,
      settings: { ...stage.platform.settings, publicUrl: 'https://ucok.contoh.id' },
    }
    const app = await makeServer(behindTls, routes)
    const { headers } = await app.inject({ url: '/api/health' })
    await app.close()
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect((await stage.app.inject({ url: '/api/health' })).headers['strict-transport-security']).toBeUndefined()
  })

  test('to a request that broke says a number to quote, and nothing of what broke', async () => {
    const summary = { id: 'Uji', en: 'Test' }
    const breaks = endpoint({ method: 'GET', path: '/api/breaks', summary, roles: 'public', answer: 'nothing' })
    const app = await makeServer(stage.platform, [
      route(breaks, () => Promise.reject(new Error('select nik from worker at /srv/ucok/src/store.ts:12'))),
    ])
    const answer = await app.inject({ url: '/api/breaks' })
    await app.close()
    expect(answer.json()).toMatchObject({ status: 500, reason: 'defect', requestNumber: expect.any(String) as string })
    expect(answer.body).not.toMatch(/select|worker|store\.ts|Error/)
  })
})

test('A filter given twice is refused: neither of the two is quietly taken', async () => {
  const { cookie } = await stage.signIn('officer', '51.03')
  const answer = await stage.app.inject({
    url: '/api/registry/workers?village=51.03.01.1002&village=51.03.01.1003',
    headers: { cookie },
  })
  expect([answer.statusCode, answer.json().reason]).toEqual([400, 'wrong-fields'])
})
