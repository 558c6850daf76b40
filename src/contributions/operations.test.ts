import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { month } from '../../values/months.ts'
import type { Outcome } from '../../values/outcome.ts'
import { rupiah } from '../../values/rupiah.ts'
import { endPeriod } from '../membership/operations.ts'
import { listPeriods } from '../membership/periods.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import { type Asking, carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { findWaitingRequest, withdrawRequest } from '../approvals/operations.ts'
import { approveRun, refuseRun, runWork } from './approval.ts'
import { findRunId, reconcileRun, recordBilling } from './operations.ts'
import { confirmPayment, recordPayment, returnPayment } from './payment.ts'
import { listBudget, listPlans } from './budget.ts'
import { findHistory } from './history.ts'
import { listReclaims } from './reclaims.ts'
import { wordContributionRefusal } from './refusals.ts'
import { runContributions } from './run.ts'
import { findRun } from './runs.ts'
import { contributionsWorks } from './works.ts'

const badung = region('51.03')
const january = month('2027-01')
const officer = official('officer')
const approver = official('approver')
const treasurer = official('treasurer')

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

const as = (actor: Actor): Asking => ({ actor, region: badung, today: day('2027-01-20') })

function act<Value, Refusal extends { reason: string }>(
  actor: Actor,
  operation: (ctx: Context) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal>> {
  return carryOut(platform, as(actor), operation)
}

const read = <Value>(reading: (ctx: Context) => Promise<Value>) => look(platform, as(treasurer), reading)

const compute = (programme: string, of = january, actor: Actor = officer) =>
  act(actor, (ctx) => runContributions(ctx, { programme, month: of }))

async function computed(programme: string, of = january): Promise<string> {
  const outcome = await compute(programme, of)
  if (!outcome.ok) throw new Error(outcome.refusal.reason)
  return outcome.value.runId
}

const approve = (runId: string, actor: Actor = approver) => act(actor, (ctx) => approveRun(ctx, { runId }))
const bill = (runId: string, on = '2027-01-15') =>
  act(treasurer, (ctx) => recordBilling(ctx, { runId, billingCode: '632309048826', billedOn: day(on) }))
const recorded = (runId: string, on = '2027-01-16', number = 'SP2D/1') =>
  act(treasurer, (ctx) => recordPayment(ctx, { runId, disbursementNumber: number, paidOn: day(on) }))
async function pay(runId: string, on?: string, number?: string) {
  const asked = await recorded(runId, on, number)
  return asked.ok ? act(approver, (ctx) => confirmPayment(ctx, { runId })) : asked
}

async function postings(runId: string): Promise<{ kind: string; account: string; amount: number }[]> {
  const { rows } = await platform.owner.query(
    `select e.kind, p.account, sum(p.amount)::bigint as amount from ledger_entry e join ledger_posting p on p.entry_id = e.id
     where e.run_id = $1 group by e.kind, e.attempt, p.account order by min(e.made_at), e.kind, p.account`,
    [runId],
  )
  return rows
}

describe('A monthly run', () => {
  test('of 2,456 people costs 41,260,800 a month and 495,129,600 in twelve months, as published for Badung', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 2456 })
    const amounts: number[] = []
    for (let number = 1; number <= 12; number++) {
      const outcome = await compute(code, month(`2027-${String(number).padStart(2, '0')}`))
      amounts.push(outcome.ok ? outcome.value.amount : 0)
    }
    expect(amounts).toEqual(Array.from({ length: 12 }, () => 41_260_800))
    expect(amounts.reduce((sum, amount) => sum + amount)).toBe(495_129_600)
  })

  test('of 5,387 people costs 90,501,600, as published for Blitar, and is due on Friday the 15th', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 5387 })
    expect(await compute(code)).toMatchObject({ value: { amount: 90_501_600, dueOn: '2027-01-15', isNew: true } })
  })

  test('of a month that was run already changes nothing and says so', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 3 })
    const first = await compute(code)
    const second = await compute(code, january, treasurer)
    expect(first).toMatchObject({ value: { isNew: true } })
    expect(second).toEqual(first.ok && { ok: true, value: { ...first.value, isNew: false } })
  })

  test('that was refused may be run again, and its money is free', async () => {
    const sources = [{ source: 'APBD', ceiling: 3 * 16_800 }]
    const { code } = await freezeProgramme(platform, { region: badung, people: 3, sources })
    const first = await computed(code)
    expect(await act(approver, (ctx) => refuseRun(ctx, { runId: first, why: 'Daftar belum final' }))).toMatchObject({ ok: true })
    expect(await compute(code)).toMatchObject({ value: { isNew: true, people: 3 } })
  })

  test('leaves out who died before the month, is taken out or has ended, says why, and pays for who died within it', async () => {
    const { code, programmeId } = await freezeProgramme(platform, { region: badung, people: 6 })
    await computed(code, january)
    const periods = await look(platform, as(officer), (ctx) => listPeriods(ctx, { programmeId }, { after: 0, limit: 10 }))
    const [dead, dying, undated, removed, moved] = periods
    const match = (workerId: number | undefined, diedOn: string | null) =>
      platform.owner.query(
        `insert into worker_match (region, worker_id, village, civil, is_deceased, died_on) select region, id, village, 'deceased', true, $2 from worker where id = $1`,
        [workerId, diedOn],
      )
    await match(dead?.workerId, '2027-01-28')
    await match(dying?.workerId, '2027-02-03')
    await match(undated?.workerId, null)
    await platform.owner.query(`update worker set removed_at = '2027-01-30' where id = $1`, [removed?.workerId])
    await act(officer, (ctx) => endPeriod(ctx, { periodId: moved?.id ?? 0, reason: 'MOVED_OUT', lastDay: day('2027-01-10') }))
    const february = await compute(code, month('2027-02'))
    expect(february).toMatchObject({ value: { people: 2, leftOut: 4, amount: 33_600 } })
    const { rows } = await platform.owner.query(
      `select o.worker_id, o.reason, o.detail, o.since from contribution_omission o where o.run_id = $1 order by o.worker_id`,
      [february.ok && february.value.runId],
    )
    expect(rows).toEqual([
      { worker_id: dead?.workerId, reason: 'deceased', detail: null, since: '2027-01-28' },
      { worker_id: undated?.workerId, reason: 'death-undated', detail: null, since: null },
      { worker_id: removed?.workerId, reason: 'removed', detail: null, since: '2027-01-30' },
      { worker_id: moved?.workerId, reason: 'ended', detail: 'MOVED_OUT', since: '2027-01-10' },
    ])
  })

  test('gives DBH CHT to tobacco workers alone and the rest to the regional budget', async () => {
    const sources = [
      { source: 'APBD', ceiling: 10 * 16_800 },
      { source: 'DBH-CHT', ceiling: 2 * 16_800 },
    ]
    const occupations = ['Buruh rokok', 'Nelayan']
    const { code } = await freezeProgramme(platform, { region: badung, people: 8, sources, occupations })
    const runId = await computed(code)
    const { rows } = await platform.owner.query(
      `select b.source, w.occupation, count(*) as people from contribution_line l join budget_line b on b.id = l.budget_line_id
       join worker w on w.id = l.worker_id where l.run_id = $1 group by 1, 2 order by 1, 2`,
      [runId],
    )
    expect(rows).toEqual([
      { source: 'APBD', occupation: 'Buruh rokok', people: 2 },
      { source: 'APBD', occupation: 'Nelayan', people: 4 },
      { source: 'DBH-CHT', occupation: 'Buruh rokok', people: 2 },
    ])
  })
})

