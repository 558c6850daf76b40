import type { Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { type Role, roles as allRoles } from '../platform/actor.ts'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import type { ApprovedWork } from './approvals.ts'
import type { Facts } from './facts-api.ts'
import { requestApproval, ruleInForce } from './operations.ts'
import { type ApprovalRefusal, wordApprovalRefusal } from './refusals.ts'
import { namesOfRoles } from './role-names.ts'
import { countHolders, putRule } from './store.ts'
import { ruleOf, type TwoPersonOperation, twoPersonOperations } from './two-person.ts'

/** What a region asks of an operation: how many approvals, and by whom. */
export type WantedRule = { operation: TwoPersonOperation; needed: number; roles: readonly Role[]; because?: string | undefined }

/**
 * Asks for another rule of an operation; two people set it. Refuses fewer approvals or other roles than our table, a rule nobody could
 * ever fulfil, and one that is in force already.
 */
export async function requestRule(ctx: Context, wanted: WantedRule): Promise<Outcome<{ requestId: string }, ApprovalRefusal>> {
  const objection = await findObjection(ctx, wanted)
  if (objection !== undefined) return refused(objection)
  const now = await ruleInForce(ctx, wanted.operation)
  const roles = inOrder(wanted.roles)
  if (now.needed === wanted.needed && inOrder(now.roles).join() === roles.join()) return refused({ reason: 'rule-unchanged' })
  const { name } = ruleOf(wanted.operation)
  return requestApproval(ctx, {
    operation: 'approvals.rule',
    subject: { kind: 'approval-rule', id: wanted.operation },
    title: { id: `Aturan persetujuan: ${name.id}`, en: `Rule of approval: ${name.en}` },
    because: wanted.because,
    before: factsOf(now),
    after: factsOf({ needed: wanted.needed, roles }),
    payload: { needed: wanted.needed, roles },
    fingerprint: fingerprintOf(now),
  })
}

/** What two people do when they set a rule. */
export const ruleWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => {
    const operation = twoPersonOperations.find((each) => each === subject.id)
    return operation && fingerprintOf(await ruleInForce(ctx, operation))
  },
  carryOut: async (ctx, { id, subject, payload }) => {
    const operation = subject.id as TwoPersonOperation
    const wanted = payload as { needed: number; roles: Role[] }
    const objection = await findObjection(ctx, { operation, ...wanted })
    if (objection !== undefined) return refused(wordApprovalRefusal(objection))
    await putRule(ctx, { operation, ...wanted, requestId: id })
    await audit(ctx, 'approvals.rule-set', subject, wanted)
    return done(wanted)
  },
}

async function findObjection(ctx: Context, { operation, needed, roles }: WantedRule): Promise<ApprovalRefusal | undefined> {
  const table = ruleOf(operation)
  if (needed < table.needed) return { reason: 'fewer-than-the-table', needed: table.needed }
  if (roles.length === 0 || roles.some((role) => !table.approve.includes(role)))
    return { reason: 'roles-outside-the-table', roles: table.approve }
  const people = await countHolders(ctx, roles)
  const maker = roles.some((role) => table.ask.includes(role)) ? 1 : 0
  return people - maker < needed ? { reason: 'too-few-people', needed, people } : undefined
}

const inOrder = (roles: readonly Role[]) => allRoles.filter((role) => roles.includes(role))

const fingerprintOf = (rule: { needed: number; roles: readonly Role[] }) => `${rule.needed}|${inOrder(rule.roles).join()}`

const labels = {
  needed: { id: 'Persetujuan yang diperlukan', en: 'Approvals needed' },
  roles: { id: 'Oleh', en: 'By' },
} satisfies Record<string, Wording>

function factsOf({ needed, roles }: { needed: number; roles: readonly Role[] }): Facts {
  const named = { id: namesOfRoles(inOrder(roles), 'id'), en: namesOfRoles(inOrder(roles), 'en') }
  return { needed: { label: labels.needed, count: needed }, roles: { label: labels.roles, words: named } }
}
