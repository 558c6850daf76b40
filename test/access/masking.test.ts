import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/platform/actor.ts'
import type { Endpoint } from '../../src/platform/endpoint.ts'
import { routes } from '../../src/routes.ts'
import { type AccessStage, callEndpoint, openAccessStage } from './stage.ts'

const named = (one: Endpoint) => `${one.method} ${one.path}`

/** Readings whose work is to give whole numbers; each leaves an audit line that says who took them. */
const givesWhole = new Map([
  ['GET /api/contributions/runs/:runId/file', 'contributions.file-taken'],
  ['GET /api/programmes/:code/decree/annex/official', 'programmes.annex-made'],
  ['GET /api/intakes/:intakeId/lists/:fileId/error-workbook', 'intake.error-workbook-taken'],
  ['GET /api/privacy/workers/:workerId/export', 'privacy.subject-exported'],
  ['GET /api/privacy/breaches/:breachId/affected.csv', 'privacy.affected-list-taken'],
])

/** A list that is being checked shows numbers as they were written, else nobody could mend them; opening it is on record once. */
const showsAsWritten = new Set([
  'GET /api/intakes/:intakeId',
  'GET /api/intakes/:intakeId/rows',
  'GET /api/intakes/:intakeId/report',
  'GET /api/intakes/:intakeId/lists/:fileId/columns',
])

const readings = routes
  .map((one) => one.endpoint)
  .filter((one) => one.method === 'GET' && one.roles !== 'public' && one.answer !== 'events')

describe('What the server answers to those who read', () => {
  let stage: AccessStage
  let known: RegExp
  let ours: Record<string, string>
  beforeAll(async () => {
    stage = await openAccessStage(600)
    known = await numbersOfPeople(stage)
    ours = await recordsOf(stage)
  }, 120_000)
  afterAll(() => stage.stop())

  const ask = async (one: Endpoint) => {
    const may = typeof one.roles === 'string' ? 'officer' : (roles.find((role) => one.roles.includes(role as never)) ?? 'officer')
    const params = {
      ...ours,
      ...(/registry|eligibility\/workers|matching\/workers|programmes\/workers/.test(one.path) && { id: ours['workerId'] ?? '' }),
    }
    return callEndpoint(stage.app, one, await stage.signIn(may, '51.03'), params)
  }

  test('is compared with the numbers of many people', () => {
    expect(known.source.length).toBeGreaterThan(10_000)
    expect(known.test('NIK 5103010101800001')).toBe(false)
  })

  test.each(
    readings
      .filter((one) => !givesWhole.has(named(one)) && !showsAsWritten.has(named(one)))
      .map((one) => [named(one), one] as const),
  )('holds nobody’s whole NIK, family card, phone or mother’s name: %s', async (_name, one) => {
    const answer = await ask(one)
    expect(answer.statusCode).toBeLessThan(500)
    expect(known.exec(answer.body)?.[0]).toBeUndefined()
  })

  test.each([...givesWhole])('holds them where that is its work, and says so in the trail: %s', async (name, act) => {
    const one = readings.find((each) => named(each) === name)
    if (one === undefined) throw new Error(`${name} is no address`)
    const count = async () =>
      (await stage.platform.owner.query<{ count: number }>('select count(*) as count from audit_line where act = $1', [act]))
        .rows[0]?.count ?? 0
    const before = await count()
    const answer = await ask(one)
    expect([answer.statusCode, await count()]).toEqual([200, before + 1])
  })

  test.each(readings.filter((one) => showsAsWritten.has(named(one))).map((one) => [named(one), one] as const))(
    'holds them as they were written while a list is checked, and the opening is on record: %s',
    async (_name, one) => {
      await stage.platform.owner.query(`update audit_line set at = at - interval '1 hour' where act = 'intake.opened'`)
      const count = async () =>
        (
          await stage.platform.owner.query<{ count: number }>(
            `select count(*) as count from audit_line where act = 'intake.opened'`,
          )
        ).rows[0]?.count ?? 0
      const before = await count()
      expect([(await ask(one)).statusCode, await count()]).toEqual([200, before + 1])
      expect([(await ask(one)).statusCode, await count()]).toEqual([200, before + 1])
    },
  )

  test('is of real records where an address names one', async () => {
    const statuses = await Promise.all(
      readings.filter((one) => /:workerId|:runId/.test(one.path)).map(async (one) => (await ask(one)).statusCode),
    )
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(5)
  })
})

/** Every NIK, family card, phone and mother's name of the demonstration, as one pattern. */
async function numbersOfPeople(stage: AccessStage): Promise<RegExp> {
  const { rows } = await stage.platform.owner.query<{ text: string }>(
    `select distinct text from (select unnest(array[nik, family_card, phone, mother_name]) as text from worker
       union select unnest(array[nik, family_card, phone, mother_name]) from intake_row) known
     where text is not null and length(text) >= 8 and not exists (select from worker w where w.full_name ilike '%' || known.text || '%')`,
  )
  return new RegExp(rows.map((row) => row.text.replace(/[^\w ]/g, '\\$&')).join('|'))
}

async function recordsOf(stage: AccessStage): Promise<Record<string, string>> {
  await stage.platform.owner.query(
    `insert into breach (region, id, title, noticed_at, due_at, happened, revealed, cause, recorded_by, recorded_by_name)
     values ('5103', '00000000-0000-4000-8000-00000000000b', 'Contoh', now(), now() + interval '72 hours', 'x', '{identity}', 'x', 'x', 'X')`,
  )
  await stage.platform.owner.query(
    `insert into breach_person (region, breach_id, worker_id, village) select region, '00000000-0000-4000-8000-00000000000b', id, village from worker limit 3`,
  )
  const { rows } = await stage.platform.owner.query<Record<string, string>>(
    `select (select worker_id::text from membership_period order by id limit 1) as "workerId", (select id::text from membership_period order by id limit 1) as "periodId",
       (select id::text from intake_file order by id limit 1) as "fileId", (select intake_id::text from intake_file order by id limit 1) as "intakeId",
       (select id::text from contribution_run order by made_at limit 1) as "runId", (select id::text from programme order by made_at limit 1) as "programmeId",
       (select code from programme order by made_at limit 1) as code, (select id::text from register_exchange limit 1) as "exchangeId",
       '00000000-0000-4000-8000-00000000000b' as "breachId"`,
  )
  return Object.fromEntries(Object.entries(rows[0] ?? {}).filter(([, id]) => id !== null))
}
