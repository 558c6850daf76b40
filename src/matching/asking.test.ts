import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { official } from '../../test/people.ts'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import type { Outcome } from '../../values/outcome.ts'
import { type Context, carryOut, look } from '../platform/context.ts'
import { pathOf } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import { keepOurs, takeOver } from './decisions.ts'
import { countDifferences, listDifferences } from './differences.ts'
import { receiveAnswer } from './operations.ts'
import { type MatchingRefusal, wordMatchingRefusal } from './refusals.ts'
import { setPeriod } from './periods.ts'
import { fetchRequest, makeRequest, type NewRequest } from './requests.ts'
import { agesOfAnswers } from './standing.ts'

const village = '51.03.01.1002'
const folder = mkdtempSync(join(tmpdir(), 'ucok-asking-'))
const as = (on: string, role: 'officer' | 'planner' = 'officer') => ({
  actor: official(role),
  region: region('51.03'),
  today: day(on),
})

let platform: Platform
beforeAll(async () => {
  platform = await openTestPlatform()
  await platform.owner
    .query(`insert into worker (region, id, village, nik, family_card, full_name, birth_date, sex, mother_name) values
    ('5103', 1, '${village}', '5103010101800001', '5103010101800000', 'NI WAYAN CONTOH', '1980-01-01', 'P', 'NI LUH IBU'),
    ('5103', 2, '${village}', '5103010201810002', '5103010201810000', 'I MADE CONTOH', '1981-01-02', 'L', null),
    ('5103', 3, '51.03.01.1003', '5103010301820003', null, 'I KETUT UMPAMA', '1982-01-03', 'L', null),
    ('5103', 4, '${village}', null, null, 'NI LUH UMPAMA', null, null, null)`)
})
afterAll(async () => {
  await platform.stop()
  rmSync(folder, { recursive: true })
})

const ask = (input: Partial<NewRequest>, on = '2026-11-01') =>
  makeRequest(platform, as(on), { register: 'dukcapil', who: 'all', format: 'csv', progress: () => {}, ...input })
const act = <Value>(operation: (ctx: Context) => Promise<Outcome<Value, MatchingRefusal>>, on = '2026-11-20') =>
  carryOut(platform, as(on), operation)
const agesOf = async (register: string, on: string) =>
  (await look(platform, as(on), agesOfAnswers)).find((one) => one.register === register)
const differences = () =>
  look(platform, as('2026-11-20'), (ctx) => listDifferences(ctx, { state: 'open' }, { after: undefined, limit: 50 }))

async function answer(lines: readonly string[], rest: { requestId?: string; on?: string } = {}) {
  const path = join(folder, `jawaban-${lines.length}-${lines.join().length}.csv`)
  writeFileSync(path, lines.join('\r\n'))
  const { on = '2026-11-15', requestId } = rest
  return carryOut(platform, as(on), (ctx) =>
    receiveAnswer(ctx, { register: 'dukcapil', file: { name: 'jawaban.csv', path }, requestId }),
  )
}

describe('A request to a register', () => {
  let requestId = ''

  test('holds the NIK and nothing else of a person unless the layout asks for it, and leaves an audit line', async () => {
    const made = await ask({})
    expect(made).toMatchObject({ ok: true, value: { people: 3, leftOut: 1 } })
    if (!made.ok) return
    requestId = made.value.requestId
    const text = readFileSync(pathOf(platform, made.value.fileId), 'utf8')
    expect(text.split('\r\n')[0]).toBe('\uFEFFNO;NIK;STATUS;NAMA;TANGGAL_LAHIR;JENIS_KELAMIN;NAMA_IBU;NO_KK;KODE_DESA')
    expect(text).toContain("1;'5103010101800001;;;;;;;")
    expect(text).not.toContain('CONTOH')
    const { rows } = await platform.owner.query(`select details from audit_line where act = 'matching.asked'`)
    expect(rows).toEqual([{ details: expect.objectContaining({ people: 3, columns: 'nik' }) }])
  })

  test('tells name and birth date where that is chosen, under heads that no answer is read by', async () => {
    const made = await ask({ register: 'bpjs', layout: 'identity', village })
    const text = made.ok ? readFileSync(pathOf(platform, made.value.fileId), 'utf8') : ''
    expect(text.split('\r\n')[0]).toBe('\uFEFFNO;NIK;NAMA_DIAJUKAN;TGL_LAHIR_DIAJUKAN;STATUS;SEGMEN;PROGRAM')
    expect(text.split('\r\n')).toHaveLength(4)
  })

  test('is fetched with an audit line, for it holds whole NIKs', async () => {
    expect(await act((ctx) => fetchRequest(ctx, requestId))).toMatchObject({ value: { people: 3 } })
    const { rowCount } = await platform.owner.query(`select from audit_line where act = 'matching.request-fetched'`)
    expect(rowCount).toBe(1)
  })

  test('is answered about everybody in it, also whom the register does not know', async () => {
    expect(await agesOf('dukcapil', '2026-11-14')).toMatchObject({ waiting: 3, never: 4, due: 0 })
    const lines = [
      'NO;NIK;STATUS;NAMA;TANGGAL_LAHIR;JENIS_KELAMIN;NAMA_IBU;NO_KK',
      "1;'5103010101800001;HIDUP;NI WAYAN CONTO;1980-10-01;P;NI LUH IBU;5103010101800009",
      "2;'5103010201810002;HIDUP;I MADE CONTOH;1981-01-02;L;NI KETUT BARU;5103010201810000",
    ]
    expect(await answer(lines, { requestId })).toMatchObject({ ok: true, value: { records: 2, faulty: 0 } })
    expect(await agesOf('dukcapil', '2026-11-20')).toMatchObject({ ages: [3, 0, 0, 0, 0], never: 1, waiting: 0, due: 0 })
  })

  test('is due again once its answers are older than the period that the region set', async () => {
    expect(await agesOf('dukcapil', '2027-03-01')).toMatchObject({ ages: [0, 0, 3, 0, 0], due: 0, days: 180 })
    await act((ctx) => setPeriod(ctx, { register: 'dukcapil', days: 60 }))
    expect(await agesOf('dukcapil', '2027-03-01')).toMatchObject({ due: 3, days: 60 })
    expect(await ask({ who: 'due' }, '2027-03-01')).toMatchObject({ value: { people: 3 } })
    expect(await ask({ who: 'due' }, '2027-03-02')).toMatchObject({ refusal: { reason: 'nobody-to-ask' } })
  })
})

