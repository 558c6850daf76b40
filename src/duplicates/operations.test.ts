import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerRequest, findWaitingRequest } from '../approvals/operations.ts'
import { openTestPlatform } from '../../test/database.ts'
import { freezeProgramme } from '../../test/frozen-programme.ts'
import { official } from '../../test/people.ts'
import { fillWithTwins } from '../../test/written-twice.ts'
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
import { countByClass, countPairs, listPairs, queuePairs, villagesOfPairs } from './pairs.ts'

const badung = region('51.03')
const because = 'Ternyata dua orang'
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
    await fillWithTwins(platform)
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

  test('counts what waits by class and by village, and an answer may be taken back', async () => {
    const open = (await look(platform, asking(), countByClass)).filter((count) => count.state === 'open')
    expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(25)
    expect(await look(platform, asking(), villagesOfPairs)).toEqual([{ village: '51.03.01.1002', name: 'Kuta', count: 25 }])
    const pair = await openPair()
    await act((ctx) => answerPair(ctx, { ...pair, answer: 'unsure' }))
    const unsure = { states: ['unsure'] as const, village: '51.03.01.1002' }
    expect(await look(platform, asking(), (ctx) => countPairs(ctx, unsure))).toBe(1)
    expect(await look(platform, asking(), (ctx) => countPairs(ctx, { ...unsure, village: '51.03.01.1003' }))).toBe(0)
    await act((ctx) => answerPair(ctx, { ...pair, answer: 'open' }))
    expect(await look(platform, asking(), (ctx) => countPairs(ctx, unsure))).toBe(0)
  })

  test('that breaks leaves nothing behind', async () => {
    const runs = async () => (await platform.owner.query('select count(*) as runs from duplicate_run')).rows[0]
    const before = await runs()
    const breaking = runDuplicates(platform, asking(), {
      progress: (share) => {
        if (share > 50) throw new Error('broken')
      },
    })
    await expect(breaking).rejects.toThrow('broken')
    expect(await runs()).toEqual(before)
  })

  test('keeps the server answering while it compares', async () => {
    let longest = 0
    let last = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await run()
    clearInterval(beat)
    expect(longest).toBeLessThan(250)
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
    await act((ctx) => undoMerge(ctx, { mergeId: joined.ok ? joined.value.mergeId : 0, because }))
    expect([await worker(pair.left), await worker(pair.right)]).toEqual([left, { ...right, returned_at: expect.anything() }])
  })

  test('keeps what somebody chose by hand', async () => {
    const pair = await openPair()
    const left = await worker(pair.left)
    await act((ctx) => joinPair(ctx, { ...pair, kept: 'left', chosen: { nik: 'left' } }))
    expect(await worker(pair.left)).toMatchObject({ nik: left.nik, occupation: 'Buruh' })
  })

  test('of two of three who hang together goes on asking about the third', async () => {
    const names = ['I WAYAN TIGA KALI', 'I WAYAN TIGA KALI', 'WAYAN TIGA KALI']
    const { rows } = await platform.owner.query<{ id: number }>(
      `insert into worker (region, village, nik, full_name, birth_date, phone, sex)
       select '5103', '51.03.01.1003', '510301110388012' || n, name, '1988-03-11', '081299911122', 'L'
       from unnest($1::text[]) with ordinality as t (name, n) returning id`,
      [names],
    )
    const three = rows.map(({ id }) => id)
    await run()
    const inVillage = { states: ['open'] as const, village: '51.03.01.1003' }
    const pairs = await look(platform, asking(), (ctx) => queuePairs(ctx, inVillage, 10))
    expect(pairs.map(({ left, right }) => [left, right]).sort()).toEqual([
      [three[0], three[1]],
      [three[0], three[2]],
      [three[1], three[2]],
    ])
    const [first = 0, second = 0, third = 0] = three
    await act((ctx) => joinPair(ctx, { left: first, right: second, kept: 'left', chosen: {} }))
    const left = await look(platform, asking(), (ctx) => queuePairs(ctx, inVillage, 10))
    expect(left.map((pair) => [pair.left, pair.right])).toEqual([[first, third]])
    await act((ctx) => answerPair(ctx, { left: first, right: third, answer: 'different' }))
  })

  test('hands the answers given about a merged record on to the record that goes on', async () => {
    const { rows } = await platform.owner.query<{ id: number }>(
      `insert into worker (region, village, nik, full_name, birth_date, phone, sex)
       select '5103', '51.03.01.1004', '510301220779012' || n, 'NI KETUT EMPAT KALI', '1979-07-22', '081299933344', 'P'
       from generate_series(1, 3) n returning id`,
    )
    const [first = 0, second = 0, third = 0] = rows.map(({ id }) => id)
    await run()
    await act((ctx) => answerPair(ctx, { left: second, right: third, answer: 'different' }))
    await platform.owner.query('delete from duplicate_pair where left_worker = $1 and right_worker = $2', [first, third])
    await act((ctx) => joinPair(ctx, { left: first, right: second, kept: 'left', chosen: {} }))
    const told = await look(platform, asking(), (ctx) => queuePairs(ctx, { states: ['different'], village: '51.03.01.1004' }, 10))
    expect(told.map((pair) => [pair.left, pair.right])).toEqual([[first, third]])
  })

  test('whose list was undone since is taken back without bringing that person back', async () => {
    const { left, right, mergeId } = await merged()
    const { rows } = await platform.owner.query<{ id: string }>(
      `with i as (insert into intake (region, id, title, state, judged_on, created_by, created_by_name) values ('5103', gen_random_uuid(), 'x', 'undone', '2027-01-01', 'x', 'x') returning id)
       insert into intake_file (region, id, intake_id, position, stored_file_id, name, sha256, village, state, undone_at)
       select '5103', gen_random_uuid(), i.id, 1, gen_random_uuid(), 'daftar.csv', 'x', '51.03.01.1002', 'read', now() from i returning id`,
    )
    await platform.owner.query('update worker set intake_file_id = $1 where id = $2', [rows[0]?.id, right])
    expect(await act((ctx) => undoMerge(ctx, { mergeId, because }))).toMatchObject({ value: { kept: left, restored: null } })
    const [one, other] = [await worker(left), await worker(right)]
    expect(one.removed_at).toBeNull()
    expect(other).toMatchObject({ merged_into: null })
    expect(other.removed_at).not.toBeNull()
  })

  test('whose own list was undone since still gives the other record back', async () => {
    const { left, right, mergeId } = await merged()
    await platform.owner.query('update worker set removed_at = now() where id = $1', [left])
    expect(await act((ctx) => undoMerge(ctx, { mergeId, because }))).toMatchObject({ value: { restored: right } })
    expect(await worker(right)).toMatchObject({ removed_at: null, merged_into: null })
    expect((await worker(left)).removed_at).not.toBeNull()
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
    ['a merge that is not there', 'no-such-merge', () => act((ctx) => undoMerge(ctx, { mergeId: 999_999, because }))],
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
        return act((ctx) => undoMerge(ctx, { mergeId, because }))
      },
    ],
    [
      'to take back an answer that nobody gave',
      'not-answered',
      async () => {
        const pair = await openPair()
        return act((ctx) => answerPair(ctx, { ...pair, answer: 'open' }))
      },
    ],
    [
      'to take back a merge whose record was merged again since',
      'merged-since',
      async () => {
        const { left, mergeId } = await merged()
        await platform.owner.query(
          'update worker set removed_at = now(), merged_into = (select min(id) from worker where id <> $1) where id = $1',
          [left],
        )
        return act((ctx) => undoMerge(ctx, { mergeId, because }))
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
        return act((ctx) => undoMerge(ctx, { mergeId: joined.ok ? joined.value.mergeId : 0, because }))
      },
    ],
  ]

  test.each(cases)('%s', async (_name, reason, attempt) => {
    const outcome = await attempt()
    expect(outcome).toMatchObject({ ok: false, refusal: { reason } })
    expect(outcome.ok ? undefined : wordDuplicatesRefusal(outcome.refusal).title.id).toMatch(/./)
  })
})
