import { areasOf, hasRole, type Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'

/** Who looks for duplicates and answers about them. */
export const reviewers = ['officer', 'administrator'] as const satisfies readonly Role[]

/** Why a person may not do what they ask, whatever the records say. */
export type AuthorityRefusal = { reason: 'role-missing'; roles: readonly Role[] } | { reason: 'whole-region-needed' }

/** Looks whether the actor holds one of the roles and sees the whole region: one person may stand in two villages. */
export function findLackOfAuthority(ctx: Context, roles: readonly Role[]): AuthorityRefusal | undefined {
  if (!hasRole(ctx.actor, roles, ctx.region)) return { reason: 'role-missing', roles }
  return areasOf(ctx.actor, ctx.region) === 'all' ? undefined : { reason: 'whole-region-needed' }
}
