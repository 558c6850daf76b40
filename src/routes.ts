import './reactions.ts'
import { accountsRoutes } from './accounts/routes.ts'
import { approvalsExportRoutes } from './approvals-door.ts'
import { approvalsRoutes } from './approvals/routes.ts'
import { approvedWorks } from './approved-works.ts'
import { confidentialRoutes } from './confidential/routes.ts'
import { contributionsRoutes } from './contributions/routes.ts'
import { contributionsWorks } from './contributions/works.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { decreeRoutes } from './decree-door.ts'
import { duplicatesRoutes } from './duplicates/routes.ts'
import { duplicatesWorks } from './duplicates/run.ts'
import { eligibilityRoutes } from './eligibility/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { intakeRoutes } from './intake/routes.ts'
import { intakeWorks } from './intake/works.ts'
import { matchingRoutes } from './matching/routes.ts'
import { matchingWorks } from './matching/work.ts'
import { membershipRoutes } from './membership/routes.ts'
import { placesRoutes } from './places/routes.ts'
import type { Route } from './platform/route.ts'
import { platformRoutes } from './platform/routes.ts'
import type { Scheduled, TaskWork } from './platform/tasks.ts'
import { nightlyRetention, retentionWorks } from './privacy/retention.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { programmesRoutes } from './programmes/routes.ts'
import { programmesWorks } from './programmes/work.ts'
import { registryRoutes } from './registry/routes.ts'
import { rulesRoutes } from './rules/routes.ts'

/** Every address of the web door. */
export const routes: readonly Route[] = [
  ...platformRoutes,
  ...approvalsExportRoutes,
  ...approvalsRoutes(approvedWorks),
  ...rulesRoutes,
  ...placesRoutes,
  ...registryRoutes,
  ...accountsRoutes,
  ...confidentialRoutes,
  ...duplicatesRoutes,
  ...matchingRoutes,
  ...intakeRoutes,
  ...eligibilityRoutes,
  ...programmesRoutes,
  ...decreeRoutes,
  ...membershipRoutes,
  ...contributionsRoutes,
  ...coverageRoutes,
  ...privacyRoutes,
  ...homeRoutes,
]

/** Every kind of work the queue carries. */
export const works: Record<string, TaskWork> = {
  ...duplicatesWorks,
  ...matchingWorks,
  ...intakeWorks,
  ...programmesWorks,
  ...contributionsWorks,
  ...retentionWorks,
}

/** What happens by the clock, without anybody asking. */
export const schedule: readonly Scheduled[] = [nightlyRetention]
