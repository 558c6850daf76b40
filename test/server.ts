import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openRegion } from '../src/places/operations.ts'
import { systemActor } from '../src/platform/actor.ts'
import { carryOut } from '../src/platform/context.ts'
import { openPlatform } from '../src/platform/platform.ts'
import { startEmbedded } from '../src/platform/embedded/supervisor.ts'
import { readSettings } from '../src/platform/settings.ts'
import { region } from '../values/areas.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the socket on which the test run's PostgreSQL listens; its database `ucok` is migrated, knows all areas and Badung, and serves as template. */
    socketFolder: string
  }
}

/** Starts one PostgreSQL for the whole test run and stops it after, leaving nothing behind. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'ucok-test-'))
  const server = await startEmbedded(data, {
    settings: ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200'],
  })
  const template = await openPlatform(readSettings({ data }, { UCOK_LOG: 'silent' }))
  await carryOut(template, { actor: systemActor, region: region('51.03') }, (ctx) => openRegion(ctx))
  await template.stop()
  project.provide('socketFolder', server.socketFolder)
  return async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