describe('What takes two people', () => {
  test('is a payment: recorded by one, confirmed by another, and nothing is in the books before', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 2 })
    const runId = await computed(code)
    await approve(runId)
    await bill(runId)
    expect(await act(approver, (ctx) => confirmPayment(ctx, { runId }))).toMatchObject({
      refusal: { reason: 'no-payment-recorded' },
    })
    expect(await recorded(runId)).toMatchObject({ value: { state: 'billed', needed: 1 } })
    expect((await postings(runId)).map((each) => each.kind)).not.toContain('paid')
    const run = await look(platform, as(treasurer), (ctx) => findRun(ctx, runId))
    expect(run).toMatchObject({ state: 'billed', payment: { isMine: true, disbursementNumber: 'SP2D/1' } })
    const hindrances = Object.fromEntries((run?.steps ?? []).map((each) => [each.step, each.hindrance]))
    expect(hindrances).toMatchObject({ pay: 'payment-waits', confirm: 'own-payment' })
    const own = await act(treasurer, (ctx) => confirmPayment(ctx, { runId }))
    expect(own).toMatchObject({ refusal: { reason: 'not-answered', words: { reason: 'own-request', status: 403 } } })
    expect(own.ok ? '' : wordContributionRefusal(own.refusal).reason).toBe('own-request')
    expect(await act(approver, (ctx) => confirmPayment(ctx, { runId }))).toMatchObject({ value: { state: 'paid' } })
    const self = `update contribution_run set paid_by = payment_asked_by where id = $1`
    await expect(platform.owner.query(self, [runId])).rejects.toThrow(/who_records_a_payment_does_not_confirm_it/)
  })

  test('is a run, which whoever computed it may take back so that the month is computed anew', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 2 })
    const runId = await computed(code)
    const request = await read((ctx) => findWaitingRequest(ctx, 'contributions.run', runId))
    const withdraw = (actor: Actor) =>
      act(actor, (ctx) => withdrawRequest(ctx, { requestId: request?.id ?? '' }, { 'contributions.run': runWork }))
    expect(await withdraw(approver)).toMatchObject({ refusal: { reason: 'not-your-request' } })
    expect(await withdraw(officer)).toMatchObject({ ok: true })
    const run = await read((ctx) => findRun(ctx, runId))
    expect(run).toMatchObject({ state: 'refused', decisionReason: 'Ditarik kembali oleh yang menghitung' })
    expect(await approve(runId)).toMatchObject({ refusal: { reason: 'wrong-step' } })
    expect(await compute(code)).toMatchObject({ value: { isNew: true } })
  })

  test('is a run that needs two approvals where the region asks for them: it is owed with the second', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 2 })
    const runId = await computed(code)
    await platform.owner.query(`update approval_request set needed = 2 where subject_id = $1`, [runId])
    expect(await approve(runId)).toMatchObject({ value: { state: 'computed' } })
    expect(await approve(runId)).toMatchObject({ refusal: { words: { reason: 'answered-already' } } })
    expect(await postings(runId)).toEqual([])
    expect(await approve(runId, official('approver', 'second'))).toMatchObject({ value: { state: 'approved' } })
    expect((await postings(runId)).length).toBe(2)
  })
})

