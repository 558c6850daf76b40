import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../values/numbers.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { EmptyState } from './empty-state.tsx'
import { PageHead, Stateful, useTabTitle } from './page-frame.tsx'
import pageStyle from './page.module.css'
import { ProgressLine } from './progress-line.tsx'
import type { PageState, PageWords } from './states.ts'
import { StatusBadge, type Tone } from './status-badge.tsx'
import style from './work.module.css'

/** One stage of a run: how many come in, go on, and are held back, each with a reason. What goes on and is held must add up to what came in. */
export type WorkStage = {
  id: string
  label: string
  state: { tone: Tone; word: string }
  comesIn?: number
  goesOn?: number
  held?: readonly { reason: string; count: number; href?: ReactNode }[]
  /** Under the numbers: money, who approved, when. */
  note?: ReactNode
}

/** Work under way: what is being done, how much of it, how long it will still take. */
export type WorkProgress = { label: string; done: number; total?: number; secondsLeft?: number }

export type WorkView = {
  /** The state of the whole run. */
  status: { tone: Tone; word: string }
  progress?: WorkProgress | undefined
  /** What the page opens with, before the stages: what needs somebody first, and that this run takes the place of another. */
  above?: ReactNode
  stages: readonly WorkStage[]
  acts?: ReactNode
  /** Why the next step may not be taken now. */
  actsNote?: string
  /** What was left out and why: a table of reasons, or the list of rows. */
  leftOut?: ReactNode
  /** What stands over it, where it is more than what was left out. */
  leftOutTitle?: string
  /** Anything else the run shows below: files, people, ledger lines. */
  below?: ReactNode
}

type WorkPageProps<Value> = {
  words: PageWords
  over?: ReactNode
  /** The run, or nothing yet: the empty state says how to begin one. */
  state: PageState<Value | undefined>
  view: (value: Value) => WorkView
  children?: ReactNode
}

/** Work (an intake, a run, a batch): stages from left to right whose numbers add up, what was left out and why, progress with time left. */
export function WorkPage<Value>({ words, over, state, view, children }: WorkPageProps<Value>) {
  useTabTitle(words.title)
  const shown = state.is === 'here' && state.value !== undefined ? view(state.value) : undefined
  return (
    <div className={pageStyle.page}>
      <PageHead
        title={words.title}
        over={over}
        count={shown && <StatusBadge tone={shown.status.tone}>{shown.status.word}</StatusBadge>}
        acts={shown?.acts}
      />
      <Stateful state={state} words={words}>
        {() => (shown === undefined ? <EmptyState {...words.empty} /> : <Shown view={shown} />)}
      </Stateful>
      {children}
    </div>
  )
}

function Shown({ view }: { view: WorkView }) {
  const text = useText(uiText)
  return (
    <>
      {view.actsNote && <p className="quiet">{view.actsNote}</p>}
      {view.progress && (
        <section className={`${pageStyle.panel} ${pageStyle.section}`} aria-live="polite">
          <ProgressLine {...view.progress} />
          <p className="quiet small" style={{ marginTop: 8 }}>
            {text.mayLeave}
          </p>
        </section>
      )}
      {view.above}
      <ol className={style.stages}>
        {view.stages.map((stage, place) => (
          <Stage key={stage.id} stage={stage} isLast={place === view.stages.length - 1} />
        ))}
      </ol>
      <section>
        <h2 className={style.heading}>{view.leftOutTitle ?? text.leftOut}</h2>
        {view.leftOut ?? <LeftOut stages={view.stages} />}
      </section>
      {view.below}
    </>
  )
}

function Stage({ stage, isLast }: { stage: WorkStage; isLast: boolean }) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const held = (stage.held ?? []).reduce((sum, part) => sum + part.count, 0)
  const addsUp = stage.comesIn === undefined || stage.goesOn === undefined || stage.comesIn === stage.goesOn + held
  const number = (label: string, value: number | undefined) => (
    <div className={style.number}>
      <dt>{label}</dt>
      <dd>{value === undefined ? '–' : formatCount(value, language)}</dd>
    </div>
  )
  return (
    <li className={style.stage} aria-label={stage.label}>
      <div className={style.stageHead}>
        <strong>{stage.label}</strong>
        {!isLast && <IconArrowRight size={16} aria-hidden className={style.arrow} />}
      </div>
      <StatusBadge tone={stage.state.tone}>{stage.state.word}</StatusBadge>
      <dl className={style.numbers}>
        {number(text.comesIn, stage.comesIn)}
        {number(text.held, stage.comesIn === undefined ? undefined : held)}
        {number(text.goesOn, stage.goesOn)}
      </dl>
      {!addsUp && (
        <div role="alert" className={style.wrong}>
          <IconAlertTriangle size={14} aria-hidden /> {text.doesNotAddUp}
        </div>
      )}
      {stage.note && <div className="quiet small">{stage.note}</div>}
    </li>
  )
}

/** The reasons for which something was held back, stage by stage, with their numbers. */
function LeftOut({ stages }: { stages: readonly WorkStage[] }) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const rows = stages.flatMap((stage) =>
    (stage.held ?? []).filter((part) => part.count > 0).map((part) => ({ stage: stage.label, ...part })),
  )
  if (rows.length === 0) return <p className="quiet">{text.nothingLeftOut}</p>
  return (
    <div className={`${pageStyle.panel} ${style.leftOut}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.stage}</th>
            <th scope="col">{text.reason}</th>
            <th scope="col" data-align="end">
              {text.held}
            </th>
            <td aria-label={text.open} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.stage} ${row.reason}`}>
              <td>{row.stage}</td>
              <td>{row.reason}</td>
              <td data-align="end">{formatCount(row.count, language)}</td>
              <td>{row.href}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
