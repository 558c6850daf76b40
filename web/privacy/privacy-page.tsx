import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import { privacyText } from '../text/privacy.ts'
import { PageHead, Stateful, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import type { Empty, PageState } from '../ui/states.ts'
import { PrivacyTabs } from './privacy-tabs.tsx'
import style from './privacy.module.css'

type PrivacyPageProps<Value> = {
  /** What this page of privacy is called, for the browser's tab. */
  name: string
  lead: string
  empty: Empty
  state: PageState<Value>
  acts?: ReactNode
  children: (value: Value) => ReactNode
}

/** A page of privacy: title, the way between the four, what the page is for, and its content. */
export function PrivacyPage<Value>({ name, lead, empty, state, acts, children }: PrivacyPageProps<Value>) {
  const text = useText(privacyText)
  useTabTitle(`${name} · ${text.title}`)
  return (
    <div className={pageStyle.page}>
      <PageHead title={text.title} acts={acts} />
      <PrivacyTabs />
      <p className={`quiet ${style.lead}`}>{lead}</p>
      <Stateful state={state} words={{ title: name, empty, forbidden: text.forWhom }}>
        {children}
      </Stateful>
    </div>
  )
}
