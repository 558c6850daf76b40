import { done, refused } from '../../values/outcome.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { explainWorker } from './explaining.ts'
import { groundWords } from './ground-words.ts'
import { openGrounds } from './judging.ts'
import { wordEligibilityRefusal } from './refusals.ts'
import { requestRuleSet } from './rule-set-request.ts'
import { countGrounds, findRuleSet, findRun, listRuleSets, listRuns } from './store.ts'

export const eligibilityRoutes: Route[] = [
  route(api.listRuleSets, async ({ look }) => done({ ruleSets: await look(listRuleSets) })),
  route(api.requestRuleSet, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => requestRuleSet(ctx, body)), wordEligibilityRefusal),
  ),
  route(api.listRuns, async ({ look }) => done({ runs: await look(listRuns) })),
  route(api.readRun, async ({ look, params }) => {
    const found = await look(async (ctx) => {
      const run = await findRun(ctx, params.id)
      if (run === undefined) return undefined
      const ruleSet = await findRuleSet(ctx, run.ruleSetId)
      const leftOpen = ruleSet === undefined ? new Set<string>() : openGrounds(ruleSet, run.neverAsked)
      return { ...run, leftOpen, grounds: await countGrounds(ctx, run.id, leftOpen) }
    })
    if (found === undefined) return worded(refused({ reason: 'no-such-run' }), wordEligibilityRefusal)
    const { leftOpen, grounds, ...run } = found
    return done({
      ...run,
      grounds: grounds.map((count) => ({ ...count, ...groundWords(count.ground), isOpen: leftOpen.has(count.ground) })),
    })
  }),
  route(api.explainWorker, async ({ look, params, query }) =>
    worded(await look((ctx) => explainWorker(ctx, { workerId: params.id, runId: query.run })), wordEligibilityRefusal),
  ),
]
