import { awaitsFacts, type Decision } from '../../rules/kit/decide.ts'
import { useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { Amount } from '../ui/amounts.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { DecisionGrounds } from './decision-grounds.tsx'
import { LinesTable } from './lines-table.tsx'
import style from './rules.module.css'

/** What a rule answers: granted or not, the amount and its parts, every ground; said to be an estimate where BPJS decides. */
export function Answer({ decision }: { decision: Decision }) {
  const text = useText(rulesText)
  return (
    <>
      <output className={style.verdictBig}>
        <Verdict decision={decision} />
        {decision.amount !== null && (
          <span className={style.amount}>
            <Amount rupiah={decision.amount} />
          </span>
        )}
        <span className="quiet small">{decision.estimate ? text.estimate : text.notDecision}</span>
      </output>
      <LinesTable decision={decision} />
      <DecisionGrounds decision={decision} isOpen />
    </>
  )
}

/** The answer in one badge: met, not met, or waiting for facts. */
export function Verdict({ decision }: { decision: Decision }) {
  const text = useText(rulesText)
  if (decision.granted) return <StatusBadge tone="good">{text.granted}</StatusBadge>
  if (awaitsFacts(decision)) return <StatusBadge tone="warn">{text.awaits}</StatusBadge>
  return <StatusBadge tone="bad">{text.refused}</StatusBadge>
}
