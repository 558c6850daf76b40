import type { readRequest, TwoPersonOperation } from '../../src/approvals/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { approvalsText } from '../text/approvals.ts'
import { useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import type { Tone } from '../ui/status-badge.tsx'

/** A request with what it changes, as the server tells it. */
export type Request = AnswerOf<typeof readRequest>

export const stateTones: Readonly<Record<Request['state'], Tone>> = {
  waiting: 'now',
  approved: 'good',
  refused: 'bad',
  withdrawn: 'calm',
  void: 'warn',
  expired: 'warn',
}

/** Names the state of a request in the reader's language. */
export function useStateName(): (state: Request['state']) => string {
  const text = useText(approvalsText)
  const names: Record<Request['state'], string> = {
    waiting: text.stateWaiting,
    approved: text.stateApproved,
    refused: text.stateRefused,
    withdrawn: text.stateWithdrawn,
    void: text.stateVoid,
    expired: text.stateExpired,
  }
  return (state) => names[state]
}

/** Where the record stands that a request is about. */
export function addressOfRecord({ operation, subjectId }: Pick<Request, 'operation' | 'subjectId'>): string {
  const addresses: Record<TwoPersonOperation, () => string> = {
    'duplicates.merge': () => paths.duplicates(),
    'eligibility.rule-set': () => paths.ruleSets(),
    'programmes.decree': () => paths.programme(subjectId),
    'contributions.run': () => paths.contributionRun(subjectId),
    'contributions.payment': () => paths.contributionRun(subjectId),
    'account.role-grant': () => paths.person(subjectId),
    'account.second-factor-removal': () => paths.person(subjectId),
    'approvals.rule': () => paths.approvalRules(),
  }
  return addresses[operation]()
}
