import { useMemo } from 'react'
import type { Listed } from '../app/load.ts'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListGrid } from '../ui/list-grid.tsx'
import { SelectionBar, useSelection } from '../ui/list-selection.tsx'
import type { BulkAct, ListColumn } from '../ui/list-types.ts'
import listStyle from '../ui/list.module.css'
import { Stateful } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import style from './intake.module.css'
import { keyOfRow, useMending } from './mending.tsx'
import type { IntakeRow } from './states.ts'
import type { Decide } from './use-decide.ts'

type RowsTableProps = {
  listed: Listed<IntakeRow>
  columns: readonly ListColumn<IntakeRow>[]
  isCompact: boolean
  isFiltered: boolean
  /** Nothing where this reader does not decide. */
  decide: Decide | undefined
  onActive: (row: IntakeRow | undefined) => void
}

/** The rows of an intake; whoever may decide does so with a letter for the row they are on, or for all chosen. */
export function RowsTable({ listed, columns, isCompact, isFiltered, decide, onActive }: RowsTableProps) {
  const text = useText(intakeText)
  const shared = useText(uiText)
  const words = useText(repairText)
  const mending = useMending()
  const selection = useSelection()
  const acts = useMemo<BulkAct<IntakeRow>[]>(() => {
    const run = (decision: 'enter' | 'dismiss') => (rows: IntakeRow[]) => {
      decide?.(rows, decision)
      selection.set([])
    }
    const whyNot = (rows: IntakeRow[]) => (rows.some((row) => row.verdict === 'review') ? undefined : text.onlyReview)
    const whyNotEnter = (rows: IntakeRow[]) => whyNot(rows) ?? (rows.some((row) => row.canEnter) ? undefined : text.noneMayEnter)
    return [
      { label: text.enter, run: run('enter'), whyNot: whyNotEnter },
      { label: text.dismiss, run: run('dismiss'), whyNot },
    ]
  }, [decide, selection, text])
  const letters = decide && { m: (row: IntakeRow) => decide([row], 'enter'), t: (row: IntakeRow) => decide([row], 'dismiss') }
  const pageWords = { title: text.peopleLabel, empty: { title: text.noRows, what: text.noRowsWhat }, forbidden: text.forWhom }
  return (
    <div className={`${pageStyle.panel} ${style.table}`}>
      <Stateful state={listed.state} words={pageWords}>
        {(value) => {
          const chosen = value.rows.filter((row) => selection.keys.has(keyOfRow(row)))
          if (value.rows.length === 0)
            return isFiltered ? (
              <EmptyState title={shared.nothingMatches} what={shared.nothingMatchesWhat} />
            ) : (
              <EmptyState {...pageWords.empty} />
            )
          return (
            <>
              {decide && chosen.length > 0 && <SelectionBar chosen={chosen} acts={acts} onClear={() => selection.set([])} />}
              <ListGrid<IntakeRow>
                label={text.peopleLabel}
                value={value}
                columns={columns}
                keyOf={keyOfRow}
                sort={undefined}
                onSort={() => {}}
                onMore={listed.onMore}
                selection={decide && selection}
                isCompact={isCompact}
                onActive={onActive}
                letters={letters}
                onEnter={mending && ((row) => mending.begin(row))}
                keysHint={mending && words.keys}
              />
              <div className={listStyle.foot}>{shared.loadedOf(value.rows.length, value.count)}</div>
            </>
          )
        }}
      </Stateful>
    </div>
  )
}
