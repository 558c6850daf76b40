import { useState } from 'react'
import { answerPair, joinPair, listMerges, listPairs, readPair, readSummary } from '../../src/duplicates/api.ts'
import { useAct, useAnswerWhen, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { PageHead, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { type TaskAnswer, TaskPage } from '../ui/task-page.tsx'
import type { PageState } from '../ui/states.ts'
import { type Choice, Evidence, type PairShown } from './evidence.tsx'
import { Merges } from './merges.tsx'
import { type Queue, Queues } from './queues.tsx'

/** Whether two records are of one person, pair by pair; and the merges that wait or stand. */
export function DuplicatesPage() {
  const [queue, setQueue] = useState<Queue>('open')
  const queues = <Queues queue={queue} onQueue={setQueue} />
  return queue === 'open' || queue === 'unsure' ? (
    <Pairs key={queue} queue={queue} over={queues} />
  ) : (
    <MergesPage state={queue} over={queues} />
  )
}

function MergesPage({ state, over }: { state: 'waiting' | 'merged'; over: React.ReactNode }) {
  const text = useText(duplicatesText)
  useTabTitle(text.title)
  return (
    <div className={pageStyle.page}>
      <PageHead title={text.title} over={over} />
      <Merges state={state} />
    </div>
  )
}

type Waiting = { task: PairShown | undefined; place: number; count: number }

/** One pair after the other, by keyboard if wanted. */
function Pairs({ queue, over }: { queue: 'open' | 'unsure'; over: React.ReactNode }) {
  const text = useText(duplicatesText)
  const [place, setPlace] = useState(0)
  const pairs = useLoad(listPairs, { query: { queue } })
  const waiting = pairs.is === 'here' ? pairs.value.pairs : []
  const last = Math.max(0, waiting.length - 1)
  const at = Math.min(place, last)
  const key = waiting[at]
  const pair = useAnswerWhen(readPair, key && { params: { left: key.left, right: key.right } })
  const review = useReview()
  const state: PageState<Waiting> =
    pairs.is !== 'here'
      ? pairs
      : key !== undefined && pair === undefined
        ? { is: 'loading' }
        : { is: 'here', value: { task: pair, place: at + 1, count: pairs.value.count } }
  return (
    <TaskPage
      words={{ title: text.title, empty: { title: text.none, what: text.noneWhat }, forbidden: text.forWhom }}
      over={over}
      state={state}
      view={(task) => ({
        question: text.question,
        context: text.probability(`${Math.floor(task.probability * 1000) / 10}%`),
        evidence: <Evidence pair={task} choice={review.choiceOf(task)} onChoose={(choice) => review.choose(task, choice)} />,
        answers: review.answersTo(task),
        isBusy: review.isBusy,
      })}
      onNext={() => setPlace(Math.min(at + 1, last))}
      onPrevious={() => setPlace(Math.max(0, at - 1))}
    >
      {review.error && <ProblemNotice problem={shownOf(review.error)} />}
    </TaskPage>
  )
}

/** What the reader chose about a pair, and the answers they may give. */
function useReview() {
  const text = useText(duplicatesText)
  const mayReview = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  const [chosen, setChosen] = useState<{ of: string; choice: Choice }>()
  const touches = [listPairs, listMerges, readSummary]
  const answer = useAct(answerPair, { touches })
  const join = useAct(joinPair, { touches })
  const choiceOf = (task: PairShown): Choice => (chosen?.of === nameOf(task) ? chosen.choice : { kept: task.kept, chosen: {} })
  const whyNot = mayReview ? {} : { whyNot: text.reviewersOnly }
  const answersTo = (task: PairShown): TaskAnswer[] => {
    const params = { left: task.left.id, right: task.right.id }
    const same = task.left.isMember || task.right.isMember ? text.sameMember : text.same
    const say = (said: 'different' | 'unsure') => answer.mutate({ params, body: { answer: said } })
    return [
      { label: same, key: 's', isMain: true, act: () => join.mutate({ params, body: choiceOf(task) }), ...whyNot },
      { label: text.different, key: 'b', act: () => say('different'), ...whyNot },
      { label: text.unsure, key: 't', act: () => say('unsure'), ...whyNot },
    ]
  }
  const choose = (task: PairShown, choice: Choice) => setChosen({ of: nameOf(task), choice })
  return { choiceOf, choose, answersTo, isBusy: answer.isPending || join.isPending, error: join.error ?? answer.error }
}

const nameOf = (pair: PairShown) => `${pair.left.id} ${pair.right.id}`
