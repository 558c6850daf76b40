import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import { type Asking, type Context, carryOut, look, todayIn } from '../platform/context.ts'
import type { Platform } from '../platform/platform.ts'
import { enqueue, type Progress } from '../platform/tasks.ts'
import { findLackOfAuthority, reviewers } from './authority.ts'
import { explainerOf } from './compare.ts'
import { type Linked, type LinkStepName, linkPeople, linkSteps } from './linking.ts'
import { modelOf } from './model.ts'
import { type DuplicatesRefusal, wordDuplicatesRefusal } from './refusals.ts'
import { type RegistryPeople, readRegistry } from './registry-people.ts'
import { countPairs, type FoundPair, replaceFound } from './store.ts'
import { faintestKept, likely } from './thresholds.ts'
import type { TaskWork } from '../platform/tasks.ts'
import { worded } from '../platform/refusal.ts'

/** What came of a run: people compared, pairs at or above the threshold found, and how many of these wait for an answer. */
export type RunDone = { runId: string; workers: number; pairs: number; waiting: number; threshold: number; milliseconds: number }

/**
 * Looks through the whole registry for people who stand in it twice. Reads in one transaction, compares with none open, and writes in
 * another: killed anywhere it leaves nothing behind and is simply run again. Leaves an audit line.
 */
export async function runDuplicates(
  platform: Platform,
  asking: Asking,
  options: { threshold?: number | undefined; progress: Progress },
): Promise<Outcome<RunDone, DuplicatesRefusal>> {
  const start = performance.now()
  const threshold = options.threshold ?? likely
  const { progress } = options
  const read = await look(platform, asking, (ctx) => readAll(ctx, progress))
  if (!read.ok) return read
  const { people, ids } = read.value
  if (people.count < fewest) return refused({ reason: 'too-few-people', people: people.count })
  const linked = await linkPeople(people, {
    threshold: faintestKept,
    onStep: (step) => progress(shareDone(step), 100, stepNotes[step]),
  })
  const model = modelOf(people, linked.mixture, asking.today ?? todayIn(asking.region))
  progress(95, 100, { id: 'Menyimpan pasangan', en: 'Keeping the pairs' })
  return carryOut(platform, asking, async (ctx) => {
    const runId = ctx.newId()
    await ctx.client.query(`select pg_advisory_xact_lock(hashtext('ucok.duplicates' || $1))`, [ctx.region])
    await replaceFound(ctx, { id: runId, model, workers: people.count }, pairsOf(linked, read.value))
    const pairs = linked.pairs.filter((pair) => pair.probability >= threshold).length
    const waiting = await countPairs(ctx, { states: ['open'], threshold })
    await audit(ctx, 'duplicates.searched', { kind: 'region', id: ctx.region }, { workers: ids.length, pairs, waiting })
    return done({ runId, workers: ids.length, pairs, waiting, threshold, milliseconds: Math.round(performance.now() - start) })
  })
}

/** Too few records tell nothing of how records of one person look. */
const fewest = 20

async function readAll(ctx: Context, progress: Progress): Promise<Outcome<RegistryPeople, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, reviewers)
  if (lack !== undefined) return refused(lack)
  const note: Wording = { id: 'Membaca daftar pekerja', en: 'Reading the list of workers' }
  return done(await readRegistry(ctx, (people, all) => progress(Math.round((people / Math.max(1, all)) * 20), 100, note)))
}

function* pairsOf(linked: Linked, { people, ids }: RegistryPeople): Generator<FoundPair> {
  const explain = explainerOf(people, linked.mixture)
  for (const { left, right, probability } of linked.pairs) {
    const [one = 0, other = 0] = [ids[left], ids[right]]
    yield { left: Math.min(one, other), right: Math.max(one, other), probability, reasons: explain(left, right) }
  }
}

/** Reading is the first fifth, keeping the last twentieth, the steps share what lies between. */
const shareDone = (step: LinkStepName) => 20 + Math.round((linkSteps.indexOf(step) / linkSteps.length) * 75)

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
