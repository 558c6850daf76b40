import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { roles } from '../../src/platform/actor.ts'
import type { Endpoint } from '../../src/platform/endpoint.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, callEndpoint, openAccessStage } from './stage.ts'

const own = '51.03.01.1004'
const other = '51.03.01.1002'
const elsewhere = '32.16'

/** Streams that never end are not walked: they carry the same rows as the list they follow. */
const readings = routes
  .map((one) => one.endpoint)
  .filter((one) => one.method === 'GET' && one.roles !== 'public' && one.answer !== 'events')
const may = (one: Endpoint, role: (typeof roles)[number]) => typeof one.roles === 'string' || one.roles.includes(role)
const matrix = readings.flatMap((one) =>
  roles.filter((role) => may(one, role)).map((role) => ({ name: `${one.path} as ${role}`, one, role })),
)
const byId = routes
  .map((one) => one.endpoint)
  .filter((one) => one.params !== undefined && one.roles !== 'public' && one.answer !== 'events')
  .flatMap((one) =>
    roles.filter((role) => may(one, role)).map((role) => ({ name: `${one.method} ${one.path} as ${role}`, one, role })),
  )

let stage: AccessStage
/** Names and NIK of people of other villages whom the own village has nothing alike of. */
let strangers: string[]
/** Ids of another village's records, by the names parameters have. */
let theirs: Record<string, string>
let ours: Record<string, string>

beforeAll(async () => {
  stage = await openAccessStage(600)
  strangers = await namesOutside(stage, own)
  await handInElsewhere(stage)
  theirs = await recordsOf(stage, other)
  ours = await recordsOf(stage, own)
}, 120_000)
afterAll(() => stage.stop())

describe('Somebody whose area is one village', () => {
  test('stands beside many of whom they must not hear', () => {
    expect(strangers.length).toBeGreaterThan(600)
    expect(Object.keys(theirs).length).toBeGreaterThanOrEqual(5)
  })

  test('does hear of their own, so that silence elsewhere means something', async () => {
    const as = await stage.signIn('village-operator', own)
    const list = routes.find((one) => one.endpoint.path === '/api/registry/workers')?.endpoint as Endpoint
    const { count } = (await callEndpoint(stage.app, list, as)).json()
    const { rows } = await stage.platform.owner.query('select count(*) as count from worker where village = $1', [own])
    expect(count).toBe(rows[0]?.count)
    expect(count).toBeGreaterThan(0)
    const one = routes.find(({ endpoint }) => endpoint.path === '/api/registry/workers/:id')?.endpoint as Endpoint
    expect((await callEndpoint(stage.app, one, as, { id: ours['workerId'] ?? '' })).statusCode).toBe(200)
  })

  test.each(matrix)('reads of nobody elsewhere: $name', async ({ one, role }) => {
    const answer = await callEndpoint(stage.app, one, await stage.signIn(role, own), regional(theirs))
    expect(answer.statusCode).toBeLessThan(500)
    expect(strangers.filter((name) => answer.body.includes(name))).toEqual([])
  })

  test.each(byId)('cannot tell a record of others from none: $name', async ({ one, role }) => {
    const as = await stage.signIn(role, own)
    const guessed = await callEndpoint(stage.app, one, as, named(one, theirs))
    const absent = await callEndpoint(stage.app, one, as, named(one, regional(theirs)))
    expect(told(guessed)).toEqual(told(absent))
  })

  test('is told the same whether or not people are added elsewhere', async () => {
    const walked = matrix.filter((each) => each.one.path !== '/api/audit')
    const before = await everythingTold(stage, walked, regional(theirs))
    await growElsewhere(stage)
    const after = await everythingTold(stage, walked, regional(theirs))
    const changed = [...before].filter(([name, words]) => after.get(name) !== words).map(([name]) => name)
    expect(changed.join('\n')).toEqual('')
    expect(before.size).toBe(walked.length)
  }, 180_000)

  test('reads in the audit trail of their own acts and of their own people alone', async () => {
    const trail = routes.find(({ endpoint }) => endpoint.path === '/api/audit')?.endpoint as Endpoint
    const lines = (await callEndpoint(stage.app, trail, await stage.signIn('auditor', own))).json().lines as {
      actorName: string
    }[]
    const whole = (await callEndpoint(stage.app, trail, await stage.signIn('auditor', '51.03'))).json().lines as unknown[]
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.map((line) => line.actorName).filter((name) => !name.endsWith(own))).toEqual([])
    expect(whole.length).toBeGreaterThan(lines.length)
  })

  test('would be told more by a policy that failed', async () => {
    const before = await everythingTold(stage, matrix, regional(theirs))
    const turn = async (way: 'disable' | 'enable') => {
      for (const table of ['worker', 'worker_tally', 'worker_match', 'match_tally'])
        await stage.platform.owner.query(`alter table ${table} ${way} row level security`)
    }
    await turn('disable')
    const after = await everythingTold(stage, matrix, regional(theirs))
    await turn('enable')
    expect([...before].filter(([name, words]) => after.get(name) !== words).length).toBeGreaterThan(3)
  }, 180_000)
})

