import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Language } from '../../values/language.ts'
import { formatCount } from '../../values/numbers.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { useAddress } from './address.ts'
import { EmptyState } from './empty-state.tsx'
import { type ExportLinks, ExportMenu, ListChoices, useListChoices } from './list-choices.tsx'
import { FilterBar } from './list-filters.tsx'
import { ListGrid } from './list-grid.tsx'
import { SelectionBar, useSelection } from './list-selection.tsx'
import type { BulkAct, ListColumn, ListFilter, ListValue } from './list-types.ts'
import style from './list.module.css'
import { PageHead, Stateful, useTabTitle } from './page-frame.tsx'
import pageStyle from './page.module.css'
import type { PageState, PageWords } from './states.ts'

type ListPageProps<Row> = {
  /** Names the list, so that the reader's columns are remembered. */
  id: string
  words: PageWords
  over?: ReactNode
  state: PageState<ListValue<Row>>
  /** Asks for the next stretch of rows; called when the reader nears the end. */
  onMore?: () => void
  columns: readonly ListColumn<Row>[]
  keyOf: (row: Row) => string
  /** The address a row opens. */
  linkOf?: (row: Row) => string
  filters?: readonly ListFilter[]
  bulk?: readonly BulkAct<Row>[]
  exports?: ExportLinks
  /** Buttons of the page, the commonest last. */
  acts?: ReactNode
  /** What stands between head and table: figures, a notice. */
  above?: ReactNode
  children?: ReactNode
}

/** A list: title, count, filters in the address, a table that stays fast with any number of rows, bulk actions, export. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { words, state, columns, filters = [] } = props
  const { language } = useLanguage()
  const { address, change } = useAddress()
  const choices = useListChoices(props.id, columns)
  useTabTitle(words.title)
  const isFiltered = filters.some((filter) => address[filter.name])
  return (
    <div className={`${pageStyle.page} ${pageStyle.fills}`}>
      <PageHead
        title={words.title}
        over={props.over}
        count={state.is === 'here' ? countShown(state.value, language) : undefined}
        acts={props.acts}
      />
      {props.above}
      <div className={style.bar}>
        <FilterBar filters={filters} address={address} change={change} />
        <div className={style.choices}>
          <span className={style.wideOnly}>
            <ListChoices columns={columns} choices={choices} />
          </span>
          {props.exports && <ExportMenu links={props.exports} address={address} />}
        </div>
      </div>
      <div className={`${pageStyle.panel} ${style.panel}`}>
        <Stateful state={state} words={words} skeleton={<RowsLoading />}>
          {(value) =>
            value.rows.length === 0 ? (
              <NoRows words={words} isFiltered={isFiltered} />
            ) : (
              <ListRows
                {...props}
                value={value}
                shown={choices.shown}
                isCompact={choices.isCompact}
                sort={address['sort']}
                onSort={(sort) => change({ sort })}
              />
            )
          }
        </Stateful>
      </div>
      {props.children}
    </div>
  )
}

/** How many match; of very many only that there are at least so many. */
function countShown({ count, countIsLeast }: ListValue<unknown>, language: Language): string {
  return `${formatCount(count, language)}${countIsLeast ? '+' : ''}`
}

type ListRowsProps<Row> = ListPageProps<Row> & {
  value: ListValue<Row>
  shown: readonly ListColumn<Row>[]
  isCompact: boolean
  sort: string | undefined
  onSort: (sort: string) => void
}

function ListRows<Row>({ value, shown, isCompact, sort, onSort, ...props }: ListRowsProps<Row>) {
  const text = useText(uiText)
  const selection = useSelection()
  const { bulk } = props
  const chosen = bulk ? value.rows.filter((row) => selection.keys.has(props.keyOf(row))) : []
  return (
    <>
      {bulk && chosen.length > 0 && <SelectionBar chosen={chosen} acts={bulk} onClear={() => selection.set([])} />}
      <ListGrid
        label={props.words.title}
        value={value}
        columns={shown}
        keyOf={props.keyOf}
        linkOf={props.linkOf}
        sort={sort}
        onSort={onSort}
        onMore={props.onMore}
        selection={bulk && selection}
        isCompact={isCompact}
      />
      {value.rows.length < value.count && (
        <div className={style.foot}>{text.loadedOf(value.rows.length, value.count, value.countIsLeast)}</div>
      )}
    </>
  )
}

function NoRows({ words, isFiltered }: { words: PageWords; isFiltered: boolean }) {
  const text = useText(uiText)
  return isFiltered ? <EmptyState title={text.nothingMatches} what={text.nothingMatchesWhat} /> : <EmptyState {...words.empty} />
}

function RowsLoading() {
  const text = useText(uiText)
  return (
    <output aria-label={text.loading} className={style.rowsLoading}>
      {Array.from({ length: 14 }, (_, row) => (
        <Skeleton key={row} height={12} width={`${88 - ((row * 13) % 36)}%`} />
      ))}
    </output>
  )
}
