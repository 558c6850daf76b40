import { UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { formatDay } from '../../values/days.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import { type Decision } from '../../rules/kit/decide.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { calculatorPath } from './addresses.ts'
import { Verdict } from './answer.tsx'
import { DecisionGrounds } from './decision-grounds.tsx'
import { factLines, rawOf } from './facts.ts'
import { LinesTable } from './lines-table.tsx'
import style from './rules.module.css'

type WorkedCase = Rule['cases'][number]

/** The worked cases of a rule: who and when, what is known, what the law gives; each opens into its grounds. */
export function CasesTable({ rule }: { rule: Rule }) {
  const text = useText(rulesText)
  return (
    <div className={`${pageStyle.panel} ${style.cases}`}>
      <table aria-label={text.workedCases}>
        <thead>
          <tr>
            <th scope="col">{text.case}</th>
            <th scope="col">{text.day}</th>
            <th scope="col">{text.facts}</th>
            <th scope="col">{text.result}</th>
          </tr>
        </thead>
        <tbody>
          {rule.cases.map((each) => (
            <CaseRows key={`${each.name.id} ${each.on.toString()}`} rule={rule} each={each} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CaseRows({ rule, each }: { rule: Rule; each: WorkedCase }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const facts = factLines(rule.facts, rawOf(each.facts), language)
  const name = each.name[language]
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <th scope="row">
          <UnstyledButton className={style.opener} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            <IconChevronDown size={16} className={style.chevron} aria-hidden />
            <span>{name}</span>
          </UnstyledButton>
        </th>
        <td className={style.caseDay}>{formatDay(each.on, language)}</td>
        <td>
          {facts.length === 0 && <span className="quiet">{text.noFacts}</span>}
          {facts.map((line) => (
            <div key={line.name}>
              <span className="quiet">{line.label}:</span>{' '}
              <span className={line.value.length < 24 ? style.short : undefined}>{line.value}</span>
            </div>
          ))}
        </td>
        <td className={style.caseResult}>
          <CaseResult each={each} />
        </td>
      </tr>
      <tr id={id} hidden={!isOpen} className={style.caseGrounds}>
        <td colSpan={4}>
          {isOpen && <CaseGrounds rule={rule} each={each} decision={each.decide()} title={text.groundsOf(name)} />}
        </td>
      </tr>
    </>
  )
}

type CaseGroundsProps = { rule: Rule; each: WorkedCase; decision: Decision; title: string }

function CaseGrounds({ rule, each, decision, title }: CaseGroundsProps) {
  const text = useText(rulesText)
  return (
    <section className={style.opened} aria-label={title}>
      <div className={style.openedHead}>
        <Verdict decision={decision} />
        {decision.estimate && <span className="quiet small">{text.estimate}</span>}
        {each.sources && (
          <span className="quiet small">
            {text.source}: {each.sources.join(', ')}
          </span>
        )}
        <PageLink to={calculatorPath(rule.name, each)} className={style.go}>
          {text.tryCase} <IconArrowRight size={14} aria-hidden />
        </PageLink>
      </div>
      <LinesTable decision={decision} />
      <DecisionGrounds decision={decision} isOpen />
    </section>
  )
}

/** The amount, yes, or which condition failed. */
function CaseResult({ each }: { each: WorkedCase }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  if (each.amount !== null) return <strong className="figures">{formatRupiah(each.amount)}</strong>
  if (each.granted) return <strong>{text.yes}</strong>
  const unmet = each.decide().grounds.filter((ground) => !ground.met && ground.effect === 'required')
  return <>{text.refusedBecause(unmet.map((ground) => ground.condition[language]).join('; '))}</>
}
