import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../../src/platform/endpoint.ts'
import { roles } from '../../src/platform/actor.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, type Browser, openAccessStage } from './stage.ts'

const own = '51.03.01.1004'
const other = '51.03.01.1002'

let stage: AccessStage
let admin: Browser
let officer: Browser
let operator: Browser

beforeAll(async () => {
  stage = await openAccessStage(0)
  admin = await stage.signIn('administrator', '51.03')
  officer = await stage.signIn('officer', '51.03')
  operator = await stage.signIn('village-operator', own)
  await stage.platform.owner.query(
    `insert into worker (region, id, village, nik, full_name, birth_date, sex) values
       ('5103', 1, $1, '5103010101800001', '=CMD|calc!A1', '1980-01-01', 'P'),
       ('5103', 2, $2, '5103010101800002', 'NI LUH LAIN', '1980-01-01', 'P')`,
    [own, other],
  )
})
afterAll(() => stage.stop())

const ask = (as: Browser, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object): Promise<LightMyRequestResponse> =>
  stage.app.inject({ method, url, headers: { cookie: as.cookie, 'x-ucok-csrf': as.csrf }, ...(payload && { payload }) })

const one = async <Row>(statement: string, values: unknown[] = []) =>
  (await stage.platform.owner.query(statement, values)).rows[0] as Row

describe('A worker of another village', () => {
  test.each(['/api/registry/workers/2', '/api/contributions/people/2', '/api/membership/workers/2'])(
    'is not to be had by their number: %s',
    async (url) => {
      const theirs = await ask(operator, 'GET', url)
      const nobody = await ask(operator, 'GET', url.replace('/2', '/987654321'))
      expect([theirs.statusCode, theirs.body.replace('2', '')]).toEqual([nobody.statusCode, nobody.body.replace('2', '')])
      expect(theirs.statusCode).toBe(404)
    },
  )

  test('is neither shown nor changed through what is asked about them', async () => {
    const because = { ground: 'other', because: 'ingin tahu' }
    expect((await ask(operator, 'POST', '/api/registry/workers/2/identity', because)).statusCode).toBe(404)
    expect((await ask(operator, 'POST', '/api/registry/workers/1/identity', because)).statusCode).toBe(200)
  })
})

describe('Fields that nobody asked for', () => {
  const guest = { fullName: 'Contoh Tamu', office: 'Uji', roles: [] }

  test('make no administrator, no demonstration account, nobody of another region, and set no password', async () => {
    const more = { role: 'administrator', grants: [{ role: 'administrator', area: '51.03' }], isDemo: true, is_demo: true }
    const deep = { region: '3216', passwordHash: 'x', password_hash: 'x', id: '00000000-0000-4000-8000-000000000001' }
    const answer = await ask(admin, 'POST', '/api/accounts', { ...guest, username: 'tamu', ...more, ...deep })
    expect(answer.statusCode).toBe(200)
    const account = await one('select region, is_demo, password_hash, is_active from account where username = $1', ['tamu'])
    expect(account).toEqual({ region: '5103', is_demo: false, password_hash: null, is_active: true })
    const { id } = answer.json() as { id: string }
    expect(id).not.toBe(deep.id)
    const renamed = await ask(admin, 'PATCH', `/api/accounts/${id}`, {
      fullName: 'Nama Baru',
      office: '',
      isActive: false,
      username: 'x',
    })
    expect(renamed.statusCode).toBe(204)
    expect(await one('select username, is_active from account where id = $1', [id])).toEqual({
      username: 'tamu',
      is_active: true,
    })
    expect(await one(`select count(*)::int as roles from account_role where account_id = $1`, [id])).toEqual({ roles: 0 })
  })

  test('of roles are those of the form alone: no role that is none, no area elsewhere', async () => {
    const wanted = { role: 'king', area: '51.03', firstDay: '2026-11-21', lastDay: null }
    const answer = await ask(admin, 'POST', '/api/accounts', { ...guest, username: 'raja', roles: [wanted] })
    expect(answer.statusCode).toBe(400)
    const abroad = await ask(admin, 'POST', '/api/accounts', {
      ...guest,
      username: 'raja',
      roles: [{ ...wanted, role: 'officer', area: '51' }],
    })
    expect(abroad.statusCode).toBe(422)
    expect(await one('select count(*)::int as people from account where username = $1', ['raja'])).toEqual({ people: 0 })
  })
})

