import { day, formatDay } from '../../values/days.ts'
import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { ApprovedWork, Payload } from '../approvals/approvals.ts'
import type { Facts } from '../approvals/facts-api.ts'
import { requestApproval } from '../approvals/operations.ts'
import { namesOfRoles } from '../approvals/role-names.ts'
import { type GivenRole, giveRoles } from '../platform/account-changes.ts'
import type { Role } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { areTheSameAtOnce, findRoleFault, type ShownGrant } from './accounts.ts'
import { getKept } from './keeping.ts'
import { type PeopleRefusal, wordPeopleRefusal } from './refusals.ts'
import { findAccount, type KnownAccount, knownAreas, namesOfAreas } from './store.ts'

/** A role as it lies in a request: plain JSON. */
export type RoleOnPaper = { role: Role; area: string; firstDay: string; lastDay: string | null }

/** Asks for roles for a person; another person must approve, and not the one who is to have them. Refuses areas elsewhere and roles already held. */
export async function proposeRoles(
  ctx: Context,
  input: { accountId: string; roles: readonly GivenRole[]; because: string | undefined },
): Promise<Outcome<{ requestId: string }, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  if (!found.ok) return found
  const account = found.value
  const objection = await findObjection(ctx, account, input.roles)
  if (objection !== undefined) return refused(objection)
  const paper = input.roles.map(onPaper)
  const names = await namesOfAreas(
    ctx,
    [...paper, ...account.grants].map((role) => role.area),
  )
  return requestApproval(ctx, {
    operation: 'account.role-grant',
    subject: { kind: 'account', id: account.id },
    title: { id: `Peran untuk ${account.fullName}`, en: `Roles for ${account.fullName}` },
    because: input.because,
    before: factsOf(account.grants.filter(isNotOver(ctx)), names),
    after: factsOf([...account.grants.filter(isNotOver(ctx)), ...paper], names),
    people: 1,
    payload: { roles: paper },
    fingerprint: fingerprintOf(account),
    concerns: account.id,
  })
}

/** The roles a request asks for. */
export function rolesOf(payload: Payload): RoleOnPaper[] {
  return payload['roles'] as RoleOnPaper[]
}

/** What happens when two people agree on roles: they are given, as they were asked for. */
export const roleGrantWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => {
    const account = await findAccount(ctx, subject.id)
    return account && fingerprintOf(account)
  },
  carryOut: async (ctx, { subject, payload }) => {
    const account = await findAccount(ctx, subject.id)
    if (account === undefined) return refused(wordPeopleRefusal({ reason: 'no-such-account' }))
    const roles = rolesOf(payload).map(fromPaper)
    const objection = await findObjection(ctx, account, roles)
    if (objection !== undefined) return refused(wordPeopleRefusal(objection))
    await giveRoles(ctx, account.id, roles)
    return done({ roles: roles.map((role) => `${role.role}@${role.area}`) })
  },
}

async function findObjection(
  ctx: Context,
  account: KnownAccount,
  roles: readonly GivenRole[],
): Promise<PeopleRefusal | undefined> {
  if (account.state === 'inactive') return { reason: 'inactive-account', fullName: account.fullName }
  const known = await knownAreas(
    ctx,
    roles.map((role) => role.area),
  )
  for (const [place, role] of roles.entries()) {
    const fault = findRoleFault(role, ctx.region, ctx.today)
    if (fault !== undefined) return fault
    if (!known.has(role.area)) return { reason: 'area-unknown', area: role.area }
    const others = [...account.grants.map(fromPaper), ...roles.slice(0, place)]
    if (others.some((other) => areTheSameAtOnce(other, role)))
      return { reason: 'role-held-already', role: role.role, area: role.area }
  }
  return undefined
}

const isNotOver = (ctx: Context) => (grant: ShownGrant) => grant.lastDay === null || grant.lastDay >= ctx.today.toString()

/** Of the roles a person has and whether they may sign in: what a request is about. */
function fingerprintOf(account: KnownAccount): string {
  const roles = account.grants.map((grant) => `${grant.id}:${grant.firstDay}:${grant.lastDay ?? ''}`).toSorted()
  return [account.state === 'inactive' ? 'out' : 'in', ...roles].join('|')
}

function onPaper({ role, area, firstDay, lastDay }: GivenRole): RoleOnPaper {
  return { role, area, firstDay: firstDay.toString(), lastDay: lastDay?.toString() ?? null }
}

function fromPaper({ role, area, firstDay, lastDay }: RoleOnPaper): GivenRole {
  return { role, area, firstDay: day(firstDay), lastDay: lastDay === null ? null : day(lastDay) }
}

/** Each role one line of the comparison: what it is called, and where and when it holds. */
function factsOf(roles: readonly RoleOnPaper[], names: ReadonlyMap<string, string>): Facts {
  return Object.fromEntries(
    roles.map(({ role, area, firstDay, lastDay }) => [
      `${role}@${area}@${firstDay}`,
      {
        label: { id: namesOfRoles([role], 'id'), en: namesOfRoles([role], 'en') },
        words: spell({ area: names.get(area) ?? area, firstDay, lastDay }),
      },
    ]),
  )
}

function spell({ area, firstDay, lastDay }: { area: string; firstDay: string; lastDay: string | null }): Wording {
  if (lastDay === null)
    return { id: `${area}, sejak ${formatDay(firstDay, 'id')}`, en: `${area}, from ${formatDay(firstDay, 'en')}` }
  return {
    id: `${area}, ${formatDay(firstDay, 'id')} sampai ${formatDay(lastDay, 'id')}`,
    en: `${area}, ${formatDay(firstDay, 'en')} to ${formatDay(lastDay, 'en')}`,
  }
}
