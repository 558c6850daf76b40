import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { BrokenPage, NoPage } from './app/boundary.tsx'
import { OfficeFrame } from './app/office-frame.tsx'
import { paths } from './paths.ts'
import { parseAddress, writeAddress } from './ui/address.ts'
import { LinesLoading } from './ui/page-frame.tsx'

const root = createRootRoute({ notFoundComponent: NoPage, errorComponent: BrokenPage })

const office = createRoute({ getParentRoute: () => root, id: 'office', component: OfficeFrame, errorComponent: BrokenPage })

/** A page inside the frame, for the signed-in; its code is fetched when it is first opened. */
function page<Path extends string, Module extends Record<string, unknown>>(
  path: Path,
  load: () => Promise<Module>,
  name: keyof Module & string,
) {
  return createRoute({ getParentRoute: () => office, path, component: lazyRouteComponent(load as never, name as never) })
}

/** Every page of the app: its address from `paths`, where its code is, and the component in it. */
const pages = [
  page(paths.home(), () => import('./home/home-page.tsx'), 'HomePage'),
  page(paths.approvals(), () => import('./approvals/inbox-page.tsx'), 'InboxPage'),
  page(paths.approvalsOwn(), () => import('./approvals/lists-page.tsx'), 'OwnPage'),
  page(paths.approvalHistory(), () => import('./approvals/lists-page.tsx'), 'HistoryPage'),
  page(paths.approvalRules(), () => import('./approvals/rules-page.tsx'), 'ApprovalRulesPage'),
  page(paths.approval('$id'), () => import('./approvals/request-page.tsx'), 'RequestPage'),
  page(paths.intakes(), () => import('./intake/intakes-page.tsx'), 'IntakesPage'),
  page(paths.intakeNew(), () => import('./intake/intakes-page.tsx'), 'IntakesPage'),
  page(paths.intakeColumns('$id', '$list'), () => import('./intake/columns-page.tsx'), 'ColumnsPage'),
  page(paths.intake('$id'), () => import('./intake/intake-page.tsx'), 'IntakePage'),
  page(paths.places(), () => import('./places/areas-page.tsx'), 'AreasPage'),
  page(paths.customaryVillages(), () => import('./places/customary-villages-page.tsx'), 'CustomaryVillagesPage'),
  page(paths.universe(), () => import('./places/universe-page.tsx'), 'UniversePage'),
  page(paths.auditTrail(), () => import('./administration/audit-trail-page.tsx'), 'AuditTrailPage'),
  page(paths.privacy(), () => import('./privacy/requests-page.tsx'), 'RequestsPage'),
  page(paths.retention(), () => import('./privacy/retention-page.tsx'), 'RetentionPage'),
  page(paths.processing(), () => import('./privacy/processing-page.tsx'), 'ProcessingPage'),
  page(paths.breaches(), () => import('./privacy/breaches-page.tsx'), 'BreachesPage'),
  page(paths.breach('$id'), () => import('./privacy/breach-page.tsx'), 'BreachPage'),
  page(paths.workerLog('$id'), () => import('./privacy/person-log-page.tsx'), 'PersonLogPage'),
  page(paths.people(), () => import('./administration/people-page.tsx'), 'PeoplePage'),
  page(paths.person('$id'), () => import('./administration/person-page.tsx'), 'PersonPage'),
  page(paths.ownAccount(), () => import('./own-account/own-account-page.tsx'), 'OwnAccountPage'),
  page(paths.workers(), () => import('./registry/workers-page.tsx'), 'WorkersPage'),
  page(paths.worker('$id'), () => import('./registry/worker-page.tsx'), 'WorkerPage'),
  page(paths.duplicates(), () => import('./duplicates/duplicates-page.tsx'), 'DuplicatesPage'),
  page(paths.matching(), () => import('./matching/matching-page.tsx'), 'MatchingPage'),
  page(paths.matchingDifferences(), () => import('./matching/differences-page.tsx'), 'DifferencesPage'),
  page(paths.matchingDecisions(), () => import('./matching/decisions-page.tsx'), 'DecisionsPage'),
  page(paths.matchingDue(), () => import('./matching/due-page.tsx'), 'DuePage'),
  page(paths.matchingRequests(), () => import('./matching/requests-page.tsx'), 'RequestsPage'),
  page(paths.matchingRun('$id'), () => import('./matching/exchange-page.tsx'), 'ExchangePage'),
  page(paths.programmes(), () => import('./programmes/programmes-page.tsx'), 'ProgrammesPage'),
  page(paths.programmeNew(), () => import('./programmes/programmes-page.tsx'), 'ProgrammesPage'),
  page(paths.programme('$id'), () => import('./programmes/programme-page.tsx'), 'ProgrammePage'),
  page(paths.candidates('$id'), () => import('./programmes/ranked-people-page.tsx'), 'RankingPage'),
  page(paths.candidate('$id', '$worker'), () => import('./programmes/candidate-page.tsx'), 'CandidatePage'),
  page(paths.decree('$id', '$decree'), () => import('./programmes/ranked-people-page.tsx'), 'DecreePage'),
  page(paths.ruleSets(), () => import('./programmes/rule-sets-page.tsx'), 'RuleSetsPage'),
  page(paths.ruleSet('$id'), () => import('./programmes/rule-set-page.tsx'), 'RuleSetPage'),
  page(paths.memberships(), () => import('./membership/memberships-page.tsx'), 'MembershipsPage'),
  page(paths.membership('$id'), () => import('./membership/membership-page.tsx'), 'MembershipPage'),
  page(paths.contributions(), () => import('./contributions/runs-page.tsx'), 'RunsPage'),
  page(paths.contributionRun('$id'), () => import('./contributions/run-page.tsx'), 'RunPage'),
  page(paths.contributionRunPeople('$id'), () => import('./contributions/run-people-page.tsx'), 'RunPeoplePage'),
  page(paths.contributionRunLeftOut('$id'), () => import('./contributions/run-left-out-page.tsx'), 'RunLeftOutPage'),
  page(paths.budget(), () => import('./contributions/budget-page.tsx'), 'BudgetPage'),
  page(paths.books(), () => import('./contributions/books-page.tsx'), 'BooksPage'),
  page(paths.rules(), () => import('./rules/rules-page.tsx'), 'RulesPage'),
  page(paths.rule('$id'), () => import('./rules/rule-page.tsx'), 'RulePage'),
  page(paths.coverage(), () => import('./coverage/coverage-page.tsx'), 'CoveragePage'),
]

/** Pages that stand alone, without frame and without signing in. */
const alone = [
  createRoute({
    getParentRoute: () => root,
    path: paths.accountLink(),
    component: lazyRouteComponent(() => import('./own-account/account-link-page.tsx'), 'AccountLinkPage'),
  }),
]

/** The gallery of page shapes is for whoever works on them: the app that is built leaves it out. */
const gallery = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => root,
        path: paths.gallery(),
        component: lazyRouteComponent(() => import('./ui/gallery.tsx'), 'Gallery'),
      }),
    ]
  : []

export const router = createRouter({
  routeTree: root.addChildren([office.addChildren(pages), ...alone, ...gallery]),
  parseSearch: (search) => parseAddress(search),
  stringifySearch: (search) => writeAddress(search),
  defaultPendingComponent: LinesLoading,
  defaultPendingMs: 200,
  defaultNotFoundComponent: NoPage,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})
