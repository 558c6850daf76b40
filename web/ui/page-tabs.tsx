import { useEffect, useRef } from 'react'
import { PageLink } from './link.tsx'
import style from './page-tabs.module.css'

type PageTabsProps = {
  /** What the pages are parts of: read out before them. */
  label: string
  pages: readonly { to: string; label: string; isHere: boolean }[]
}

/** The way between the pages of one office, above what each shows. */
export function PageTabs({ label, pages }: PageTabsProps) {
  const bar = useRef<HTMLElement>(null)
  const here = pages.findIndex((page) => page.isHere)
  // On a phone the bar is wider than the screen: the page one is on must be seen in it.
  useEffect(() => {
    const link = bar.current?.querySelectorAll('a')[here]
    if (bar.current && link) bar.current.scrollLeft = link.offsetLeft - bar.current.offsetLeft - 48
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each other page is sought anew
  }, [here])
  return (
    <nav ref={bar} aria-label={label} className={style.tabs}>
      {pages.map((page) => (
        <PageLink key={page.to} to={page.to} aria-current={page.isHere ? 'page' : undefined}>
          {page.label}
        </PageLink>
      ))}
    </nav>
  )
}
