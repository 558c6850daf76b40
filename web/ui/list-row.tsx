// Rows are placed by hand at their height, which the layout of a table element does not allow; so roles say what is what.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Checkbox } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { PageLink, useGo } from './link.tsx'
import type { ListColumn } from './list-types.ts'
import style from './list.module.css'

type RowProps<Row> = {
  id: string
  place: number
  top: number
  height: number
  template: string
  row: Row
  columns: readonly ListColumn<Row>[]
  link: string | undefined
  isActive: boolean
  isChosen: boolean | undefined
  onChoose: (() => void) | undefined
  onPick: () => void
}

/** One row of the table; a click anywhere opens it, the first column is the link itself. */
export function GridRow<Row>(props: RowProps<Row>) {
  const { row, columns, link, isChosen, onChoose, template } = props
  const text = useText(uiText)
  return (
    <RowFrame {...props} style={{ gridTemplateColumns: template }} className={style.row}>
      {onChoose && (
        <div role="gridcell" className={style.cell}>
          <Checkbox size="xs" tabIndex={-1} aria-label={text.selectRow} checked={isChosen ?? false} onChange={onChoose} />
        </div>
      )}
      {columns.map((column, place) => (
        <div key={column.id} role="gridcell" className={style.cell} data-align={column.align}>
          {place === 0 ? <Linked to={link}>{column.cell(row)}</Linked> : column.cell(row)}
        </div>
      ))}
    </RowFrame>
  )
}

/** One row on a phone: a name, a line below it, and a state at the side. */
export function PhoneRow<Row>(props: RowProps<Row>) {
  const { row, columns, link } = props
  const at = (where: ListColumn<Row>['phone']) => columns.filter((column) => column.phone === where)
  return (
    <RowFrame {...props} className={style.phoneRow}>
      <div role="gridcell" className={style.phoneMain}>
        <div className={style.phoneFirst}>
          {at('first').map((column) => (
            <Linked key={column.id} to={link}>
              {column.cell(row)}
            </Linked>
          ))}
        </div>
        <div className={style.phoneSecond}>
          {at('second').map((column) => (
            <span key={column.id}>{column.cell(row)}</span>
          ))}
        </div>
      </div>
      <div role="gridcell" className={style.phoneSide}>
        {at('side').map((column) => (
          <span key={column.id}>{column.cell(row)}</span>
        ))}
      </div>
    </RowFrame>
  )
}

type FrameProps<Row> = RowProps<Row> & {
  className: string | undefined
  style?: { gridTemplateColumns: string }
  children: ReactNode
}

function RowFrame<Row>({
  id,
  place,
  top,
  height,
  link,
  isActive,
  isChosen,
  onPick,
  className,
  style: columns,
  children,
}: FrameProps<Row>) {
  const go = useGo()
  const click = (event: MouseEvent<HTMLElement>) => {
    onPick()
    if (link === undefined || (event.target as HTMLElement).closest('a, button, input, label')) return
    if (window.getSelection()?.toString()) return
    go(link)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid around it hears the keys
    <div
      id={id}
      role="row"
      aria-rowindex={place + 2}
      aria-selected={isChosen}
      data-active={isActive || undefined}
      data-opens={link !== undefined || undefined}
      className={className}
      style={{ ...columns, height, transform: `translateY(${top}px)` }}
      onClick={click}
    >
      {children}
    </div>
  )
}

function Linked({ to, children }: { to: string | undefined; children: ReactNode }) {
  return to === undefined ? (
    children
  ) : (
    <PageLink to={to} className={style.rowLink} tabIndex={-1}>
      {children}
    </PageLink>
  )
}
