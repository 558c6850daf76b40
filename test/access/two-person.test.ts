import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestApproval } from '../../src/approvals/operations.ts'
import { type TwoPersonOperation, twoPersonOperations, twoPersonRules } from '../../src/approvals/two-person.ts'
import { approvedWorks } from '../../src/approved-works.ts'
import { findActor } from '../../src/platform/accounts.ts'
import { type Actor, roles } from '../../src/platform/actor.ts'
import { carryOut } from '../../src/platform/context.ts'
import { done } from '../../values/outcome.ts'
import { type AccessStage, badung, type Browser, openAccessStage } from './stage.ts'

let stage: AccessStage
let maker: Actor
let browser: Browser
let serial = 0

beforeAll(async () => {
  stage = await openAccessStage(0)
  browser = await stage.signIn('officer', '51.03')
  const all = `insert into account_role (account_id, role, area)
    select id, role, '51.03' from account, unnest($1::text[]) role where username = 'officer-51.03' and role <> 'officer'`
  await stage.platform.owner.query(all, [roles])
  const found = await findActor(stage.platform, { username: 'officer-51.03' })
  if (found === undefined) throw new Error('nobody signed in')
  maker = found
})
afterAll(() => stage.stop())

/** Asks in the maker's name for something of an operation, and gives the request. */
async function ask(operation: TwoPersonOperation, more: { concerns?: string } = {}): Promise<string> {
  const asked = await carryOut(stage.platform, { actor: maker, region: badung }, (ctx) =>
    requestApproval(ctx, {
      operation,
      subject: { kind: 'uji', id: (serial += 1) },
      title: { id: 'Uji', en: 'Test' },
      before: {},
      after: {},
      payload: {},
      fingerprint: 'as it was',
      ...more,
    }),
  )
  if (!asked.ok) throw new Error(asked.refusal.reason)
  return asked.value.requestId
}

async function answer(id: string, payload: object, as: Browser) {
  const sent = await stage.app.inject({
    method: 'POST',
    url: `/api/approvals/${id}/answer`,
    headers: { cookie: as.cookie, 'x-ucok-csrf': as.csrf },
    payload,
  })
  return [sent.statusCode, sent.json().reason]
}

describe('Whoever asked, though they hold every role,', () => {
  test.each(twoPersonOperations)('may not answer it through the server: %s', async (operation) => {
    const id = await ask(operation)
    expect(await answer(id, { verdict: 'approve' }, browser)).toEqual([403, 'own-request'])
    expect(await answer(id, { verdict: 'refuse', reason: 'uji' }, browser)).toEqual([403, 'own-request'])
  })

  test.each(twoPersonOperations)('may not answer it in the database: %s', async (operation) => {
    const id = await ask(operation)
    const insert = carryOut(stage.platform, { actor: maker, region: badung }, async (ctx) =>
      done(
        await ctx.client.query(
          `insert into approval_answer (region, request_id, answered_by, answered_by_name, asked_by, concerns, verdict) values ('5103', $1, $2, 'x', $2, '', 'approve')`,
          [id, maker.id],
        ),
      ),
    )
    await expect(insert).rejects.toMatchObject({ constraint: 'who_asks_does_not_answer' })
  })

  test.each(twoPersonOperations)('is not helped by a colleague without the role: %s', async (operation) => {
    const stranger = roles.find((role) => !(twoPersonRules[operation].approve as readonly string[]).includes(role)) ?? 'auditor'
    const id = await ask(operation)
    const [status] = await answer(id, { verdict: 'approve' }, await stage.signIn(stranger, '51.03'))
    expect(status).toBe(403)
  })
})

test('Somebody whom a request is about may not answer it, whatever their role', async () => {
  const other = await stage.signIn('approver', '51.03')
  const approver = await findActor(stage.platform, { username: 'approver-51.03' })
  const id = await ask('account.role-grant', { concerns: approver?.id ?? '' })
  expect(await answer(id, { verdict: 'approve' }, other)).toEqual([403, 'about-yourself'])
})

test('Every operation of the table has its work, and needs somebody besides its maker', () => {
  expect(Object.keys(approvedWorks).sort()).toEqual([...twoPersonOperations].sort())
  for (const operation of twoPersonOperations) expect(twoPersonRules[operation].needed).toBeGreaterThanOrEqual(1)
})
