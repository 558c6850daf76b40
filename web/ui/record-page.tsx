import { Tabs } from '@mantine/core'
import { IconCheck, IconPlayerPause, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { useAddress } from './address.ts'
import { MomentText } from './day-text.tsx'
import { EmptyState } from './empty-state.tsx'
import { PageHead, Stateful, useTabTitle } from './page-frame.tsx'
import pageStyle from './page.module.css'
import style from './record.module.css'
import type { PageState, PageWords } from './states.ts'

/** One step of a record's life, in order. */
export type LifeStep = { label: string; stands: 'done' | 'now' | 'later' | 'stopped'; note?: string }

/** One line of the history: who did what, when. */
export type TimelineLine = { id: string; at: string; what: string; who?: string; detail?: ReactNode }

export type RecordTab = { id: string; label: string; count?: number; content: ReactNode }

/** What a record page shows once it is loaded. */
export type RecordView = {
  /** Who or what: the name. */
  name: ReactNode
  /** One line of facts under the name: masked NIK, village, status. */
  facts?: ReactNode
  steps?: readonly LifeStep[]
  /** What may be done next, and a sentence why not where something may not. */
  acts?: ReactNode
  actsNote?: string
  tabs: readonly RecordTab[]
  timeline: readonly TimelineLine[]
}

type RecordPageProps<Value> = {
  words: PageWords
  /** Where this record belongs: a link back to its list. */
  over?: ReactNode
  /** The record, or nothing when there is none at this address. */
  state: PageState<Value | undefined>
  view: (value: Value) => RecordView
  children?: ReactNode
}

/** A record: who or what, the steps of its life and where it stands, tabs, and its history at the right. */
export function RecordPage<Value>({ words, over, state, view, children }: RecordPageProps<Value>) {
  useTabTitle(words.title)
  return (
    <div className={pageStyle.page}>
      {(state.is !== 'here' || state.value === undefined) && <PageHead title={words.title} over={over} />}
      <Stateful state={state} words={words}>
        {(value) => (value === undefined ? <EmptyState {...words.empty} /> : <Shown view={view(value)} over={over} />)}
      </Stateful>
      {children}
    </div>
  )
}

function Shown({ view, over }: { view: RecordView; over: ReactNode }) {
  const text = useText(uiText)
  return (
    <>
      <PageHead title={view.name} over={over} acts={view.acts} />
      {view.facts && <div className={style.facts}>{view.facts}</div>}
      {view.steps && <StatusLine steps={view.steps} />}
      {view.actsNote && <p className="quiet">{view.actsNote}</p>}
      <div className={style.columns}>
        <RecordTabs tabs={view.tabs} />
        <aside aria-label={text.timeline} className={style.timeline}>
          <h2>{text.timeline}</h2>
          <Timeline lines={view.timeline} />
        </aside>
      </div>
    </>
  )
}

/** The steps of a life from left to right, each with its icon and its word. */
export function StatusLine({ steps }: { steps: readonly LifeStep[] }) {
  const text = useText(uiText)
  const words = { done: text.stepDone, now: text.stepNow, later: text.stepLater, stopped: text.stepStopped }
  const icons = { done: <IconCheck size={14} />, now: null, later: null, stopped: <IconX size={14} /> }
  return (
    <ol className={style.steps}>
      {steps.map((step, place) => (
        <li key={step.label} data-stands={step.stands} aria-current={step.stands === 'now' ? 'step' : undefined}>
          <span className={style.mark} aria-hidden>
            {icons[step.stands] ?? place + 1}
          </span>
          <span className={style.stepText}>
            {step.label}
            <span className={style.stepNote}>{step.note ?? words[step.stands]}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The tabs; which one is open stands in the address. */
function RecordTabs({ tabs }: { tabs: readonly RecordTab[] }) {
  const { address, change } = useAddress()
  const open = tabs.some((tab) => tab.id === address['tab']) ? address['tab'] : tabs[0]?.id
  return (
    <Tabs value={open ?? null} onChange={(tab) => change({ tab: tab ?? undefined })} keepMounted={false} className={style.tabs}>
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab
            key={tab.id}
            value={tab.id}
            rightSection={tab.count === undefined ? undefined : <span className="quiet">{tab.count}</span>}
          >
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Panel key={tab.id} value={tab.id} pt="md">
          {tab.content}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

/** The history of a record, newest first. */
export function Timeline({ lines }: { lines: readonly TimelineLine[] }) {
  const text = useText(uiText)
  if (lines.length === 0) {
    return (
      <p className="quiet">
        <IconPlayerPause size={14} aria-hidden /> {text.noTimeline}
      </p>
    )
  }
  return (
    <ol className={style.lines}>
      {lines.map((line) => (
        <li key={line.id}>
          <div>{line.what}</div>
          {line.detail && <div>{line.detail}</div>}
          <div className="quiet small">
            <MomentText iso={line.at} />
            {line.who && ` · ${line.who}`}
          </div>
        </li>
      ))}
    </ol>
  )
}
