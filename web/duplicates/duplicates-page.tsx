import { useTabTitle, PageHead } from '../ui/page-frame.tsx'
import { useText } from '../text/language.tsx'
import { duplicatesText } from '../text/duplicates.ts'
import { useAddress } from '../ui/address.ts'
import pageStyle from '../ui/page.module.css'
import { Merges } from './merges.tsx'
import { Review } from './review.tsx'
import { type Queue, queues, QueueTabs } from './queue-tabs.tsx'
import { LastRun, SearchAct, SearchUnderWay, useSearch } from './search-registry.tsx'

/** Whether two records are of one person, pair by pair; and the merges that wait, stand, or were taken back. */
export function DuplicatesPage() {
  const { address } = useAddress()
  const queue: Queue = queues.find((one) => one === address['queue']) ?? 'open'
  const search = useSearch()
  const acts = <SearchAct search={search} />
  const above = (
    <>
      <SearchUnderWay search={search} />
      <QueueTabs queue={queue} />
    </>
  )
  if (queue === 'open' || queue === 'unsure' || queue === 'different')
    return <Review key={queue} queue={queue} above={above} acts={acts} over={<LastRun />} />
  return <MergesPage state={queue} above={above} acts={acts} />
}

type MergesPageProps = { state: 'waiting' | 'merged' | 'undone'; above: React.ReactNode; acts: React.ReactNode }

function MergesPage({ state, above, acts }: MergesPageProps) {
  const text = useText(duplicatesText)
  useTabTitle(text.title)
  return (
    <div className={pageStyle.page}>
      <PageHead title={text.title} over={<LastRun />} acts={acts} />
      {above}
      <Merges key={state} state={state} />
    </div>
  )
}
