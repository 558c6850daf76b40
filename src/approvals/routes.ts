import { done, refused } from '../../values/outcome.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import type { ApprovedWorks } from './approvals.ts'
import { answerRequest, withdrawRequest } from './operations.ts'
import { findRequest, listRequests, listRules } from './reading.ts'
import { wordApprovalRefusal } from './refusals.ts'
import { requestRule } from './rules.ts'

/** The addresses of approvals, over the work that the doors have joined. */
export function approvalsRoutes(works: ApprovedWorks): Route[] {
  return [
    route(api.listInbox, async ({ look, query }) =>
      done(await look((ctx) => listRequests(ctx, { box: 'inbox', ...query }, query))),
    ),
    route(api.listOwn, async ({ look, query }) => done(await look((ctx) => listRequests(ctx, { box: 'mine', ...query }, query)))),
    route(api.listAll, async ({ look, query }) => done(await look((ctx) => listRequests(ctx, { box: 'all', ...query }, query)))),
    route(api.listRules, async ({ look }) => done({ rules: await look(listRules) })),
    route(api.readRequest, async ({ look, params }) => {
      const found = await look((ctx) => findRequest(ctx, params.id))
      return found === undefined ? refused(wordApprovalRefusal({ reason: 'no-such-request' })) : done(found)
    }),
    route(api.answerRequest, async ({ carryOut, params, body }) =>
      worded(await carryOut((ctx) => answerRequest(ctx, { requestId: params.id, ...body }, works)), wordApprovalRefusal),
    ),
    route(api.withdrawRequest, async ({ carryOut, params, body }) =>
      worded(await carryOut((ctx) => withdrawRequest(ctx, { requestId: params.id, ...body }, works)), wordApprovalRefusal),
    ),
    route(api.requestRule, async ({ carryOut, params, body }) =>
      worded(await carryOut((ctx) => requestRule(ctx, { ...params, ...body })), wordApprovalRefusal),
    ),
  ]
}
