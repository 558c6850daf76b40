import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerRequest, findWaitingRequest } from '../approvals/operations.ts'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import type { Outcome } from '../../values/outcome.ts'
import type { Actor } from '../platform/actor.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { answerPair, beginListing, joinPair, undoMerge } from './operations.ts'
import { mergeWork } from './merge-approval.ts'
import { type DuplicatesRefusal, wordDuplicatesRefusal } from './refusals.ts'
import { enqueueRun, runDuplicates } from './run.ts'
import { countPairs, listPairs } from './store.ts'

const badung = region('51.03')
const officer = official('officer')
const approver = official('approver')
let platform: Platform

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.stop())

const asking = (actor: Actor = officer) => ({ actor, region: badung, today: day('2027-02-10') })
const act = <Value>(operation: (ctx: Context) => Promise<Outcome<Value, DuplicatesRefusal>>, actor?: Actor) =>
  carryOut(platform, asking(actor), operation)
const run = (actor?: Actor) => runDuplicates(platform, asking(actor), { progress: () => {} })

const given = 'ASEP DEDI UJANG AGUS RUDI IWAN HENDRA DENI EMAN MAMAN'.split(' ')
const last = 'HIDAYAT GUNAWAN SAPUTRA MULYANA PERMANA NUGRAHA RUSMANA SOBARI'.split(' ')

/** Writes three hundred invented workers, and a second record with a slip in the NIK for the first twenty-five. */
async function fillRegistry(): Promise<void> {
  const rows: unknown[] = []
  for (let at = 0; at < 300; at++) {
    const birth = `19${60 + ((at * 7) % 39)}-${String(1 + ((at * 5) % 12)).padStart(2, '0')}-${String(1 + ((at * 11) % 28)).padStart(2, '0')}`
    const nik = `510301${birth.slice(8)}${birth.slice(5, 7)}${birth.slice(2, 4)}${String(1000 + ((at * 37) % 8999))}`
    const person = {
      nik,
      full_name: `${given[at % 10]} ${last[(at * 3) % 8]} ${given[(at * 7 + 3) % 10]}`,
      birth_date: birth,
      phone: `0812${String(3000000 + at * 7919)}`,
      occupation: 'Petani',
    }
    rows.push(person)
    if (at < 25) rows.push({ ...person, nik: `${nik.slice(0, 15)}${(Number(nik.slice(15)) + 4) % 10}`, occupation: 'Buruh' })
  }
  await platform.owner.query(
    `insert into worker (region, village, nik, full_name, birth_date, phone, occupation, sex, recorded_at)
     select '5103', '51.03.01.1002', nik, full_name, birth_date, phone, occupation, 'L', timestamptz '2026-01-01' + n * interval '1 minute'
     from rows from (jsonb_to_recordset($1) as (nik text, full_name text, birth_date date, phone text, occupation text)) with ordinality
       as r (nik, full_name, birth_date, phone, occupation, n)`,
    [JSON.stringify(rows)],
  )
}

const worker = async (id: number) => (await platform.owner.query('select * from worker where id = $1', [id])).rows[0]

/** A pair of the registry that nobody has answered yet, neither of them a member. */
async function openPair(): Promise<{ left: number; right: number }> {
  const pairs = await look(platform, asking(), (ctx) => listPairs(ctx, { states: ['open'], threshold: 0.5 }, 100))
  const { rows } = await platform.owner.query<{ id: number }>('select worker_id as id from membership_period')
  const pair = pairs.find(({ left, right }) => !rows.some(({ id }) => id === left || id === right))
  return { left: pair?.left ?? 0, right: pair?.right ?? 0 }
}

const join = async (pair: { left: number; right: number }) => act((ctx) => joinPair(ctx, { ...pair, kept: 'left', chosen: {} }))

/** Gives a worker a cover by a programme of the year, ended or not. */
async function cover(workerId: number, isEnded = false): Promise<void> {
  const programme = await freezeProgramme(platform, { region: badung, people: 1 })
  await platform.owner.query(
    `insert into membership_period (region, worker_id, programme_id, decree_id, village, package, payer, first_day, last_day, end_reason, ended_by, ended_at)
     values ('5103', $1, $2, $3, '51.03.01.1002', 'JKK_JKM', 'APBD', '2027-01-01', '2027-12-31', $4, $4, case when $4::text is null then null else now() end)`,
    [workerId, programme.programmeId, programme.decreeId, isEnded ? 'DUPLICATE' : null],
  )
}

