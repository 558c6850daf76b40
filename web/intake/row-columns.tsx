import { useMemo } from 'react'
import { formatDay } from '../../values/days.ts'
import { formatCount } from '../../values/numbers.ts'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { MendableCell } from './mended-cell.tsx'
import type { MendableField } from './mending.tsx'
import { type IntakeList, type IntakeRow, useVerdict } from './states.ts'

/** The columns of rows: what the village wrote, the faulty cell marked and mended in place, what was found, what was decided. */
export function useRowColumns(lists: readonly IntakeList[]): ListColumn<IntakeRow>[] {
  const text = useText(intakeText)
  const words = useText(repairText)
  const { language } = useLanguage()
  return useMemo(() => {
    const files = new Map(lists.map((list) => [list.id, list]))
    const sexes: Record<string, string> = { L: text.male, P: text.female }
    const born = (row: IntakeRow) => row.birthDate && formatDay(row.birthDate, language)
    return [
      { ...cellOf('fullName', text.name, 224, (row) => row.fullName), phone: 'first' },
      { id: 'verdict', title: text.verdict, width: 112, phone: 'side', cell: (row) => <Judged row={row} /> },
      cellOf('nik', text.nik, 168, (row) => row.nik),
      cellOf('birthDate', text.birthDate, 160, born),
      { id: 'findings', title: text.finding, width: 208, phone: 'second', cell: (row) => <FoundIn row={row} /> },
      cellOf('occupation', text.occupation, 144, (row) => row.occupation),
      cellOf('sex', text.sex, 56, (row) => row.sex && (sexes[row.sex] ?? row.sex)),
      { ...cellOf('familyCard', words.familyCard, 184, (row) => row.familyCard), isHiddenAtFirst: true },
      { ...cellOf('address', text.address, 176, (row) => row.address), isHiddenAtFirst: true },
      { ...cellOf('hamlet', words.hamlet, 136, (row) => row.hamlet), isHiddenAtFirst: true },
      { ...cellOf('income', words.income, 120, (row) => incomeOf(row, language)), isHiddenAtFirst: true },
      { ...cellOf('phone', words.phone, 136, (row) => row.written['phone']), isHiddenAtFirst: true },
      { id: 'file', title: text.list, width: 176, cell: (row) => files.get(row.fileId)?.name ?? row.file },
      {
        id: 'village',
        title: text.village,
        width: 144,
        isHiddenAtFirst: true,
        cell: (row) => row.villageName ?? <span className="quiet">{text.noVillage}</span>,
      },
      { id: 'row', title: text.row, width: 64, align: 'end', cell: (row) => row.row },
    ]
  }, [lists, text, words, language])
}

/** The cells that can be mended among some columns, in their order. */
export function mendableAmong(columns: readonly ListColumn<IntakeRow>[]): MendableField[] {
  const all = new Set<string>([
    'fullName',
    'nik',
    'birthDate',
    'occupation',
    'sex',
    'familyCard',
    'address',
    'hamlet',
    'income',
    'phone',
  ])
  return columns.flatMap((column) => (all.has(column.id) ? [column.id as MendableField] : []))
}

function cellOf(
  id: MendableField,
  title: string,
  width: number,
  value: (row: IntakeRow) => string | null | undefined,
): ListColumn<IntakeRow> {
  return { id, title, width, cell: (row) => <MendableCell row={row} field={id} title={title} shown={value(row)} /> }
}

function incomeOf(row: IntakeRow, language: 'id' | 'en'): string {
  return row.income === null ? '' : formatCount(row.income, language)
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
