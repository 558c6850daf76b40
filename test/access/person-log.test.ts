import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOfPerson } from '../../src/privacy/person-log.ts'
import { carryOut, look } from '../../src/platform/context.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { showIdentity } from '../../src/registry/operations.ts'
import { openTestPlatform } from '../database.ts'
import { official } from '../people.ts'
import { badung } from './stage.ts'

const nik = '5103014101800001'
const as = (area: string) => ({ actor: official('auditor', 'Ni Contoh Auditor', area), region: badung })

describe('The log of one person', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.owner.query(
      `insert into worker (region, id, village, nik, full_name) values ('5103', 1, '51.03.01.1002', $1, 'NI CONTOH'), ('5103', 2, '51.03.01.1002', '5103014101800002', 'NI LAIN')`,
      [nik],
    )
    for (const workerId of [1, 2])
      await carryOut(platform, as('51.03'), (ctx) =>
        showIdentity(ctx, { workerId, ground: 'complaint', because: `alasan ${workerId}` }),
      )
  })
  afterAll(() => platform.stop())

  test('says who saw the whole NIK and why, and that it was asked for', async () => {
    const read = () => carryOut(platform, as('51.03'), (ctx) => auditOfPerson(ctx, { nik }))
    expect(await read()).toMatchObject({
      ok: true,
      value: {
        lines: [
          {
            act: 'registry.identity-shown',
            actorName: 'Ni Contoh Auditor',
            details: { ground: 'complaint', because: 'alasan 1' },
            ground: { id: 'Pengaduan atau keberatan: alasan 1' },
          },
        ],
      },
    })
    expect(await read()).toMatchObject({ value: { lines: [{}, { act: 'audit.person-log-read' }] } })
  })

  test.each([
    ['nobody has this NIK', '5103014101800009', '51.03'],
    ['it is not a NIK', '12', '51.03'],
    ['the person lives outside the area', nik, '51.03.01.1004'],
  ])('is refused alike when %s', async (_name, asked, area) => {
    const outcome = await look(platform, as(area), (ctx) => auditOfPerson(ctx, { nik: asked }))
    expect(outcome).toMatchObject({ ok: false, refusal: { reason: 'nobody-known' } })
  })
})
