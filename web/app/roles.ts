import type { Role } from '../../src/platform/actor.ts'
import { appText } from '../text/app.ts'
import { useText } from '../text/language.tsx'

/** Names a role in the reader's language. */
export function useRoleName(): (role: Role) => string {
  const text = useText(appText)
  const names: Record<Role, string> = {
    administrator: text.roleAdministrator,
    officer: text.roleOfficer,
    approver: text.roleApprover,
    treasurer: text.roleTreasurer,
    'village-operator': text.roleVillageOperator,
    'task-force': text.roleTaskForce,
    insurer: text.roleInsurer,
    planner: text.rolePlanner,
    assessor: text.roleAssessor,
    auditor: text.roleAuditor,
  }
  return (role) => names[role]
}