describe('Statements slipped into what is searched, filtered and sorted', () => {
  const slips = [
    `' or 1=1 --`,
    `'; drop table worker; --`,
    `name; select pg_sleep(3)`,
    `%' union select version() --`,
    '\u0000',
    '\\',
    `"`,
  ]
  const readings: Endpoint[] = routes
    .map((each) => each.endpoint as Endpoint)
    .filter(
      (each) =>
        each.method === 'GET' && each.query !== undefined && !['file', 'events', 'redirect'].includes(String(each.answer)),
    )
  const texts = readings.flatMap((each) =>
    Object.keys(each.query?.shape ?? {})
      .filter((name) => each.query?.shape[name]?.safeParse(slips[0]).success)
      .map((name) => [`${each.path} ${name}`, each, name] as const),
  )

  test.each(texts)('are text like any other: %s', async (_name, reading, name) => {
    const role = typeof reading.roles === 'string' ? 'officer' : (roles.find((each) => reading.roles.includes(each)) ?? 'officer')
    const as = await stage.signIn(role, '51.03')
    const path = reading.path.replaceAll(/:(\w+)/g, '987654321')
    const started = Date.now()
    for (const slip of slips) {
      const answer = await ask(as, 'GET', `${path}?${name}=${encodeURIComponent(slip)}`)
      expect([name, slip, answer.statusCode < 500]).toEqual([name, slip, true])
      expect(answer.body).not.toMatch(/syntax error|PostgreSQL \d|pg_/)
    }
    expect(Date.now() - started).toBeLessThan(2_900)
  })

  test('are many, and the table still stands', async () => {
    expect(texts.length).toBeGreaterThan(20)
    expect(await one('select count(*)::int as workers from worker')).toEqual({ workers: 2 })
  })
})

test('A name that is a formula stays a name in every export', async () => {
  const csv = await ask(officer, 'GET', '/api/registry/export?format=csv')
  expect(csv.body).toContain(`'=CMD|calc!A1`)
  expect(csv.body).not.toMatch(/[;\n]=CMD/)
  const account = { username: 'rumus', fullName: '+SUM(A1)', office: '@office', roles: [] }
  expect((await ask(admin, 'POST', '/api/accounts', account)).statusCode).toBe(200)
  const people = await ask(admin, 'GET', '/api/accounts/export?format=csv')
  expect(people.body).toContain(`'+SUM(A1)`)
  expect(people.body).not.toMatch(/(^|[;\n])[+@]/m)
})

describe('Files', () => {
  const boundary = '----uji'
  const part = (name: string, bytes: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${bytes}\r\n`
  const upload = (parts: string[]) =>
    stage.app.inject({
      method: 'POST',
      url: '/api/intakes',
      headers: {
        cookie: officer.cookie,
        'x-ucok-csrf': officer.csrf,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: `${parts.join('')}--${boundary}--\r\n`,
    })
  const folder = () => stage.platform.filesFolder
  const stored = () => (existsSync(folder()) ? readdirSync(folder()) : [])

  test('lie under names of our own, wherever their names point', async () => {
    const names = ['../../etc/passwd.csv', '..\\..\\windows\\x.csv', '/etc/cron.d/y.csv', 'a\u0000b.csv']
    const answer = await upload(names.map((name, place) => part(name, `nik,nama\r\n510301010180${place},CONTOH`)))
    expect(answer.statusCode).toBeLessThan(300)
    expect(stored().every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true)
    expect(stored().length).toBe(names.length)
    expect(existsSync(join(folder(), '..', '..', 'etc'))).toBe(false)
    const { rows } = await stage.platform.owner.query<{ name: string }>('select name from stored_file')
    expect(rows.filter(({ name }) => ['/', '\\', '\u0000'].some((sign) => name.includes(sign)))).toEqual([])
  })

  test('of the server are not to be had through addresses', async () => {
    const secret = readFileSync(new URL('../../package.json', import.meta.url), 'utf8').slice(0, 40)
    for (const url of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/....//package.json',
      '/api/intakes/..%2f..%2fkeys.json/rows',
      '/api/intakes/00000000-0000-4000-8000-000000000000/files/..%2f..%2f..%2fetc%2fpasswd/errors',
    ]) {
      const answer = await ask(officer, 'GET', url)
      expect([url, answer.statusCode >= 400 || !answer.body.includes(secret)]).toEqual([url, true])
      expect(answer.body).not.toContain('root:')
    }
  })

  test('too many at once are refused and leave nothing', async () => {
    const before = stored().length
    const answer = await upload(Array.from({ length: 501 }, (_, place) => part(`${place}.csv`, 'nik,nama')))
    expect([answer.statusCode, answer.json().reason]).toEqual([413, 'too-large'])
    expect(stored().length).toBe(before)
  })

  test('and forms that are too large are refused in words', async () => {
    const body = { username: 'x', password: 'x'.repeat(1_100_000) }
    const answer = await stage.app.inject({ method: 'POST', url: '/api/session', payload: body })
    expect([answer.statusCode, answer.json().reason]).toEqual([413, 'too-large'])
    const long = await stage.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'x', password: 'x'.repeat(201) },
    })
    expect([long.statusCode, long.json().reason]).toEqual([400, 'wrong-fields'])
  })
})
