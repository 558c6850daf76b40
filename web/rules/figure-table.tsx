import { formatRupiah } from '../../values/rupiah.ts'
import type { IncomeBand, Loss } from '../../rules/kit/units.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './rules.module.css'

/** The rows of a figure that is a table (income bands, losses), each with whether somebody read it; nothing for other figures. */
export function FigureTable({ value }: { value: unknown }) {
  const text = useText(rulesText)
  const rows = tableRows(value)
  const [first] = rows
  if (first === undefined) return null
  return (
    <details className={style.allRows}>
      <summary>{text.allRows(rows.length)}</summary>
      {'base' in first ? <Bands rows={rows as IncomeBand[]} /> : <Losses rows={rows as Loss[]} />}
    </details>
  )
}

function Bands({ rows }: { rows: readonly IncomeBand[] }) {
  const text = useText(rulesText)
  return (
    <NumbersTable
      label={text.base}
      rows={rows}
      keyOf={(row) => String(row.floor)}
      columns={[
        { id: 'floor', title: text.incomeFrom, isNumber: true, cell: (row) => formatRupiah(row.floor) },
        { id: 'base', title: text.base, isNumber: true, cell: (row) => formatRupiah(row.base) },
        { id: 'verified', title: text.checked, cell: markOf },
      ]}
    />
  )
}

function Losses({ rows }: { rows: readonly Loss[] }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const share = (row: Loss) =>
    [row.upTo === undefined ? `${row.percent} %` : `${row.percent}–${row.upTo} %`, row.per && text.per(row.per)]
      .filter(Boolean)
      .join(' ')
  const shown = (row: Loss) => (language === 'id' ? share(row).replace(/(\d)\.(\d)/g, '$1,$2') : share(row))
  return (
    <NumbersTable
      label={text.loss}
      rows={rows}
      keyOf={(row) => row.code}
      columns={[
        { id: 'loss', title: text.loss, cell: (row) => row.label[language] },
        { id: 'share', title: text.share, isNumber: true, cell: shown },
        { id: 'verified', title: text.checked, cell: markOf },
      ]}
    />
  )
}

function markOf(row: IncomeBand | Loss) {
  return <RowMark isVerified={row.verified} />
}

function RowMark({ isVerified }: { isVerified: boolean }) {
  const text = useText(rulesText)
  return <StatusBadge tone={isVerified ? 'good' : 'warn'}>{isVerified ? text.verified : text.unverified}</StatusBadge>
}

function tableRows(value: unknown): readonly (IncomeBand | Loss)[] {
  return Array.isArray(value) && typeof value[0] === 'object' ? (value as readonly (IncomeBand | Loss)[]) : []
}
