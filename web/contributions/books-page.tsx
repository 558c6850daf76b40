import { Button } from '@mantine/core'
import { listEntries, readTrialBalance } from '../../src/contributions/books-api.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useList, useLoad } from '../app/load.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText } from '../text/language.tsx'
import { PageLink } from '../ui/link.tsx'
import { ReportPage } from '../ui/report-page.tsx'
import style from './contributions.module.css'
import { Journal } from './journal.tsx'
import { Reclaims } from './reclaims.tsx'
import { TrialBalance } from './trial-balance.tsx'

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
