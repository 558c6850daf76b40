import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { areaCode, region } from '../../values/areas.ts'
import { done, refused } from '../../values/outcome.ts'
import { type Actor, systemActor } from './actor.ts'
import { audit } from './audit.ts'
import { carryOut, look } from './context.ts'
import type { Platform } from './platform.ts'

const badung = region('51.03')
const bekasi = region('32.16')

describe('An operation', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
  })
  afterAll(() => platform.stop())

  const linesOf = (of: typeof badung) =>
    look(platform, { actor: systemActor, region: of }, (ctx) =>
      ctx.db.selectFrom('audit_line').select('act').where('subject_kind', '=', 'test').execute(),
    )

  test('keeps its work when it is done', async () => {
    await carryOut(platform, { actor: systemActor, region: badung }, async (ctx) =>
      done(await audit(ctx, 'test.done', { kind: 'test', id: 1 })),
    )
    expect(await linesOf(badung)).toEqual([{ act: 'test.done' }])
  })

  test('leaves nothing behind when it is refused', async () => {
    await carryOut(platform, { actor: systemActor, region: badung }, async (ctx) => {
      await audit(ctx, 'test.refused', { kind: 'test', id: 2 })
      return refused({ reason: 'no' })
    })
    expect(await linesOf(badung)).toEqual([{ act: 'test.done' }])
  })

  test('leaves nothing behind when it breaks', async () => {
    const broken = carryOut(platform, { actor: systemActor, region: badung }, async (ctx) => {
      await audit(ctx, 'test.broken', { kind: 'test', id: 3 })
      throw new Error('broken')
    })
    await expect(broken).rejects.toThrow('broken')
    expect(await linesOf(badung)).toEqual([{ act: 'test.done' }])
  })

  test('sees nothing of another region, and cannot write into it', async () => {
    expect(await linesOf(bekasi)).toEqual([])
    const smuggled = look(platform, { actor: systemActor, region: bekasi }, (ctx) =>
      audit({ ...ctx, region: badung }, 'test.smuggled', { kind: 'test', id: 4 }),
    )
    await expect(smuggled).rejects.toThrow(/row-level security/)
  })

  test('of a village sees the rows of that village alone', async () => {
    const [kuta, legian] = ['51.03.01.1002', '51.03.01.1004']
    await platform.owner.query(
      `insert into worker (region, village, full_name) values ($1, $2, 'NI CONTOH SATU'), ($1, $3, 'NI CONTOH DUA')`,
      [badung, kuta, legian],
    )
    const operator: Actor = {
      id: 'a',
      name: 'A',
      kind: 'person',
      grants: [{ role: 'village-operator', area: areaCode('51.03.01.1002') }],
    }
    const names = await look(platform, { actor: operator, region: badung }, (ctx) =>
      ctx.db.selectFrom('worker').select('full_name').execute(),
    )
    expect(names).toEqual([{ full_name: 'NI CONTOH SATU' }])
  })

  test('cannot change or delete an audit line', async () => {
    const changed = look(platform, { actor: systemActor, region: badung }, (ctx) =>
      ctx.db.updateTable('audit_line').set({ act: 'x' }).execute(),
    )
    await expect(changed).rejects.toThrow(/permission denied/)
    const deleted = look(platform, { actor: systemActor, region: badung }, (ctx) => ctx.db.deleteFrom('audit_line').execute())
    await expect(deleted).rejects.toThrow(/permission denied/)
  })
})
