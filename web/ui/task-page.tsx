import { Button, Kbd, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { EmptyState } from './empty-state.tsx'
import { PageHead, Stateful, useTabTitle } from './page-frame.tsx'
import pageStyle from './page.module.css'
import type { PageState, PageWords } from './states.ts'
import style from './task.module.css'

/** One answer to the question: a verb, a letter that gives it, and why it may not be given now. */
export type TaskAnswer = {
  label: string
  key: string
  act: () => void
  isMain?: boolean
  isDestructive?: boolean
  whyNot?: string
}

/** One question as the reader sees it. */
export type TaskView = {
  question: string
  /** One line: what hangs on the answer, from where it came, how old it is. */
  context?: ReactNode
  /** Everything needed to decide, on one screen. */
  evidence: ReactNode
  answers: readonly TaskAnswer[]
  isBusy?: boolean
  /** Names the question, so that the next one takes the focus also where it stands in the same place of the queue. */
  id?: string
}

type TaskPageProps<Value> = {
  words: PageWords
  over?: ReactNode
  /** What stands between head and question: the queues, their filters, a notice. */
  above?: ReactNode
  /** Buttons of the page beside the way to the next question. */
  acts?: ReactNode
  /** Where this question stands among those that wait (a count of 0: it stands alone); no task is the empty state. */
  state: PageState<{ task: Value | undefined; place: number; count: number }>
  view: (task: Value) => TaskView
  onNext: () => void
  onPrevious?: () => void
  children?: ReactNode
}

/** A task: one question, what is needed to decide, decide, next. Everything works from the keyboard. */
export function TaskPage<Value>({ words, over, above, acts, state, view, onNext, onPrevious, children }: TaskPageProps<Value>) {
  const text = useText(uiText)
  useTabTitle(words.title)
  const waiting = state.is === 'here' && state.value.task !== undefined ? state.value : undefined
  return (
    <div className={pageStyle.page}>
      <PageHead
        title={words.title}
        over={over}
        count={waiting && waiting.count > 0 ? text.taskOf(waiting.place, waiting.count) : undefined}
        acts={
          <>
            {acts}
            {waiting && onPrevious && (
              <Button variant="default" onClick={onPrevious} rightSection={<Kbd size="xs">K</Kbd>}>
                {text.previous}
              </Button>
            )}
            {waiting && (
              <Button variant="default" onClick={onNext} rightSection={<Kbd size="xs">J</Kbd>}>
                {text.next}
              </Button>
            )}
          </>
        }
      />
      {above}
      <Stateful state={state} words={words}>
        {({ task, place }) =>
          task === undefined ? (
            <EmptyState {...words.empty} />
          ) : (
            <Question view={view(task)} place={place} onNext={onNext} onPrevious={onPrevious} />
          )
        }
      </Stateful>
      {children}
    </div>
  )
}

type QuestionProps = { view: TaskView; place: number; onNext: () => void; onPrevious: (() => void) | undefined }

function Question({ view, place, onNext, onPrevious }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each next question takes the focus
  useEffect(() => heading.current?.focus(), [place, view.id])
  useHotkeys([
    ['j', onNext],
    ['k', () => onPrevious?.()],
    ...view.answers.map((answer): [string, () => void] => [
      answer.key.toLowerCase(),
      () => {
        if (answer.whyNot === undefined && !view.isBusy) answer.act()
      },
    ]),
  ])
  return (
    <>
      <section className={`${pageStyle.panel} ${style.question}`}>
        <h2 ref={heading} tabIndex={-1} className={style.ask}>
          {view.question}
        </h2>
        {view.context && <div className="quiet">{view.context}</div>}
        <div className={style.evidence}>{view.evidence}</div>
      </section>
      <div className={style.answers}>
        {view.answers.map((answer) => (
          <Answer key={answer.label} answer={answer} isBusy={view.isBusy ?? false} />
        ))}
      </div>
    </>
  )
}

function Answer({ answer, isBusy }: { answer: TaskAnswer; isBusy: boolean }) {
  const { whyNot } = answer
  return (
    <Tooltip label={whyNot} disabled={whyNot === undefined}>
      <Button
        variant={answer.isMain ? 'filled' : 'default'}
        color={answer.isDestructive ? 'red' : 'sea'}
        loading={isBusy}
        aria-disabled={whyNot !== undefined}
        data-disabled={whyNot !== undefined || undefined}
        aria-description={whyNot}
        onClick={() => whyNot === undefined && answer.act()}
        rightSection={<Kbd size="xs">{answer.key.toUpperCase()}</Kbd>}
      >
        {answer.label}
      </Button>
    </Tooltip>
  )
}

/** One fact of two people or two versions, side by side. */
export type ComparedFact = { label: string; left: ReactNode; right: ReactNode; differs: boolean }

type SideBySideProps = {
  leftTitle: ReactNode
  rightTitle: ReactNode
  facts: readonly ComparedFact[]
  label: string
  sameWord: string
  differsWord: string
}

/** Two records side by side, fact by fact; what differs is marked with a word, not by colour alone. */
export function SideBySide({ leftTitle, rightTitle, facts, label, sameWord, differsWord }: SideBySideProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone, so keys must reach it
    <section className={style.sideBySide} tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            <td aria-label={label} />
            <th scope="col">{leftTitle}</th>
            <th scope="col">{rightTitle}</th>
            <td aria-label={differsWord} />
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.label} data-differs={fact.differs || undefined}>
              <th scope="row">{fact.label}</th>
              <td>{fact.left}</td>
              <td>{fact.right}</td>
              <td className="small quiet">{fact.differs ? differsWord : sameWord}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