describe('The books', () => {
  test('owe at approval, pay with the SP2D, take back what came back, and pay again; the run is then reconciled', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 2 })
    const runId = await computed(code)
    for (const outcome of [await approve(runId), await bill(runId), await pay(runId)]) expect(outcome.ok).toBe(true)
    const wrong = await act(treasurer, (ctx) => returnPayment(ctx, { runId, why: 'Rekening keliru' }))
    expect(wrong).toMatchObject({ value: { state: 'billed' } })
    expect(await pay(runId, '2027-01-18', 'SP2D/2')).toMatchObject({ value: { state: 'paid' } })
    expect(await postings(runId)).toEqual([
      { kind: 'recognised', account: 'contribution-expense', amount: 33_600 },
      { kind: 'recognised', account: 'contribution-payable', amount: -33_600 },
      { kind: 'paid', account: 'contribution-payable', amount: 33_600 },
      { kind: 'paid', account: 'regional-treasury', amount: -33_600 },
      { kind: 'payment-returned', account: 'contribution-payable', amount: -33_600 },
      { kind: 'payment-returned', account: 'regional-treasury', amount: 33_600 },
      { kind: 'paid', account: 'contribution-payable', amount: 33_600 },
      { kind: 'paid', account: 'regional-treasury', amount: -33_600 },
    ])
    const receipt = {
      runId,
      receiptNumber: 'K/1',
      receiptAmount: rupiah(33_600),
      minutesNumber: 'BA/1',
      reconciledOn: day('2027-01-20'),
    }
    expect(await act(treasurer, (ctx) => reconcileRun(ctx, receipt))).toMatchObject({ value: { state: 'reconciled' } })
  })

  test('cannot be unbalanced, changed or deleted', async () => {
    const { code } = await freezeProgramme(platform, { region: badung, people: 1 })
    const runId = await computed(code)
    await approve(runId)
    const lopsided = platform.owner.query(
      `insert into ledger_posting (region, entry_id, account, budget_line_id, amount)
       select p.region, entry_id, 'regional-treasury', budget_line_id, 1 from ledger_posting p join ledger_entry e on e.id = p.entry_id where e.run_id = $1 limit 1`,
      [runId],
    )
    await expect(lopsided).rejects.toThrow(/entries_balance/)
    const erased = look(platform, as(systemActor), (ctx) => ctx.db.deleteFrom('ledger_entry').execute())
    await expect(erased).rejects.toThrow(/permission denied/)
  })

  test('are held by the database too: nobody approves their own run, no line is overdrawn, an approved run adds up', async () => {
    const sources = [{ source: 'APBD', ceiling: 3 * 16_800 }]
    const { code } = await freezeProgramme(platform, { region: badung, people: 2, sources })
    const runId = await computed(code)
    const own = `update contribution_run set state = 'approved', decided_by = made_by, decided_at = now() where id = $1`
    await expect(platform.owner.query(own, [runId])).rejects.toThrow(/nobody_approves_their_own_run/)
    const short = `update contribution_run set state = 'approved', people = 1, amount = 16800, decided_by = 'x', decided_at = now() where id = $1`
    await expect(platform.owner.query(short, [runId])).rejects.toThrow(/an_approved_run_adds_up/)
    const over = `insert into contribution_run (region, id, programme_id, month, people, amount, rate, grounds, due_on, made_by, made_by_name)
      select region, gen_random_uuid(), programme_id, '2027-02', 0, 0, rate, '{}', due_on, 'x', 'x' from contribution_run where id = $1 returning id`
    const other = await platform.owner.query(over, [runId])
    const funded = `insert into run_funding select region, $2, budget_line_id, people, amount from run_funding where run_id = $1`
    await expect(platform.owner.query(funded, [runId, other.rows[0].id])).rejects.toThrow(/no_line_is_overdrawn/)
  })
})

