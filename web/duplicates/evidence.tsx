import { Radio, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Choosable, choosable, type readPair, type Side } from '../../src/duplicates/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { type ComparedFact, SideBySide } from '../ui/task-page.tsx'
import { differingLetters, type Stretch } from './differing.ts'

export type PairShown = AnswerOf<typeof readPair>
export type Choice = { kept: Side; chosen: Partial<Record<Choosable, Side>> }

type EvidenceProps = { pair: PairShown; choice: Choice; onChoose: (choice: Choice) => void }

/** Two records side by side, with the letters that differ marked; where they differ the reader chooses which value goes on. */
export function Evidence({ pair, choice, onChoose }: EvidenceProps) {
  const text = useText(duplicatesText)
  const { left, right } = pair
  const sideOf = (field: Choosable) => choice.chosen[field] ?? pair.suggested[field]
  const choosing = choosable.map((field) =>
    factOf(text[field], left[field], right[field], (side, shown) => (
      <Radio
        size="xs"
        label={shown}
        aria-label={`${text.choose}: ${text[field]}, ${side === 'left' ? text.leftSide : text.rightSide}`}
        checked={sideOf(field) === side}
        onChange={() => onChoose({ ...choice, chosen: { ...choice.chosen, [field]: side } })}
      />
    )),
  )
  const told = [
    factOf(text.address, left.address, right.address),
    factOf(text.village, left.villageName, right.villageName),
    factOf(text.source, left.sourceFile, right.sourceFile),
  ]
  const titleOf = (side: Side) =>
    `${side === 'left' ? text.leftSide : text.rightSide}${pair[side].isMember ? ` (${text.member})` : ''}`
  return (
    <>
      <SideBySide
        leftTitle={titleOf('left')}
        rightTitle={titleOf('right')}
        facts={[...choosing, ...told]}
        label={text.sideBySide}
        sameWord={text.sameWord}
        differsWord={text.differsWord}
      />
      <p className="small quiet" style={{ marginTop: 16 }}>
        {text.keep}
      </p>
      <SegmentedControl
        aria-label={text.keep}
        value={choice.kept}
        onChange={(kept) => onChoose({ ...choice, kept: kept === 'right' ? 'right' : 'left' })}
        data={[
          { value: 'left', label: text.leftSide },
          { value: 'right', label: text.rightSide },
        ]}
      />
    </>
  )
}

type Cell = string | number | null

function factOf(label: string, left: Cell, right: Cell, choosing?: (side: Side, shown: ReactNode) => ReactNode): ComparedFact {
  const [one, other] = [String(left ?? ''), String(right ?? '')]
  const differs = one !== other
  const marked = differingLetters(one, other)
  const shown = { left: <Marked stretches={marked.left} />, right: <Marked stretches={marked.right} /> }
  if (!differs || choosing === undefined) return { label, ...shown, differs }
  return { label, left: choosing('left', shown.left), right: choosing('right', shown.right), differs }
}

function Marked({ stretches }: { stretches: readonly Stretch[] }) {
  if (stretches.length === 0) return <span className="quiet">–</span>
  return stretches.map(({ text, differs }, at) => {
    const key = `${at} ${text}`
    return differs ? (
      <u key={key}>{text}</u>
    ) : (
      <span key={key} style={{ fontWeight: 400 }}>
        {text}
      </span>
    )
  })
}
