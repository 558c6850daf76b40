import type { ApprovedWorks } from './approvals/approvals.ts'
import { ruleWork } from './approvals/rules.ts'

/** What each operation of the two-person table does once it is approved. */
export const approvedWorks: Partial<ApprovedWorks> = {
  'approvals.rule': ruleWork,
}
