import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import { carryOut, type Context, look } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { startWorking } from '../platform/tasks.ts'
import { enqueueDecision, enqueueUndoing } from './deciding-tasks.ts'
import { keepOurs, takeOver } from './decisions.ts'
import { listDifferences } from './differences.ts'
import { listDue } from './due.ts'
import { type NewAnswer, receiveAnswer } from './operations.ts'
import { makeRequest } from './requests.ts'
import { listExchanges } from './store.ts'
import { listDecisions, undoDecision } from './undoing.ts'
import { findWorkerAnswers } from './worker-answers.ts'
import { matchingWorks } from './work.ts'

const village = '51.03.01.1002'
const folder = mkdtempSync(join(tmpdir(), 'ucok-verdicts-'))
const as = (on: string) => ({ actor: official('officer'), region: region('51.03'), today: day(on) })
const nikOf = (person: number) => `510301010180${String(person).padStart(4, '0')}`

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner.query(
    `insert into worker (region, id, village, nik, family_card, full_name, birth_date, sex, mother_name, address)
      select '5103', n, '${village}', '510301010180' || lpad(n::text, 4, '0'), null, 'NI WAYAN ' || chr(64 + n), '1980-01-01', 'P', null, 'BR. KAJA'
      from generate_series(1, 9) n`,
  )
})
afterAll(async () => {
  await platform.stop()
  rmSync(folder, { recursive: true })
})

let written = 0
function fileOf(content: string | Uint8Array) {
  const path = join(folder, String((written += 1)))
  writeFileSync(path, content)
  return { name: 'jawaban.xlsx', path }
}
const receive = (
  register: NewAnswer['register'],
  content: string | Uint8Array,
  { on = '2026-11-15', ...rest }: Partial<NewAnswer> & { on?: string } = {},
) => carryOut(platform, as(on), (ctx) => receiveAnswer(ctx, { register, file: fileOf(content), ...rest }))
const matchOf = async (id: number) => (await look(platform, as('2026-11-20'), (ctx) => findWorkerAnswers(ctx, id)))?.match
const differencesOf = async (workerId: number) => {
  const filter = { state: 'open' as const, workerId }
  const found = await look(platform, as('2026-11-20'), (ctx) => listDifferences(ctx, filter, { after: undefined, limit: 20 }))
  return found.rows.map(({ field, ours, theirs, similarity }) => [field, ours, theirs, similarity])
}
const act = <Value>(operation: (ctx: Context) => Promise<Value & { ok: boolean }>) =>
  carryOut(platform, as('2026-11-20'), operation as never) as unknown as Promise<Value>

const compared = (...rows: string[][]) =>
  writeXlsx({
    sheets: [{ name: 'Hasil', rows: [['HASIL VERIFIKASI'], ['NIK', 'NAMA_LGKP', 'TGL_LHR', 'ALAMAT', 'KETERANGAN'], ...rows] }],
  })

