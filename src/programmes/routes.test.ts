import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Runner } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { areaCode, region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { eligibilityRoutes } from '../eligibility/routes.ts'
import { matchingRoutes } from '../matching/routes.ts'
import { matchingWorks } from '../matching/work.ts'
import { addAccount } from '../platform/accounts.ts'
import { type Role, systemActor } from '../platform/actor.ts'
import { carryOut } from '../platform/context.ts'
import { makeServer } from '../platform/http.ts'
import type { Platform } from '../platform/platform.ts'
import { platformRoutes } from '../platform/routes.ts'
import { startWorking } from '../platform/tasks.ts'
import { registryRoutes } from '../registry/routes.ts'
import { freezeDecree } from './decree.ts'
import { programmesRoutes } from './routes.ts'
import { programmesWorks } from './work.ts'

const ask = { actor: systemActor, region: region('51.03') }
const keys = new Map<Role, { cookie: string; csrf: string }>()

let platform: Platform
let server: FastifyInstance
let runner: Runner

async function signIn(role: Role, area: string): Promise<void> {
  const account = { username: role, fullName: role, office: 'Uji', password: 'rahasia-uji', isDemo: true }
  await carryOut(platform, ask, (ctx) => addAccount(ctx, { ...account, grants: [{ role, area: areaCode(area) }] }))
  const answer = await server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: role, password: account.password },
  })
  const cookie = answer.cookies.map((each) => `${each.name}=${each.value}`).join('; ')
  keys.set(role, { cookie, csrf: answer.json().csrfToken })
}

const headersOf = (role: Role) => ({ cookie: keys.get(role)?.cookie ?? '', 'x-ucok-csrf': keys.get(role)?.csrf ?? '' })

