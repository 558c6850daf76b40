import type { ReactNode } from 'react'
import { type Choosable, choosable, type Side } from '../../src/duplicates/api.ts'
import { differingLetters, type Stretch } from '../../values/differing.ts'
import { findDay, formatDay } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { paths } from '../paths.ts'
import { DayText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { Marked } from '../ui/marked.tsx'
import { type Choice, type PairShown, sideOf } from './choice.ts'
import style from './duplicates.module.css'
import { ReasonOf } from './reason-of.tsx'

type ComparedPairProps = { pair: PairShown; choice: Choice; onChoose: (choice: Choice) => void }

/** The engine's name of each field that is also compared. */
const comparedAs: Partial<Record<Choosable | 'address' | 'villageName', string>> = {
  nik: 'nik',
  family_card: 'kk',
  full_name: 'fullName',
  birth_date: 'birthDate',
  sex: 'sex',
  mother_name: 'motherName',
  phone: 'phone',
  address: 'address',
  villageName: 'village',
}

/** Two records field by field: both values with what differs marked, what the field says, and the value a merge would leave. */
export function ComparedPair({ pair, choice, onChoose }: ComparedPairProps) {
  const text = useText(duplicatesText)
  const reasonOf = (field: keyof typeof comparedAs) => pair.reasons.find((one) => one.field === comparedAs[field])
  const told = [
    { field: 'address' as const, label: text.address },
    { field: 'neighbourhood' as const, label: text.neighbourhood },
    { field: 'villageName' as const, label: text.village },
    { field: 'sourceFile' as const, label: text.source },
  ]
  return (
    <table className={style.compared} aria-label={text.sideBySide}>
      <PairHead pair={pair} />
      <tbody>
        {choosable.map((field) => (
          <ChoosableRow
            key={field}
            field={field}
            pair={pair}
            choice={choice}
            onChoose={(side) => onChoose({ ...choice, chosen: { ...choice.chosen, [field]: side } })}
            reason={<ReasonOf reason={reasonOf(field)} />}
          />
        ))}
        {told.map(({ field, label }) => {
          const marks = differingLetters(pair.left[field] ?? '', pair.right[field] ?? '')
          const isCompared = field === 'address' || field === 'villageName'
          return (
            <tr key={field}>
              <th scope="row">{label}</th>
              <td>
                <Marked stretches={marks.left} />
              </td>
              <td>
                <Marked stretches={marks.right} />
              </td>
              <td data-part="why">{isCompared && <ReasonOf reason={reasonOf(field)} />}</td>
              <td data-part="result">{field === 'sourceFile' ? null : (pair[choice.kept][field] ?? '–')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function PairHead({ pair }: { pair: PairShown }) {
  const text = useText(duplicatesText)
  const headOf = (side: Side) => (
    <th scope="col">
      <PageLink to={paths.worker(String(pair[side].id))}>{side === 'left' ? text.leftSide : text.rightSide}</PageLink>
      {pair[side].isMember && ` (${text.member})`}
      <div className="small quiet">
        {text.recorded} <DayText iso={pair[side].recordedAt.slice(0, 10)} />
      </div>
    </th>
  )
  return (
    <thead>
      <tr>
        <td aria-label={text.sideBySide} />
        {headOf('left')}
        {headOf('right')}
        <th scope="col">{text.why}</th>
        <th scope="col" data-part="result">
          {text.result}
        </th>
      </tr>
    </thead>
  )
}

type ChoosableRowProps = {
  field: Choosable
  pair: PairShown
  choice: Choice
  onChoose: (side: Side) => void
  reason: ReactNode
}

function ChoosableRow({ field, pair, choice, onChoose, reason }: ChoosableRowProps) {
  const text = useText(duplicatesText)
  const { language } = useLanguage()
  const marks = marksOf(field, pair, language)
  const differs = [...marks.left, ...marks.right].some((stretch) => stretch.differs)
  const side = sideOf(field, choice, pair)
  const cellOf = (one: Side) =>
    differs ? (
      <button type="button" className={style.value} aria-pressed={side === one} onClick={() => onChoose(one)}>
        <span>
          <span className="only-for-readers">
            {text.valueTaken(text[field], one === 'left' ? text.leftSide : text.rightSide)}{' '}
          </span>
          <Marked stretches={marks[one]} />
        </span>
      </button>
    ) : (
      <Marked stretches={marks[one]} />
    )
  return (
    <tr>
      <th scope="row">{text[field]}</th>
      <td>{cellOf('left')}</td>
      <td>{cellOf('right')}</td>
      <td data-part="why">{reason}</td>
      <td data-part="result">
        {marks[side].map(({ text: part }) => part).join('') || '–'}
        {differs && <SaysWhy field={field} pair={pair} choice={choice} />}
      </td>
    </tr>
  )
}

/** Why a merge would leave this value. */
function SaysWhy({ field, pair, choice }: { field: Choosable; pair: PairShown; choice: Choice }) {
  const text = useText(duplicatesText)
  const words = { civil: text.civilSays, newer: text.newerSays, only: text.onlySays }
  const said =
    choice.chosen[field] !== undefined
      ? text.handSays
      : choice.rule === 'proposed'
        ? words[pair.proposed[field].because]
        : text.ruleSays
  return <div className="small quiet">{said}</div>
}

function marksOf(field: Choosable, pair: PairShown, language: Language): { left: readonly Stretch[]; right: readonly Stretch[] } {
  if (field === 'nik' || field === 'family_card' || field === 'phone') return pair.numbers[field]
  const written = (side: Side) => {
    const value = pair[side][field]
    if (value === null) return ''
    if (typeof value === 'number') return formatRupiah(value)
    const on = field === 'birth_date' ? findDay(value) : undefined
    return on === undefined ? value : formatDay(on, language)
  }
  return differingLetters(written('left'), written('right'))
}
