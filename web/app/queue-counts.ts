import { useQuery } from '@tanstack/react-query'
import { readQueues } from '../../src/home/api.ts'
import type { QueueId } from '../../src/home/queues-api.ts'
import { call } from './call.ts'
import type { PlaceId } from './navigation.ts'
import type { QueueCounts } from './side-nav.tsx'

/** Where each queue is worked off. */
const placeOfQueue: Readonly<Record<QueueId, PlaceId>> = {
  'requests-to-answer': 'approvals',
  'intakes-to-accept': 'intake',
  'rows-in-review': 'intake',
  'pairs-to-review': 'duplicates',
  'programmes-without-decree': 'programmes',
  'runs-to-start': 'contributions',
  'runs-to-bill': 'contributions',
  'runs-to-pay': 'contributions',
  'runs-to-reconcile': 'contributions',
  'deaths-without-end': 'membership',
}

/** How many things wait for the reader at each place of the navigation, read anew every minute and after everything that is done. */
export function useQueueCounts(): QueueCounts {
  const queues = useQuery({
    queryKey: [readQueues.path, {}],
    queryFn: () => call(readQueues),
    staleTime: 30_000,
    refetchInterval: 60_000,
  }).data?.queues
  const counts: QueueCounts = {}
  for (const { id, count } of queues ?? []) counts[placeOfQueue[id]] = (counts[placeOfQueue[id]] ?? 0) + count
  return counts
}