/** A merge of two people of whom one has a membership: it waits for a second person. */
async function waitingMerge(): Promise<{ left: number; right: number; mergeId: number }> {
  const pair = await openPair()
  await cover(pair.left)
  const asked = await join(pair)
  if (!asked.ok || asked.value.state !== 'waiting') throw new Error('the merge does not wait')
  return { ...pair, mergeId: asked.value.mergeId }
}

async function merged(): Promise<{ left: number; right: number; mergeId: number }> {
  const pair = await openPair()
  const joined = await join(pair)
  if (!joined.ok || joined.value.state !== 'merged') throw new Error('the two are not merged')
  return { ...pair, mergeId: joined.value.mergeId }
}

describe('The search over the registry', () => {
  test('needs some people to learn from', async () => {
    expect(await run()).toMatchObject({ refusal: { reason: 'too-few-people' } })
  })

  test('finds the people written twice and nobody else, and ends the same when it runs again', async () => {
    await fillRegistry()
    expect(await run()).toMatchObject({ ok: true, value: { workers: 325, pairs: 25, waiting: 25 } })
    expect(await run()).toMatchObject({ ok: true, value: { workers: 325, pairs: 25, waiting: 25 } })
    const pairs = await look(platform, asking(), (ctx) => listPairs(ctx, { states: ['open'], threshold: 0.5 }, 100))
    expect(pairs.every((pair) => pair.leftName === pair.rightName)).toBe(true)
    expect(pairs[0]?.reasons.find((reason) => reason.field === 'nik')?.verdict).toBe('near')
  })

  test('does not ask again about two people who were told apart, until the data of one change', async () => {
    const pair = await openPair()
    await act((ctx) => answerPair(ctx, { ...pair, answer: 'different' }))
    expect(await run()).toMatchObject({ value: { pairs: 25, waiting: 24 } })
    await platform.owner.query(`update worker set address = 'Jalan Contoh 1' where id = $1`, [pair.left])
    expect(await run()).toMatchObject({ value: { pairs: 25, waiting: 25 } })
  })

  test('is listed with a line in the audit trail', async () => {
    expect(await act((ctx) => beginListing(ctx, { states: ['open'], threshold: 0.5 }))).toMatchObject({ value: { pairs: 25 } })
    const { rowCount } = await platform.owner.query(`select from audit_line where act = 'duplicates.listed'`)
    expect(rowCount).toBe(1)
  })
})

const decide = (mergeId: number, verdict: 'approve' | 'refuse', actor = approver) =>
  carryOut(platform, asking(actor), async (ctx) => {
    const request = await findWaitingRequest(ctx, 'duplicates.merge', String(mergeId))
    const answer = { requestId: request?.id ?? '', verdict, reason: 'Bukan orang yang sama' }
    return answerRequest(ctx, answer, { 'duplicates.merge': mergeWork })
  })

