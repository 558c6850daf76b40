import { useRouterState } from '@tanstack/react-router'
import { countDifferences } from '../../src/matching/asking-api.ts'
import { useAnswer } from '../app/load.ts'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { PageLink } from '../ui/link.tsx'
import style from './matching.module.css'

/** The way between what registers answered, where they differ, and what was asked. */
export function MatchingTabs() {
  const text = useText(matchingText)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const counts = useAnswer(countDifferences).data?.counts ?? []
  const open = counts.reduce((sum, { state, count }) => sum + (state === 'open' ? count : 0), 0)
  const pages = [
    { to: paths.matching(), label: text.tabAnswers },
    { to: paths.matchingDifferences(), label: text.tabDifferences(open) },
    { to: paths.matchingRequests(), label: text.tabRequests },
  ]
  return (
    <nav aria-label={text.views} className={style.tabs}>
      {pages.map(({ to, label }) => (
        <PageLink key={to} to={to} aria-current={to === here ? 'page' : undefined}>
          {label}
        </PageLink>
      ))}
    </nav>
  )
}
