import { Skeleton } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { ErrorState, ForbiddenState } from './error-state.tsx'
import style from './page.module.css'
import type { PageState, PageWords } from './states.ts'

type HeadProps = { title: ReactNode; over?: ReactNode; count?: ReactNode; acts?: ReactNode }

/** The head of every page: a small line over the title (where we are), the title, a count, and what can be done at the right. */
export function PageHead({ title, over, count, acts }: HeadProps) {
  return (
    <div className={style.head}>
      <div className={style.headline}>
        {over && <div className={style.over}>{over}</div>}
        <h1 className={style.title}>
          <span>{title}</span>
          {count !== undefined && <span className={style.count}>{count}</span>}
        </h1>
      </div>
      {acts && <div className={style.acts}>{acts}</div>}
    </div>
  )
}

type StatefulProps<Value> = {
  state: PageState<Value>
  words: PageWords
  /** What stands in for the content while it loads; by default grey lines. */
  skeleton?: ReactNode
  children: (value: Value) => ReactNode
}

/** Draws what a page shows, or the state that keeps it from being shown. */
export function Stateful<Value>({ state, words, skeleton, children }: StatefulProps<Value>) {
  switch (state.is) {
    case 'loading':
      return skeleton ?? <LinesLoading />
    case 'failed':
      return <ErrorState problem={state.problem} retry={state.retry} />
    case 'forbidden':
      return <ForbiddenState who={words.forbidden} />
    case 'here':
      return children(state.value)
  }
}

/** Grey lines where text or rows are about to be. */
export function LinesLoading({ lines = 8 }: { lines?: number }) {
  const text = useText(uiText)
  return (
    <output aria-label={text.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} my={12} width={`${92 - ((line * 17) % 40)}%`} />
      ))}
    </output>
  )
}

/** Puts the page's title into the browser's tab. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · UCOK`
  }, [title])
}