describe('A merge', () => {
  test('keeps the newer values where no register confirms one, and gives both back when it is undone', async () => {
    const pair = await openPair()
    const [left, right] = [await worker(pair.left), await worker(pair.right)]
    const joined = await join(pair)
    expect(joined).toMatchObject({ value: { state: 'merged' } })
    expect(await worker(pair.left)).toMatchObject({ nik: right.nik, occupation: 'Buruh', removed_at: null })
    expect(await worker(pair.right)).toMatchObject({ merged_into: pair.left })
    await act((ctx) => undoMerge(ctx, { mergeId: joined.ok ? joined.value.mergeId : 0 }))
    expect([await worker(pair.left), await worker(pair.right)]).toEqual([left, right])
  })

  test('keeps what somebody chose by hand', async () => {
    const pair = await openPair()
    const left = await worker(pair.left)
    await act((ctx) => joinPair(ctx, { ...pair, kept: 'left', chosen: { nik: 'left' } }))
    expect(await worker(pair.left)).toMatchObject({ nik: left.nik, occupation: 'Buruh' })
  })

  test('of somebody with a membership waits for a second person', async () => {
    const { left, right, mergeId } = await waitingMerge()
    expect((await worker(right)).merged_into).toBeNull()
    expect(await decide(mergeId, 'approve')).toMatchObject({
      value: { state: 'approved', result: { kept: left, merged: right } },
    })
    expect((await worker(right)).merged_into).toBe(left)
  })

  test('that is not approved leaves both and is asked about again', async () => {
    const before = await look(platform, asking(), (ctx) => countPairs(ctx, { states: ['open'], threshold: 0.5 }))
    const { mergeId } = await waitingMerge()
    expect(await decide(mergeId, 'refuse')).toMatchObject({ value: { state: 'refused' } })
    expect(await look(platform, asking(), (ctx) => countPairs(ctx, { states: ['open'], threshold: 0.5 }))).toBe(before)
  })

  test('is not approved by who asked, and is void when one of the two records changed', async () => {
    const { left, right, mergeId } = await waitingMerge()
    expect(await decide(mergeId, 'approve', officer)).toMatchObject({ refusal: { reason: 'own-request' } })
    await platform.owner.query(`update worker set address = 'Jalan Lain 2' where id = $1`, [left])
    expect(await decide(mergeId, 'approve')).toMatchObject({ value: { state: 'void' } })
    expect((await worker(right)).merged_into).toBeNull()
  })

  test('cannot be approved in the database by who asked for it', async () => {
    const { mergeId } = await waitingMerge()
    const own = platform.owner.query(
      `update worker_merge set state = 'merged', before = '{}', decided_by = requested_by, decided_at = now() where id = $1`,
      [mergeId],
    )
    await expect(own).rejects.toThrow(/who_asks_does_not_approve/)
  })
})

describe('Work about duplicates refuses', () => {
  const nobody = { left: 999_998, right: 999_999 }
  const cases: [string, DuplicatesRefusal['reason'], () => Promise<Outcome<unknown, DuplicatesRefusal>>][] = [
    ['who has no such role', 'role-missing', () => act(enqueueRun, official('planner'))],
    ['who sees some villages only', 'whole-region-needed', () => run(official('officer', 'kuta', '51.03.01'))],
    ['a pair that was never found', 'no-such-pair', () => join(nobody)],
    ['a merge that is not there', 'no-such-merge', () => act((ctx) => undoMerge(ctx, { mergeId: 999_999 }))],
    [
      'a second answer',
      'answered-already',
      async () => {
        const pair = await openPair()
        await act((ctx) => answerPair(ctx, { ...pair, answer: 'different' }))
        return join(pair)
      },
    ],
    [
      'to merge who has left the registry',
      'person-left',
      async () => {
        const pair = await openPair()
        await platform.owner.query('update worker set removed_at = now() where id = $1', [pair.right])
        return join(pair)
      },
    ],
    [
      'to merge away a running cover',
      'cover-not-ended',
      async () => {
        const pair = await openPair()
        await cover(pair.right)
        return join(pair)
      },
    ],
    [
      'to take back what is not merged',
      'not-merged',
      async () => {
        const { mergeId } = await waitingMerge()
        return act((ctx) => undoMerge(ctx, { mergeId }))
      },
    ],
    [
      'to take back a merge whose record has left since',
      'merged-since',
      async () => {
        const { left, mergeId } = await merged()
        await platform.owner.query('update worker set removed_at = now() where id = $1', [left])
        return act((ctx) => undoMerge(ctx, { mergeId }))
      },
    ],
    [
      'to give back a NIK that somebody else has now',
      'nik-taken',
      async () => {
        const pair = await openPair()
        const left = await worker(pair.left)
        const joined = await join(pair)
        await platform.owner.query(
          `insert into worker (region, village, nik, full_name) values ('5103', '51.03.01.1002', $1, 'ORANG LAIN')`,
          [left.nik],
        )
        return act((ctx) => undoMerge(ctx, { mergeId: joined.ok ? joined.value.mergeId : 0 }))
      },
    ],
  ]

  test.each(cases)('%s', async (_name, reason, attempt) => {
    const outcome = await attempt()
    expect(outcome).toMatchObject({ ok: false, refusal: { reason } })
    expect(outcome.ok ? undefined : wordDuplicatesRefusal(outcome.refusal).title.id).toMatch(/./)
  })
})
