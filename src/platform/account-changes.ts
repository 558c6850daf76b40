import type { Day } from '../../values/days.ts'
import type { Role } from './actor.ts'
import { audit } from './audit.ts'
import { revokeLinks } from './account-links.ts'
import type { Context } from './context.ts'
import { endSessionsOf } from './session-list.ts'

/** A role to be given: on an area code or on a customary village (`51.03.adat-12`), from a day, to a day or for good. */
export type GivenRole = { role: Role; area: string; firstDay: Day; lastDay: Day | null }

/** Gives a person roles; whether they may have them is decided before. A role on the same area and days twice is a defect. Leaves an audit line each. */
export async function giveRoles(ctx: Context, accountId: string, given: readonly GivenRole[]): Promise<void> {
  for (const { role, area, firstDay, lastDay } of given) {
    await ctx.db
      .insertInto('account_role')
      .values({ account_id: accountId, role, area, first_day: firstDay.toString(), last_day: lastDay?.toString() ?? null })
      .execute()
    await audit(
      ctx,
      'account.role-given',
      { kind: 'account', id: accountId },
      { roles: [`${role}@${area}`], firstDay: firstDay.toString(), lastDay: lastDay?.toString() },
    )
  }
}

/** Ends a role of a person after a day; one that never began by then is taken away. Gives whether there was one. Leaves an audit line. */
export async function endRoleOf(
  ctx: Context,
  input: { accountId: string; grantId: string; lastDay: Day; because: string },
): Promise<boolean> {
  const lastDay = input.lastDay.toString()
  const mine = ctx.db.selectFrom('account_role').selectAll().where('id', '=', input.grantId)
  const grant = await mine.where('account_id', '=', input.accountId).executeTakeFirst()
  if (grant === undefined) return false
  const isUnbegun = grant.first_day > lastDay
  await (isUnbegun
    ? ctx.db.deleteFrom('account_role').where('id', '=', grant.id).execute()
    : ctx.db.updateTable('account_role').set({ last_day: lastDay }).where('id', '=', grant.id).execute())
  await audit(
    ctx,
    'account.role-ended',
    { kind: 'account', id: input.accountId },
    { roles: [`${grant.role}@${grant.area}`], lastDay, because: input.because },
  )
  return true
}

/** Lets nobody in with this account any more: sessions end at once, links and known devices are forgotten. Leaves an audit line. */
export async function deactivateAccount(ctx: Context, accountId: string, because: string): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ is_active: false, deactivated_at: new Date().toISOString() })
    .where('id', '=', accountId)
    .execute()
  await endSessionsOf(ctx, accountId)
  await revokeLinks(ctx, accountId)
  await ctx.db.deleteFrom('known_device').where('account_id', '=', accountId).execute()
  await audit(ctx, 'account.deactivated', { kind: 'account', id: accountId }, { because })
}

/** Lets a person in again, with the roles they still have. Leaves an audit line. */
export async function reactivateAccount(ctx: Context, accountId: string, because: string): Promise<void> {
  await ctx.db.updateTable('account').set({ is_active: true, deactivated_at: null }).where('id', '=', accountId).execute()
  await audit(ctx, 'account.reactivated', { kind: 'account', id: accountId }, { because })
}

/** Corrects how a person and their office are called. Leaves an audit line. */
export async function renameAccount(ctx: Context, input: { accountId: string; fullName: string; office: string }): Promise<void> {
  await ctx.db
    .updateTable('account')
    .set({ full_name: input.fullName, office: input.office })
    .where('id', '=', input.accountId)
    .execute()
  await audit(ctx, 'account.renamed', { kind: 'account', id: input.accountId }, { name: input.fullName, office: input.office })
}
