import { PageLink } from './link.tsx'
import style from './page-tabs.module.css'

type PageTabsProps = {
  /** What the pages are parts of: read out before them. */
  label: string
  pages: readonly { to: string; label: string; isHere: boolean }[]
}

/** The way between the pages of one office, above what each shows. */
export function PageTabs({ label, pages }: PageTabsProps) {
  return (
    <nav aria-label={label} className={style.tabs}>
      {pages.map((page) => (
        <PageLink key={page.to} to={page.to} aria-current={page.isHere ? 'page' : undefined}>
          {page.label}
        </PageLink>
      ))}
    </nav>
  )
}
