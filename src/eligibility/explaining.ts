import { citationText } from '../../rules/kit/cite.ts'
import type { Ground } from '../../rules/kit/ground.ts'
import { day, type Day } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { maskNik } from '../../values/nik.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { Register } from '../matching/registers.ts'
import type { Context } from '../platform/context.ts'
import { makeJudge, openGrounds } from './judging.ts'
import { chooseRuleSet, registersNeverAsked } from './operations.ts'
import type { EligibilityRefusal } from './refusals.ts'
import type { StoredRuleSet } from './rule-sets.ts'
import { findAssessment, findFacts, findRuleSet, findRun, type Run } from './store.ts'

/** One ground as it is shown: `known` false is "belum diketahui"; `blocks` says whether it stands in the way. */
export type ExplainedGround = {
  id: string
  condition: Wording
  law: Wording
  met: boolean
  known: boolean
  blocks: boolean
  detail?: Wording
}

/** Why one worker is eligible or not, as the facts stand now, beside what the run decided. */
export type Explanation = {
  worker: { id: number; nik: string | null; fullName: string }
  ruleSet: { id: string; title: string; year: number; version: number; legalBasis: string }
  judgedOn: string
  isEligible: boolean
  grounds: ExplainedGround[]
  neverAsked: Register[]
  /** What the run kept; null when no run has seen this worker. */
  decided: { runId: string; madeAt: string; isEligible: boolean; unmet: string[]; unknown: string[] } | null
}

/**
 * Explains one worker by the rule set and the day of a run (the newest when none is named; without any run by the rules of the year, today).
 * The facts are those of now, so that an answer that came since shows; `decided` is what was kept.
 */
export async function explainWorker(
  ctx: Context,
  input: { workerId: number; runId?: string | undefined },
): Promise<Outcome<Explanation, EligibilityRefusal>> {
  const facts = await findFacts(ctx, input.workerId)
  if (facts === undefined) return refused({ reason: 'no-such-worker' })
  const run = await findRun(ctx, input.runId)
  if (run === undefined && input.runId !== undefined) return refused({ reason: 'no-such-run' })
  const terms = await termsOf(ctx, run)
  if (!terms.ok) return terms
  const { ruleSet, on } = terms.value
  const neverAsked = await registersNeverAsked(ctx)
  const { isEligible, decision } = makeJudge({ ruleSet, on, neverAsked })(facts)
  const leftOpen = openGrounds(ruleSet, neverAsked)
  const assessment = run === undefined ? undefined : await findAssessment(ctx, run.id, input.workerId)
  const { id, title, year, version, legalBasis } = ruleSet
  return done({
    worker: { id: facts.id, nik: facts.nik === null ? null : maskNik(facts.nik), fullName: facts.fullName },
    ruleSet: { id, title, year, version, legalBasis },
    judgedOn: on.toString(),
    isEligible,
    grounds: decision.grounds.map((ground) => explained(ground, leftOpen)),
    neverAsked,
    decided:
      run === undefined || assessment === undefined
        ? null
        : {
            runId: run.id,
            madeAt: run.madeAt,
            isEligible: assessment.isEligible,
            unmet: assessment.unmet,
            unknown: assessment.unknown,
          },
  })
}

async function termsOf(
  ctx: Context,
  run: Run | undefined,
): Promise<Outcome<{ ruleSet: StoredRuleSet; on: Day }, EligibilityRefusal>> {
  const ruleSet = run === undefined ? undefined : await findRuleSet(ctx, run.ruleSetId)
  if (run !== undefined && ruleSet !== undefined) return done({ ruleSet, on: day(run.judgedOn) })
  const chosen = await chooseRuleSet(ctx, { year: ctx.today.year })
  return chosen.ok ? done({ ruleSet: chosen.value, on: ctx.today }) : chosen
}

function explained(ground: Ground, leftOpen: ReadonlySet<string>): ExplainedGround {
  const { id, condition, met, known, effect, detail } = ground
  const law = { id: citationText(ground.law, 'id'), en: citationText(ground.law, 'en') }
  const blocks = !met && effect === 'required' && (known || !leftOpen.has(id))
  return { id, condition, law, met, known, blocks, ...(detail && { detail }) }
}