const call = (role: Role, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  server.inject({ method, url, headers: headersOf(role), ...(payload && { payload }) })

/** Sends a form with text fields and one file, the way a browser does. */
function upload(role: Role, fields: Record<string, string>, content: string) {
  const edge = '--tepi'
  const texts = Object.entries(fields).map(
    ([name, value]) => `${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `${edge}\r\ncontent-disposition: form-data; name="file"; filename="jawaban.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n${edge}--\r\n`
  const headers = { ...headersOf(role), 'content-type': 'multipart/form-data; boundary=tepi' }
  return server.inject({ method: 'POST', url: '/api/matching/exchanges', headers, payload: texts.join('') + file })
}

async function resultOf(taskId: string): Promise<{ state: string; result: Record<string, unknown> }> {
  for (;;) {
    const { rows } = await platform.owner.query('select state, result from task where id = $1', [taskId])
    if (rows[0]?.state !== 'waiting' && rows[0]?.state !== 'running') return rows[0]
    await wait(50)
  }
}

beforeAll(async () => {
  platform = await openTestPlatform()
  server = await makeServer(platform, [
    ...platformRoutes,
    ...registryRoutes,
    ...matchingRoutes,
    ...eligibilityRoutes,
    ...programmesRoutes,
  ])
  runner = await startWorking(platform, { ...matchingWorks, ...programmesWorks })
  await platform.owner
    .query(`insert into area (code, parent, level, name, kind) values ('51.03.01', null, 'district', 'Kuta', 'kecamatan'),
    ('51.03.01.1002', '51.03.01', 'village', 'Kuta', 'kelurahan'), ('51.03.01.1004', '51.03.01', 'village', 'Legian', 'kelurahan') on conflict do nothing`)
  await platform.owner.query(`insert into worker (region, id, village, nik, full_name, birth_date, sex, occupation) values
    ('5103', 1, '51.03.01.1002', '5103010101800001', 'NI WAYAN CONTOH', '1980-01-01', 'P', 'Pedagang'),
    ('5103', 2, '51.03.01.1004', '5103010201810002', 'I MADE CONTOH', '1981-01-02', 'L', 'Nelayan')`)
  await signIn('officer', '51.03')
  await signIn('treasurer', '51.03')
  await signIn('village-operator', '51.03.01.1004')
})
afterAll(async () => {
  await runner.stop()
  await server.close()
  await platform.stop()
})

const form = {
  code: 'P1',
  name: 'Pekerja Rentan 2027',
  year: 2027,
  firstMonth: '2027-01',
  lastMonth: '2027-12',
  quota: 1,
  budgetLines: [{ source: 'APBD', fiscalYear: 2027, ceiling: 1_000_000 }],
}

describe('Through the web door an officer', () => {
  test('hands in an answer, which a task takes in', async () => {
    const sent = await upload(
      'officer',
      { register: 'dukcapil', answeredOn: '2026-01-01' },
      'nik,status\n5103010101800001,HIDUP\nrusak,HIDUP\n',
    )
    expect(sent.statusCode).toBe(200)
    expect(await resultOf(sent.json().taskId)).toMatchObject({ state: 'done', result: { records: 1, faulty: 1, isNew: true } })
  })

  test.each([
    [{ answeredOn: '2026-01-01' }, 'which-register'],
    [{ register: 'dtsen', answeredOn: 'kemarin' }, 'which-day'],
  ])('is told what a form %o lacks', async (fields, reason) => {
    expect((await upload('officer', fields, 'nik,desil\n')).json()).toMatchObject({ reason })
  })

  test('makes a programme, has it judged by a task, and changes it', async () => {
    expect((await call('officer', 'POST', '/api/programmes', form)).json()).toMatchObject({
      code: 'P1',
      state: 'planned',
      cost: 201_600,
    })
    const queued = await call('officer', 'POST', '/api/programmes/P1/eligibility-runs', {})
    expect(await resultOf(queued.json().taskId)).toMatchObject({
      state: 'done',
      result: { people: 2, eligible: 1, withinQuota: 1 },
    })
    expect((await call('officer', 'PUT', '/api/programmes/P1', { ...form, quota: 2 })).json()).toMatchObject({
      quota: 2,
      state: 'judged',
    })
    expect((await call('officer', 'POST', '/api/programmes', form)).json()).toMatchObject({ status: 409, reason: 'code-taken' })
  })
})

describe('Every page of registry, matching, eligibility and programmes', () => {
  let runId = ''
  beforeAll(async () => {
    await carryOut(platform, ask, (ctx) => freezeDecree(ctx, { programme: 'P1', number: 'SK/1', decidedOn: day('2030-01-01') }))
    const { rows } = await platform.owner.query('select id from eligibility_run')
    runId = rows[0]?.id
  })

  test.each([
    '/api/registry/workers?limit=1&sort=-name',
    '/api/registry/workers?text=contoh&standing=unknown',
    '/api/registry/workers/1',
    '/api/registry/export?format=csv',
    '/api/matching/summary',
    '/api/matching/exchanges',
    '/api/matching/workers/1',
    '/api/eligibility/rule-sets',
    '/api/eligibility/runs',
    '/api/eligibility/runs/RUN',
    '/api/eligibility/workers/2?run=RUN',
    '/api/programmes',
    '/api/programmes/P1',
    '/api/programmes/P1/ranking?place=quota&limit=1',
    '/api/programmes/P1/decree/lines',
    '/api/programmes/P1/decree/annex?format=pdf',
    '/api/programmes/P1/decree/annex/official',
  ])('%s answers in the shape it promises', async (url) => {
    const answer = await call('officer', 'GET', url.replace('RUN', runId))
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  })

  test.each([
    ['/api/registry/workers/99'],
    ['/api/matching/workers/99'],
    ['/api/eligibility/workers/99'],
    ['/api/eligibility/runs/00000000-0000-4000-8000-000000000000'],
    ['/api/programmes/NONE'],
    ['/api/programmes/NONE/ranking'],
  ])('%s is not found', async (url) => {
    expect((await call('officer', 'GET', url)).statusCode).toBe(404)
  })

  test.each<[Role, 'GET' | 'POST', string]>([
    ['treasurer', 'POST', '/api/programmes'],
    ['treasurer', 'POST', '/api/registry/workers/1/identity'],
    ['treasurer', 'GET', '/api/programmes/P1/decree/annex/official'],
    ['village-operator', 'GET', '/api/programmes'],
    ['village-operator', 'GET', '/api/registry/export'],
    ['village-operator', 'GET', '/api/matching/exchanges'],
  ])('is closed to a %s at %s %s', async (role, method, url) => {
    expect((await call(role, method, url, method === 'POST' ? {} : undefined)).statusCode).toBe(403)
  })

  test('shows a village operator their own people alone', async () => {
    const answer = await call('village-operator', 'GET', '/api/registry/workers')
    expect(answer.json()).toMatchObject({ count: 1, rows: [{ nik: '510301******0002' }] })
    expect((await call('village-operator', 'GET', '/api/matching/summary')).json()).toMatchObject({ workers: 1 })
    expect((await call('village-operator', 'GET', '/api/registry/workers/1')).statusCode).toBe(404)
  })
})
