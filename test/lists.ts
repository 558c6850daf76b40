import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handInFiles } from '../src/intake/hand-in.ts'
import { readIntake } from '../src/intake/operations.ts'
import { listRows } from '../src/intake/row-views.ts'
import { listIntakes } from '../src/intake/views.ts'
import { systemActor } from '../src/platform/actor.ts'
import { type Asking, look } from '../src/platform/context.ts'
import { type AreaCode, region } from '../values/areas.ts'
import { openTestPlatform } from './database.ts'

/** A database of its own into which lists are handed in from files that exist nowhere else. */
export type ListDesk = Awaited<ReturnType<typeof openListDesk>>

export const badung: Asking = { actor: systemActor, region: region('51.03') }

export async function openListDesk() {
  const platform = await openTestPlatform()
  const folder = mkdtempSync(join(tmpdir(), 'ucok-lists-'))
  let count = 0
  return {
    platform,
    /** Hands in one list, reads it, and accepts its good rows if asked; gives the intake it is in. */
    async take(name: string, bytes: string | Uint8Array, accepts = false, asking = badung, village?: AreaCode): Promise<string> {
      const here = join(folder, String((count += 1)))
      mkdirSync(here)
      writeFileSync(join(here, name), bytes)
      const input = { paths: [join(here, name)], judgedOn: '2026-11-01', accepts, progress: () => {}, village }
      const handed = await handInFiles(platform, asking, input)
      if (!handed.ok) throw new Error(handed.refusal.reason)
      const intakes = await look(platform, asking, (ctx) => listIntakes(ctx, { limit: 1 }))
      return intakes.rows[0]?.id ?? ''
    },
    async readAgain(intakeId: string): Promise<void> {
      await readIntake(platform, badung, intakeId, () => {})
    },
    rowsOf: (intakeId: string) =>
      look(platform, badung, async (ctx) =>
        (await listRows(ctx, { intakeId, limit: 200 })).rows.toSorted((a, b) => a.row - b.row),
      ),
    async fileOf(intakeId: string): Promise<string> {
      const { rows } = await platform.owner.query<{ id: string }>(
        'select id from intake_file where intake_id = $1 order by position',
        [intakeId],
      )
      return rows[0]?.id ?? '00000000-0000-4000-8000-000000000000'
    },
    async registered(): Promise<string[]> {
      const { rows } = await platform.owner.query<{ full_name: string }>(
        'select full_name from worker where removed_at is null order by full_name',
      )
      return rows.map((row) => row.full_name)
    },
    async stop(): Promise<void> {
      await platform.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
