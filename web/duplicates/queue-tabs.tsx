import { pairQueues, readSummary } from '../../src/duplicates/api.ts'
import { useLoad } from '../app/load.ts'
import { paths } from '../paths.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { PageTabs } from '../ui/page-tabs.tsx'

export const queues = [...pairQueues, 'waiting', 'merged', 'undone'] as const
export type Queue = (typeof queues)[number]

/** The way between the queues, each with its count. */
export function QueueTabs({ queue }: { queue: Queue }) {
  const text = useText(duplicatesText)
  const summary = useLoad(readSummary)
  const names: Record<Queue, string> = {
    open: text.queueOpen,
    unsure: text.queueUnsure,
    different: text.queueDifferent,
    waiting: text.queueWaiting,
    merged: text.queueMerged,
    undone: text.queueUndone,
  }
  const countOf = (one: Queue): number => {
    if (summary.is !== 'here') return 0
    if (one === 'waiting' || one === 'merged' || one === 'undone') return summary.value[one]
    return summary.value.counts.reduce((sum, { state, count }) => sum + (state === one ? count : 0), 0)
  }
  const pages = queues.map((one) => ({
    to: paths.duplicates(one === 'open' ? undefined : { queue: one }),
    label: text.withCount(names[one], countOf(one)),
    isHere: one === queue,
  }))
  return <PageTabs label={text.queues} pages={pages} />
}
