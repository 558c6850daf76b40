import { useState } from 'react'
import { answerPair, joinPair, listMerges, listPairs, type PairQueue, readSummary, undoMerge } from '../../src/duplicates/api.ts'
import { readQueues } from '../../src/home/api.ts'
import { useAct } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import type { TaskAnswer } from '../ui/task-page.tsx'
import { allSides, type Choice, type PairShown } from './choice.ts'

/** What was just answered, in words, and how it can be taken back; nothing where another person decides next. */
export type Answered = { said: string; undo?: { mergeId: number } | { left: number; right: number } }

/** What the reader chose about a pair, the answers they may give, and the last one given. */
export function useReview(queue: PairQueue) {
  const text = useText(duplicatesText)
  const mayReview = [useHasRole('officer'), useHasRole('administrator')].includes(true)
  const [chosen, setChosen] = useState<{ of: string; choice: Choice }>()
  const [last, setLast] = useState<Answered>()
  const touches = [listPairs, listMerges, readSummary, readQueues]
  const answer = useAct(answerPair, { touches })
  const join = useAct(joinPair, { touches })
  const undo = useAct(undoMerge, { touches })
  const choiceOf = (task: PairShown): Choice =>
    chosen?.of === nameOf(task) ? chosen.choice : { kept: task.kept, rule: 'proposed', chosen: {} }
  const say = (task: PairShown, said: 'different' | 'unsure' | 'open') => {
    const pair = { left: task.left.id, right: task.right.id }
    const name = task.left.full_name
    const words = { different: text.saidDifferent(name), unsure: text.saidUnsure(name), open: text.saidTakenBack(name) }
    const onSuccess = () => setLast({ said: words[said], ...(said !== 'open' && { undo: pair }) })
    answer.mutate({ params: pair, body: { answer: said } }, { onSuccess })
  }
  const merge = (task: PairShown) => {
    const choice = choiceOf(task)
    const name = task[choice.kept].full_name
    join.mutate(
      { params: { left: task.left.id, right: task.right.id }, body: { kept: choice.kept, chosen: allSides(choice, task) } },
      {
        onSuccess: ({ mergeId, state }) =>
          setLast(state === 'merged' ? { said: text.saidSame(name), undo: { mergeId } } : { said: text.saidWaiting(name) }),
      },
    )
  }
  const whyNot = mayReview ? {} : { whyNot: text.reviewersOnly }
  const answersTo = (task: PairShown): TaskAnswer[] => {
    if (queue === 'different') return [{ label: text.takeBack, key: 't', isMain: true, act: () => say(task, 'open'), ...whyNot }]
    const same = task.left.isMember || task.right.isMember ? text.sameMember : text.same
    return [
      { label: same, key: 's', isMain: true, act: () => merge(task), ...whyNot },
      { label: text.different, key: 'b', act: () => say(task, 'different'), ...whyNot },
      { label: text.unsure, key: 't', act: () => say(task, 'unsure'), ...whyNot },
    ]
  }
  const undoLast = () => {
    const onSuccess = () => setLast(undefined)
    if (last?.undo === undefined) return
    if ('mergeId' in last.undo) undo.mutate({ params: last.undo, body: { because: text.undoReason } }, { onSuccess })
    else answer.mutate({ params: last.undo, body: { answer: 'open' } }, { onSuccess })
  }
  return {
    choiceOf,
    choose: (task: PairShown, choice: Choice) => setChosen({ of: nameOf(task), choice }),
    answersTo,
    last,
    undoLast,
    isBusy: answer.isPending || join.isPending || undo.isPending,
    error: join.error ?? answer.error ?? undo.error,
  }
}

const nameOf = (pair: PairShown) => `${pair.left.id} ${pair.right.id}`
