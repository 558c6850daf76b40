import { useCallback, useMemo, useState } from 'react'
import { listIntakeRows } from '../../src/intake/api.ts'
import { useList } from '../app/load.ts'
import { intakeText } from '../text/intake.ts'
import { useText } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { FilterBar } from '../ui/list-filters.tsx'
import { ListChoices, useListChoices } from '../ui/list-choices.tsx'
import type { ListFilter } from '../ui/list-types.ts'
import listStyle from '../ui/list.module.css'
import { ChosenFinding, Findings } from './findings.tsx'
import style from './intake.module.css'
import { useRowColumns } from './row-columns.tsx'
import { RowDetail } from './row-detail.tsx'
import { RowsTable } from './rows-table.tsx'
import { type IntakeRow, type IntakeSummary, isDecidable, useVerdict } from './states.ts'
import { useDecide } from './use-decide.ts'

const names = ['verdict', 'code', 'fileId', 'open', 'text']

/** What was found by kind, at the side; the rows it was found in, the faulty first; and below them the row the reader is on, with what can be done. */
export function FoundInRows({ summary, mayDecide }: { summary: IntakeSummary; mayDecide: boolean }) {
  const { intake, findings } = summary
  const { address, change } = useAddress()
  const listed = useList(listIntakeRows, names, { params: { intakeId: intake.id }, query: { limit: 300 } })
  const [active, setActive] = useState<IntakeRow>()
  const onActive = useCallback((row: IntakeRow | undefined) => setActive(row), [])
  const { columns, filters } = useRowsOf(summary)
  const choices = useListChoices('intake-rows', columns)
  const decide = useDecide(intake.id)
  const canDecide = mayDecide && isDecidable(intake)
  return (
    <div className={style.found}>
      <Findings findings={findings} chosen={address['code']} onChoose={(code) => change({ code })} />
      <div className={style.rows}>
        <div className={listStyle.bar}>
          <FilterBar filters={filters} address={address} change={change} />
          <div className={listStyle.wideOnly}>
            <ListChoices columns={columns} choices={choices} />
          </div>
        </div>
        <ChosenFinding findings={findings} code={address['code']} onClear={() => change({ code: undefined })} />
        <RowsTable
          listed={listed}
          columns={choices.shown}
          isCompact={choices.isCompact}
          isFiltered={names.some((name) => address[name])}
          decide={canDecide ? decide : undefined}
          onActive={onActive}
        />
        <RowDetail row={active} decide={canDecide ? decide : undefined} onClose={() => setActive(undefined)} />
      </div>
    </div>
  )
}

/** The columns of the rows, and the filters over them. */
function useRowsOf({ lists }: IntakeSummary) {
  const text = useText(intakeText)
  const verdict = useVerdict()
  const columns = useRowColumns(lists)
  const filters = useMemo<ListFilter[]>(
    () => [
      { kind: 'search', name: 'text', label: text.searchRows },
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
    [text, verdict, lists],
  )
  return { columns, filters }
}
