import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../test/database.ts'
import { official } from '../test/people.ts'
import { region } from '../values/areas.ts'
import { day } from '../values/days.ts'
import { month } from '../values/months.ts'
import { rupiah } from '../values/rupiah.ts'
import { listRequests } from './approvals/reading.ts'
import { freezeFromDesk } from './decree-door.ts'
import { type Actor, systemActor } from './platform/actor.ts'
import { carryOut, look } from './platform/context.ts'
import type { Platform } from './platform/platform.ts'
import { changeProgramme, createProgramme, type ProgrammeInput, runEligibility } from './programmes/operations.ts'

const officer = official('officer')
const approver = official('approver')
let platform: Platform
let serial = 0

const as = (actor: Actor) => ({ actor, region: region('51.03'), today: day('2026-12-10') })
const freeze = (actor: Actor, programme: string, number = `SK/${programme}`) =>
  carryOut(platform, as(actor), (ctx) => freezeFromDesk(ctx, { programme, number, decidedOn: day('2026-12-18') }))

function planned(code: string, quota = 2): ProgrammeInput {
  const at = month(`2027-${String(serial).padStart(2, '0')}`)
  const budgetLines = [{ source: 'APBD' as const, fiscalYear: 2027, accountCode: null, ceiling: rupiah(1_000_000) }]
  return { code, name: `Program ${code}`, year: 2027, firstMonth: at, lastMonth: at, package: 'JKK_JKM', quota, budgetLines }
}

/** A programme of a month of its own with a judged list of two. */
async function judged(): Promise<string> {
  const code = `P${(serial += 1)}`
  await carryOut(platform, as(officer), (ctx) => createProgramme(ctx, planned(code)))
  const run = await carryOut(platform, as(officer), (ctx) => runEligibility(ctx, { programme: code }))
  if (!run.ok) throw new Error(run.refusal.reason)
  return code
}

beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner.query(`insert into worker (region, village, nik, full_name, birth_date, sex, occupation) values
    ('5103', '51.03.01.1002', '5103010101800001', 'NI CONTOH SATU', '1980-01-01', 'P', 'Petani'),
    ('5103', '51.03.01.1002', '5103010201800002', 'NI CONTOH DUA', '1980-01-02', 'P', 'Petani')`)
})
afterAll(() => platform.stop())

describe('Freezing a list from the command line', () => {
  test('is asked for by one and done by the next who runs the same command', async () => {
    const code = await judged()
    expect(await freeze(officer, code)).toMatchObject({ value: { state: 'waiting', approvals: 0, needed: 1 } })
    expect(await freeze(officer, code)).toMatchObject({ refusal: { reason: 'waits-already' } })
    expect(await freeze(approver, code, 'SK/LAIN')).toMatchObject({ refusal: { reason: 'role-missing' } })
    expect(await freeze(approver, code)).toMatchObject({
      value: { state: 'frozen', opened: 2, decree: { people: 2, askedByName: 'officer', frozenByName: 'approver' } },
    })
  })

  test('is void when the list is not the one that was asked for any more', async () => {
    const code = await judged()
    await freeze(officer, code)
    await carryOut(platform, as(officer), (ctx) => changeProgramme(ctx, code, planned(code, 1)))
    expect(await freeze(approver, code)).toMatchObject({ value: { state: 'void' } })
    expect(await freeze(officer, code)).toMatchObject({ value: { state: 'waiting' } })
    expect(await freeze(approver, code)).toMatchObject({ value: { state: 'frozen', opened: 1 } })
  })

  test('without an account is the installation’s own: done at once, in place of what waited, and in the history', async () => {
    const code = await judged()
    await freeze(officer, code)
    expect(await freeze({ ...systemActor, name: 'Baris perintah' }, code)).toMatchObject({
      value: { state: 'frozen', opened: 2 },
    })
    const { rows } = await look(platform, as(approver), (ctx) => listRequests(ctx, { box: 'all', search: code }, { limit: 5 }))
    expect(rows.map((row) => [row.state, row.needed, row.askedByName])).toEqual([
      ['approved', 0, 'Baris perintah'],
      ['void', 1, 'officer'],
    ])
  })

  test('is refused to whoever asks for what could not be frozen anyway', async () => {
    expect(await freeze(officer, 'NONE')).toMatchObject({ refusal: { reason: 'not-found' } })
    expect(await freeze({ ...systemActor }, 'NONE')).toMatchObject({ refusal: { reason: 'not-found' } })
  })
})
