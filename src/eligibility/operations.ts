import type { Day } from '../../values/days.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Register, registers } from '../matching/registers.ts'
import { newestAnswers } from '../matching/operations.ts'
import { areasOf } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { lastSettledEntry } from '../registry/entries.ts'
import { countStanding } from '../registry/tallies.ts'
import { makeJudge } from './judging.ts'
import type { EligibilityRefusal } from './refusals.ts'
import { defaultRules, type RegionRules, type StoredRuleSet } from './rule-sets.ts'
import {
  addAssessments,
  closeRun,
  findRuleSet,
  findRun,
  insertRuleSet,
  listRuleSets,
  openRun,
  readFacts,
  type Run,
} from './store.ts'

export { findRuleSet, findRun } from './store.ts'

/** A rule set to be added: its year, what it is called, the decree that set it, and its rules. */
export type NewRuleSet = { year: number; title: string; legalBasis: string; rules: RegionRules }

/**
 * Adds a rule set as the next version of its year: the law's own defaults, or what `askedBy` asked for and the actor approves. Leaves an
 * audit line.
 */
export async function addRuleSet(
  ctx: Context,
  input: NewRuleSet,
  askedBy?: { id: string; name: string },
): Promise<Outcome<StoredRuleSet, EligibilityRefusal>> {
  const { minimumAge, maximumAge } = input.rules
  if (minimumAge >= maximumAge) return refused({ reason: 'ages-reversed', minimumAge, maximumAge })
  const added = await insertRuleSet(ctx, input, askedBy)
  const { year, version, title, legalBasis } = added
  await audit(
    ctx,
    'eligibility.rule-set-added',
    { kind: 'rule-set', id: added.id },
    { year, version, title, legalBasis, askedBy: askedBy?.name },
  )
  return done(added)
}

/** The rule set asked for; without an id the newest version of the year, made from the default when the year has none. */
export async function chooseRuleSet(
  ctx: Context,
  wanted: { id?: string | undefined; year: number },
): Promise<Outcome<StoredRuleSet, EligibilityRefusal>> {
  if (wanted.id !== undefined) {
    const found = await findRuleSet(ctx, wanted.id)
    return found === undefined ? refused({ reason: 'no-such-rule-set' }) : done(found)
  }
  const newest = (await listRuleSets(ctx)).find((known) => known.year === wanted.year)
  if (newest !== undefined) return done(newest)
  return addRuleSet(ctx, { year: wanted.year, title: `Aturan kelayakan ${wanted.year}`, legalBasis: '', rules: defaultRules })
}

/** How many workers are read, judged and written at once: a few megabytes, and few enough statements. */
const batchSize = 20_000

export type JudgeRegistry = {
  ruleSetId: string
  /** The day on which ages count; default today. */
  on?: Day | undefined
  progress?: (done: number, total: number) => void
}

/**
 * Judges every worker of the registry by a rule set on a day, in batches of constant memory, and keeps each judgement.
 * Refuses for an actor who sees only a part of the region, and for an empty registry. Leaves an audit line.
 */
export async function judgeRegistry(ctx: Context, input: JudgeRegistry): Promise<Outcome<Run, EligibilityRefusal>> {
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const ruleSet = await findRuleSet(ctx, input.ruleSetId)
  if (ruleSet === undefined) return refused({ reason: 'no-such-rule-set' })
  const total = await countStanding(ctx)
  if (total === 0) return refused({ reason: 'no-workers' })
  const on = input.on ?? ctx.today
  const neverAsked = await registersNeverAsked(ctx)
  const id = ctx.newId()
  const judgedUpTo = await lastSettledEntry(ctx)
  await openRun(ctx, { id, ruleSetId: ruleSet.id, judgedOn: on.toString(), neverAsked, judgedUpTo })
  const judge = makeJudge({ ruleSet, on, neverAsked })
  let people = 0
  let eligible = 0
  for await (const rows of readFacts(ctx, batchSize)) {
    const batch = rows.map((row) => ({ row, judgement: judge(row) }))
    for (const { judgement } of batch) if (judgement.isEligible) eligible += 1
    await addAssessments(ctx, id, batch)
    people += rows.length
    input.progress?.(people, total)
  }
  await closeRun(ctx, id, { people, eligible })
  await audit(
    ctx,
    'eligibility.registry-judged',
    { kind: 'eligibility-run', id },
    { ruleSet: `${ruleSet.title} v${ruleSet.version}`, judgedOn: on.toString(), people, eligible, neverAsked },
  )
  const run = await findRun(ctx, id)
  if (run === undefined) throw new Error('the run just made is not there')
  return done(run)
}

/** Registers that have never handed in an answer for this region. */
export async function registersNeverAsked(ctx: Context): Promise<Register[]> {
  const answers = await newestAnswers(ctx)
  return registers.filter((register) => answers[register] === null)
}
