import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useEffect } from 'react'
import { forgetColumns, readColumns } from '../../src/intake/columns-api.ts'
import { formatShare } from '../../values/numbers.ts'
import { useAct } from '../app/load.ts'
import { columnsText } from '../text/columns.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import pageStyle from '../ui/page.module.css'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useTell } from '../ui/tell.ts'
import workStyle from '../ui/work.module.css'
import {
  type ColumnsOfList,
  type FieldName,
  type ListColumn,
  type ListTable,
  saidOf,
  type TableChoice,
  usePreview,
  withField,
} from './columns-choice.ts'
import { ColumnsPreview } from './columns-preview.tsx'
import style from './columns.module.css'

type ColumnsTableProps = {
  list: ColumnsOfList
  table: ListTable
  choice: TableChoice
  /** Nothing where the columns may only be looked at. */
  onChoose: ((choice: TableChoice) => void) | undefined
}

/** One table of a list: where its heading stands, what each column is read as, and the people that gives. */
export function ColumnsTable({ list, table, choice, onChoose }: ColumnsTableProps) {
  const text = useText(columnsText)
  const { headerRows, columns } = choice
  const params = { intakeId: list.intake.id, fileId: list.list.id }
  const asked = { sheet: table.sheet, headerRows, ...(columns && { columns: saidOf(columns) }) }
  const preview = usePreview({ params, body: asked }, onChoose !== undefined)
  const guessed = preview.data?.table
  const isFresh = guessed !== undefined && !preview.isPlaceholderData
  useEffect(() => {
    if (columns === undefined && isFresh) onChoose?.({ headerRows, columns: guessed.columns.map(({ field }) => field) })
  }, [columns, isFresh, guessed, headerRows, onChoose])
  const shown = isFresh ? guessed : table
  return (
    <div className={style.table}>
      <div className={style.about}>
        <StatusBadge tone={table.isRead ? 'good' : 'warn'}>{table.isRead ? text.isRead : text.notRead}</StatusBadge>
        <Remembered list={list} table={table} mayForget={onChoose !== undefined} />
        {!table.isRead && <span className="quiet">{text.notReadWhy}</span>}
      </div>
      {table.firstRows.length > 0 && <Heading table={table} headerRows={headerRows} onChoose={onChoose} />}
      <div className={`${pageStyle.panel} ${workStyle.numbersTable}`} role="group" aria-label={text.columns} tabIndex={-1}>
        <table aria-label={text.columns}>
          <thead>
            <tr>
              {[text.column, text.heading, text.meaning, text.confidence, text.samples].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.columns.map((column) => (
              <ColumnRow
                key={column.column}
                column={column}
                fields={list.fields}
                chosen={columns === undefined ? column.field : (columns[column.column] ?? null)}
                recognised={table.columns[column.column]}
                onField={
                  onChoose &&
                  ((field) =>
                    onChoose({
                      headerRows,
                      columns: withField(columns ?? shown.columns.map((each) => each.field), column.column, field),
                    }))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      {onChoose && preview.data && <ColumnsPreview preview={preview.data} isOld={preview.isPlaceholderData} />}
    </div>
  )
}

function Remembered({ list, table, mayForget }: { list: ColumnsOfList; table: ListTable; mayForget: boolean }) {
  const text = useText(columnsText)
  const tell = useTell()
  const forget = useAct(forgetColumns, { touches: [readColumns], onDone: () => tell('good', text.forgotten) })
  if (table.remembered === null) return null
  const { fingerprint } = table
  const params = { intakeId: list.intake.id, fileId: list.list.id }
  return (
    <span className={style.remembered}>
      <IconHistory size={14} aria-hidden />
      {text.remembered(table.remembered.list, table.remembered.by)}
      {mayForget && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={forget.isPending}
          onClick={() => forget.mutate({ params, body: { fingerprint } })}
        >
          {text.forget}
        </Button>
      )}
    </span>
  )
}

type HeadingProps = { table: ListTable; headerRows: readonly number[]; onChoose: ColumnsTableProps['onChoose'] }

/** Which row is the heading: choosing another lets the columns be recognised anew. */
function Heading({ table, headerRows, onChoose }: HeadingProps) {
  const text = useText(columnsText)
  const [first] = headerRows
  const rows = table.firstRows.some(({ row }) => row === first)
    ? table.firstRows
    : [...table.firstRows, ...(first === undefined ? [] : [{ row: first, text: '…' }])]
  const following = rows[rows.findIndex(({ row }) => row === first) + 1]?.row
  const choose = (headings: number[]) => onChoose?.({ headerRows: headings, columns: undefined })
  return (
    <div className={style.heading}>
      <NativeSelect
        label={text.headingRow}
        value={first === undefined ? '' : String(first)}
        disabled={onChoose === undefined}
        onChange={(event) => choose(event.currentTarget.value === '' ? [] : [Number(event.currentTarget.value)])}
        data={[
          { value: '', label: text.noHeading },
          ...rows.map((line) => ({ value: String(line.row), label: text.rowIs(line.row, line.text) })),
        ]}
      />
      {first !== undefined && following !== undefined && (
        <Checkbox
          label={text.twoLines}
          checked={headerRows.length > 1}
          disabled={onChoose === undefined}
          onChange={(event) => choose(event.currentTarget.checked ? [first, following] : [first])}
        />
      )}
    </div>
  )
}

type ColumnRowProps = {
  column: ListColumn
  fields: ColumnsOfList['fields']
  chosen: FieldName | null
  /** As the list was read: what is chosen differently is marked as pointed out. */
  recognised: ListColumn | undefined
  onField: ((field: FieldName | null) => void) | undefined
}

function ColumnRow({ column, fields, chosen, recognised, onField }: ColumnRowProps) {
  const text = useText(columnsText)
  const word = useWording()
  const { language } = useLanguage()
  const isPointedOut = onField !== undefined && chosen !== (recognised?.field ?? null)
  const how = { header: text.byHeader, content: text.byContent, clerk: text.byClerk, remembered: text.byMemory, none: '' }
  const known = recognised ?? column
  return (
    <tr data-changed={isPointedOut || undefined}>
      <th scope="row">{column.letter}</th>
      <td>{column.header || <span className="quiet">{text.bare}</span>}</td>
      <td>
        {onField === undefined ? (
          (fields.flatMap(({ field, label }) => (field === chosen ? [word(label)] : []))[0] ?? (
            <span className="quiet">{text.notUsed}</span>
          ))
        ) : (
          <NativeSelect
            size="xs"
            className={style.field ?? ''}
            aria-label={text.meaningOf(column.letter, column.header)}
            value={chosen ?? ''}
            onChange={(event) => onField(fields.find(({ field }) => field === event.currentTarget.value)?.field ?? null)}
            data={[
              { value: '', label: text.notUsed },
              ...fields.map(({ field, label }) => ({ value: field, label: word(label) })),
            ]}
          />
        )}
      </td>
      <td className={style.sure}>
        {isPointedOut ? text.byClerk : chosen !== null && `${formatShare(known.confidence, language)} · ${how[known.by]}`}
      </td>
      <td className={style.samples}>{column.samples.join(' · ')}</td>
    </tr>
  )
}
