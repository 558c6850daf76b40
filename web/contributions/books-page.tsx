import { Button } from '@mantine/core'
import { listEntries, listReclaims, readTrialBalance } from '../../src/contributions/books-api.ts'
import { endReasonNames } from '../../src/membership/reasons-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatMonth, month } from '../../values/months.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useAnswer, useList, useLoad } from '../app/load.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { ReportPage } from '../ui/report-page.tsx'
import style from './contributions.module.css'
import { Journal } from './journal.tsx'

type Balance = AnswerOf<typeof readTrialBalance>

/** The books of contributions: the trial balance, the entries behind it, and what may be claimed back. */
export function BooksPage() {
  const text = useText(contributionsText)
  const state = useLoad(readTrialBalance, { query: {} })
  const isEmpty = state.is === 'here' && state.value.accounts.every((each) => each.debit === 0 && each.credit === 0)
  return (
    <ReportPage
      words={{
        title: text.books,
        empty: { title: text.booksNone, what: text.booksNoneWhat },
        forbidden: text.forWhom,
      }}
      over={<PageLink to={paths.contributions()}>{text.runs}</PageLink>}
      state={isEmpty ? { is: 'here', value: undefined } : state}
      view={(balance) => ({
        headline:
          balance.sum === 0
            ? text.booksHeadline(formatRupiah(balance.accounts.reduce((sum, each) => sum + each.debit, 0)))
            : text.booksOff(formatRupiah(balance.sum)),
        picture: <TrialBalance balance={balance} />,
        table: (
          <>
            <Entries />
            <Reclaims />
          </>
        ),
        asOf: balance.on,
        sources: [{ name: text.ledgerSource }],
      })}
    />
  )
}

function TrialBalance({ balance }: { balance: Balance }) {
  const text = useText(contributionsText)
  const word = useWording()
  const sum = (key: 'debit' | 'credit') => balance.accounts.reduce((total, each) => total + each[key], 0)
  return (
    <>
      <h2 className={style.heading}>{text.trialBalance}</h2>
      <NumbersTable
        label={text.trialBalance}
        rows={balance.accounts}
        keyOf={(each) => each.account}
        columns={[
          { id: 'account', title: text.account, cell: (each) => word(each.name), total: text.total },
          {
            id: 'debit',
            title: text.debit,
            isNumber: true,
            cell: (each) => <Amount rupiah={each.debit} />,
            total: <Amount rupiah={sum('debit')} />,
          },
          {
            id: 'credit',
            title: text.credit,
            isNumber: true,
            cell: (each) => <Amount rupiah={each.credit} />,
            total: <Amount rupiah={sum('credit')} />,
          },
          {
            id: 'balance',
            title: text.balance,
            isNumber: true,
            cell: (each) => <Amount rupiah={each.balance} />,
            total: <Amount rupiah={balance.sum} />,
          },
        ]}
      />
    </>
  )
}

function Entries() {
  const text = useText(contributionsText)
  const { state, onMore } = useList(listEntries, [], { query: { limit: 50 } })
  if (state.is !== 'here') return null
  return (
    <>
      <Journal entries={state.value.rows} linksRuns />
      {state.value.hasMore && (
        <Button className={style.more ?? ''} variant="default" onClick={onMore} loading={state.value.isLoadingMore ?? false}>
          {text.moreEntries}
        </Button>
      )}
    </>
  )
}

function Reclaims() {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const word = useWording()
  const found = useAnswer(listReclaims).data
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
        columns={[
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
            total: <Amount rupiah={found.amount} />,
          },
        ]}
      />
    </section>
  )
}
