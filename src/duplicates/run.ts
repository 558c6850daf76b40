import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import { type Asking, type Context, carryOut, look, todayIn } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { worded } from '../platform/refusal.ts'
import { enqueue, type Progress, type TaskWork } from '../platform/tasks.ts'
import { findLackOfAuthority, reviewers } from './authority.ts'
import type { LinkStepName } from './linking.ts'
import { countPairs } from './pairs.ts'
import { type DuplicatesRefusal, wordDuplicatesRefusal } from './refusals.ts'
import { openRegistry } from './registry-people.ts'
import { type Learned, type Search, startSearch } from './search.ts'
import { replaceFound } from './store.ts'
import { likely } from './thresholds.ts'

/** What came of a run: people compared, pairs at or above the threshold found, and how many of these wait for an answer. */
export type RunDone = { runId: string; workers: number; pairs: number; waiting: number; threshold: number; milliseconds: number }

/** How a run is made: from which probability on pairs are counted, and who hears how far it is. */
export type RunOptions = { threshold?: number | undefined; progress: Progress }

/**
 * Looks through the whole registry for people who stand in it twice. Reads in one transaction, compares in a thread of its own with no
 * transaction open, and writes in another: killed anywhere it leaves nothing behind and is simply run again. Leaves an audit line.
 */
export async function runDuplicates(
  platform: Platform,
  asking: Asking,
  options: RunOptions,
): Promise<Outcome<RunDone, DuplicatesRefusal>> {
  const start = performance.now()
  const threshold = options.threshold ?? likely
  const began = await look(platform, asking, (ctx) => beginSearch(ctx, threshold, options.progress))
  if (!began.ok) return began
  const { search, workers } = began.value
  try {
    const found = search.link((step) => options.progress(shareDone(step), 100, stepNotes[step]))
    // The first pairs come when all are compared: only then is a transaction opened to keep them.
    const first = await found.next()
    options.progress(94, 100, { id: 'Menyimpan pasangan', en: 'Keeping the pairs' })
    return await carryOut(platform, asking, async (ctx) => {
      const runId = ctx.newId()
      const { pairs } = await keepFound(ctx, { runId, workers }, first, found)
      const waiting = await countPairs(ctx, { states: ['open'], threshold })
      await audit(ctx, 'duplicates.searched', { kind: 'region', id: ctx.region }, { workers, pairs, waiting })
      return done({ runId, workers, pairs, waiting, threshold, milliseconds: Math.round(performance.now() - start) })
    })
  } finally {
    await search.close()
  }
}

/** Too few records tell nothing of how records of one person look. */
const fewest = 20

async function beginSearch(
  ctx: Context,
  threshold: number,
  progress: Progress,
): Promise<Outcome<{ search: Search; workers: number }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, reviewers)
  if (lack !== undefined) return refused(lack)
  const registry = await openRegistry(ctx)
  if (registry.count < fewest) return refused({ reason: 'too-few-people', people: registry.count })
  const trainedOn = (ctx.today ?? todayIn(ctx.region)).toString()
  const search = startSearch({ fields: registry.fields, trainedOn, threshold })
  try {
    let workers = 0
    for await (const batch of registry.batches) {
      await search.take(batch)
      workers += batch.ids.length
      progress(Math.round((workers / registry.count) * readShare), 100, reading)
    }
    return done({ search, workers })
  } catch (error) {
    await search.close()
    throw error
  }
}

const reading: Wording = { id: 'Membaca daftar pekerja', en: 'Reading the list of workers' }

type Found = IteratorResult<string, Learned>

async function keepFound(
  ctx: Context,
  run: { runId: string; workers: number },
  first: Found,
  rest: AsyncGenerator<string, Learned>,
): Promise<Learned> {
  await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.duplicates' || $1))`, [ctx.region])
  return replaceFound(ctx, { id: run.runId, workers: run.workers }, first, rest)
}

/** Reading is the first tenth; each step takes about so many hundredths of the time, as measured on 35,000 people. */
const readShare = 10
const stepShares: Record<LinkStepName, number> = { rules: 14, blocks: 4, sample: 30, learn: 10, score: 24, groups: 2 }

function shareDone(step: LinkStepName): number {
  let share = readShare
  for (const [name, own] of Object.entries(stepShares)) {
    if (name === step) return share
    share += own
  }
  return share
}

const stepNotes: Record<LinkStepName, Wording> = {
  rules: { id: 'Memilih siapa yang perlu dibandingkan', en: 'Choosing whom to compare' },
  blocks: { id: 'Mengelompokkan catatan yang mirip', en: 'Grouping records that are alike' },
  sample: { id: 'Membandingkan contoh', en: 'Comparing a sample' },
  learn: { id: 'Mempelajari arti setiap persamaan', en: 'Learning what each likeness means' },
  score: { id: 'Membandingkan semua pasangan', en: 'Comparing all pairs' },
  groups: { id: 'Menimbang kelompok', en: 'Weighing groups' },
}

const kind = 'duplicates.run'

/** Puts a run over the registry into the queue. */
export async function enqueueRun(ctx: Context): Promise<Outcome<{ taskId: string }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, reviewers)
  if (lack !== undefined) return refused(lack)
  const title = { id: 'Mencari orang yang tercatat dua kali', en: 'Looking for people who stand in the registry twice' }
  return done({ taskId: await enqueue(ctx, { kind, title, payload: {} }) })
}

/** The work about duplicates that the queue carries. */
export const duplicatesWorks: Record<string, TaskWork> = {
  [kind]: async (platform, { actor, region, progress }) =>
    worded(await runDuplicates(platform, { actor, region }, { progress }), wordDuplicatesRefusal),
}
