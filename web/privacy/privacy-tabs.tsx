import { useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import style from '../places/places.module.css'
import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { PageLink } from '../ui/link.tsx'

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
