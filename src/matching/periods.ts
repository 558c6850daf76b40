import { done, type Outcome, refused } from '../../values/outcome.ts'
import { areasOf } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { MatchingRefusal } from './refusals.ts'
import type { Register } from './registers.ts'

/** Sets after how many days an answer of a register is due for asking again. Leaves an audit line. */
export async function setPeriod(
  ctx: Context,
  input: { register: Register; days: number },
): Promise<Outcome<{ register: Register; days: number }, MatchingRefusal>> {
  if (areasOf(ctx.actor, ctx.region) !== 'all') return refused({ reason: 'whole-region-only' })
  const set = { days: input.days, set_by_name: ctx.actor.name }
  await ctx.db
    .insertInto('register_period')
    .values({ region: ctx.region, register: input.register, ...set })
    .onConflict((known) => known.columns(['region', 'register']).doUpdateSet(set))
    .execute()
  await audit(ctx, 'matching.period-set', { kind: 'region', id: ctx.region }, input)
  return done(input)
}
