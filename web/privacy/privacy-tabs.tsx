import { useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { PageTabs } from '../ui/page-tabs.tsx'

/** The way between the four pages of privacy. */
export function PrivacyTabs() {
  const text = useText(privacyText)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const pages = [
    { to: paths.privacy(), label: text.requests },
    { to: paths.retention(), label: text.retention },
    { to: paths.processing(), label: text.processing },
    { to: paths.breaches(), label: text.breaches },
  ]
  return <PageTabs label={text.views} pages={pages.map((page) => ({ ...page, isHere: page.to === here }))} />
}
