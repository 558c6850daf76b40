import { Button, Select } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconAlertTriangle, IconLink, IconPrinter } from '@tabler/icons-react'
import { findDay } from '../../values/days.ts'
import { findRule, rules } from '../../rules/book.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { paths } from '../paths.ts'
import { useAddress } from '../ui/address.ts'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { Answer } from './answer.tsx'
import { CalculationSheet } from './calculation-sheet.tsx'
import { factsKnownTo } from './facts.ts'
import { marksOf } from './figures.ts'
import { factProblems, type ShownFactProblem } from './problems.ts'
import { useQuestion } from './question.ts'
import { QuestionForm } from './question-form.tsx'
import style from './rules.module.css'

/** Asks a rule in the browser: a form made of the facts it takes, and its answer with every ground on each change. */
export function CalculatorTab() {
  const { address } = useAddress()
  const { today } = useSession()
  const { language } = useLanguage()
  const { question, ask } = useQuestion(today)
  const rule = findRule(address['rule'] ?? 'jkm') ?? rules[0]
  if (rule === undefined) return null
  const on = findDay(question.on)
  const answer = on === undefined ? undefined : rule.ask(question.facts, on)
  const problems =
    answer === undefined || answer.ok ? [] : factProblems(answer.refusal.problems, rule.facts, { raw: question.facts, language })
  const errorOf = (path: string) => problems.find((problem) => problem.path === path && !problem.isMissing)?.says
  const decision = answer?.ok === true ? answer.value : undefined
  return (
    <>
      <div className={style.calculator}>
        <div className={`${pageStyle.panel} ${style.form}`}>
          <RuleChoice
            rule={rule}
            onChange={(next) => ask({ ...question, facts: factsKnownTo(next.facts, question.facts) }, next.name)}
          />
          <QuestionForm key={rule.name} rule={rule} question={question} onChange={(next) => ask(next)} errorOf={errorOf} />
        </div>
        <section className={style.answer} aria-label={rule.title[language]}>
          {decision === undefined ? <NotYet problems={problems} hasDay={on !== undefined} /> : <Answer decision={decision} />}
          <Unverified rule={rule} on={on ?? Temporal.PlainDate.from(today)} />
          <Sharing />
        </section>
      </div>
      {decision && on && <CalculationSheet rule={rule} on={on} facts={question.facts} decision={decision} />}
    </>
  )
}

function RuleChoice({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const choose = (name: string | null) => {
    const chosen = findRule(name ?? '')
    if (chosen !== undefined) onChange(chosen)
  }
  return (
    <div className={style.ruleChoice}>
      <Select
        label={text.chooseRule}
        data={rules.map(({ name, title }) => ({ value: name, label: title[language] }))}
        value={rule.name}
        onChange={choose}
        allowDeselect={false}
        maxDropdownHeight={400}
      />
      <p className="quiet">
        {rule.description[language]} <PageLink to={paths.rule(rule.name)}>{text.aboutRule}</PageLink>
      </p>
    </div>
  )
}

/** Why there is no answer yet: what must be filled in first, and what must be mended. */
function NotYet({ problems, hasDay }: { problems: readonly ShownFactProblem[]; hasDay: boolean }) {
  const text = useText(rulesText)
  const missing = problems.filter((problem) => problem.isMissing)
  const wrong = problems.filter((problem) => !problem.isMissing)
  return (
    <output className={style.verdictBig}>
      {!hasDay && <p>{text.needsDay}</p>}
      {missing.length > 0 && (
        <div>
          <p>{text.fillFirst}</p>
          <ul>
            {missing.map(({ path, label }) => (
              <li key={path}>{label}</li>
            ))}
          </ul>
        </div>
      )}
      {wrong.length > 0 && (
        <div>
          <p>{text.mend}</p>
          <ul>
            {wrong.map(({ path, label, says }) => (
              <li key={path}>
                {label}: {says}
              </li>
            ))}
          </ul>
        </div>
      )}
    </output>
  )
}

/** An answer is as sure as its figures: says when some were never read in the official text. */
function Unverified({ rule, on }: { rule: Rule; on: Temporal.PlainDate }) {
  const text = useText(rulesText)
  const unsure = rule.parameters.filter((figure) =>
    marksOf(figure, on).some((mark) => mark === 'unverified' || mark === 'rows-unverified'),
  )
  if (unsure.length === 0) return null
  return (
    <p className={`small ${style.unsure}`}>
      <IconAlertTriangle size={14} aria-hidden />
      <PageLink to={paths.rule(rule.name)}>{text.unverifiedUsed(unsure.length)}</PageLink>
    </p>
  )
}

function Sharing() {
  const text = useText(rulesText)
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <div className={style.sharing}>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        {text.print}
      </Button>
      <Button
        variant="default"
        leftSection={<IconLink size={16} aria-hidden />}
        onClick={() => clipboard.copy(window.location.href)}
      >
        {clipboard.copied ? text.copied : text.copyLink}
      </Button>
      <p className="quiet small">{text.sharesFacts}</p>
    </div>
  )
}
