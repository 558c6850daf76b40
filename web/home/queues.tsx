import type { QueueId } from '../../src/home/queues-api.ts'
import { paths } from '../paths.ts'
import { homeText } from '../text/home.ts'
import { useText } from '../text/language.tsx'
import { Count } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import style from './home.module.css'
import type { Home } from './home.ts'

/** Where each queue is worked off. */
const addresses: Readonly<Record<QueueId, string>> = {
  'requests-to-answer': paths.approvals(),
  'intakes-to-accept': paths.intakes({ state: 'checked' }),
  'rows-in-review': paths.intakes(),
  'pairs-to-review': paths.duplicates(),
  'programmes-without-decree': paths.programmes(),
  'runs-to-start': paths.contributions(),
  'runs-to-bill': paths.contributions({ state: 'approved' }),
  'runs-to-pay': paths.contributions({ state: 'billed' }),
  'runs-to-reconcile': paths.contributions({ state: 'paid' }),
  'deaths-without-end': paths.memberships({ deceased: 'not-ended' }),
}

/** The queues of the reader's roles that hold something, each with its count and the age of the oldest. */
export function Queues({ queues }: { queues: Home['queues'] }) {
  const text = useText(homeText)
  const names: Record<QueueId, string> = {
    'requests-to-answer': text.queueApprovals,
    'intakes-to-accept': text.queueIntakes,
    'rows-in-review': text.queueRows,
    'pairs-to-review': text.queuePairs,
    'programmes-without-decree': text.queueProgrammes,
    'runs-to-start': text.queueStart,
    'runs-to-bill': text.queueBill,
    'runs-to-pay': text.queuePay,
    'runs-to-reconcile': text.queueReconcile,
    'deaths-without-end': text.queueDeaths,
  }
  const waiting = queues.filter((queue) => queue.count > 0)
  return (
    <section className={`${pageStyle.panel} ${style.question}`}>
      <h2>{text.waits}</h2>
      {waiting.length === 0 && <p className="quiet">{queues.length === 0 ? text.waitsNoQueue : text.waitsNothing}</p>}
      <ul className={style.lines}>
        {waiting.map((queue) => (
          <li key={queue.id}>
            <PageLink className={style.row} to={addresses[queue.id]}>
              <span className={style.number}>
                <Count of={queue.count} />
              </span>
              <span className={style.what}>{names[queue.id]}</span>
              {queue.oldest && (
                <span className="quiet small">
                  {text.oldest} <DayText iso={queue.oldest} age="away" />
                </span>
              )}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
