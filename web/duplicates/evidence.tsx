import { Button, Kbd, Select } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { Side } from '../../src/duplicates/api.ts'
import { duplicatesText } from '../text/duplicates.ts'
import { useText } from '../text/language.tsx'
import { type Choice, type PairShown, type Rule, rules } from './choice.ts'
import { ComparedPair } from './compared-pair.tsx'
import style from './duplicates.module.css'
import { GroupOfPair } from './group-of-pair.tsx'

type EvidenceProps = { pair: PairShown; choice: Choice; onChoose: (choice: Choice) => void }

/** Everything needed to tell whether two records are one person, and what a merge would leave. */
export function Evidence({ pair, choice, onChoose }: EvidenceProps) {
  const text = useText(duplicatesText)
  const keep = (kept: Side) => onChoose({ ...choice, kept })
  useHotkeys([
    ['1', () => keep('left')],
    ['2', () => keep('right')],
  ])
  const names: Record<Rule, string> = { proposed: text.ruleProposed, newer: text.ruleNewer, kept: text.ruleKept }
  const sides: { side: Side; label: string }[] = [
    { side: 'left', label: text.leftSide },
    { side: 'right', label: text.rightSide },
  ]
  return (
    <>
      <ComparedPair pair={pair} choice={choice} onChoose={onChoose} />
      <div className={style.choices}>
        <div role="group" aria-label={text.keep}>
          <span className="small quiet">{text.keep}</span>
          {sides.map(({ side, label }, at) => (
            <Button
              key={side}
              size="compact-sm"
              variant={choice.kept === side ? 'light' : 'default'}
              aria-pressed={choice.kept === side}
              onClick={() => keep(side)}
              rightSection={<Kbd size="xs">{at + 1}</Kbd>}
            >
              {label}
            </Button>
          ))}
        </div>
        <div>
          <span className="small quiet" id="rule-of-values">
            {text.rule}
          </span>
          <Select
            aria-labelledby="rule-of-values"
            size="xs"
            w={240}
            allowDeselect={false}
            data={rules.map((value) => ({ value, label: names[value] }))}
            value={choice.rule}
            onChange={(rule) => onChoose({ ...choice, rule: rules.find((one) => one === rule) ?? 'proposed', chosen: {} })}
          />
        </div>
        <span className="small quiet">{text.because}</span>
      </div>
      <GroupOfPair pair={pair} />
    </>
  )
}
