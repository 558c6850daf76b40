import { maskNik } from '../../values/nik.ts'
import { done } from '../../values/outcome.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { countMerges, listMerges } from './merges.ts'
import { answerPair, joinPair, undoMerge } from './operations.ts'
import { viewPair } from './pair-view.ts'
import { wordDuplicatesRefusal } from './refusals.ts'
import { enqueueRun } from './run.ts'
import { countByClass, countPairs, findNewestRun, queuePairs, villagesOfPairs } from './pairs.ts'

/** Pairs a page is given at a time. */
const pairsShown = 500

export const duplicatesRoutes: Route[] = [
  route(api.readSummary, async ({ look }) =>
    done(
      await look(async (ctx) => ({
        counts: (await countByClass(ctx)).flatMap(({ state, ...count }) => (state === 'same' ? [] : { state, ...count })),
        villages: await villagesOfPairs(ctx),
        waiting: await countMerges(ctx, 'waiting'),
        merged: await countMerges(ctx, 'merged'),
        undone: await countMerges(ctx, 'undone'),
        run: (await findNewestRun(ctx)) ?? null,
      })),
    ),
  ),
  route(api.listPairs, async ({ look, query: { queue, ...filter } }) =>
    done(
      await look(async (ctx) => ({
        count: await countPairs(ctx, { states: [queue], ...filter }),
        pairs: await queuePairs(ctx, { states: [queue], ...filter }, pairsShown),
      })),
    ),
  ),
  route(api.readPair, async ({ look, params }) => worded(await look((ctx) => viewPair(ctx, params)), wordDuplicatesRefusal)),
  route(api.searchDuplicates, async ({ carryOut }) => worded(await carryOut(enqueueRun), wordDuplicatesRefusal)),
  route(api.answerPair, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => answerPair(ctx, { ...params, ...body })), wordDuplicatesRefusal),
  ),
  route(api.joinPair, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => joinPair(ctx, { ...params, ...body })), wordDuplicatesRefusal),
  ),
  route(api.listMerges, async ({ look, query }) => {
    const merges = await look((ctx) => listMerges(ctx, query.state))
    const mask = (nik: string | null) => (nik === null ? null : maskNik(nik))
    return done({
      merges: merges.map((merge) => ({
        ...merge,
        keptNik: mask(merge.keptNik),
        mergedNik: mask(merge.mergedNik),
      })),
    })
  }),
  route(api.undoMerge, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => undoMerge(ctx, { ...params, ...body })), wordDuplicatesRefusal),
  ),
]
