import { type Day, formatDay } from '../../values/days.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { uiText } from '../text/ui.ts'
import { Verdict } from './answer.tsx'
import { shownGround } from './decision-grounds.tsx'
import { factLines, type RawFacts } from './facts.ts'
import style from './rules.module.css'

type CalculationSheetProps = { rule: Rule; on: Day; facts: RawFacts; decision: Decision }

/** The calculation on paper: what was asked, what was known, the answer with its parts, every ground in words. Seen only in print. */
export function CalculationSheet({ rule, on, facts, decision }: CalculationSheetProps) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { region, account, today } = useSession()
  const known = [{ name: 'on', label: text.dayMeans, value: formatDay(on, language) }, ...factLines(rule.facts, facts, language)]
  return (
    <article className={style.sheet} aria-hidden>
      <p className="quiet small">
        {region.name} · {text.calculation}
      </p>
      <h2>{rule.title[language]}</h2>
      <p>{rule.description[language]}</p>
      <table>
        <caption>{text.facts}</caption>
        <tbody>
          {known.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.label}</th>
              <td>{line.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>
          {text.result}: <Verdict decision={decision} />
        </caption>
        <tbody>
          {decision.lines.map((line, place) => (
            <tr key={place}>
              <th scope="row">{line.label[language]}</th>
              <td>{formatRupiah(line.amount)}</td>
            </tr>
          ))}
          {decision.amount !== null && (
            <tr>
              <th scope="row">
                <strong>{text.total}</strong>
              </th>
              <td>
                <strong>{formatRupiah(decision.amount)}</strong>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <SheetGrounds decision={decision} />
      <p>{decision.estimate ? text.estimate : text.notDecision}</p>
      <p className="quiet small">
        {text.printedOn(formatDay(today, language))} · {account.fullName}
        <br />
        {window.location.href}
      </p>
    </article>
  )
}

function SheetGrounds({ decision }: { decision: Decision }) {
  const text = useText(rulesText)
  const shared = useText(uiText)
  const { language } = useLanguage()
  return (
    <table>
      <caption>{shared.why}</caption>
      <tbody>
        {decision.grounds.map((ground, place) => {
          const { isMet, says, found, source } = shownGround(ground, language)
          const isRequired = ground.effect === 'required'
          const met = isRequired ? shared.met : text.yes
          const unmet = isRequired ? shared.notMet : text.no
          return (
            <tr key={place}>
              <th scope="row">{isMet === undefined ? shared.notKnown : isMet ? met : unmet}</th>
              <td>
                {says}
                {found && ` (${String(found)})`}
                <div className="quiet small">{source.name}</div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
