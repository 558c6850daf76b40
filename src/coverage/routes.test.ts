import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme, type FrozenProgramme } from '../../test/frozen-programme.ts'
import { areaCode, region } from '../../values/areas.ts'
import { addMonths, monthOf } from '../../values/months.ts'
import { contributionsRoutes } from '../contributions/routes.ts'
import { runContributions } from '../contributions/run.ts'
import { membershipRoutes } from '../membership/routes.ts'
import { addAccount } from '../platform/accounts.ts'
import { type Role, systemActor } from '../platform/actor.ts'
import { carryOut, todayIn } from '../platform/context.ts'
import { makeServer } from '../platform/http.ts'
import type { Platform } from '../platform/platform.ts'
import { platformRoutes } from '../platform/routes.ts'
import { coverageRoutes } from './routes.ts'

const badung = region('51.03')
const today = todayIn(badung)
const ask = { actor: systemActor, region: badung }

let platform: Platform
let server: FastifyInstance
let programme: FrozenProgramme
let runId = ''
const keys = new Map<Role, { cookie: string; csrf: string }>()

async function signIn(role: Role): Promise<void> {
  const account = { username: role, fullName: role, office: 'Uji', password: 'rahasia-uji', isDemo: true }
  await carryOut(platform, ask, (ctx) => addAccount(ctx, { ...account, grants: [{ role, area: areaCode('51.03') }] }))
  const payload = { username: role, password: account.password }
  const answer = await server.inject({ method: 'POST', url: '/api/session', payload })
  const cookie = answer.cookies.map((each) => `${each.name}=${each.value}`).join('; ')
  keys.set(role, { cookie, csrf: answer.json().csrfToken })
}

async function call(role: Role, method: 'GET' | 'POST', url: string, payload?: object) {
  const key = keys.get(role)
  const headers = { cookie: key?.cookie ?? '', 'x-ucok-csrf': key?.csrf ?? '' }
  return server.inject({ method, url, headers, ...(payload && { payload }) })
}

beforeAll(async () => {
  platform = await openTestPlatform()
  server = await makeServer(platform, [...platformRoutes, ...membershipRoutes, ...contributionsRoutes, ...coverageRoutes])
  for (const role of ['officer', 'approver', 'treasurer'] as const) await signIn(role)
  const firstMonth = addMonths(monthOf(today), -1)
  programme = await freezeProgramme(platform, { region: badung, people: 7, firstMonth, lastMonth: addMonths(firstMonth, 5) })
  const run = await carryOut(platform, ask, (ctx) => runContributions(ctx, { programme: programme.code, month: firstMonth }))
  runId = run.ok ? run.value.runId : ''
})
afterAll(async () => {
  await server.close()
  await platform.stop()
})

describe('Every page of membership, contributions and coverage', () => {
  test.each([
    '/api/membership/periods?state=active&limit=3',
    '/api/membership/counts',
    '/api/membership/people/1',
    '/api/contributions/runs',
    '/api/contributions/runs/RUN',
    '/api/contributions/runs/RUN/lines?limit=2',
    '/api/contributions/runs/RUN/omissions',
    '/api/contributions/calendar',
    '/api/contributions/budget',
    '/api/contributions/ledger',
    '/api/contributions/trial-balance',
    '/api/contributions/people/1',
    '/api/contributions/reclaims',
    '/api/coverage',
    '/api/coverage/areas?segment=ALL',
    '/api/coverage/series',
    '/api/coverage/gaps',
    '/api/coverage/customary',
  ])('%s answers in the shape it promises', async (url) => {
    const answer = await call('officer', 'GET', url.replace('RUN', runId))
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  })

  test.each([
    ['/api/membership/periods/file?format=csv', 'Nama;NIK (disamarkan)'],
    ['/api/contributions/runs/RUN/file?format=csv', 'NO;NIK;NAMA'],
    ['/api/coverage/file?format=csv', 'Kode;Wilayah'],
  ])('%s gives a file to save', async (url, header) => {
    const answer = await call('officer', 'GET', url.replace('RUN', runId))
    expect(answer.body.split('\r\n')[0]).toContain(header)
    expect(answer.headers['content-disposition']).toContain('.csv')
  })

  test('lists for BPJS come as a workbook too', async () => {
    const answer = await call('officer', 'GET', `/api/contributions/runs/${runId}/file?format=xlsx`)
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

/** The address of a step of the run. */
const at = (step: string) => `/api/contributions/runs/${runId}/${step}`

test('A run goes from approval to reconciliation, each step by who may take it', async () => {
  const on = today.toString()
  expect((await call('officer', 'POST', at('approval'))).statusCode).toBe(403)
  const steps = [
    await call('approver', 'POST', at('approval')),
    await call('treasurer', 'POST', at('billing'), { billingCode: '632309048826', billedOn: on }),
    await call('treasurer', 'POST', at('payment'), { disbursementNumber: 'SP2D/1', paidOn: on }),
    await call('approver', 'POST', at('payment-confirmation')),
    await call('treasurer', 'POST', at('payment-return'), { why: 'Rekening keliru' }),
    await call('treasurer', 'POST', at('payment'), { disbursementNumber: 'SP2D/2', paidOn: on }),
    await call('approver', 'POST', at('payment-confirmation')),
    await call('treasurer', 'POST', at('reconciliation'), {
      receiptNumber: 'K/1',
      receiptAmount: 7 * 16_800,
      minutesNumber: 'BA/1',
      reconciledOn: on,
    }),
  ]
  expect(steps.map((answer) => answer.json().state)).toEqual([
    'approved',
    'billed',
    'billed',
    'paid',
    'billed',
    'billed',
    'paid',
    'reconciled',
  ])
  expect((await call('officer', 'GET', '/api/contributions/trial-balance')).json().sum).toBe(0)
  expect((await call('approver', 'POST', at('approval'))).json()).toMatchObject({ reason: 'wrong-step', status: 409 })
})

test('A run is started as a task, a cover ended and replaced', async () => {
  const next = addMonths(monthOf(today), 1)
  const started = await call('officer', 'POST', '/api/contributions/runs', { programmeId: programme.programmeId, month: next })
  expect(started.json()).toEqual({ taskId: expect.any(String) })
  const ended = await call('officer', 'POST', '/api/membership/periods/1/end', { reason: 'MOVED_OUT', lastDay: today.toString() })
  expect(ended.json()).toMatchObject({ periodId: 1, lastDay: today.toString() })
  const replaced = await call('officer', 'POST', '/api/membership/periods/1/replacement')
  expect(replaced.json()).toMatchObject({ reason: 'nobody-waiting' })
})
