import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import type { BankAccount, Contents } from './confidential.ts'
import { everyPart, openPart, partsOf, wordConfidentialRefusal, writePart } from './operations.ts'

const badung = region('51.03')
const officer = { actor: official('officer'), region: badung }
const operator = { actor: official('village-operator', 'operator', '51.03.01.1004'), region: badung }
const colleague = { actor: official('village-operator', 'rekan', '51.03.01.1004'), region: badung }

const account: BankAccount = { bank: 'BPD Contoh', number: '0012345678', holder: 'NI CONTOH' }
const children: Contents['children'] = { children: [{ name: 'PUTU CONTOH', birthDate: '2015-07-01', level: 'SD' }] }

describe('What is confidential about a worker', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.owner.query(`insert into area (code, parent, level, name, kind) values
      ('51.03.01', null, 'district', 'Kuta', 'kecamatan'), ('51.03.01.1002', '51.03.01', 'village', 'Kuta', 'kelurahan'),
      ('51.03.01.1004', '51.03.01', 'village', 'Legian', 'kelurahan') on conflict do nothing`)
    await platform.owner.query(`insert into worker (region, id, village, nik, full_name) values
      ('5103', 1, '51.03.01.1004', '5103014101800001', 'NI CONTOH'), ('5103', 2, '51.03.01.1002', '5103014101800002', 'NI LAIN')`)
  })
  afterAll(() => platform.stop())

  const write = (asking: typeof officer, part: keyof Contents, content: Contents[keyof Contents] | null, workerId = 1) =>
    carryOut(platform, asking, (ctx) => writePart(ctx, { workerId, part, content, because: 'diceritakan keluarga' }))
  const open = (asking: typeof officer, part: keyof Contents, workerId = 1) =>
    carryOut(platform, asking, (ctx) => openPart(ctx, { workerId, part, ground: 'claim' }))

  test('opens for the officer on a ground, and the trail says so without saying what', async () => {
    expect(await write(officer, 'bank-account', account)).toMatchObject({ ok: true })
    expect(await open(officer, 'bank-account')).toEqual({ ok: true, value: { 'bank-account': account } })
    const { rows } = await platform.owner.query<{ act: string; details: unknown }>(
      `select act, details from audit_line where act like 'confidential.%' order by id`,
    )
    expect(rows).toEqual([
      {
        act: 'confidential.recorded',
        details: {
          part: 'bank-account',
          because: 'diceritakan keluarga',
          before: { 'bank-account': null },
          after: { 'bank-account': 'BPD Contoh ••••678' },
        },
      },
      { act: 'confidential.opened', details: { part: 'bank-account', ground: 'claim' } },
    ])
    expect(JSON.stringify(rows)).not.toContain(account.number)
  })

  test('lies sealed in the database', async () => {
    const { rows } = await platform.owner.query<{ content_sealed: string }>('select content_sealed from worker_confidential')
    expect(rows[0]?.content_sealed).toMatch(/^s1\./)
    expect(JSON.stringify(rows)).not.toMatch(/0012345678|BPD|CONTOH/)
  })

  test('moved to another person by the owner of the database opens for nobody', async () => {
    await platform.owner
      .query(`insert into worker_confidential select region, 2, part, '51.03.01.1002', content_sealed, entered_by, entered_by_name, entered_at
      from worker_confidential where worker_id = 1 and part = 'bank-account'`)
    await expect(open(officer, 'bank-account', 2)).rejects.toThrow(/does not open/)
    await platform.owner.query('delete from worker_confidential where worker_id = 2')
  })

  test('is seen by a village operator only where they entered it themselves', async () => {
    expect(await look(platform, operator, (ctx) => partsOf(ctx, 1))).toEqual({ ok: true, value: [] })
    expect(await open(operator, 'bank-account')).toMatchObject({ refusal: { reason: 'nothing-recorded' } })
    expect(await write(operator, 'bank-account', { ...account, number: '999999' })).toMatchObject({
      refusal: { reason: 'kept-by-another' },
    })
    expect(await write(operator, 'children', children)).toMatchObject({ ok: true })
    expect(await open(operator, 'children')).toEqual({ ok: true, value: { children } })
    expect(await open(colleague, 'children')).toMatchObject({ refusal: { reason: 'nothing-recorded' } })
    expect(await open(officer, 'children')).toMatchObject({ ok: true })
    expect(await open(officer, 'bank-account')).toEqual({ ok: true, value: { 'bank-account': account } })
  })

  test('of somebody elsewhere is not even told to exist', async () => {
    for (const asked of [open(operator, 'bank-account', 2), write(operator, 'health', { note: 'x' }, 2)])
      expect(await asked).toEqual({ ok: false, refusal: { reason: 'no-such-worker' } })
    expect(wordConfidentialRefusal({ reason: 'no-such-worker' }).status).toBe(404)
  })

  test('is changed, given whole to the person, and taken away again', async () => {
    expect(await write(officer, 'bank-account', { ...account, bank: 'Bank Lain' })).toMatchObject({ ok: true })
    expect(await look(platform, officer, (ctx) => everyPart(ctx, [1]))).toEqual([
      { workerId: 1, part: 'bank-account', content: { ...account, bank: 'Bank Lain' } },
      { workerId: 1, part: 'children', content: children },
    ])
    expect(await write(officer, 'bank-account', null)).toMatchObject({ ok: true })
    const again = await write(officer, 'bank-account', null)
    expect(again).toEqual({ ok: false, refusal: { reason: 'nothing-recorded', part: 'bank-account' } })
    expect(wordConfidentialRefusal({ reason: 'nothing-recorded', part: 'bank-account' }).status).toBe(404)
    expect(wordConfidentialRefusal({ reason: 'kept-by-another', part: 'health' }).status).toBe(409)
  })
})
