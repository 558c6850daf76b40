import { useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { placesText } from '../text/places.ts'
import { PageLink } from '../ui/link.tsx'
import style from './places.module.css'

/** The way between the three pages of places. */
export function PlacesTabs() {
  const text = useText(placesText)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const pages = [
    { to: paths.places(), label: text.areas },
    { to: paths.customaryVillages(), label: text.customary },
    { to: paths.universe(), label: text.universe },
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
