import { useCallback, useMemo, useState } from 'react'
import { listIntakeRows } from '../../src/intake/api.ts'
import { useList } from '../app/load.ts'
import { intakeText } from '../text/intake.ts'
import { useText, useWording } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { FilterBar } from '../ui/list-filters.tsx'
import { ListChoices, useListChoices } from '../ui/list-choices.tsx'
import type { ListColumn, ListFilter } from '../ui/list-types.ts'
import listStyle from '../ui/list.module.css'
import { ChosenFinding, type Found } from './findings.tsx'
import style from './intake.module.css'
import { MendingRows } from './mending.tsx'
import { mendableAmong, useRowColumns } from './row-columns.tsx'
import { RowDetail } from './row-detail.tsx'
import { RowsTable } from './rows-table.tsx'
import { type IntakeRow, type IntakeSummary, isDecidable, useVerdict } from './states.ts'
import { useDecide } from './use-decide.ts'

const names = ['verdict', 'code', 'fileId', 'open', 'text']

type FoundInRowsProps = {
  summary: IntakeSummary
  mayDecide: boolean
  mayRepair: boolean
  onRepair: ((found: Found) => void) | undefined
}

/** The rows of an intake, the faulty first, mended where they stand; and below them the row the reader is on, with what can be done. */
export function FoundInRows({ summary, mayDecide, mayRepair, onRepair }: FoundInRowsProps) {
  const { intake, findings } = summary
  const { address, change } = useAddress()
  const listed = useList(listIntakeRows, names, { params: { intakeId: intake.id }, query: { limit: 300 } })
  const [active, setActive] = useState<IntakeRow>()
  const onActive = useCallback((row: IntakeRow | undefined) => setActive(row), [])
  const { columns, filters } = useRowsOf(summary)
  const choices = useListChoices('intake-rows', columns)
  const shown = withColumnOf(choices.shown, columns, findings.find((found) => found.code === address['code'])?.field)
  const fields = useMemo(() => mendableAmong(shown), [shown])
  const decide = useDecide(intake.id)
  const canDecide = mayDecide && isDecidable(intake)
  return (
    <MendingRows intakeId={intake.id} isOpen={mayRepair} fields={fields}>
      <div className={style.rows} id={rowsAnchor}>
        <div className={listStyle.bar}>
          <FilterBar filters={filters} address={address} change={change} />
          <div className={listStyle.wideOnly}>
            <ListChoices columns={columns} choices={choices} />
          </div>
        </div>
        <ChosenFinding
          findings={findings}
          code={address['code']}
          onClear={() => change({ code: undefined })}
          onRepair={onRepair}
        />
        <RowsTable
          listed={listed}
          columns={shown}
          isCompact={choices.isCompact}
          isFiltered={names.some((name) => address[name])}
          decide={canDecide ? decide : undefined}
          onActive={onActive}
        />
        <RowDetail row={active} decide={canDecide ? decide : undefined} onClose={() => setActive(undefined)} />
      </div>
    </MendingRows>
  )
}

/** Where the rows stand on the page. */
export const rowsAnchor = 'baris'

/** Whoever looks at one kind of finding sees the column it is about, also when it is hidden otherwise. */
function withColumnOf(
  shown: ListColumn<IntakeRow>[],
  all: readonly ListColumn<IntakeRow>[],
  field: string | null | undefined,
): ListColumn<IntakeRow>[] {
  const missing = all.find((column) => column.id === field && !shown.includes(column))
  return missing === undefined ? shown : [...shown.slice(0, 4), missing, ...shown.slice(4)]
}

/** The columns of the rows, and the filters over them. */
function useRowsOf({ lists, findings }: IntakeSummary) {
  const word = useWording()
  const text = useText(intakeText)
  const verdict = useVerdict()
  const columns = useRowColumns(lists)
  const filters = useMemo<ListFilter[]>(
    () => [
      { kind: 'search', name: 'text', label: text.searchRows },
      {
        kind: 'choice',
        name: 'code',
        label: text.finding,
        options: findings.map(({ code, name }) => ({ value: code, label: word(name) })),
      },
      {
        kind: 'choice',
        name: 'verdict',
        label: text.verdict,
        options: (['refused', 'review', 'accepted'] as const).map((value) => ({ value, label: verdict(value).word })),
      },
      { kind: 'choice', name: 'open', label: text.decisions, options: [{ value: 'true', label: text.undecidedOnly }] },
      ...(lists.length > 1
        ? [
            {
              kind: 'choice' as const,
              name: 'fileId',
              label: text.list,
              options: lists.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]
        : []),
    ],
    [text, verdict, lists, findings, word],
  )
  return { columns, filters }
}
