import { factorRemovalWork } from './accounts/factors.ts'
import { roleGrantWork } from './accounts/grants.ts'
import type { ApprovedWorks } from './approvals/approvals.ts'
import { ruleWork } from './approvals/rules.ts'

/** What each operation of the two-person table does once it is approved. */
export const approvedWorks: Partial<ApprovedWorks> = {
  'account.role-grant': roleGrantWork,
  'account.second-factor-removal': factorRemovalWork,
  'approvals.rule': ruleWork,
}
