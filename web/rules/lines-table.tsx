import { formatRupiah } from '../../values/rupiah.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { NumbersTable } from '../ui/numbers-table.tsx'
import style from './rules.module.css'

/** The parts of an amount with their sum; nothing when there is only the sum. */
export function LinesTable({ decision }: { decision: Decision }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  if (decision.amount === null || decision.lines.length < 2) return null
  const table = (
    <NumbersTable
      label={text.parts}
      rows={decision.lines.map((line, place) => ({ ...line, place }))}
      keyOf={(line) => String(line.place)}
      columns={[
        { id: 'label', title: text.parts, cell: (line) => line.label[language], total: text.total },
        {
          id: 'amount',
          title: 'Rp',
          isNumber: true,
          cell: (line) => formatRupiah(line.amount),
          total: formatRupiah(decision.amount),
        },
      ]}
    />
  )
  if (decision.lines.length <= linesShownAtOnce) return table
  return (
    <details className={style.allRows}>
      <summary>{text.partsOf(decision.lines.length)}</summary>
      {table}
    </details>
  )
}

/** A longer list of parts would push the grounds out of sight, so it opens on asking. */
const linesShownAtOnce = 8
