import { done } from '../../values/outcome.ts'
import { worded } from '../platform/refusal.ts'
import { type Route, route } from '../platform/route.ts'
import * as api from './api.ts'
import { type Part } from './confidential.ts'
import { openPart, partsOf, wordConfidentialRefusal, writePart } from './operations.ts'

export const confidentialRoutes: Route[] = [
  route(api.listParts, async ({ look, params }) => {
    const outcome = worded(await look((ctx) => partsOf(ctx, params.workerId)), wordConfidentialRefusal)
    return outcome.ok ? done({ parts: outcome.value.map((one) => ({ ...one, part: one.part as Part })) }) : outcome
  }),
  route(api.openPart, async ({ carryOut, params, body }) => {
    const outcome = worded(await carryOut((ctx) => openPart(ctx, { ...params, ...body })), wordConfidentialRefusal)
    if (!outcome.ok) return outcome
    const { 'bank-account': bankAccount = null, health = null, children } = outcome.value
    return done({ bankAccount, health, children: children?.children ?? null })
  }),
  route(api.writePart, async ({ carryOut, params, body }) =>
    worded(await carryOut((ctx) => writePart(ctx, { ...params, ...body })), wordConfidentialRefusal),
  ),
]
