import { done, refused } from '../../values/outcome.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { explainWorker } from './explaining.ts'
import { groundWords } from './ground-words.ts'
import { addRuleSet } from './operations.ts'
import { wordEligibilityRefusal } from './refusals.ts'
import { countGrounds, findRun, listRuleSets, listRuns } from './store.ts'

export const eligibilityRoutes: Route[] = [
  route(api.listRuleSets, async ({ look }) => done({ ruleSets: await look(listRuleSets) })),
  route(api.addRuleSet, async ({ carryOut, body }) =>
    worded(await carryOut((ctx) => addRuleSet(ctx, body)), wordEligibilityRefusal),
  ),
  route(api.listRuns, async ({ look }) => done({ runs: await look(listRuns) })),
  route(api.readRun, async ({ look, params }) => {
    const found = await look(async (ctx) => {
      const run = await findRun(ctx, params.id)
      return run === undefined ? undefined : { ...run, grounds: await countGrounds(ctx, run.id) }
    })
    if (found === undefined) return worded(refused({ reason: 'no-such-run' }), wordEligibilityRefusal)
    return done({ ...found, grounds: found.grounds.map((count) => ({ ...count, ...groundWords(count.ground) })) })
  }),
  route(api.explainWorker, async ({ look, params, query }) =>
    worded(await look((ctx) => explainWorker(ctx, { workerId: params.id, runId: query.run })), wordEligibilityRefusal),
  ),
]