describe('What the civil registry has otherwise', () => {
  test('stands there field by field with both values', async () => {
    const { rows, count } = await differences()
    expect(count).toBe(4)
    expect(rows.map(({ workerId, field, ours, theirs }) => [workerId, field, ours, theirs])).toEqual([
      [1, 'birth_date', '1980-01-01', '1980-10-01'],
      [1, 'family_card', '5103010101800000', '5103010101800009'],
      [1, 'full_name', 'NI WAYAN CONTOH', 'NI WAYAN CONTO'],
      [2, 'mother_name', null, 'NI KETUT BARU'],
    ])
  })

  test('is taken over through a correction that keeps both values and leaves a line in the history of the worker', async () => {
    expect(await act((ctx) => takeOver(ctx, { field: 'birth_date' }))).toMatchObject({ value: { people: 1 } })
    const { rows } = await platform.owner.query(
      `select birth_date, (select json_build_array(before_value, after_value) from worker_correction where worker_id = 1) as kept,
        (select count(*) from audit_line where act = 'matching.taken-over' and subject_kind = 'worker' and subject_id = '1') as lines,
        (select birth_date_agrees from worker_match where worker_id = 1) as agrees from worker where id = 1`,
    )
    expect(rows).toEqual([{ birth_date: '1980-10-01', kept: ['1980-01-01', '1980-10-01'], lines: 1, agrees: true }])
  })

  test('is not asked about again where our value is kept, until one of the two changes', async () => {
    await act((ctx) => keepOurs(ctx, { field: 'full_name', workerIds: [1] }))
    await answer(['NIK;STATUS;NAMA', '5103010101800001;HIDUP;NI WAYAN CONTO'], { on: '2026-11-16' })
    const state = async () =>
      (await look(platform, as('2026-11-20'), countDifferences)).find((one) => one.field === 'full_name')?.state
    expect(await state()).toBe('ours')
    await answer(['NIK;STATUS;NAMA', '5103010101800001;HIDUP;NI WAYAN CONTOHAN'], { on: '2026-11-17' })
    expect(await state()).toBe('open')
  })
})

describe('Asking and deciding refuse', () => {
  const cases: [string, MatchingRefusal['reason'], () => Promise<Outcome<unknown, MatchingRefusal>>][] = [
    ['a request nobody made', 'no-such-request', () => act((ctx) => fetchRequest(ctx, '00000000-0000-0000-0000-000000000000'))],
    ['what does not differ', 'nothing-differs', () => act((ctx) => takeOver(ctx, { field: 'sex' }))],
    [
      'who is no officer',
      'officers-only',
      () => carryOut(platform, as('2026-11-20', 'planner'), (ctx) => takeOver(ctx, { field: 'full_name' })),
    ],
  ]

  test.each(cases)('%s', async (_name, reason, attempt) => {
    const outcome = await attempt()
    expect(outcome).toMatchObject({ ok: false, refusal: { reason } })
    expect(outcome.ok ? '' : wordMatchingRefusal(outcome.refusal).title.id).toMatch(/./)
  })
})
