import { done, type Outcome, refused } from '../../values/outcome.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { findLackOfAuthority, reviewers } from './authority.ts'
import type { DuplicatesRefusal } from './refusals.ts'
import { countPairs, type PairFilter } from './store.ts'

/** Announces a list of pairs with whole NIKs: how many it will hold, with an audit line (UU 27/2022). */
export async function beginListing(ctx: Context, filter: PairFilter): Promise<Outcome<{ pairs: number }, DuplicatesRefusal>> {
  const lack = findLackOfAuthority(ctx, [...reviewers, 'auditor'])
  if (lack !== undefined) return refused(lack)
  const pairs = await countPairs(ctx, filter)
  await audit(ctx, 'duplicates.listed', { kind: 'region', id: ctx.region }, { pairs, showsNik: true })
  return done({ pairs })
}
