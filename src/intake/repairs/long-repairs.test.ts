import { beforeEach, describe, expect, test } from 'vitest'
import { badung, type ListDesk, openListDesk } from '../../../test/lists.ts'
import { official } from '../../../test/people.ts'
import { startWorking } from '../../platform/tasks.ts'
import { carryOut, look } from '../../platform/context.ts'
import { acceptIntake, undoIntake } from '../accepting.ts'
import { decideRows } from '../decisions.ts'
import { findVillage } from '../hand-in.ts'
import { findIntakeSummary } from '../views.ts'
import { intakeWorks } from '../works.ts'
import type { Alike } from './alike.ts'
import { mendAtLength, type Mending, startMending } from './long-repairs.ts'
import { repairCell } from './operations.ts'
import { listActs } from './store.ts'
import { listUnplaced } from './villages.ts'

const operator = { ...badung, actor: official('village-operator', 'operator', '51.03.01.1002') }
const names = 'SUKERTA WIRATA ARDIKA MUDITA PARWATA GUNARTA TIRTA LABA JAPA KARSA OKA RENDA YASA DANA'.split(' ')
const two = (value: number) => String(value).padStart(2, '0')

/** An invented man like nobody else, his occupation as nobody knows it. */
function person(number: number, village = ''): string {
  const [day, month, year] = [1 + (number % 28), 1 + (Math.floor(number / 28) % 12), 65 + (Math.floor(number / 336) % 34)]
  const name = [1, 14, 196].map((step) => names[Math.floor(number / step) % 14]).join(' ')
  const nik = `510302${two(day)}${two(month)}${two(year)}0001`
  return `${number + 1};${nik};${name};${two(day)}-${two(month)}-19${year};L;KRJ QWLX;${village}`
}
const heading = 'NO;NIK;NAMA LENGKAP;TANGGAL LAHIR;JENIS KELAMIN;PEKERJAAN;DESA'
const listOf = (people: number, villageOf: (number: number) => string = () => '') =>
  [heading, ...Array.from({ length: people }, (_, number) => person(number, villageOf(number)))].join('\r\n')

const alike: Alike = {
  code: 'occupation-unknown',
  field: 'occupation',
  likeness: 'written',
  written: 'krj qwlx',
  correction: { kind: 'value', value: 'Petani' },
}

describe('Mending many rows of an intake', () => {
  let desk: ListDesk
  beforeEach(async () => {
    desk = await openListDesk()
    return () => desk.stop()
  })
  const start = (intakeId: string, mending: Mending, asking = badung) =>
    carryOut(desk.platform, asking, (ctx) => startMending(ctx, { intakeId, mending }))
  const summaryOf = async (intakeId: string, asking = badung) => {
    const summary = await look(desk.platform, asking, (ctx) => findIntakeSummary(ctx, intakeId))
    if (summary === undefined) throw new Error('no intake')
    return summary
  }
  const unknown = async (intakeId: string) =>
    (await summaryOf(intakeId)).findings.find(({ code }) => code === 'occupation-unknown')?.rows ?? 0
  async function work(): Promise<void> {
    const runner = await startWorking(desk.platform, intakeWorks)
    const open = `select count(*)::int as count from task where state in ('waiting', 'running')`
    for (let left = 1; left > 0;) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      left = Number((await desk.platform.owner.query<{ count: number }>(open)).rows[0]?.count)
    }
    await runner.stop()
  }

  test('is a task: nothing else changes them meanwhile, it survives its own death, and is taken back by another', async () => {
    const intakeId = await desk.take('5103011002-kuta.csv', listOf(1200))
    const begun = await start(intakeId, { kind: 'alike', alike })
    expect(begun).toMatchObject({ ok: true, value: { rows: 1200 } })
    const taskId = begun.ok ? begun.value.taskId : null
    expect((await summaryOf(intakeId)).intake.mendingTaskId).toBe(taskId)
    const waits = { ok: false, refusal: { reason: 'being-mended' } }
    const [first] = await desk.rowsOf(intakeId)
    const row = { fileId: first?.fileId ?? '', sheet: '', row: 2 }
    const attempt = <Value>(act: (ctx: Parameters<Parameters<typeof carryOut>[2]>[0]) => Promise<Value>) =>
      carryOut(desk.platform, badung, act as never)
    expect(await start(intakeId, { kind: 'alike', alike })).toMatchObject(waits)
    expect(await attempt((ctx) => repairCell(ctx, { intakeId, row, field: 'occupation', value: 'Ojek' }))).toMatchObject(waits)
    expect(await attempt((ctx) => decideRows(ctx, { intakeId, rows: [row], decision: 'dismiss' }))).toMatchObject(waits)
    expect(await attempt((ctx) => acceptIntake(ctx, { intakeId }))).toMatchObject(waits)
    expect(await attempt((ctx) => undoIntake(ctx, { intakeId }))).toMatchObject(waits)

    await work()
    expect(await unknown(intakeId)).toBe(0)
    expect((await summaryOf(intakeId)).intake.mendingTaskId).toBe(null)
    const { rows } = await desk.platform.owner.query<{
      state: string
      result: object
      payload: { repairId: string; mending: string }
    }>('select state, result, payload from task')
    expect(rows).toMatchObject([{ state: 'done', result: { rows: 1200 } }])
    // Killed after its transaction, before it was noted as done, it is run once more.
    const repairId = rows[0]?.payload.repairId ?? ''
    const asked = { intakeId, repairId, mending: { kind: 'alike', alike } } as const
    expect(await mendAtLength(desk.platform, badung, asked, () => {})).toEqual({ ok: true, value: { intakeId, rows: 0 } })
    expect(await look(desk.platform, badung, (ctx) => listActs(ctx, intakeId))).toHaveLength(1)

    expect(await start(intakeId, { kind: 'undo', repairId, mayUndoOthers: true })).toMatchObject({ value: { rows: 1200 } })
    await work()
    expect(await unknown(intakeId)).toBe(1200)
    expect((await look(desk.platform, badung, (ctx) => listActs(ctx, intakeId)))[0]?.undoneBy).toBe(badung.actor.name)
  })

  test('of few is done at once', async () => {
    const intakeId = await desk.take('5103011002-kuta.csv', listOf(40))
    const done = await start(intakeId, { kind: 'alike', alike })
    expect(done).toMatchObject({ value: { taskId: null, rows: 40, accepted: 40 } })
    expect((await summaryOf(intakeId)).intake.mendingTaskId).toBe(null)
    expect(await start(intakeId, { kind: 'alike', alike })).toMatchObject({ refusal: { reason: 'nothing-alike' } })
  })

  test('breaks off without a trace: the rows are as they were and others may go on', async () => {
    const intakeId = await desk.take('5103011002-kuta.csv', listOf(3))
    const asked = { intakeId, repairId: 'no id', mending: { kind: 'alike', alike } } as const
    await expect(mendAtLength(desk.platform, badung, asked, () => {})).rejects.toThrow('uuid')
    expect(await unknown(intakeId)).toBe(3)
    expect(await start(intakeId, { kind: 'alike', alike })).toMatchObject({ ok: true })
  })
})

