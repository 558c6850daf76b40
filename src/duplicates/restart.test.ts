import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { fillWithTwins } from '../../test/written-twice.ts'
import { region } from '../../values/areas.ts'
import { systemActor } from '../platform/actor.ts'
import { carryOut } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { startWorking } from '../platform/tasks.ts'
import { duplicatesWorks, enqueueRun } from './run.ts'

let platform: Platform

beforeAll(async () => {
  platform = await openTestPlatform()
  await fillWithTwins(platform)
})
afterAll(() => platform.stop())

test('A search that was killed while it compared leaves nothing behind and is done at the next start', async () => {
  const asked = await carryOut(platform, { actor: systemActor, region: region('51.03') }, enqueueRun)
  const killed = spawn(process.execPath, [fileURLToPath(new URL('../../test/comparing.ts', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: platform.settings.databaseUrl ?? '', UCOK_LOG: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    await once(killed.stdout, 'data')
  } finally {
    killed.kill('SIGKILL')
  }
  await once(killed, 'exit')
  expect(await found()).toEqual({ state: 'running', runs: 0, pairs: 0 })
  const runner = await startWorking(platform, duplicatesWorks)
  await expect.poll(found, { timeout: 15_000 }).toEqual({ state: 'done', runs: 1, pairs: 25 })
  await runner.stop()
  expect(asked.ok).toBe(true)
})

async function found(): Promise<unknown> {
  const { rows } = await platform.owner.query(`select (select state from task) as state,
    (select count(*) from duplicate_run) as runs, (select count(*) from duplicate_pair where probability >= 0.5) as pairs`)
  return rows[0]
}
