import { IconCalculator } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import type { Language, Wording } from '../../values/language.ts'
import { findRule } from '../../rules/book.ts'
import type { DescribedFacts, Fact } from '../../rules/kit/facts.ts'
import type { Rule } from '../../rules/kit/rule.ts'
import { showValue } from '../../rules/kit/show.ts'
import { useSession } from '../app/session.tsx'
import { kindWords } from '../text/fact-words.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { paths } from '../paths.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import { PageHead, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import { calculatorPath, figurePath } from './addresses.ts'
import { CasesTable } from './cases-table.tsx'
import { dayMeaning, labelOf } from './facts.ts'
import { FigureMarks } from './figure-row.tsx'
import { standingOn } from './figures.ts'
import style from './rules.module.css'

/** One rule of law: what it answers, its worked cases, the figures it uses, the facts it asks for. */
export function RulePage() {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const params: { id?: string } = useParams({ strict: false })
  const rule = findRule(params.id ?? '')
  useTabTitle(rule?.title[language] ?? text.noRule)
  if (rule === undefined)
    return (
      <div className={pageStyle.page}>
        <EmptyState
          title={text.noRule}
          what={text.noRuleWhat}
          action={<PageLink to={paths.rules({ tab: 'rules' })}>{text.toRules}</PageLink>}
        />
      </div>
    )
  return (
    <div className={pageStyle.page}>
      <PageHead
        title={rule.title[language]}
        over={<PageLink to={paths.rules({ tab: 'rules' })}>{text.title}</PageLink>}
        acts={
          <PageLink to={calculatorPath(rule.name)} className={style.act}>
            <IconCalculator size={16} aria-hidden /> {text.calculate}
          </PageLink>
        }
      />
      <p className={style.lead}>{rule.description[language]}</p>
      <section className={style.group}>
        <h2>
          {text.workedCases} <span className="quiet">{rule.cases.length}</span>
        </h2>
        <p className="quiet small">{text.workedCasesWhat}</p>
        <CasesTable rule={rule} />
      </section>
      <section className={style.group}>
        <h2>{text.parametersUsed}</h2>
        <FiguresUsed rule={rule} />
      </section>
      <section className={style.group}>
        <h2>{text.factsNeeded}</h2>
        <p className="quiet small">
          {text.dayMeans}: {dayMeaning(rule, language)}
        </p>
        <FactsTable facts={rule.facts} />
      </section>
    </div>
  )
}

function FiguresUsed({ rule }: { rule: Rule }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const on = Temporal.PlainDate.from(useSession().today)
  if (rule.parameters.length === 0) return <p className="quiet">{text.noParameters}</p>
  return (
    <ul className={`${pageStyle.panel} ${style.used}`}>
      {rule.parameters.map((figure) => (
        <li key={figure.name}>
          <PageLink to={figurePath(figure.name)}>{figure.title[language]}</PageLink>
          <FigureMarks figure={figure} on={on} />
          <strong>{showValue(figure, standingOn(figure, on).entry?.value, language)}</strong>
        </li>
      ))}
    </ul>
  )
}

function FactsTable({ facts }: { facts: DescribedFacts }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  return (
    <NumbersTable
      label={text.factsNeeded}
      rows={Object.entries(facts)}
      keyOf={([name]) => name}
      columns={[
        { id: 'fact', title: text.fact, cell: factCell },
        { id: 'kind', title: text.kind, cell: ([, fact]) => kindOf(fact, language) },
        { id: 'needed', title: text.mustBeGiven, cell: ([, fact]) => (fact.required ? text.needed : text.optional) },
      ]}
    />
  )
}

function factCell([, fact]: [string, Fact<unknown>]) {
  return <FactMeaning meaning={fact.meaning} />
}

function FactMeaning({ meaning }: { meaning: Wording }) {
  const { language } = useLanguage()
  const { label, hint } = labelOf(meaning[language])
  return (
    <>
      {label}
      {hint && <span className="quiet"> · {hint}</span>}
    </>
  )
}

function kindOf(fact: Fact<unknown>, language: Language): string {
  const unit = fact.type === 'rupiah' ? undefined : fact.unit?.[language]
  return [kindWords[fact.type][language], unit].filter(Boolean).join(', ')
}
