import { readBudget } from '../../src/contributions/books-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatShare } from '../../values/numbers.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { useLoad } from '../app/load.ts'
import { useSession } from '../app/session.tsx'
import { useYear } from '../app/year.tsx'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { Amount, Count, Share } from '../ui/amounts.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import { PageLink } from '../ui/link.tsx'
import { type NumbersColumn, NumbersTable } from '../ui/numbers-table.tsx'
import { ReportPage } from '../ui/report-page.tsx'
import { SourceBar } from './budget-bars.tsx'
import style from './contributions.module.css'

type Budget = AnswerOf<typeof readBudget>
type Line = Budget['lines'][number]

/** The ceilings of a fiscal year by programme and source, what became of them, and person-months planned against paid. */
export function BudgetPage() {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const { today } = useSession()
  const { year } = useYear()
  const state = useLoad(readBudget, { query: { year } })
  const shown = state.is === 'here' && state.value.lines.length === 0 ? { is: 'here' as const, value: undefined } : state
  return (
    <ReportPage
      words={{
        title: `${text.budgetTitle} ${year}`,
        empty: { title: text.budgetNone, what: text.budgetNoneWhat },
        forbidden: text.forWhom,
      }}
      over={<PageLink to={paths.contributions()}>{text.runs}</PageLink>}
      state={shown}
      view={(budget) => {
        const sum = sumOf(budget.lines)
        const share = formatShare(sum.ceiling === 0 ? 0 : sum.recognised / sum.ceiling, language)
        return {
          headline: [
            text.budgetHeadline(formatRupiah(sum.recognised), formatRupiah(sum.ceiling), share),
            ...(sum.computed > 0 ? [text.budgetWaiting(formatRupiah(sum.computed))] : []),
            text.budgetLeft(formatRupiah(sum.left)),
          ].join('; '),
          figures: <BudgetFigures sum={sum} />,
          picture: <Bars lines={budget.lines} />,
          table: <Tables budget={budget} />,
          asOf: today,
          sources: [{ name: text.ledgerSource }],
        }
      }}
    />
  )
}

type Sum = Pick<Line, 'ceiling' | 'computed' | 'recognised' | 'paid' | 'left'>

function sumOf(lines: readonly Line[]): Sum {
  const of = (key: keyof Sum) => lines.reduce((total, line) => total + line[key], 0)
  return { ceiling: of('ceiling'), computed: of('computed'), recognised: of('recognised'), paid: of('paid'), left: of('left') }
}

function BudgetFigures({ sum }: { sum: Sum }) {
  const text = useText(contributionsText)
  return (
    <Figures>
      <Figure label={text.ceiling} value={<Amount rupiah={sum.ceiling} />} />
      <Figure
        label={text.recognised}
        value={<Amount rupiah={sum.recognised} />}
        definition={text.recognisedMeans}
        note={<Share part={sum.recognised} whole={sum.ceiling} />}
      />
      <Figure label={text.paid} value={<Amount rupiah={sum.paid} />} note={<Share part={sum.paid} whole={sum.ceiling} />} />
      <Figure label={text.computed} value={<Amount rupiah={sum.computed} />} />
      <Figure label={text.left} value={<Amount rupiah={sum.left} />} />
    </Figures>
  )
}

function Bars({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className={style.sources} style={{ padding: 0 }}>
      {lines.map((line) => (
        <li key={line.budgetLineId}>
          <span>
            <strong>{line.source}</strong> <span className="quiet">{line.programmeCode}</span>
          </span>
          <SourceBar name={`${line.source}, ${line.programmeCode}`} line={line} />
        </li>
      ))}
    </ul>
  )
}

function Tables({ budget }: { budget: Budget }) {
  const text = useText(contributionsText)
  return (
    <>
      <NumbersTable
        label={text.budgetTitle}
        columns={useLineColumns(sumOf(budget.lines))}
        rows={budget.lines}
        keyOf={(line) => line.budgetLineId}
      />
      <h2 style={{ margin: '24px 0 8px' }}>{text.planTable}</h2>
      <NumbersTable label={text.planTable} columns={usePlanColumns()} rows={budget.plans} keyOf={(plan) => plan.programmeId} />
    </>
  )
}

function useLineColumns(sum: Sum): NumbersColumn<Line>[] {
  const text = useText(contributionsText)
  const money = (id: keyof Sum, title: string): NumbersColumn<Line> => ({
    id,
    title,
    isNumber: true,
    cell: (line) => <Amount rupiah={line[id]} />,
    total: <Amount rupiah={sum[id]} />,
  })
  return [
    { id: 'source', title: text.source, cell: (line) => line.source, total: text.total },
    { id: 'programme', title: text.programme, cell: (line) => line.programmeCode },
    { id: 'code', title: text.accountCode, cell: (line) => line.accountCode ?? <span className="quiet">{text.noCode}</span> },
    money('ceiling', text.ceiling),
    money('recognised', text.recognised),
    money('paid', text.paid),
    money('computed', text.computed),
    money('left', text.left),
  ]
}

function usePlanColumns(): NumbersColumn<Budget['plans'][number]>[] {
  const text = useText(contributionsText)
  return [
    { id: 'programme', title: text.programme, cell: (plan) => plan.programmeName },
    { id: 'quota', title: text.quota, isNumber: true, cell: (plan) => <Count of={plan.quota} /> },
    { id: 'months', title: text.months, isNumber: true, cell: (plan) => <Count of={plan.months} /> },
    { id: 'planned', title: text.planned, isNumber: true, cell: (plan) => <Count of={plan.personMonthsPlanned} /> },
    { id: 'paid', title: text.paid, isNumber: true, cell: (plan) => <Count of={plan.personMonthsPaid} /> },
    {
      id: 'share',
      title: '%',
      isNumber: true,
      cell: (plan) => <Share part={plan.personMonthsPaid} whole={plan.personMonthsPlanned} />,
    },
  ]
}
