import { useRouterState } from '@tanstack/react-router'
import { countDifferences } from '../../src/matching/differences-api.ts'
import { readAges } from '../../src/matching/asking-api.ts'
import { useAnswer } from '../app/load.ts'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { PageTabs } from '../ui/page-tabs.tsx'

/** The way between what registers answered, where they differ, what was decided, whom it is time to ask about, and what was asked. */
export function MatchingTabs() {
  const text = useText(matchingText)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const counts = useAnswer(countDifferences, { query: {} }).data?.counts ?? []
  const open = counts.reduce((sum, { state, count }) => sum + (state === 'open' ? count : 0), 0)
  const registers = useAnswer(readAges).data?.registers ?? []
  const due = registers.reduce((sum, register) => sum + register.due, 0)
  const mostDue = registers.toSorted((left, right) => right.due - left.due)[0]?.register
  const pages = [
    { to: paths.matching(), label: text.tabAnswers },
    { to: paths.matchingDifferences(), label: text.tabDifferences(open) },
    { to: paths.matchingDecisions(), label: text.tabDecisions },
    { to: paths.matchingDue({ register: mostDue ?? 'dukcapil' }), label: text.tabDue(due) },
    { to: paths.matchingRequests(), label: text.tabRequests },
  ]
  return <PageTabs label={text.views} pages={pages.map((page) => ({ ...page, isHere: page.to.split('?')[0] === here }))} />
}
