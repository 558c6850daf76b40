import { factorRemovalWork } from './accounts/factors.ts'
import { roleGrantWork } from './accounts/grants.ts'
import type { ApprovedWorks } from './approvals/approvals.ts'
import { ruleWork } from './approvals/rules.ts'
import { runWork } from './contributions/approval.ts'
import { paymentWork } from './contributions/payment.ts'
import { mergeWork } from './duplicates/merge-approval.ts'
import { ruleSetWork } from './eligibility/rule-set-request.ts'
import { decreeWork } from './membership/freezing.ts'

/** What each operation of the two-person table does once it is approved. */
export const approvedWorks: ApprovedWorks = {
  'account.role-grant': roleGrantWork,
  'account.second-factor-removal': factorRemovalWork,
  'duplicates.merge': mergeWork,
  'eligibility.rule-set': ruleSetWork,
  'programmes.decree': decreeWork,
  'contributions.run': runWork,
  'contributions.payment': paymentWork,
  'approvals.rule': ruleWork,
}
