import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type AreaCode, areaOfRegion, findAreaCode } from '../../values/areas.ts'
import { type Asking, carryOut, look } from '../platform/context.ts'
import { discardFile, keepFile, type ReceivedFile, receiveFile } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import type { Progress } from '../platform/tasks.ts'
import { type HandedIn, villageOfList } from './intake.ts'
import { acceptIntake } from './accepting.ts'
import { handIn, type IntakeRefusal, readIntake } from './operations.ts'
import { findIntake, findKnownLists, villagesOf } from './store.ts'

const listExtensions = /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt)$/i

/** The lists under the given paths: files as they are, folders with what in them looks like a list, in the order of their names. */
export function findLists(paths: readonly string[]): Outcome<string[], { reason: 'no-such-path'; path: string }> {
  const found: string[] = []
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) return refused({ reason: 'no-such-path', path })
    if (!stats.isDirectory()) found.push(path)
    else
      for (const name of readdirSync(path).sort())
        if (listExtensions.test(name) && !name.startsWith('.') && !name.startsWith('~$')) found.push(join(path, name))
  }
  return done(found)
}

export type FolderHandIn = {
  paths: readonly string[]
  judgedOn: string
  accepts: boolean
  progress: Progress
  /** The village of lists whose names do not begin with the code of one. */
  village?: AreaCode | undefined
}

/** A village of the region by its code, with or without dots; nothing when there is none. */
export async function findVillage(platform: Platform, asking: Asking, code: string): Promise<AreaCode | undefined> {
  const found = findAreaCode(code)
  const villages = await look(platform, asking, (ctx) => villagesOf(ctx.db, asking.region))
  return found !== undefined && villages.has(found) ? found : undefined
}

/**
 * Hands in files of this machine and carries them as far as asked: read, checked, compared, accepted. Lists known from before are left as
 * they are; an intake that a killed process left unfinished is finished. Gives the ids of all lists named, new and known.
 */
export async function handInFiles(
  platform: Platform,
  asking: Asking,
  input: FolderHandIn,
): Promise<Outcome<{ fileIds: string[]; entered: number }, IntakeRefusal>> {
  const received = await receiveAll(platform, asking, input)
  const before = await look(platform, asking, (ctx) =>
    findKnownLists(
      ctx.db,
      asking.region,
      received.map((file) => file.list),
    ),
  )
  const isKnown = (list: HandedIn) => before.some((known) => known.sha256 === list.sha256 && known.name === list.name)
  const fresh = received.filter(({ list }) => !isKnown(list))
  for (const { list, file } of received) if (isKnown(list)) await discardFile(platform, file.id)
  const intakes = new Set(before.filter((known) => known.state !== 'accepted').map((known) => known.intakeId))
  if (fresh.length > 0) {
    const opened = await carryOut(platform, asking, async (ctx) => {
      for (const { file } of fresh) await keepFile(ctx, file)
      return handIn(ctx, { lists: fresh.map(({ list }) => list), judgedOn: input.judgedOn, byQueue: false })
    })
    if (!opened.ok) return opened
    intakes.add(opened.value.intakeId)
  }
  let entered = 0
  for (const intakeId of intakes) {
    const finished = await finish(platform, asking, intakeId, input)
    if (!finished.ok) return finished
    entered += finished.value
  }
  const after = await look(platform, asking, (ctx) =>
    findKnownLists(
      ctx.db,
      asking.region,
      received.map((file) => file.list),
    ),
  )
  const named = after.filter((known) => received.some(({ list }) => list.sha256 === known.sha256 && list.name === known.name))
  return done({ fileIds: named.map((list) => list.id), entered })
}

/** Finishes an intake of the command line; one that a browser handed in waits for the person who looks at it. */
async function finish(
  platform: Platform,
  asking: Asking,
  intakeId: string,
  input: FolderHandIn,
): Promise<Outcome<number, IntakeRefusal>> {
  const read = await readIntake(platform, asking, intakeId, input.progress)
  if (!read.ok || !input.accepts) return read.ok ? done(0) : read
  const intake = await look(platform, asking, (ctx) => findIntake(ctx.db, asking.region, intakeId))
  if (intake?.state !== 'checked' || intake.task_id !== null) return done(0)
  const accepted = await carryOut(platform, asking, (ctx) => acceptIntake(ctx, { intakeId }))
  return accepted.ok ? done(accepted.value.entered) : accepted
}

async function receiveAll(
  platform: Platform,
  asking: Asking,
  { paths, village: given }: Pick<FolderHandIn, 'paths' | 'village'>,
): Promise<{ file: ReceivedFile; list: HandedIn }[]> {
  const villages = await look(platform, asking, (ctx) => villagesOf(ctx.db, asking.region))
  const received: { file: ReceivedFile; list: HandedIn }[] = []
  for (const path of paths) {
    const name = basename(path)
    const file = await receiveFile(platform, {
      id: randomUUID(),
      name,
      mediaType: 'application/octet-stream',
      bytes: createReadStream(path),
    })
    const own = asking.actor.grants.find((grant) => grant.role === 'village-operator')?.area
    const village = villageOfList(name, asking.region, villages, own ?? given ?? areaOfRegion(asking.region))
    received.push({ file, list: { storedFileId: file.id, name: file.name, sha256: file.sha256, village } })
  }
  return received
}