test('A role reaches its own area alone, whatever other roles the same person has', async () => {
  const as = await stage.signIn('village-operator', own)
  const { rows } = await stage.platform.owner.query<{ id: string }>('select id from account where username = $1', [
    `village-operator-${own}`,
  ])
  const give = `insert into account_role (account_id, role, area) values ($1, 'treasurer', '51.03')`
  await stage.platform.owner.query(give, [rows[0]?.id])
  const show = routes.find(({ endpoint }) => endpoint.path.endsWith('/identity'))?.endpoint as Endpoint
  const ask = (id: string | undefined) =>
    stage.app.inject({
      method: 'POST',
      url: show.path.replace(':id', id ?? ''),
      headers: { cookie: as.cookie, 'x-ucok-csrf': as.csrf },
      payload: { ground: 'other', because: 'untuk uji' },
    })
  expect((await ask(ours['workerId'])).statusCode).toBe(200)
  expect((await ask(theirs['workerId'])).statusCode).toBe(404)
  await stage.platform.owner.query(`delete from account_role where account_id = $1 and role = 'treasurer'`, [rows[0]?.id])
})

describe('Somebody of another region', () => {
  test.each(matrix)('reads of nobody here: $name', async ({ one, role }) => {
    const answer = await callEndpoint(stage.app, one, await stage.signIn(role, elsewhere), theirs)
    expect(answer.statusCode).toBeLessThan(500)
    expect(strangers.filter((name) => answer.body.includes(name))).toEqual([])
  })

  test.each(byId)('cannot tell a record of here from none: $name', async ({ one, role }) => {
    const as = await stage.signIn(role, elsewhere)
    expect(told(await callEndpoint(stage.app, one, as, named(one, theirs)))).toEqual(told(await callEndpoint(stage.app, one, as)))
  })
})

/** What a caller learns: the status and the words. A made document carries the moment it was made, so it counts by its kind and its size to a few bytes. */
function told(answer: LightMyRequestResponse): unknown[] {
  const kind = String(answer.headers['content-type'])
  if (/spreadsheetml|pdf/.test(kind)) return [answer.statusCode, kind, Math.round(answer.rawPayload.length / 200)]
  return [answer.statusCode, answer.body]
}

/** Records of a whole region stay what they are for everyone in it: those are not guessed. */
function regional(records: Record<string, string>): Record<string, string> {
  return { runId: records['runId'] ?? '', code: records['code'] ?? '', eligibilityRunId: records['eligibilityRunId'] ?? '' }
}

/** The ids for the parameters of an endpoint; a bare `id` is of a worker, a run or a request, as its address says, where it can be one. */
function named(one: Endpoint, records: Record<string, string>): Record<string, string> {
  const isOfRequest = one.path.startsWith('/api/approvals/:id')
  const isOfRun = one.path.includes('/runs/:id')
  const id = isOfRequest ? records['requestId'] : isOfRun ? records['eligibilityRunId'] : records['workerId']
  const shape = one.params?.shape['id'] as z.ZodType | undefined
  return { ...records, ...(id !== undefined && shape?.safeParse(id).success && { id }) }
}

async function everythingTold(stage: AccessStage, walked: typeof matrix, params: Record<string, string>) {
  const all = new Map<string, string>()
  for (const { name, one, role } of walked) {
    all.set(name, JSON.stringify(told(await callEndpoint(stage.app, one, await stage.signIn(role, own), params))))
  }
  return all
}

