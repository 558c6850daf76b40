import type { listEntries } from '../../src/contributions/books-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText } from '../text/language.tsx'
import { Amount } from '../ui/amounts.tsx'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { type NumbersColumn, NumbersTable } from '../ui/numbers-table.tsx'
import { useAccountName, useEntryKind } from './account-names.ts'
import style from './contributions.module.css'

type Entry = AnswerOf<typeof listEntries>['rows'][number]
type Line = Entry['postings'][number] & { entry: Entry; isFirst: boolean; key: string }

/** Entries of the books, each posting on a line of its own: debits first, credits set in. */
export function Journal({ entries, linksRuns = false }: { entries: readonly Entry[]; linksRuns?: boolean }) {
  const text = useText(contributionsText)
  const columns = useColumns(linksRuns)
  const lines = entries.flatMap((entry) =>
    [...entry.postings]
      .sort((left, right) => right.amount - left.amount)
      .map((posting, place): Line => ({ ...posting, entry, isFirst: place === 0, key: `${entry.id} ${place}` })),
  )
  return <NumbersTable label={text.journal} columns={columns} rows={lines} keyOf={(line) => line.key} />
}

function useColumns(linksRuns: boolean): NumbersColumn<Line>[] {
  const text = useText(contributionsText)
  const nameOf = useAccountName()
  const kindOf = useEntryKind()
  return [
    {
      id: 'day',
      title: text.day,
      cell: ({ entry, isFirst }) => (
        <span className={isFirst ? undefined : 'only-for-readers'}>
          <DayText iso={entry.enteredOn} />
        </span>
      ),
    },
    {
      id: 'what',
      title: text.what,
      cell: ({ entry, isFirst }) =>
        isFirst && (
          <>
            {linksRuns ? <PageLink to={paths.contributionRun(entry.runId)}>{kindOf(entry.kind)}</PageLink> : kindOf(entry.kind)}
            <div className="quiet small">{entry.memo}</div>
          </>
        ),
    },
    {
      id: 'account',
      title: text.account,
      cell: (line) => (
        <span className={line.amount < 0 ? style.credit : undefined}>
          {nameOf(line.account)} <span className="quiet small">{line.source}</span>
        </span>
      ),
    },
    { id: 'debit', title: text.debit, isNumber: true, cell: (line) => line.amount >= 0 && <Amount rupiah={line.amount} /> },
    { id: 'credit', title: text.credit, isNumber: true, cell: (line) => line.amount < 0 && <Amount rupiah={-line.amount} /> },
  ]
}