describe('An answer that compares instead of telling', () => {
  test('shows which field differs and how near it is, and matches the worker by it', async () => {
    const file = await compared(
      [nikOf(1), 'Tidak Sesuai (62)', 'Sesuai', 'Tidak Sesuai (40)', ''],
      [nikOf(2), 'Sesuai (100)', 'Tidak Sesuai', 'Sesuai', ''],
      [nikOf(3), '', '', '', 'NIK tidak ditemukan'],
      [nikOf(4), 'Sesuai', 'Sesuai', 'Sesuai', 'Meninggal dunia'],
    )
    expect(await receive('dukcapil', file)).toMatchObject({ value: { records: 3, notFound: 1, faulty: 0, leftOut: 0 } })
    expect(await differencesOf(1)).toEqual([
      ['address', 'BR. KAJA', null, 40],
      ['full_name', 'NI WAYAN A', null, 62],
    ])
    expect(await differencesOf(2)).toEqual([['birth_date', '1980-01-01', null, null]])
    expect(await matchOf(1)).toMatchObject({ civil: 'alive', nameAgrees: false, birthDateAgrees: true })
    const { civil } = (await look(platform, as('2026-11-20'), (ctx) => findWorkerAnswers(ctx, 1))) ?? {}
    expect(civil?.disagrees).toEqual([
      { field: 'address', similarity: 40 },
      { field: 'full_name', similarity: 62 },
    ])
    expect(await matchOf(2)).toMatchObject({ civil: 'alive', nameAgrees: true, birthDateAgrees: false })
    expect(await matchOf(3)).toMatchObject({ civil: 'unknown', nameAgrees: null })
    expect(await matchOf(4)).toMatchObject({ civil: 'deceased', isDeceased: true })
  })

  test('counts only while we still have the value it was about', async () => {
    await platform.owner.query(`update worker set full_name = 'NI WAYAN BENAR' where id = 1`)
    await receive('dukcapil', `NIK;STATUS\n${nikOf(9)};HIDUP`)
    expect(await matchOf(1)).toMatchObject({ nameAgrees: null, birthDateAgrees: true })
    expect(await differencesOf(1)).toEqual([['address', 'BR. KAJA', null, 40]])
  })

  test('gives way to a newer answer that tells the value', async () => {
    await receive('dukcapil', `NIK;NAMA;STATUS\n${nikOf(1)};NI WAYAN BENARI;HIDUP`, { on: '2026-11-16' })
    expect(await differencesOf(1)).toEqual([
      ['address', 'BR. KAJA', null, 40],
      ['full_name', 'NI WAYAN BENAR', 'NI WAYAN BENARI', null],
    ])
  })

  test('leaves the dead dead and keeps what an earlier answer told', async () => {
    await receive('dukcapil', await compared([nikOf(4), 'Sesuai', 'Sesuai', 'Sesuai', ''], [nikOf(1), '', 'Sesuai', '', '']), {
      on: '2026-11-17',
    })
    expect(await matchOf(4)).toMatchObject({ civil: 'deceased' })
    expect((await differencesOf(1)).map(([field]) => field)).toContain('full_name')
  })

  test('has no value to take over', async () => {
    expect(await act((ctx) => takeOver(ctx, { field: 'birth_date' }))).toMatchObject({ refusal: { reason: 'value-not-told' } })
  })
})