async function namesOutside(stage: AccessStage, village: string): Promise<string[]> {
  const { rows } = await stage.platform.owner.query<{ name: string }>(
    `select distinct full_name as name from worker w where village <> $1 and length(full_name) > 8
       and not exists (select from worker o where o.village = $1 and o.full_name ilike '%' || w.full_name || '%')
       and not exists (select from account a where a.full_name ilike '%' || w.full_name || '%')
     union select nik from worker where village <> $1 and nik is not null`,
    [village],
  )
  return rows.map((row) => row.name)
}

async function recordsOf(stage: AccessStage, village: string): Promise<Record<string, string>> {
  const { rows } = await stage.platform.owner.query<Record<string, string>>(
    `select (select id::text from worker where village = $1 order by id limit 1) as "workerId",
       (select id::text from membership_period where village = $1 order by id limit 1) as "periodId",
       (select id::text from intake_file where village = $1 limit 1) as "fileId",
       (select i.id::text from intake i where not exists (select from intake_file f where f.intake_id = i.id and f.village <> $1) limit 1) as "intakeId",
       (select id::text from contribution_run order by made_at limit 1) as "runId",
       (select id::text from eligibility_run order by made_at limit 1) as "eligibilityRunId",
       (select id::text from approval_request order by asked_at limit 1) as "requestId",
       (select code from programme where eligibility_run_id is not null order by made_at limit 1) as code`,
    [village],
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, id]) => id !== null))
}

/** Every kind of record about people, once more for another village: who may not see it must not notice. */
async function growElsewhere(stage: AccessStage): Promise<void> {
  const run = (statement: string) => stage.platform.owner.query(statement, [other])
  await run(`insert into worker (region, id, village, nik, full_name, birth_date, sex)
    select '5103', 900000 + n, $1, lpad((5103010101800000 + n)::text, 16, '0'), 'NI TAMBAHAN ' || n, '1980-01-01', 'P' from generate_series(1, 50) n`)
  await run(`insert into worker_match (region, worker_id, village, civil, is_deceased, died_on, covered_by, decile)
    select region, id, village, 'deceased', true, '2026-01-05', 'PU', 1 from worker where id > 900000 and village = $1`)
  await run(`insert into assessment (region, run_id, worker_id, village, is_eligible, unmet, unknown)
    select w.region, r.id, w.id, w.village, true, '{}', '{}' from worker w, eligibility_run r where w.id > 900000 and w.village = $1`)
  await run(`insert into membership_period (region, worker_id, programme_id, decree_id, village, package, payer, first_day, last_day)
    select w.region, w.id, d.programme_id, d.id, w.village, 'JKK_JKM', 'APBD', '2026-01-01', '2026-12-31'
    from worker w cross join lateral (select * from decree limit 1) d where w.id > 900000 and w.village = $1`)
  await run(`insert into intake_file (region, id, intake_id, position, stored_file_id, name, sha256, village, state, rows, review)
    select region, gen_random_uuid(), id, 900, gen_random_uuid(), 'lebih-' || id || '.csv', 'y', $1, 'read', 7, 7 from intake`)
  await run(`insert into task (region, id, kind, title, created_by, created_by_name)
    select '5103', gen_random_uuid(), 'intake', '{"id":"Daftar desa lain","en":"List of another village"}', 'x', 'X' where $1 <> ''`)
  await run(`insert into audit_line (region, actor_id, actor_name, act, subject_kind, subject_id)
    select '5103', 'x', 'X', 'registry.identity-shown', 'worker', '900001' where $1 <> ''`)
}

/** An intake that holds a list of the other village alone. */
async function handInElsewhere(stage: AccessStage): Promise<void> {
  const run = (statement: string) => stage.platform.owner.query(statement, [other])
  await run(`insert into intake (region, id, title, state, judged_on, created_by, created_by_name)
    select '5103', '99999999-9999-4999-8999-999999999999', 'Daftar desa lain', 'checked', '2026-01-01', 'x', 'X' where $1 <> ''`)
  await run(`insert into intake_file (region, id, intake_id, position, stored_file_id, name, sha256, village, state, rows, review)
    values ('5103', '99999999-9999-4999-8999-999999999998', '99999999-9999-4999-8999-999999999999', 1, gen_random_uuid(), 'lain.csv', 'x', $1, 'read', 5, 5)`)
}
