import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle, IconLoader2, IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useText, useWording } from '../text/language.tsx'
import style from './intake.module.css'
import { cellKey, keyOfRow, type MendableField, useMending } from './mending.tsx'
import type { IntakeRow } from './states.ts'

const icons = { refuse: IconCircleX, review: IconAlertTriangle, note: IconInfoCircle }

type MendableCellProps = {
  row: IntakeRow
  field: MendableField
  title: string
  /** What we read in it, as it is shown. */
  shown: string | null | undefined
}

/** A cell of a row: what was read; where something was found, what the village wrote, marked, with its sentence; and a field to mend it in. */
export function MendableCell({ row, field, title, shown }: MendableCellProps) {
  const mending = useMending()
  const isOpen = mending?.cell?.field === field && mending.cell.key === keyOfRow(row)
  const pending = mending?.pending[cellKey(row, field)]
  if (pending !== undefined && !isOpen) return <Checking value={pending} />
  if (isOpen) return <CellInput row={row} field={field} title={title} shown={shown ?? ''} />
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the grid around it hears Enter, which does the same
    <div className={style.cellValue} onDoubleClick={() => mending?.begin(row, field)}>
      <Written row={row} field={field} shown={shown} />
    </div>
  )
}

/** What was just written, while the server checks it. */
function Checking({ value }: { value: string }) {
  const text = useText(repairText)
  return (
    <span className={style.faulty} data-severity="note" aria-busy>
      <IconLoader2 size={14} aria-label={text.checking} />
      {value}
    </span>
  )
}

function Written({ row, field, shown }: Pick<MendableCellProps, 'row' | 'field' | 'shown'>) {
  const text = useText(intakeText)
  const words = useText(repairText)
  const word = useWording()
  const finding = row.findings.find((found) => found.field === field && found.code !== 'repaired')
  const written = row.written[field] ?? ''
  const isMended = row.mended.includes(field)
  if (finding === undefined && !isMended) return shown ?? ''
  const value = isMended ? shown : written || shown
  const Icon = finding ? icons[finding.severity] : IconPencil
  const said = [finding && word(finding.sentence), isMended && words.writtenInList(written)].filter(Boolean).join(' ')
  return (
    <Tooltip label={said} multiline w={320} position="bottom-start" openDelay={200}>
      <span className={style.faulty} data-severity={finding?.severity ?? 'mended'}>
        <Icon size={14} aria-label={finding ? word(finding.name) : words.mended} />
        {value || <em>{text.emptyCell}</em>}
        <span className="only-for-readers">{said}</span>
      </span>
    </Tooltip>
  )
}

/** The field over a cell: Enter saves, Tab saves and goes on to the next cell, Escape leaves it as it was. */
function CellInput({ row, field, title, shown }: { row: IntakeRow; field: MendableField; title: string; shown: string }) {
  const mending = useMending()
  const text = useText(repairText)
  const input = useRef<HTMLInputElement>(null)
  const isNumber = field === 'nik' || field === 'familyCard'
  const isFaulty = row.written[field] !== undefined && !row.mended.includes(field)
  const [before, setBefore] = useState<string | undefined>(isNumber ? undefined : isFaulty ? (row.written[field] ?? '') : shown)
  const [value, setValue] = useState(before ?? '')
  const readWhole = mending?.read
  useEffect(() => {
    if (before !== undefined) return
    void readWhole?.(row, field).then((whole) => {
      setBefore(whole)
      setValue(whole)
    })
  }, [before, readWhole, row, field])
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const finish = (then: MendableField | undefined) => {
    const grid = input.current?.closest<HTMLElement>('[role="grid"]')
    if (value === before || before === undefined) mending?.move(row, then)
    else mending?.save(row, field, value, then)
    if (then === undefined) grid?.focus()
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const place = mending?.fields.indexOf(field) ?? -1
    if (event.key === 'Enter') finish(undefined)
    else if (event.key === 'Escape') {
      const grid = input.current?.closest<HTMLElement>('[role="grid"]')
      mending?.leave()
      grid?.focus()
    } else if (event.key === 'Tab') finish(mending?.fields[place + (event.shiftKey ? -1 : 1)])
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <input
      ref={input}
      className={style.cellInput}
      aria-label={text.editCell(title, row.fullName)}
      value={value}
      readOnly={before === undefined}
      onChange={(event) => setValue(event.currentTarget.value)}
      onKeyDown={press}
      onBlur={() => mending?.leaveIf(row, field)}
      inputMode={isNumber ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
    />
  )
}
