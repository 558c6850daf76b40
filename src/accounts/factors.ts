import { done, type Outcome, refused } from '../../values/outcome.ts'
import type { ApprovedWork } from '../approvals/approvals.ts'
import { requestApproval } from '../approvals/operations.ts'
import type { Context } from '../platform/context.ts'
import { removeSecondFactor } from '../platform/second-factor.ts'
import { endSessionsOf } from '../platform/session-list.ts'
import { getKept } from './keeping.ts'
import { type PeopleRefusal, wordPeopleRefusal } from './refusals.ts'
import { findAccount, type KnownAccount } from './store.ts'

/** Asks that a lost authenticator be taken away: two people, as one alone could then sign in as the person. */
export async function proposeFactorRemoval(
  ctx: Context,
  input: { accountId: string; because: string },
): Promise<Outcome<{ requestId: string }, PeopleRefusal>> {
  const found = await getKept(ctx, input.accountId)
  if (!found.ok) return found
  const account = found.value
  if (!account.hasFactor) return refused({ reason: 'no-factor' })
  const label = { id: 'Faktor kedua', en: 'Second factor' }
  return requestApproval(ctx, {
    operation: 'account.second-factor-removal',
    subject: { kind: 'account', id: account.id },
    title: { id: `Lepas faktor kedua ${account.fullName}`, en: `Take away the second factor of ${account.fullName}` },
    because: input.because,
    before: { factor: { label, yes: true } },
    after: { factor: { label, yes: false } },
    people: 1,
    payload: {},
    fingerprint: fingerprintOf(account),
    concerns: account.id,
  })
}

/** What happens when two people agree: the authenticator and its recovery codes count no more, and sessions end. */
export const factorRemovalWork: ApprovedWork = {
  fingerprint: async (ctx, { subject }) => {
    const account = await findAccount(ctx, subject.id)
    return account && fingerprintOf(account)
  },
  carryOut: async (ctx, { subject }) => {
    const account = await findAccount(ctx, subject.id)
    if (account === undefined) return refused(wordPeopleRefusal({ reason: 'no-such-account' }))
    await removeSecondFactor(ctx, account.id)
    await endSessionsOf(ctx, account.id)
    return done({ username: account.username })
  },
}

const fingerprintOf = (account: KnownAccount) => (account.hasFactor ? 'has-factor' : 'none')
