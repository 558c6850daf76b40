import { beforeEach, expect, test } from 'vitest'
import { badung, type ListDesk, openListDesk } from '../../test/lists.ts'
import { carryOut, look } from '../platform/context.ts'
import { startWorking } from '../platform/tasks.ts'
import { acceptIntake, actAtLength, startAct, type WholeAct } from './accepting.ts'
import { findIntakeSummary } from './views.ts'
import { intakeWorks } from './works.ts'

let desk: ListDesk
beforeEach(async () => {
  desk = await openListDesk()
  return () => desk.stop()
})

const two = (value: number) => String(value).padStart(2, '0')
/** So many invented men that entering them takes a while. */
const many = Array.from({ length: 5001 }, (_, number) => {
  const [day, month, year] = [1 + (number % 28), 1 + (Math.floor(number / 28) % 12), 65 + (Math.floor(number / 336) % 34)]
  return `510302${two(day)}${two(month)}${two(year)}0001;I CONTOH ${number};${two(day)}-${two(month)}-19${year}`
})
const start = (intakeId: string, act: WholeAct) => carryOut(desk.platform, badung, (ctx) => startAct(ctx, { intakeId, act }))
const stateOf = async (intakeId: string) => {
  const intake = (await look(desk.platform, badung, (ctx) => findIntakeSummary(ctx, intakeId)))?.intake
  return [intake?.state, intake?.mendingTaskId ?? null]
}
const registered = async () =>
  (await desk.platform.owner.query<{ count: number }>('select count(*)::int as count from worker where removed_at is null'))
    .rows[0]?.count

async function work(): Promise<void> {
  const runner = await startWorking(desk.platform, intakeWorks)
  const open = `select count(*)::int as count from task where state in ('waiting', 'running')`
  for (let left = 1; left > 0;) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    left = Number((await desk.platform.owner.query<{ count: number }>(open)).rows[0]?.count)
  }
  await runner.stop()
}

test('A large intake is accepted and taken back by tasks; nobody else does it meanwhile, and run again they do nothing', async () => {
  const intakeId = await desk.take('5103011002-kuta.csv', ['NIK;NAMA;TGL LAHIR', ...many].join('\r\n'))
  const begun = await start(intakeId, 'accept')
  expect(begun).toMatchObject({ ok: true, value: { people: 5001 } })
  expect(await stateOf(intakeId)).toEqual(['checked', begun.ok ? begun.value.taskId : ''])
  expect(await start(intakeId, 'undo')).toMatchObject({ refusal: { reason: 'being-mended' } })
  expect(await carryOut(desk.platform, badung, (ctx) => acceptIntake(ctx, { intakeId }))).toMatchObject({
    refusal: { reason: 'being-mended' },
  })
  await work()
  expect(await stateOf(intakeId)).toEqual(['accepted', null])
  expect(await registered()).toBe(5001)
  const again = await actAtLength(desk.platform, badung, { intakeId, act: 'accept' }, () => {})
  expect(again).toMatchObject({ ok: true, value: { people: 0 } })
  expect(await start(intakeId, 'accept')).toMatchObject({ refusal: { reason: 'already-accepted' } })

  expect(await start(intakeId, 'undo')).toMatchObject({ ok: true })
  await work()
  expect(await stateOf(intakeId)).toEqual(['undone', null])
  expect(await registered()).toBe(0)
})

test('A small intake is accepted at once', async () => {
  const intakeId = await desk.take('5103011002-kuta.csv', ['NIK;NAMA;TGL LAHIR', ...many.slice(0, 3)].join('\r\n'))
  expect(await start(intakeId, 'accept')).toEqual({ ok: true, value: { people: 3, taskId: null } })
  expect(await start(intakeId, 'undo')).toEqual({ ok: true, value: { people: 3, taskId: null } })
})
