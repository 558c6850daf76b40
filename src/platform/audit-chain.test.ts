import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { done } from '../../values/outcome.ts'
import { systemActor } from './actor.ts'
import { audit } from './audit.ts'
import { verifyAudit, wordVerification, wordVerifyRefusal } from './audit-chain.ts'
import { carryOut, look } from './context.ts'
import type { Platform } from './platform.ts'

const badung = region('51.03')
const asking = { actor: systemActor, region: badung }

describe('The audit trail', () => {
  let platform: Platform
  let first: number
  beforeEach(async () => {
    platform = await openTestPlatform()
    for (let n = 0; n < 5; n += 1) await act(platform, n)
    const { rows } = await platform.owner.query<{ id: number }>(`select min(id) as id from audit_line where act = 'test.done'`)
    first = rows[0]?.id ?? 0
  })
  afterEach(() => platform.stop())

  /** Does a thing as the owner of the database would behind UCOK's back, with the sealing switched off. */
  const tamper = async (statement: string, values: unknown[] = []) => {
    await platform.owner.query('alter table audit_line disable trigger audit_lines_are_sealed')
    await platform.owner.query(statement, values)
    await platform.owner.query('alter table audit_line enable trigger audit_lines_are_sealed')
    await act(platform, 99)
    return faultOf(platform)
  }

  test('is whole when only UCOK wrote it, and grows by one seal a line', async () => {
    expect(await faultOf(platform)).toEqual({ lineId: 0, fault: 'none' })
    const { rows } = await platform.owner.query(
      'select (select count(*) from audit_line) = (select count(*) from audit_seal) as same',
    )
    expect(rows).toEqual([{ same: true }])
  })

  test.each([
    ['altered', `update audit_line set details = '{"n": 7}' where id = $1 + 2`, 2, 'line-altered'],
    ['dated back', `update audit_line set at = at - interval '1 microsecond' where id = $1 + 1`, 1, 'line-altered'],
    ['given to another', `update audit_line set actor_name = 'Orang lain' where id = $1`, 0, 'line-altered'],
    ['removed', 'delete from audit_line where id = $1 + 3', 3, 'line-removed'],
  ])('shows the first line that its owner has %s', async (_name, statement, offset, fault) => {
    expect(await tamper(statement, [first])).toEqual({ lineId: first + offset, fault })
  })

  test('shows a line its owner slipped in', async () => {
    const found = await tamper(
      `insert into audit_line (region, actor_id, actor_name, act, subject_kind, subject_id) values ('5103', 'x', 'X', 'test.forged', 'test', '1')`,
    )
    expect(found.fault).toBe('line-inserted')
  })

  test('shows a line removed together with its seal', async () => {
    await platform.owner.query('delete from audit_seal where line_id = $1', [first + 1])
    expect(await tamper('delete from audit_line where id = $1', [first + 1])).toEqual({
      lineId: first + 2,
      fault: 'missing-seal',
    })
  })

  test('shows that its end was cut off to whoever noted the end', async () => {
    const before = await verify(platform)
    const noted = before.ok ? before.value.end : null
    if (noted === null) throw new Error('the chain has no end')
    await platform.owner.query('delete from audit_seal where line_id = $1', [first + 4])
    await platform.owner.query('delete from audit_line where id = $1', [first + 4])
    expect(await faultOf(platform)).toEqual({ lineId: 0, fault: 'none' })
    const after = await look(platform, asking, (ctx) => verifyAudit(ctx, noted))
    expect(after).toEqual({ ok: false, refusal: { reason: 'noted-end-gone', position: noted.position } })
    expect(wordVerifyRefusal({ reason: 'noted-end-gone', position: 4 }).title.en).toContain('no longer holds')
  })

  test('is one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => act(platform, n)))
    expect(await faultOf(platform)).toEqual({ lineId: 0, fault: 'none' })
  })

  test('keeps nobody waiting while a long operation is under way', async () => {
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
    const long = carryOut(platform, asking, async (ctx) => {
      await audit(ctx, 'test.done', { kind: 'test', id: 'long' })
      await mayEnd
      return done(undefined)
    })
    await act(platform, 1)
    end()
    await long
    expect(await faultOf(platform)).toEqual({ lineId: 0, fault: 'none' })
  })

  test('is verified only by those who see the whole region', async () => {
    const narrow = { actor: official('auditor', 'auditor', '51.03.01'), region: badung }
    const outcome = await look(platform, narrow, (ctx) => verifyAudit(ctx))
    expect(outcome).toEqual({ ok: false, refusal: { reason: 'whole-region-only' } })
    expect(wordVerifyRefusal({ reason: 'whole-region-only' }).status).toBe(403)
  })

  test('cannot be sealed by the working role itself', async () => {
    const forged = platform.pool.query(`insert into audit_seal values ('5103', 999, 999, '', '')`)
    await expect(forged).rejects.toThrow(/permission denied/)
  })

  test('is spoken of in a sentence that names the line', () => {
    const words = wordVerification({ lines: 3, end: null, fault: { lineId: 7, fault: 'line-removed' } })
    expect(words.id).toContain('baris 7 dihapus')
  })
})

const act = (platform: Platform, n: number) =>
  carryOut(platform, asking, async (ctx) => done(await audit(ctx, 'test.done', { kind: 'test', id: n }, { n })))

const verify = (platform: Platform) => look(platform, asking, (ctx) => verifyAudit(ctx))

async function faultOf(platform: Platform): Promise<{ lineId: number; fault: string }> {
  const outcome = await verify(platform)
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value.fault ?? { lineId: 0, fault: 'none' }
}
