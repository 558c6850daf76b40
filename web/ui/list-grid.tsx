// Rows are placed by hand at their height, which the layout of a table element does not allow; so roles say what is what.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { Checkbox } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { useGo } from './link.tsx'
import { GridRow, PhoneRow } from './list-row.tsx'
import type { Selection } from './list-selection.tsx'
import type { ListColumn, ListValue } from './list-types.ts'
import style from './list.module.css'

type ListGridProps<Row> = {
  label: string
  value: ListValue<Row>
  columns: readonly ListColumn<Row>[]
  keyOf: (row: Row) => string
  linkOf?: ((row: Row) => string) | undefined
  sort: string | undefined
  onSort: (sort: string) => void
  onMore?: (() => void) | undefined
  selection?: Selection | undefined
  isCompact: boolean
  /** Told which row the reader is on. */
  onActive?: ((row: Row | undefined) => void) | undefined
  /** What letters do to the row the reader is on; afterwards the next row is the active one. */
  letters?: Readonly<Record<string, (row: Row) => void>> | undefined
  /** What Enter does to the row the reader is on, where it opens nothing. */
  onEnter?: ((row: Row) => void) | undefined
  /** What the keys do, where it is more than in other lists. */
  keysHint?: string | undefined
}

/**
 * The table of a list: only the rows in sight are drawn, the head stays, arrow keys move, Enter opens, Space chooses. Whoever stands on a row
 * stays on it when rows above it go, and comes to the next when it goes itself.
 */
export function ListGrid<Row>(props: ListGridProps<Row>) {
  const { value, columns, keyOf, linkOf, selection, onMore, onActive } = props
  const text = useText(uiText)
  const go = useGo()
  const id = useId()
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const scroller = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<{ place: number; key: string }>()
  const active = useMemo(() => placeOf(last, value.rows, keyOf), [last, value.rows, keyOf])
  const activeRow = value.rows[active]
  useEffect(() => onActive?.(activeRow), [activeRow, onActive])
  const height = isPhone ? 60 : props.isCompact ? 28 : 36
  // oxlint-disable-next-line react/incompatible-library -- its functions are used here only, never handed on
  const virtual = useVirtualizer({
    count: value.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const drawn = virtual.getVirtualItems()
  const lowest = drawn.at(-1)?.index ?? 0
  useEffect(() => {
    if (value.hasMore && !value.isLoadingMore && lowest >= value.rows.length - 40) onMore?.()
  }, [lowest, value, onMore])

  const standOn = (place: number) => {
    const row = value.rows[place]
    if (row !== undefined) setLast({ place, key: keyOf(row) })
  }
  const moveTo = (place: number) => {
    const target = Math.max(0, Math.min(value.rows.length - 1, place))
    standOn(target)
    virtual.scrollToIndex(target)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = activeRow
    const letter = props.letters?.[event.key.toLowerCase()]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 360) / height) - 2)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: value.rows.length - 1,
    }
    const step = steps[event.key]
    if (step !== undefined) moveTo(step)
    else if (letter !== undefined && row !== undefined) {
      letter(row)
      moveTo(active + 1)
    } else if (event.key === 'Enter' && row !== undefined && (linkOf || props.onEnter)) {
      if (linkOf) go(linkOf(row))
      else props.onEnter?.(row)
    } else if (event.key === ' ' && row !== undefined && selection) selection.toggle(keyOf(row))
    else return
    event.preventDefault()
  }

  const template = [
    selection && !isPhone ? '40px' : '',
    ...columns.map((column) => `minmax(${column.width}px, ${column.width}fr)`),
  ].join(' ')
  const leastWidth = isPhone ? undefined : columns.reduce((sum, column) => sum + column.width, selection ? 40 : 0)
  const RowOf = isPhone ? PhoneRow : GridRow
  return (
    <div
      ref={scroller}
      className={style.scroller}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={value.count + 1}
      aria-multiselectable={selection ? true : undefined}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      aria-describedby={`${id}-keys`}
      onKeyDown={press}
      data-compact={props.isCompact || undefined}
    >
      <div style={{ minWidth: leastWidth }}>
        <div role="rowgroup" className={isPhone ? 'only-for-readers' : style.head}>
          <HeadRow {...props} template={template} />
        </div>
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {drawn.map((item) => {
            const row = value.rows[item.index]
            return row === undefined ? null : (
              <RowOf
                key={keyOf(row)}
                id={`${id}-${item.index}`}
                place={item.index}
                top={item.start}
                height={height}
                template={template}
                row={row}
                columns={columns}
                link={linkOf?.(row)}
                isActive={item.index === active}
                isChosen={selection?.keys.has(keyOf(row))}
                onChoose={selection && (() => selection.toggle(keyOf(row)))}
                onPick={() => standOn(item.index)}
              />
            )
          })}
        </div>
      </div>
      <span id={`${id}-keys`} hidden>
        {props.keysHint ?? text.keysHint}
      </span>
    </div>
  )
}

/** Where the reader stands now: on the row they were on, or where it was. */
function placeOf<Row>(
  last: { place: number; key: string } | undefined,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): number {
  if (last === undefined) return -1
  const at = rows[last.place]
  if (at !== undefined && keyOf(at) === last.key) return last.place
  const found = rows.findIndex((row) => keyOf(row) === last.key)
  return found >= 0 ? found : Math.min(last.place, rows.length - 1)
}

/** The head: titles, the order, and one box that chooses all rows loaded. */
function HeadRow<Row>({ value, columns, keyOf, sort, onSort, selection, template }: ListGridProps<Row> & { template: string }) {
  const text = useText(uiText)
  const chosen = selection?.keys.size ?? 0
  return (
    <div role="row" aria-rowindex={1} className={style.headRow} style={{ gridTemplateColumns: template }}>
      {selection && (
        <div role="columnheader" className={style.cell}>
          <Checkbox
            size="xs"
            aria-label={text.selectAllShown}
            checked={chosen > 0 && chosen === value.rows.length}
            indeterminate={chosen > 0 && chosen < value.rows.length}
            onChange={() => selection.set(chosen === value.rows.length ? [] : value.rows.map(keyOf))}
          />
        </div>
      )}
      {columns.map((column) => (
        <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
      ))}
    </div>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: ListColumn<Row>
  sort: string | undefined
  onSort: (sort: string) => void
}) {
  const text = useText(uiText)
  const isUp = sort === column.id
  const isDown = sort === `-${column.id}`
  const Arrow = isDown ? IconArrowDown : IconArrowUp
  const order = isUp ? 'ascending' : isDown ? 'descending' : 'none'
  return (
    <div role="columnheader" className={style.cell} data-align={column.align} aria-sort={column.isSortable ? order : undefined}>
      {column.isSortable ? (
        <button type="button" className={style.sort} onClick={() => onSort(isUp ? `-${column.id}` : column.id)}>
          {column.title}
          {(isUp || isDown) && <Arrow size={14} aria-label={isUp ? text.sortedUp : text.sortedDown} />}
        </button>
      ) : (
        column.title
      )}
    </div>
  )
}