describe('The treasurer reads', () => {
  test('what a ceiling has paid, owes and still holds, and how many person-months that was', async () => {
    const sources = [{ source: 'APBD', ceiling: 100_000 }]
    const { code, programmeId } = await freezeProgramme(platform, { region: badung, people: 2, sources })
    const paid = await computed(code)
    await approve(paid)
    await bill(paid)
    await pay(paid)
    await computed(code, month('2027-02'))
    const [line] = (await read((ctx) => listBudget(ctx, 2027))).filter((row) => row.programmeId === programmeId)
    expect(line).toMatchObject({ ceiling: 100_000, computed: 33_600, recognised: 33_600, paid: 33_600, left: 32_800 })
    expect(line).toMatchObject({ personMonthsCommitted: 4, personMonthsPaid: 2 })
    const [plan] = (await read((ctx) => listPlans(ctx, 2027))).filter((row) => row.programmeId === programmeId)
    expect(plan).toMatchObject({ quota: 2, months: 12, personMonthsPlanned: 24, personMonthsPaid: 2 })
  })

  test('which months were paid for somebody who had died before them', async () => {
    const { code, programmeId } = await freezeProgramme(platform, { region: badung, people: 2 })
    for (const of of ['2027-01', '2027-02']) {
      const runId = await computed(code, month(of))
      await approve(runId)
      await bill(runId)
      await pay(runId)
    }
    const [first] = await read((ctx) => listPeriods(ctx, { programmeId }, { after: 0, limit: 1 }))
    await act(officer, (ctx) => endPeriod(ctx, { periodId: first?.id ?? 0, reason: 'DECEASED', lastDay: day('2027-01-09') }))
    const months = (await read(listReclaims)).filter((row) => row.programmeCode === code)
    expect(months).toMatchObject([{ workerId: first?.workerId, month: '2027-02', since: '2027-01-09', amount: 16_800 }])
    const history = await read((ctx) => findHistory(ctx, first?.workerId ?? 0))
    expect(history).toMatchObject({ monthsPaid: 2, amountPaid: 33_600, membership: { clocks: { isCovered: false } } })
  })

  test('a run that the queue carries ends the same when it is carried twice', async () => {
    const { programmeId } = await freezeProgramme(platform, { region: badung, people: 2 })
    const carry = () =>
      contributionsWorks['contributions.run']?.(platform, {
        actor: officer,
        region: badung,
        payload: { programmeId, month: january },
        progress: () => {},
      })
    const first = await carry()
    expect(first).toMatchObject({ value: { people: 2, isNew: true } })
    expect(await carry()).toMatchObject({ value: { people: 2, isNew: false } })
  })
})

