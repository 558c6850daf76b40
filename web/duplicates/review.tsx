import { useState } from 'react'
import { listPairs, type PairQueue, pairClasses, readPair, readSummary } from '../../src/duplicates/api.ts'
import { useAnswerWhen, useLoad } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { FilterBar } from '../ui/list-filters.tsx'
import type { ListFilter } from '../ui/list-types.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import type { PageState } from '../ui/states.ts'
import { TaskPage } from '../ui/task-page.tsx'
import type { PairShown } from './choice.ts'
import { Evidence } from './evidence.tsx'
import { LastAnswer } from './last-answer.tsx'
import { Sureness } from './sureness.tsx'
import { useReview } from './use-review.ts'

type ReviewProps = { queue: PairQueue; over: React.ReactNode; above: React.ReactNode; acts: React.ReactNode }
type Waiting = { task: PairShown | undefined; place: number; count: number }

/** One pair after the other, by keyboard if wanted. */
export function Review({ queue, over, above, acts }: ReviewProps) {
  const text = useText(duplicatesText)
  const { address, change } = useAddress()
  const [place, setPlace] = useState(0)
  const filters = useFilters(queue)
  const wanted = pairClasses.find((one) => one === address['class'])
  const village = address['village']
  const pairs = useLoad(listPairs, { query: { queue, ...(wanted && { class: wanted }), ...(village && { village }) } })
  const waiting = pairs.is === 'here' ? pairs.value.pairs : []
  const last = Math.max(0, waiting.length - 1)
  const at = Math.min(place, last)
  const key = waiting[at]
  const pair = useAnswerWhen(readPair, key && { params: { left: key.left, right: key.right } })
  const review = useReview(queue)
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
      acts={acts}
      above={
        <>
          {above}
          <FilterBar filters={filters} address={address} change={change} />
        </>
      }
      state={state}
      view={(task) => ({
        id: `${task.left.id} ${task.right.id}`,
        question: text.question,
        context: <Sureness pair={task} />,
        evidence: <Evidence pair={task} choice={review.choiceOf(task)} onChoose={(choice) => review.choose(task, choice)} />,
        answers: review.answersTo(task),
        isBusy: review.isBusy,
      })}
      onNext={() => setPlace(Math.min(at + 1, last))}
      onPrevious={() => setPlace(Math.max(0, at - 1))}
    >
      {review.error && <ProblemNotice problem={shownOf(review.error)} />}
      {review.last && <LastAnswer last={review.last} isBusy={review.isBusy} onUndo={review.undoLast} />}
    </TaskPage>
  )
}

/** The filters of a queue, each choice with its count. */
function useFilters(queue: PairQueue): ListFilter[] {
  const text = useText(duplicatesText)
  const summary = useLoad(readSummary)
  if (summary.is !== 'here') return []
  const { counts, villages } = summary.value
  const names = { certain: text.certain, probable: text.probable, possible: text.possible }
  return [
    {
      kind: 'choice',
      name: 'class',
      label: text.class,
      options: pairClasses.map((value) => {
        const count = counts.find((one) => one.state === queue && one.class === value)?.count ?? 0
        return { value, label: text.withCount(names[value], count) }
      }),
    },
    {
      kind: 'choice',
      name: 'village',
      label: text.village,
      options: villages.map(({ village, name, count }) => ({
        value: village,
        label: queue === 'open' ? text.withCount(name, count) : name,
      })),
    },
  ]
}