describe('An answer is told what it holds besides', () => {
  test('NIKs of nobody, and NIKs that were never asked about', async () => {
    const made = await makeRequest(platform, as('2026-11-15'), {
      register: 'dtsen',
      who: 'all',
      format: 'csv',
      progress: () => {},
    })
    await platform.owner.query(`delete from register_standing where register = 'dtsen' and worker_id > 5`)
    const requestId = made.ok ? made.value.requestId : undefined
    const lines = [nikOf(1), nikOf(6), nikOf(7), '5103010101809999'].map((nik) => `${nik},4`)
    const received = await receive('dtsen', ['NIK,DESIL', ...lines].join('\n'), { requestId })
    expect(received).toMatchObject({ value: { records: 4, strangers: 1, unasked: 2 } })
    const [listed] = await look(platform, as('2026-11-15'), listExchanges)
    expect(listed).toMatchObject({
      strangers: 1,
      unasked: 2,
      columns: [
        { head: 'NIK', field: 'nik' },
        { head: 'DESIL', field: 'decile' },
      ],
    })
  })

  test('and whom a register no longer knows loses what it said before, but for a death', async () => {
    await receive('bpjs', `NIK,STATUS,SEGMEN\n${nikOf(5)},AKTIF,PU\n${nikOf(6)},AKTIF,PU`)
    expect(await matchOf(5)).toMatchObject({ coveredBy: 'PU' })
    const made = await makeRequest(platform, as('2026-11-16'), {
      register: 'bpjs',
      who: 'all',
      format: 'csv',
      progress: () => {},
    })
    const requestId = made.ok ? made.value.requestId : undefined
    await receive('bpjs', `NIK,STATUS,SEGMEN\n${nikOf(5)},,\n${nikOf(7)},AKTIF,BPU`, { on: '2026-11-17', requestId })
    expect(await matchOf(5)).toMatchObject({ coveredBy: null })
    expect(await matchOf(6)).toMatchObject({ coveredBy: null })
    await receive('dukcapil', `NIK,STATUS\n${nikOf(2)},TIDAK DITEMUKAN\n${nikOf(4)},TIDAK DITEMUKAN`, { on: '2026-11-18' })
    expect(await matchOf(2)).toMatchObject({ civil: 'unknown' })
    expect(await matchOf(4)).toMatchObject({ civil: 'deceased' })
  })

  test('our own request handed in unfilled is refused, and changes nothing', async () => {
    const before = await look(platform, as('2026-11-18'), listExchanges)
    expect(await receive('bpjs', `NIK,STATUS,SEGMEN\n${nikOf(5)},,\n${nikOf(7)},,`)).toMatchObject({
      refusal: { reason: 'not-filled-in', lines: 2 },
    })
    expect(await receive('dukcapil', `NIK;STATUS\n${nikOf(5)};`)).toMatchObject({
      refusal: { reason: 'not-filled-in', lines: 1 },
    })
    const many = Array.from({ length: 1500 }, (_, at) => `510301020180${String(at).padStart(4, '0')};`)
    expect(await receive('dukcapil', `NIK;STATUS\n${many.join('\n')}`)).toMatchObject({
      refusal: { reason: 'not-filled-in', lines: 1500 },
    })
    expect(await look(platform, as('2026-11-18'), listExchanges)).toEqual(before)
  })

  test('one whose reading is killed halfway leaves nothing, and is taken in once when it comes again', async () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `510301020180${String(at % 10_000).padStart(4, '0')},${(at % 9) + 1}`)
    const file = fileOf(['NIK,DESIL', ...lines].join('\n'))
    const before = await look(platform, as('2026-11-18'), listExchanges)
    let killed: Promise<unknown> | undefined
    const broken = carryOut(platform, as('2026-11-18'), async (ctx) => {
      const { rows } = await ctx.client.query<{ pid: number }>('select pg_backend_pid() as pid')
      const kill = () => platform.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      return receiveAnswer(ctx, { register: 'dtsen', file, progress: () => (killed ??= kill()) })
    })
    await expect(broken).rejects.toThrow(/./)
    await killed
    expect(await look(platform, as('2026-11-18'), listExchanges)).toEqual(before)
    const again = () => carryOut(platform, as('2026-11-18'), (ctx) => receiveAnswer(ctx, { register: 'dtsen', file }))
    expect(await again()).toMatchObject({ value: { isNew: true, records: 40_000, strangers: 10_000 } })
    expect(await again()).toMatchObject({ value: { isNew: false, records: 40_000 } })
  })
})

