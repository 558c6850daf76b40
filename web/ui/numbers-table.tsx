import type { ReactNode } from 'react'
import pageStyle from './page.module.css'
import style from './work.module.css'

/** One column of a small table of numbers; numbers stand at the right. */
export type NumbersColumn<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  total?: ReactNode
}

type NumbersTableProps<Row> = {
  label: string
  columns: readonly NumbersColumn<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** A small table of numbers as a yearbook sets it, with a line of totals where columns have one. For long lists use `ListPage`. */
export function NumbersTable<Row>({ label, columns, rows, keyOf }: NumbersTableProps<Row>) {
  const hasTotals = columns.some((column) => column.total !== undefined)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by keys too
    <div className={`${pageStyle.panel} ${style.numbersTable}`} role="group" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.isNumber ? 'end' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.isNumber ? 'end' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasTotals && (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} data-align={column.isNumber ? 'end' : undefined}>
                  {column.total}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
