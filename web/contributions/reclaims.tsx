import { listReclaims } from '../../src/contributions/books-api.ts'
import { endReasonNames } from '../../src/membership/reasons-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useAnswer } from '../app/load.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import { type NumbersColumn, NumbersTable } from '../ui/numbers-table.tsx'

type Reclaimed = AnswerOf<typeof listReclaims>['months'][number]

/** Months paid for people who were no longer covered: what may be claimed back from BPJS. Nothing is shown where there is none. */
export function Reclaims() {
  const text = useText(contributionsText)
  const found = useAnswer(listReclaims).data
  const columns = useColumns(found?.amount ?? 0)
  if (found === undefined || found.months.length === 0) return null
  return (
    <section>
      <h2 style={{ margin: '24px 0 4px' }}>{text.reclaims}</h2>
      <p className="quiet" style={{ marginBottom: 8 }}>
        {text.reclaimsWhat}
      </p>
      <NumbersTable
        label={text.reclaims}
        rows={found.months}
        keyOf={(each) => `${each.runId} ${each.workerId}`}
        columns={columns}
      />
    </section>
  )
}

function useColumns(amount: number): NumbersColumn<Reclaimed>[] {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const word = useWording()
  return [
    {
      id: 'name',
      title: text.name,
      cell: (each) => <PageLink to={paths.membership(each.workerId)}>{each.fullName}</PageLink>,
      total: text.total,
    },
    { id: 'month', title: text.month, cell: (each) => formatMonth(month(each.month), language) },
    { id: 'reason', title: text.reason, cell: (each) => word(endReasonNames[each.reason]) },
    { id: 'source', title: text.source, cell: (each) => each.source },
    {
      id: 'amount',
      title: text.amount,
      isNumber: true,
      cell: (each) => <Amount rupiah={each.amount} />,
      total: <Amount rupiah={amount} />,
    },
  ]
}
