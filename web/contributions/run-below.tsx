import { Button } from '@mantine/core'
import { useState } from 'react'
import { citationText } from '../../rules/kit/cite.ts'
import type { Citation } from '../../rules/kit/cite.ts'
import { listEntries, readBudget } from '../../src/contributions/books-api.ts'
import { formatDay } from '../../values/days.ts'
import { useAnswer } from '../app/load.ts'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { Amount, Count } from '../ui/amounts.tsx'
import { GroundsList, type ShownGround } from '../ui/grounds.tsx'
import { PageLink } from '../ui/link.tsx'
import { type NumbersColumn, NumbersTable } from '../ui/numbers-table.tsx'
import pageStyle from '../ui/page.module.css'
import { SourceBar } from './budget-bars.tsx'
import style from './contributions.module.css'
import { Journal } from './journal.tsx'
import type { Run } from './run.ts'

/** What explains a run: its price with the grounds, who pays, its books, and its people by village. */
export function RunBelow({ run }: { run: Run }) {
  return (
    <>
      <div className={style.below}>
        <Funding run={run} />
        <PriceGrounds run={run} />
      </div>
      <Books run={run} />
      <Villages run={run} />
    </>
  )
}

function Funding({ run }: { run: Run }) {
  const text = useText(contributionsText)
  const year = Number(run.month.slice(0, 4))
  const lines = useAnswer(readBudget, { query: { year } }).data?.lines ?? []
  return (
    <section>
      <h2 className={style.heading}>{text.funding}</h2>
      <ul className={`${pageStyle.panel} ${style.sources}`}>
        {run.funding.map((each) => (
          <li key={each.budgetLineId}>
            <div className={style.line}>
              <strong>{each.source}</strong>
              <span>
                <Amount rupiah={each.amount} /> <span className="quiet">{text.fromThis}</span>
              </span>
            </div>
            {lines
              .filter((line) => line.budgetLineId === each.budgetLineId)
              .map((line) => (
                <SourceBar key={line.budgetLineId} name={each.source} line={line} />
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PriceGrounds({ run }: { run: Run }) {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const word = useWording()
  const { decision } = run.grounds
  const grounds = decision.grounds.map((ground): ShownGround => ({
    isMet: ground.known ? ground.met : undefined,
    isOptional: ground.effect === 'changes-amount',
    says: word(ground.condition),
    ...(ground.detail && { found: word(ground.detail) }),
    source: { name: citationText(ground.law as Citation, language) },
  }))
  return (
    <section>
      <h2 className={style.heading}>{text.grounds}</h2>
      <NumbersTable label={text.price} rows={decision.lines} keyOf={(line) => line.label.id} columns={usePriceColumns(run)} />
      <GroundsList grounds={grounds} />
    </section>
  )
}

function Books({ run }: { run: Run }) {
  const text = useText(contributionsText)
  const entries = useAnswer(listEntries, { query: { runId: run.id } }).data?.rows ?? []
  return (
    <section>
      <h2 className={style.heading}>{text.ledger}</h2>
      {run.entries.length === 0 ? <p className="quiet">{text.noLedger}</p> : <Journal entries={entries} />}
    </section>
  )
}

function Villages({ run }: { run: Run }) {
  const text = useText(contributionsText)
  const [showsAll, setShowsAll] = useState(run.villages.length <= 12)
  const columns = useVillageColumns(run)
  return (
    <section>
      <div className={style.line}>
        <h2 className={style.heading}>{text.byVillage}</h2>
        <PageLink to={paths.contributionRunPeople(run.id)}>{text.seePeople}</PageLink>
      </div>
      <NumbersTable
        label={text.byVillage}
        rows={showsAll ? run.villages : run.villages.slice(0, 10)}
        keyOf={(village) => village.village}
        columns={columns}
      />
      {!showsAll && (
        <Button className={style.more ?? ''} variant="default" onClick={() => setShowsAll(true)}>
          {text.allVillages(run.villages.length)}
        </Button>
      )}
    </section>
  )
}

function useVillageColumns({ villages }: Run): NumbersColumn<Run['villages'][number]>[] {
  const text = useText(contributionsText)
  const sum = (key: 'people' | 'amount') => villages.reduce((total, village) => total + village[key], 0)
  return [
    { id: 'village', title: text.village, cell: (village) => village.villageName, total: text.total },
    {
      id: 'people',
      title: text.people,
      isNumber: true,
      cell: (village) => <Count of={village.people} />,
      total: <Count of={sum('people')} />,
    },
    {
      id: 'amount',
      title: text.amount,
      isNumber: true,
      cell: (village) => <Amount rupiah={village.amount} />,
      total: <Amount rupiah={sum('amount')} />,
    },
  ]
}

type PriceLine = Run['grounds']['decision']['lines'][number]

function usePriceColumns(run: Run): NumbersColumn<PriceLine>[] {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const word = useWording()
  const title = `${text.price}, ${formatDay(run.grounds.on, language)}`
  return [
    { id: 'label', title, cell: (line) => word(line.label), total: text.total },
    {
      id: 'amount',
      title: text.amount,
      isNumber: true,
      cell: (line) => <Amount rupiah={line.amount} />,
      total: <Amount rupiah={run.rate} />,
    },
  ]
}
