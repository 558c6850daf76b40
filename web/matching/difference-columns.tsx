import type { listDifferences } from '../../src/matching/differences-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useText } from '../text/language.tsx'
import { matchingText } from '../text/matching.ts'
import { DayText } from '../ui/day-text.tsx'
import type { ListColumn } from '../ui/list-types.ts'
import { Marked } from '../ui/marked.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './matching.module.css'

export type Difference = AnswerOf<typeof listDifferences>['rows'][number]

/** Whose value, in which field, ours and theirs with the letters that differ marked, and how old the answer is. */
export function useDifferenceColumns(): ListColumn<Difference>[] {
  const text = useText(matchingText)
  return [
    { id: 'worker', title: text.worker, width: 200, phone: 'first', cell: (row) => row.name },
    { id: 'nik', title: text.nik, width: 152, isHiddenAtFirst: true, cell: (row) => row.nik ?? '–' },
    { id: 'village', title: text.village, width: 136, cell: (row) => row.villageName },
    { id: 'field', title: text.field, width: 120, phone: 'side', cell: (row) => text[row.field] },
    { id: 'ours', title: text.ours, width: 208, cell: (row) => <Marked stretches={row.ours} /> },
    { id: 'theirs', title: text.theirs, width: 208, phone: 'second', cell: (row) => <Theirs row={row} /> },
    { id: 'answeredOn', title: text.answeredOn, width: 240, cell: (row) => <DayText iso={row.answeredOn} age="away" /> },
  ]
}

/** Their value; where the register only compared, its verdict and how near it found the two. */
function Theirs({ row }: { row: Difference }) {
  const text = useText(matchingText)
  if (row.theirs !== null) return <Marked stretches={row.theirs} />
  return (
    <span className={style.untold} title={text.untoldMeans}>
      <StatusBadge tone="warn">{text.disagrees}</StatusBadge>
      {row.similarity !== null && <span className="quiet small">{text.similarity(row.similarity)}</span>}
    </span>
  )
}