describe('A run is refused', () => {
  test.each([
    ['to who has no such role', { reason: 'role-missing' }, () => compute('P', january, approver)],
    [
      'to who sees only some villages',
      { reason: 'whole-region-needed' },
      () => compute('P', january, official('officer', 'kuta', '51.03.01')),
    ],
    ['of a programme that is not there', { reason: 'no-such-programme' }, () => compute('P')],
    [
      'of a month outside the programme',
      { reason: 'month-outside-programme', lastMonth: '2027-12' },
      async () => compute((await freezeProgramme(platform, { region: badung, people: 1 })).code, month('2028-01')),
    ],
    [
      'of a month before the law',
      { reason: 'no-price' },
      async () => {
        const past = { firstMonth: '2015-06', lastMonth: '2015-12' }
        return compute((await freezeProgramme(platform, { region: badung, people: 1, ...past })).code, month('2015-06'))
      },
    ],
    [
      'where the price differs by sector',
      { reason: 'price-by-sector' },
      async () => compute((await freezeProgramme(platform, { region: badung, people: 1, payer: 'CSR' })).code),
    ],
    [
      'of a programme without people',
      { reason: 'nobody-covered' },
      async () => compute((await freezeProgramme(platform, { region: badung, people: 0 })).code),
    ],
    [
      'of a programme without a budget',
      { reason: 'no-budget-line', fiscalYear: 2027 },
      async () => compute((await freezeProgramme(platform, { region: badung, people: 1, sources: [] })).code),
    ],
    [
      'over the ceiling, with the numbers',
      { reason: 'ceiling-exceeded', needed: 50_400, left: 40_000, shortBy: 10_400 },
      async () => {
        const sources = [{ source: 'APBD', ceiling: 40_000 }]
        return compute((await freezeProgramme(platform, { region: badung, people: 3, sources })).code)
      },
    ],
  ])('%s', async (_name, refusal, attempt) => {
    const outcome = await attempt()
    const worded = outcome.ok ? undefined : wordContributionRefusal(outcome.refusal)
    expect(outcome).toMatchObject({ ok: false, refusal })
    expect(worded?.title.id).toMatch(/./)
  })

  test('while the list is not frozen', async () => {
    const { code, decreeId } = await freezeProgramme(platform, { region: badung, people: 0 })
    await platform.owner.query('delete from decree where id = $1', [decreeId])
    expect(await compute(code)).toMatchObject({ refusal: { reason: 'no-decree' } })
  })
})

describe('A step is refused', () => {
  let runId = ''
  let code = ''
  beforeAll(async () => {
    code = (await freezeProgramme(platform, { region: badung, people: 3 })).code
    runId = await computed(code)
  })

  test('to who has no such role, also over the command line', async () => {
    expect(await approve(runId, officer)).toMatchObject({ refusal: { reason: 'role-missing', roles: ['approver'] } })
  })

  test('to nobody in particular', async () => {
    expect(await approve(runId, systemActor)).toMatchObject({ refusal: { reason: 'person-needed' } })
  })

  test('to who made the run, even where they may approve others', async () => {
    const both: Actor = { ...official('officer', 'both'), grants: [...officer.grants, ...approver.grants] }
    const own = await act(both, async (ctx) => runContributions(ctx, { programme: code, month: month('2027-02') }))
    expect(own.ok && (await approve(own.value.runId, both))).toMatchObject({ refusal: { reason: 'own-run', madeBy: 'both' } })
    expect(own.ok && (await act(both, (ctx) => refuseRun(ctx, { runId: own.value.runId, why: 'x' })))).toMatchObject({
      refusal: { reason: 'own-run' },
    })
  })

  test('on a run that is not there, or a month not run', async () => {
    expect(await approve('00000000-0000-0000-0000-000000000001')).toMatchObject({ refusal: { reason: 'no-such-run' } })
    expect(await act(approver, (ctx) => findRunId(ctx, { programme: code, month: month('2027-09') }))).toMatchObject({
      refusal: { reason: 'no-run-of-month' },
    })
  })

  test('out of order', async () => {
    expect(await pay(runId)).toMatchObject({ refusal: { reason: 'wrong-step', step: 'pay', state: 'computed' } })
  })

  test('when the ceiling was lowered below what is owed', async () => {
    const lowered = (await freezeProgramme(platform, { region: badung, people: 2 })).code
    const id = await computed(lowered)
    await platform.owner.query(
      `update budget_line set ceiling = 20000 where programme_id = (select programme_id from contribution_run where id = $1)`,
      [id],
    )
    expect(await approve(id)).toMatchObject({
      refusal: { reason: 'ceiling-exceeded', needed: 33_600, left: 20_000, shortBy: 13_600 },
    })
  })

  test('for a day to come, and for a receipt that differs without a reason', async () => {
    await approve(runId)
    expect(await bill(runId, '2027-02-01')).toMatchObject({ refusal: { reason: 'day-in-future', field: 'billedOn' } })
    await bill(runId)
    await pay(runId)
    const receipt = {
      runId,
      receiptNumber: 'K/1',
      receiptAmount: rupiah(50_000),
      minutesNumber: 'BA/1',
      reconciledOn: day('2027-01-20'),
    }
    expect(await act(treasurer, (ctx) => reconcileRun(ctx, receipt))).toMatchObject({
      refusal: { reason: 'difference-unexplained', amount: 50_400, receiptAmount: 50_000 },
    })
  })
})
