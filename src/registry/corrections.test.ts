import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { carryOut, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import type { CorrectableField } from './correctable.ts'
import { type CorrectionRefusal, correctWorker, listCorrections, wordCorrectionRefusal } from './corrections.ts'

const badung = region('51.03')
const officer = { actor: official('officer'), region: badung }

describe('Setting a worker right', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.owner.query(`insert into worker (region, id, village, nik, full_name, birth_date) values
      ('5103', 1, '51.03.01.1004', '5103014101800001', 'NI CONTO', '1980-01-01'), ('5103', 2, '51.03.01.1004', '5103014101800002', 'NI LAIN', null)`)
  })
  afterAll(() => platform.stop())

  const correct = (field: CorrectableField, value: string, workerId = 1) =>
    carryOut(platform, officer, (ctx) => correctWorker(ctx, { workerId, field, value, ground: 'KTP ditunjukkan' }))

  test('keeps what stood before and on which ground; the trail shows it masked', async () => {
    expect(await correct('full_name', ' ni  contoh ')).toMatchObject({ ok: true, value: { before: 'NI CONTO' } })
    expect(await correct('birth_date', '1980-01-02')).toMatchObject({ ok: true })
    const { rows } = await platform.owner.query(`select full_name, birth_date from worker where id = 1`)
    expect(rows).toEqual([{ full_name: 'NI CONTOH', birth_date: '1980-01-02' }])
    const corrections = await look(platform, officer, (ctx) => listCorrections(ctx, 1))
    expect(corrections.map(({ field, before, after, ground }) => [field, before, after, ground])).toEqual([
      ['birth_date', '1980-••-••', '1980-••-••', 'KTP ditunjukkan'],
      ['full_name', 'N• C••••', 'N• C•••••', 'KTP ditunjukkan'],
    ])
    const { rows: lines } = await platform.owner.query<{ details: unknown }>(
      `select details from audit_line where act = 'registry.worker-corrected' order by id`,
    )
    expect(lines[0]?.details).toEqual({
      because: 'KTP ditunjukkan',
      before: { full_name: 'N• C••••' },
      after: { full_name: 'N• C•••••' },
    })
  })

  test.each<[CorrectableField, string, number, CorrectionRefusal['reason']]>([
    ['nik', '5103014101800002', 1, 'nik-taken'],
    ['nik', '123', 1, 'wrong-value'],
    ['full_name', '  ', 1, 'wrong-value'],
    ['birth_date', '1980-02-30', 1, 'wrong-value'],
    ['family_card', '12', 1, 'wrong-value'],
    ['sex', 'X', 1, 'wrong-value'],
    ['phone', 'tidak ada', 1, 'wrong-value'],
    ['nik', '5103014101800001', 1, 'value-unchanged'],
    ['phone', '', 1, 'value-unchanged'],
    ['address', 'Jalan Raya', 99, 'no-such-worker'],
  ])('of %s to `%s` for worker %i is refused: %s', async (field, value, workerId, reason) => {
    const outcome = await correct(field, value, workerId)
    expect(outcome).toMatchObject({ ok: false, refusal: { reason } })
    const worded = outcome.ok ? '' : wordCorrectionRefusal(outcome.refusal).title.id
    expect(worded.length).toBeGreaterThan(10)
  })
})