describe('The village of rows', () => {
  let desk: ListDesk
  beforeEach(async () => {
    desk = await openListDesk()
    return () => desk.stop()
  })
  const start = (intakeId: string, mending: Mending) =>
    carryOut(desk.platform, badung, (ctx) => startMending(ctx, { intakeId, mending }))
  const villagesOf = async (intakeId: string) => (await desk.rowsOf(intakeId)).map(({ village }) => village)
  const groupsOf = (intakeId: string) => look(desk.platform, badung, (ctx) => listUnplaced(ctx, intakeId))

  test('is taken from what the list says of it, by name or code', async () => {
    const told = ['Desa Legian', 'KEL. KUTA', '51.03.01.1003', 'Antah Berantah', '']
    const intakeId = await desk.take(
      'ojek.csv',
      listOf(5, (number) => told[number] ?? ''),
    )
    expect(await villagesOf(intakeId)).toEqual(['51.03.01.1004', '51.03.01.1002', '51.03.01.1003', '51.03', '51.03'])
    expect((await groupsOf(intakeId)).map(({ written, rows }) => `${written} ${rows}`)).toEqual([' 1', 'Antah Berantah 1'])
  })

  test('of a list all of one village makes the list that of the village; its operator sees it', async () => {
    const intakeId = await desk.take(
      'ojek.csv',
      listOf(3, () => 'Kuta'),
    )
    expect(await villagesOf(intakeId)).toEqual(['51.03.01.1002', '51.03.01.1002', '51.03.01.1002'])
    expect(await look(desk.platform, operator, (ctx) => findIntakeSummary(ctx, intakeId))).toMatchObject({ intake: { rows: 3 } })
  })

  test('is that which the command line names, of lists whose own name says none', async () => {
    const legian = await findVillage(desk.platform, badung, '5103011004')
    expect([legian, await findVillage(desk.platform, badung, '5171011001')]).toEqual(['51.03.01.1004', undefined])
    const take = (name: string, people: number) => desk.take(name, listOf(people), false, badung, legian)
    expect(await villagesOf(await take('ojek.csv', 1))).toEqual(['51.03.01.1004'])
    expect(await villagesOf(await take('5103011002-kuta.csv', 2))).toEqual(['51.03.01.1002', '51.03.01.1002'])
  })

  test('is set by the clerk for those who lack one, and taken back', async () => {
    const intakeId = await desk.take(
      'ojek.csv',
      listOf(4, (number) => (number < 2 ? 'Antah' : '')),
    )
    const seen = () => look(desk.platform, operator, (ctx) => findIntakeSummary(ctx, intakeId))
    const summary = () => look(desk.platform, badung, (ctx) => findIntakeSummary(ctx, intakeId))
    expect((await summary())?.withoutVillage).toEqual({ rows: 4, lists: 1 })
    const groups = await groupsOf(intakeId)
    const place = (village: string, chosen: typeof groups) =>
      start(intakeId, { kind: 'village', placing: { village, groups: chosen } })
    expect(await place('51.71.01.1001', groups)).toMatchObject({ refusal: { reason: 'no-such-village' } })
    const some = await place('51.03.01.1002', groups.slice(0, 1))
    expect(some).toMatchObject({ value: { rows: 2, taskId: null } })
    expect(await seen()).toBe(undefined)
    expect(await place('51.03.01.1002', groups)).toMatchObject({ value: { rows: 2 } })
    expect(await seen()).toMatchObject({ intake: { rows: 4 } })
    expect(await place('51.03.01.1002', groups)).toMatchObject({ refusal: { reason: 'nothing-alike' } })
    const acts = await look(desk.platform, badung, (ctx) => listActs(ctx, intakeId))
    expect(acts).toMatchObject([{ field: 'village', repaired: '51.03.01.1002' }, { rows: 2 }])
    for (const { id } of acts) await start(intakeId, { kind: 'undo', repairId: id, mayUndoOthers: true })
    expect(await villagesOf(intakeId)).toEqual(['51.03', '51.03', '51.03', '51.03'])
    expect(await seen()).toBe(undefined)
  })
})
