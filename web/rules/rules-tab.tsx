import { IconCalculator } from '@tabler/icons-react'
import { rules } from '../../rules/book.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { paths } from '../paths.ts'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { calculatorPath } from './addresses.ts'
import style from './rules.module.css'

/** Every rule with what it answers, and the way to its page and its calculator. */
export function RulesTab() {
  const text = useText(rulesText)
  const { language } = useLanguage()
  return (
    <ul className={`${pageStyle.panel} ${style.ruleList}`}>
      {rules.map((rule) => (
        <li key={rule.name}>
          <div className={style.ruleWords}>
            <PageLink to={paths.rule(rule.name)} className={style.ruleTitle}>
              {rule.title[language]}
            </PageLink>
            <p>{rule.description[language]}</p>
            <p className="quiet small">
              {text.cases(rule.cases.length)} · {text.figuresUsed(rule.parameters.length)}
            </p>
          </div>
          <PageLink to={calculatorPath(rule.name)} className={style.go} aria-label={text.calculateThis(rule.title[language])}>
            <IconCalculator size={16} aria-hidden /> {text.calculate}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
