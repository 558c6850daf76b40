import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { PeopleRefusal } from './refusals.ts'
import { findAccount, type KnownAccount } from './store.ts'

/** A person whose account the actor may change: accounts are kept for the whole region, by somebody who sees all of it. */
export async function getKept(ctx: Context, accountId: string): Promise<Outcome<KnownAccount, PeopleRefusal>> {
  if (!keepsWholeRegion(ctx)) return refused({ reason: 'whole-region-only' })
  const account = await findAccount(ctx, accountId)
  return account === undefined ? refused({ reason: 'no-such-account' }) : done(account)
}

/** Tells whether the actor may keep accounts here: whoever sees a part of the region would not see whom they change. */
export function keepsWholeRegion(ctx: Context): boolean {
  return areasOf(ctx.actor, ctx.region) === 'all'
}
