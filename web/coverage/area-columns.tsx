import { formatDay } from '../../values/days.ts'
import { coverageText } from '../text/coverage.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { Count, Share } from '../ui/amounts.tsx'
import type { NumbersColumn } from '../ui/numbers-table.tsx'
import type { Coverage } from './coverage-page.tsx'

/** What every row of coverage holds, whatever its area. */
type Figures = Pick<Coverage['whole'], 'members' | 'insuredByOthers' | 'covered' | 'universe' | 'share' | 'gap' | 'paidForMonth'>

/** The columns of numbers of a coverage table, with the total of the whole where one is given; the first column is the page's. */
export function useAreaColumns<Row extends Figures>(whole?: Figures): NumbersColumn<Row>[] {
  const text = useText(coverageText)
  const { language } = useLanguage()
  const count = (id: 'members' | 'insuredByOthers' | 'covered' | 'paidForMonth', title: string): NumbersColumn<Row> => ({
    id,
    title,
    isNumber: true,
    cell: (row) => <Count of={row[id]} />,
    ...(whole && { total: <Count of={whole[id]} /> }),
  })
  const known = (value: number | null) => (value === null ? <span className="quiet">{text.unknown}</span> : <Count of={value} />)
  const shareOf = ({ covered, universe }: Figures) => <Share part={covered} whole={universe?.workers ?? 0} />
  return [
    count('members', text.members),
    count('paidForMonth', text.paid),
    count('insuredByOthers', text.others),
    count('covered', text.covered),
    {
      id: 'universe',
      title: text.universe,
      isNumber: true,
      cell: (row) => known(row.universe?.workers ?? null),
      ...(whole && { total: known(whole.universe?.workers ?? null) }),
    },
    { id: 'share', title: '%', isNumber: true, cell: shareOf, ...(whole && { total: shareOf(whole) }) },
    { id: 'gap', title: text.gap, isNumber: true, cell: (row) => known(row.gap), ...(whole && { total: known(whole.gap) }) },
    {
      id: 'source',
      title: text.universeSource,
      cell: ({ universe }) =>
        universe && (
          <span className="quiet small">
            {universe.isDemo ? text.demo : universe.source}, {formatDay(universe.sourceDate, language)}
          </span>
        ),
    },
  ]
}
