import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import type { Outcome } from '../../values/outcome.ts'
import type { Actor } from '../platform/actor.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { countEntries, trialBalance } from './books.ts'
import { approveRun, refuseRun } from './approval.ts'
import { findRunId, recordBilling } from './operations.ts'
import { confirmPayment, recordPayment, returnPayment } from './payment.ts'
import { runContributions } from './run.ts'

const badung = region('51.03')
const price = 16_800
const people = 4
const ceiling = 5 * people * price

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

type Act = { kind: 'run' | 'approve' | 'refuse' | 'bill' | 'pay' | 'return'; month: string }

/** Simple books of its own: the state each month ought to be in. */
class Auditor {
  readonly states = new Map<string, 'computed' | 'approved' | 'billed' | 'paid'>()

  expects(act: Act): boolean {
    const state = this.states.get(act.month)
    if (act.kind === 'run') return state !== undefined || this.states.size < ceiling / (people * price)
    const needed = { approve: 'computed', refuse: 'computed', bill: 'approved', pay: 'billed', return: 'paid' } as const
    return state === needed[act.kind]
  }

  notes(act: Act): void {
    if (act.kind === 'refuse') this.states.delete(act.month)
    else if (act.kind !== 'run')
      this.states.set(act.month, ({ approve: 'approved', bill: 'billed', pay: 'paid', return: 'billed' } as const)[act.kind])
    else if (!this.states.has(act.month)) this.states.set(act.month, 'computed')
  }

  balances(): Record<string, number> {
    const months = [...this.states.values()]
    const owed = months.filter((state) => state !== 'computed').length * people * price
    const paid = months.filter((state) => state === 'paid').length * people * price
    return { 'contribution-expense': owed, 'contribution-payable': paid - owed, 'regional-treasury': 0 - paid }
  }
}

async function perform(code: string, act: Act): Promise<Outcome<unknown, { reason: string }>> {
  const asked = <Value>(actor: Actor, operation: (ctx: Context) => Promise<Outcome<Value, { reason: string }>>) =>
    carryOut(platform, { actor, region: badung, today: day('2027-12-20') }, operation)
  const of = month(act.month)
  if (act.kind === 'run') return asked(official('officer'), (ctx) => runContributions(ctx, { programme: code, month: of }))
  const found = await look(platform, { actor: official('officer'), region: badung }, (ctx) =>
    findRunId(ctx, { programme: code, month: of }),
  )
  if (!found.ok) return found
  const runId = found.value
  const on = day('2027-12-01')
  switch (act.kind) {
    case 'approve':
      return asked(official('approver'), (ctx) => approveRun(ctx, { runId }))
    case 'refuse':
      return asked(official('approver'), (ctx) => refuseRun(ctx, { runId, why: 'uji' }))
    case 'bill':
      return asked(official('treasurer'), (ctx) => recordBilling(ctx, { runId, billingCode: '1', billedOn: on }))
    case 'pay': {
      const payment = { runId, disbursementNumber: '1', paidOn: on }
      const recorded = await asked(official('treasurer'), (ctx) => recordPayment(ctx, payment))
      return recorded.ok ? asked(official('approver'), (ctx) => confirmPayment(ctx, { runId })) : recorded
    }
    case 'return':
      return asked(official('treasurer'), (ctx) => returnPayment(ctx, { runId, why: 'uji' }))
  }
}

test('Whatever officials do in whatever order, the books sum to nothing, agree with an auditor of their own, and no ceiling is passed', async () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('run', 'run', 'approve', 'approve', 'refuse', 'bill', 'pay', 'return'),
      month: fc.constantFrom('2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06'),
    }) as fc.Arbitrary<Act>,
    { minLength: 10, maxLength: 40 },
  )
  const before: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const { code } = await freezeProgramme(platform, { region: badung, people, sources: [{ source: 'APBD', ceiling }] })
      const auditor = new Auditor()
      const read = <Value>(reading: (ctx: Context) => Promise<Value>) =>
        look(platform, { actor: official('auditor'), region: badung }, reading)
      for (const act of sequence) {
        const entries = await read((ctx) => countEntries(ctx, {}))
        const isExpected = auditor.expects(act)
        const outcome = await perform(code, act)
        expect([act, outcome.ok]).toEqual([act, isExpected])
        if (outcome.ok) auditor.notes(act)
        const entered = (await read((ctx) => countEntries(ctx, {}))) - entries
        expect(entered).toBe(outcome.ok && ['approve', 'pay', 'return'].includes(act.kind) ? 1 : 0)
      }
      const balance = await read((ctx) => trialBalance(ctx, '2027-12-31'))
      expect(balance.reduce((sum, account) => sum + account.balance, 0)).toBe(0)
      const moved = Object.fromEntries(balance.map((row) => [row.account, row.balance - (before[row.account] ?? 0)]))
      expect(moved).toEqual(auditor.balances())
      for (const row of balance) before[row.account] = row.balance
    }),
    { numRuns: 12, seed: 20261121, endOnFailure: true },
  )
})
