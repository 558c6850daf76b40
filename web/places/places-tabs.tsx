import { useRouterState } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useText } from '../text/language.tsx'
import { placesText } from '../text/places.ts'
import { PageTabs } from '../ui/page-tabs.tsx'

/** The way between the three pages of places. */
export function PlacesTabs() {
  const text = useText(placesText)
  const here = useRouterState({ select: (state) => state.location.pathname })
  const pages = [
    { to: paths.places(), label: text.areas },
    { to: paths.customaryVillages(), label: text.customary },
    { to: paths.universe(), label: text.universe },
  ]
  return <PageTabs label={text.views} pages={pages.map((page) => ({ ...page, isHere: page.to === here }))} />
}
