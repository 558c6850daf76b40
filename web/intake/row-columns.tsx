import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { formatDay } from '../../values/days.ts'
import { intakeText } from '../text/intake.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './intake.module.css'
import { type IntakeList, type IntakeRow, useVerdict } from './states.ts'

type Finding = IntakeRow['findings'][number]

const icons = { refuse: IconCircleX, review: IconAlertTriangle, note: IconInfoCircle }

/** The columns of rows: what the village wrote, the faulty cell marked, what was found, what was decided. */
export function useRowColumns(lists: readonly IntakeList[]): ListColumn<IntakeRow>[] {
  const text = useText(intakeText)
  const { language } = useLanguage()
  return useMemo(() => {
    const files = new Map(lists.map((list) => [list.id, list]))
    const sexes: Record<string, string> = { L: text.male, P: text.female }
    const written = (row: IntakeRow) => row.birthDate && formatDay(row.birthDate, language)
    return [
      cellOf('fullName', text.name, 184, (row) => row.fullName, 'first'),
      { id: 'verdict', title: text.verdict, width: 120, phone: 'side', cell: (row) => <Judged row={row} /> },
      cellOf('nik', text.nik, 184, (row) => row.nik),
      cellOf('birthDate', text.birthDate, 184, written),
      { id: 'findings', title: text.finding, width: 192, phone: 'second', cell: (row) => <FoundIn row={row} /> },
      cellOf('occupation', text.occupation, 152, (row) => row.occupation),
      cellOf('sex', text.sex, 64, (row) => row.sex && (sexes[row.sex] ?? row.sex)),
      { ...cellOf('address', text.address, 200, (row) => row.address), isHiddenAtFirst: true },
      { id: 'file', title: text.list, width: 200, cell: (row) => files.get(row.fileId)?.name ?? row.file },
      {
        id: 'village',
        title: text.village,
        width: 144,
        isHiddenAtFirst: true,
        cell: (row) => files.get(row.fileId)?.villageName ?? row.village,
      },
      { id: 'row', title: text.row, width: 72, align: 'end', cell: (row) => row.row },
    ]
  }, [lists, text, language])
}

function cellOf(
  id: string,
  title: string,
  width: number,
  value: (row: IntakeRow) => string | null | undefined,
  phone?: 'first',
): ListColumn<IntakeRow> {
  const cell = (row: IntakeRow) => <Written value={value(row)} finding={row.findings.find((found) => found.field === id)} />
  return { id, title, width, cell, ...(phone && { phone }) }
}

/** What stands in a cell; where something was found in it, it is marked and says what. */
function Written({ value, finding }: { value: string | null | undefined; finding: Finding | undefined }) {
  const text = useText(intakeText)
  const word = useWording()
  const shown: ReactNode = value ? value : finding ? <em>{text.emptyCell}</em> : ''
  if (finding === undefined) return shown
  const Icon = icons[finding.severity]
  return (
    <span className={style.faulty} data-severity={finding.severity} title={word(finding.sentence)}>
      <Icon size={14} aria-label={word(finding.name)} />
      {shown}
    </span>
  )
}

/** How the row was judged, or what an officer decided about it since. */
function Judged({ row }: { row: IntakeRow }) {
  const text = useText(intakeText)
  const verdict = useVerdict()(row.verdict)
  if (row.decision === 'enter') return <StatusBadge tone="good">{text.willEnter}</StatusBadge>
  if (row.decision === 'dismiss') return <StatusBadge tone="calm">{text.leftOutByDecision}</StatusBadge>
  return <StatusBadge tone={verdict.tone}>{verdict.word}</StatusBadge>
}

function FoundIn({ row }: { row: IntakeRow }) {
  const word = useWording()
  return <>{row.findings.map((finding) => word(finding.name)).join('; ')}</>
}