describe('A decision about differences', () => {
  const sexes = async () => {
    const { rows } = await platform.owner.query<{ sex: string }>(`select sex from worker where id in (5, 6, 7) order by id`)
    return rows.map((row) => row.sex).join('')
  }

  test('is carried out once, even when it is asked for again after a crash, and is taken back as a whole', async () => {
    const lines = [5, 6, 7].map((person) => `${nikOf(person)};L;HIDUP`)
    await receive('dukcapil', ['NIK;JENIS KELAMIN;STATUS', ...lines].join('\n'), { on: '2026-11-19' })
    const decisionId = '6f0c3c52-6d6c-4f0e-9c0e-5a43a4a0b001'
    const take = () => act((ctx) => takeOver(ctx, { field: 'sex', decisionId }))
    expect(await take()).toMatchObject({ ok: true, value: { decisionId, people: 3 } })
    expect(await take()).toMatchObject({ ok: true, value: { decisionId, people: 3 } })
    expect(await sexes()).toBe('LLL')
    await platform.owner.query(`update worker set sex = null where id = 7`)
    expect(await act((ctx) => undoDecision(ctx, { decisionId }))).toMatchObject({ value: { people: 2, left: 1 } })
    expect(await sexes()).toBe('PP')
    expect((await differencesOf(5)).map(([field]) => field)).toContain('sex')
    expect(await act((ctx) => undoDecision(ctx, { decisionId }))).toMatchObject({ refusal: { reason: 'undone-already' } })
    const { rows } = await platform.owner.query(`select count(*) as lines from audit_line where act = 'matching.taken-back'`)
    expect(rows).toEqual([{ lines: 2 }])
  })

  test('for our own value is taken back too, and one that nobody made is not', async () => {
    const kept = await act((ctx) => keepOurs(ctx, { field: 'sex' }))
    expect(kept).toMatchObject({ value: { people: 2 } })
    expect((await differencesOf(5)).map(([field]) => field)).not.toContain('sex')
    const [decision] = await look(platform, as('2026-11-20'), listDecisions)
    expect(decision).toMatchObject({ kind: 'ours-kept', field: 'sex', people: 2, undoneAt: null })
    expect(await act((ctx) => undoDecision(ctx, { decisionId: decision?.decisionId ?? '' }))).toMatchObject({
      value: { people: 2 },
    })
    expect((await differencesOf(5)).map(([field]) => field)).toContain('sex')
    expect(await act((ctx) => undoDecision(ctx, { decisionId: 'tidak-ada' }))).toMatchObject({
      refusal: { reason: 'no-such-decision' },
    })
  })

  test('runs as a task, and so does taking it back', async () => {
    const runner = await startWorking(platform, matchingWorks)
    onTestFinished(() => runner.stop())
    const ended = async (asked: { value?: { taskId: string } }) => {
      for (;;) {
        const { rows } = await platform.owner.query<{ state: string; result: Record<string, unknown> }>(
          `select state, result from task where id = $1`,
          [asked.value?.taskId],
        )
        if (rows[0] !== undefined && !['waiting', 'running'].includes(rows[0].state)) return rows[0]
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
    }
    // The account of a task is looked up again when it starts: here the officer exists nowhere but in this test.
    const asSystem = { ...as('2026-11-20'), actor: { ...official('officer'), id: '00000000-0000-0000-0000-000000000000' } }
    const decided = await carryOut(platform, asSystem, (ctx) =>
      enqueueDecision(ctx, 'taken-over', { field: 'sex', workerIds: [5] }),
    )
    expect(await ended(decided as never)).toMatchObject({ state: 'done', result: { people: 1, kind: 'taken-over' } })
    const [decision] = await look(platform, as('2026-11-20'), listDecisions)
    const undone = await carryOut(platform, asSystem, (ctx) => enqueueUndoing(ctx, decision?.decisionId ?? ''))
    expect(await ended(undone as never)).toMatchObject({ state: 'done', result: { people: 1, left: 0 } })
  })
})

describe('Whom it is time to ask about again', () => {
  const due = (on: string, awaiting: 'due' | 'waiting', after?: { since: string; workerId: number }) =>
    look(platform, as(on), (ctx) => listDue(ctx, { register: 'bpjs', awaiting }, { after, limit: 4 }))

  test('stands in a list, oldest answer first, page by page, until they are asked about again', async () => {
    expect(await due('2026-12-17', 'due')).toMatchObject({ count: 0 })
    const first = await due('2026-12-18', 'due')
    expect(first).toMatchObject({ count: 9, rows: [{ workerId: 1, answeredOn: '2026-11-17' }, {}, {}, { workerId: 4 }] })
    const rest = await due('2026-12-18', 'due', { since: '2026-11-17', workerId: 4 })
    expect(rest.rows.map((row) => row.workerId)).toEqual([5, 6, 7, 8])
    await makeRequest(platform, as('2026-12-18'), { register: 'bpjs', who: 'due', format: 'xlsx', village, progress: () => {} })
    expect(await due('2026-12-18', 'due')).toMatchObject({ count: 0 })
    expect(await due('2026-12-18', 'waiting')).toMatchObject({ count: 9 })
  })
})
