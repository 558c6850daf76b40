import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatDay } from '../../values/days.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { EmptyState } from './empty-state.tsx'
import { PageHead, Stateful, useTabTitle } from './page-frame.tsx'
import pageStyle from './page.module.css'
import style from './report.module.css'
import type { PageState, PageWords } from './states.ts'

/** Where a figure comes from. */
export type ReportSource = { name: string; date?: string; href?: string }

export type ReportView = {
  /** The finding in one sentence with its numbers: "61,0 % dari 98.340 pekerja terlindungi; 38.353 belum". */
  headline: string
  figures?: ReactNode
  picture: ReactNode
  /** The same numbers as the picture, as a table. */
  table: ReactNode
  /** ISO day the figures describe. */
  asOf: string
  sources: readonly ReportSource[]
  /** Files of the same report: label and address. */
  exports?: readonly { label: string; href: string }[]
}

type ReportPageProps<Value> = {
  words: PageWords
  over?: ReactNode
  state: PageState<Value | undefined>
  view: (value: Value) => ReportView
  /** Choices over the report (month, area, segment). */
  choices?: ReactNode
  children?: ReactNode
}

/** A report: a headline sentence, a picture, a table of the same numbers, sources and date, exports. */
export function ReportPage<Value>({ words, over, state, view, choices, children }: ReportPageProps<Value>) {
  useTabTitle(words.title)
  const shown = state.is === 'here' && state.value !== undefined ? view(state.value) : undefined
  const files = shown?.exports?.map((file) => (
    <Button
      key={file.href}
      component="a"
      href={file.href}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {file.label}
    </Button>
  ))
  return (
    <div className={pageStyle.page}>
      <PageHead title={words.title} over={over} acts={files} />
      {choices && <div className={style.choices}>{choices}</div>}
      <Stateful state={state} words={words}>
        {() => (shown === undefined ? <EmptyState {...words.empty} /> : <Shown view={shown} />)}
      </Stateful>
      {children}
    </div>
  )
}

function Shown({ view }: { view: ReportView }) {
  const text = useText(uiText)
  const { language } = useLanguage()
  return (
    <>
      <p className={style.headline}>{view.headline}</p>
      {view.figures}
      <div className={`${pageStyle.panel} ${pageStyle.section}`}>{view.picture}</div>
      <section>
        <h2 className={style.heading}>{text.asTable}</h2>
        {view.table}
      </section>
      <footer className={style.sources}>
        <span>{text.asOf(formatDay(view.asOf, language))}</span>
        <span>
          {text.sources}:{' '}
          {view.sources.map((source, place) => (
            <span key={source.name}>
              {place > 0 && '; '}
              {source.href ? <a href={source.href}>{source.name}</a> : source.name}
              {source.date && ` (${formatDay(source.date, language)})`}
            </span>
          ))}
        </span>
      </footer>
    </>
  )
}
