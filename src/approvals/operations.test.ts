import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { done, refused } from '../../values/outcome.ts'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { type Asking, carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import type { ApprovedWork, ApprovedWorks, AskApproval } from './approvals.ts'
import { answerRequest, carryOutAlone, requestApproval, withdrawRequest } from './operations.ts'
import { findRequest, listRequests } from './reading.ts'
import { requestRule, ruleWork } from './rules.ts'
import { ruleOf, type TwoPersonOperation, twoPersonOperations } from './two-person.ts'

const badung = region('51.03')
const officer = official('officer')
const approver = official('approver')
const other = official('approver', 'other')

let platform: Platform
let serial = 0
/** What the record under decision is like; the work of these tests does no more than count. */
const record = { value: 'as it was', done: 0, letGo: [] as string[] }
const counting: ApprovedWork = {
  fingerprint: async () => record.value,
  carryOut: async () => done({ done: (record.done += 1) }),
  letGo: async (_ctx, _request, { how }) => void record.letGo.push(how),
}
const works: Partial<ApprovedWorks> = { 'programmes.decree': counting, 'approvals.rule': ruleWork }

const at = (actor: Actor, today = '2027-01-20'): Asking => ({ actor, region: badung, today: day(today) })
const as = <Value, Refusal extends { reason: string }>(
  actor: Actor,
  operation: Parameters<typeof carryOut<Value, Refusal>>[2],
  today?: string,
) => carryOut(platform, at(actor, today), operation)

function asked(more: Partial<AskApproval> = {}): AskApproval {
  return {
    operation: 'programmes.decree',
    subject: { kind: 'programme', id: `p${(serial += 1)}` },
    title: { id: 'Bekukan daftar', en: 'Freeze the list' },
    before: {},
    after: { people: { label: { id: 'Orang', en: 'People' }, count: 7 } },
    people: 7,
    payload: { number: '1/SK' },
    fingerprint: record.value,
    ...more,
  }
}

async function ask(actor: Actor = officer, more: Partial<AskApproval> = {}): Promise<string> {
  const outcome = await as(actor, (ctx) => requestApproval(ctx, asked(more)))
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value.requestId
}

const answer = (actor: Actor, requestId: string, verdict: 'approve' | 'refuse' = 'approve', reason?: string, today?: string) =>
  as(actor, (ctx) => answerRequest(ctx, { requestId, verdict, reason }, works), today)
const read = (requestId: string, actor: Actor = approver) => look(platform, at(actor), (ctx) => findRequest(ctx, requestId))

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

describe('What takes two people', () => {
  test('is done by the second, in the transaction of the answer, and leaves lines about the record', async () => {
    const requestId = await ask()
    expect(await answer(approver, requestId)).toMatchObject({ ok: true, value: { state: 'approved', result: { done: 1 } } })
    expect(await read(requestId)).toMatchObject({ state: 'approved', approvals: 1, answeredByName: 'approver' })
    const { rows } = await platform.owner.query(`select act from audit_line where details->>'request' = $1 order by id`, [
      requestId,
    ])
    expect(rows.map((row) => row.act)).toEqual(['approvals.requested', 'approvals.approved'])
  })

  test('waits in the inbox of those who may answer, and in nobody else’s', async () => {
    const requestId = await ask()
    const inboxOf = async (actor: Actor) =>
      (await look(platform, at(actor), (ctx) => listRequests(ctx, { box: 'inbox' }, { limit: 50 }))).rows.map((row) => row.id)
    expect(await inboxOf(approver)).toContain(requestId)
    for (const actor of [officer, official('treasurer'), official('approver', 'village', '51.03.01.1001')])
      expect(await inboxOf(actor)).toEqual([])
    const mine = await look(platform, at(officer), (ctx) => listRequests(ctx, { box: 'mine' }, { limit: 50 }))
    expect(mine.rows[0]).toMatchObject({ id: requestId, isMine: true })
  })

  test('is refused with a reason, never without, and lets go of the record', async () => {
    const requestId = await ask()
    expect(await answer(approver, requestId, 'refuse', ' ')).toMatchObject({ refusal: { reason: 'reason-missing' } })
    expect(await answer(approver, requestId, 'refuse', 'Nomornya keliru')).toMatchObject({ value: { state: 'refused' } })
    expect(record.letGo).toEqual(['refused'])
    expect(await read(requestId)).toMatchObject({ state: 'refused', endedBecause: { id: 'Nomornya keliru' } })
    expect(await answer(other, requestId)).toMatchObject({ refusal: { reason: 'not-waiting', state: 'refused' } })
  })

  test('is void when the record changed meanwhile: nothing is done, and it can be asked anew', async () => {
    const subject = { kind: 'programme', id: 'changing' }
    const requestId = await ask(officer, { subject })
    record.value = 'another'
    const before = record.done
    expect(await answer(approver, requestId)).toMatchObject({ ok: true, value: { state: 'void' } })
    expect([record.done, (await read(requestId))?.state]).toEqual([before, 'void'])
    expect(await ask(officer, { subject })).not.toBe(requestId)
  })

  test('is taken back by who asked, and by nobody else', async () => {
    const requestId = await ask()
    const withdraw = (actor: Actor) => as(actor, (ctx) => withdrawRequest(ctx, { requestId }, works))
    expect(await withdraw(approver)).toMatchObject({ refusal: { reason: 'not-your-request' } })
    expect(await withdraw(officer)).toMatchObject({ ok: true })
    expect(await withdraw(officer)).toMatchObject({ refusal: { reason: 'not-waiting' } })
  })

  test('waits once for a record, and until its last day', async () => {
    const subject = { kind: 'programme', id: 'once' }
    const requestId = await ask(officer, { subject })
    const again = () => as(officer, (ctx) => requestApproval(ctx, asked({ subject })), '2027-02-20')
    expect(await as(officer, (ctx) => requestApproval(ctx, asked({ subject })))).toMatchObject({
      refusal: { reason: 'waits-already', requestId },
    })
    expect(await answer(approver, requestId, 'approve', undefined, '2027-02-20')).toMatchObject({
      refusal: { reason: 'not-waiting', state: 'expired' },
    })
    expect(await again()).toMatchObject({ ok: true })
    expect(await read(requestId)).toMatchObject({ state: 'expired' })
  })

  test('goes on waiting when the work is refused, and the answer is not written', async () => {
    const requestId = await ask()
    const words = { reason: 'no-money', status: 409 as const, title: { id: 'Pagu kurang', en: 'Ceiling short' } }
    const failing = { 'programmes.decree': { ...counting, carryOut: async () => refused(words) } }
    const outcome = await as(approver, (ctx) => answerRequest(ctx, { requestId, verdict: 'approve' }, failing))
    expect(outcome).toMatchObject({ refusal: { reason: 'work-refused', words } })
    expect(await read(requestId)).toMatchObject({ state: 'waiting', approvals: 0, hindrance: null })
  })

  test('is answered by a person who sees the whole region, who holds the role, and not about themselves', async () => {
    const requestId = await ask(officer, { concerns: other.id })
    expect(await answer(systemActor, requestId)).toMatchObject({ refusal: { reason: 'person-needed' } })
    expect(await answer(official('approver', 'v', '51.03.01'), requestId)).toMatchObject({
      refusal: { reason: 'whole-region-needed' },
    })
    expect(await answer(official('planner'), requestId)).toMatchObject({ refusal: { reason: 'role-missing' } })
    expect(await answer(other, requestId)).toMatchObject({ refusal: { reason: 'about-yourself' } })
    expect(await as(official('planner'), (ctx) => requestApproval(ctx, asked()))).toMatchObject({
      refusal: { reason: 'role-missing' },
    })
    expect(await answer(approver, '00000000-0000-4000-8000-000000000000')).toMatchObject({
      refusal: { reason: 'no-such-request' },
    })
  })

  test('is done alone by the installation only where the table says so, and is written down', async () => {
    const alone = await as(systemActor, (ctx) => carryOutAlone(ctx, counting, asked()))
    expect(alone).toMatchObject({ value: { state: 'approved', needed: 0 } })
    const payment = asked({ operation: 'contributions.payment' })
    await expect(as(systemActor, (ctx) => carryOutAlone(ctx, counting, payment))).rejects.toThrow(/not done alone/)
    await expect(as(officer, (ctx) => carryOutAlone(ctx, counting, asked()))).rejects.toThrow(/not done alone/)
  })
})

describe('A region may ask for more', () => {
  const administrator = official('administrator')
  const wanted = { operation: 'programmes.decree' as const, needed: 2, roles: ['approver' as const] }
  const wish = (more: object = {}) => as(administrator, (ctx) => requestRule(ctx, { ...wanted, ...more }))

  test('within the table, for what people can fulfil', async () => {
    expect(await wish({ needed: 0 })).toMatchObject({ refusal: { reason: 'fewer-than-the-table', needed: 1 } })
    expect(await wish({ roles: ['auditor'] })).toMatchObject({ refusal: { reason: 'roles-outside-the-table' } })
    expect(await wish()).toMatchObject({ refusal: { reason: 'too-few-people', needed: 2, people: 0 } })
    await platform.owner.query(
      `insert into account (id, username, full_name) select ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'a' || n, 'A' from generate_series(1, 2) n`,
    )
    await platform.owner.query(
      `insert into account_role (account_id, role, area) select id, 'approver', '51.03' from account where username in ('a1', 'a2')`,
    )
    expect(await wish({ needed: 1 })).toMatchObject({ refusal: { reason: 'rule-unchanged' } })
  })

  test('once two people have set it; then two approve, and neither twice', async () => {
    const set = await wish()
    expect(set.ok && (await answer(approver, set.value.requestId))).toMatchObject({ value: { state: 'approved' } })
    const requestId = await ask()
    const before = record.done
    expect(await answer(approver, requestId)).toMatchObject({ value: { state: 'waiting', approvals: 1, needed: 2 } })
    expect(await answer(approver, requestId)).toMatchObject({ refusal: { reason: 'answered-already' } })
    expect(record.done).toBe(before)
    expect(await answer(other, requestId)).toMatchObject({ value: { state: 'approved', approvals: 2 } })
    expect(record.done).toBe(before + 1)
  })
})

describe('The database itself', () => {
  const insertion = `insert into approval_answer (region, request_id, answered_by, answered_by_name, asked_by, concerns, verdict)
    values ('5103', $1, $2, 'x', $3, '', 'approve')`
  const write = (actor: Actor, statement: string, values: unknown[]) =>
    as(actor, async (ctx: Context) => done(await ctx.client.query(statement, values)))

  test.each(twoPersonOperations)('refuses the maker of %s', async (operation: TwoPersonOperation) => {
    const both: Actor = {
      ...official('officer', 'both'),
      grants: [...ruleOf(operation).ask, ...ruleOf(operation).approve].flatMap((role) => official(role).grants),
    }
    const requestId = await ask(both, { operation })
    expect(await answer(both, requestId)).toMatchObject({ refusal: { reason: 'own-request' } })
    const insert = (by: string, askedBy: string) => write(both, insertion, [requestId, by, askedBy])
    await expect(insert(both.id, both.id)).rejects.toMatchObject({ constraint: 'who_asks_does_not_answer' })
    await expect(insert(both.id, 'somebody')).rejects.toMatchObject({ constraint: 'an_answer_belongs_to_its_request' })
    await expect(insert('somebody', both.id)).rejects.toThrow(/row-level security/)
    const approve = `update approval_request set state = 'approved', ended_at = now() where id = $1`
    await expect(write(both, approve, [requestId])).rejects.toMatchObject({ constraint: 'an_approved_request_has_its_answers' })
  })

  test('lets nobody change who asked, what was answered, or how many are needed', async () => {
    const requestId = await ask()
    for (const change of [`asked_by = 'x'`, 'needed = 0', `roles = '{officer}'`, `payload = '{}'`])
      await expect(write(officer, `update approval_request set ${change} where id = $1`, [requestId])).rejects.toThrow(
        /permission/,
      )
    await expect(write(approver, `update approval_answer set verdict = 'refuse'`, [])).rejects.toThrow(/permission/)
    await expect(write(approver, 'delete from approval_answer', [])).rejects.toThrow(/permission/)
    const rule = `insert into approval_rule (region, operation, needed, roles, request_id) values ('5103', 'contributions.run', 1, '{officer}', $1)`
    await expect(write(officer, rule, [requestId])).rejects.toMatchObject({ constraint: 'a_rule_is_set_by_two_people' })
  })

  test('lets nobody answer twice, and keeps an ended request ended', async () => {
    const requestId = await ask()
    await answer(approver, requestId, 'refuse', 'tidak')
    await expect(write(approver, insertion, [requestId, approver.id, officer.id])).rejects.toMatchObject({
      constraint: 'one_answer_per_person',
    })
    const reopen = `update approval_request set state = 'waiting' where id = $1`
    await expect(write(officer, reopen, [requestId])).rejects.toMatchObject({ constraint: 'an_ended_request_stays' })
  })
})
