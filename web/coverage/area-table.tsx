import { coverageText } from '../text/coverage.ts'
import { useText } from '../text/language.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { useAreaColumns } from './area-columns.tsx'
import type { Coverage } from './coverage-page.tsx'

type Area = Coverage['districts'][number]

/** The districts with every figure, its source and its date, and the whole below. */
export function AreaTable({ coverage }: { coverage: Coverage }) {
  const text = useText(coverageText)
  const columns = useAreaColumns<Area>(coverage.whole)
  return (
    <NumbersTable
      label={text.byDistrict}
      rows={coverage.districts}
      keyOf={(row) => row.area}
      columns={[{ id: 'name', title: text.district, cell: (row) => row.name, total: text.whole }, ...columns]}
    />
  )
}
