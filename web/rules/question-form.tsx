import { Button, Select } from '@mantine/core'
import type { Rule } from '../../rules/kit/rule.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { DayField } from './day-field.tsx'
import { FactField } from './fact-field.tsx'
import { dayMeaning, rawOf } from './facts.ts'
import type { Question } from './question.ts'
import style from './rules.module.css'

type QuestionFormProps = {
  rule: Rule
  question: Question
  onChange: (question: Question) => void
  errorOf: (path: string) => string | undefined
}

/** The fields of a rule: the day of the question, then each fact it takes; a worked case can fill them. */
export function QuestionForm({ rule, question, onChange, errorOf }: QuestionFormProps) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { on, facts } = question
  return (
    <div className={style.fields}>
      <CaseChoice rule={rule} onChange={onChange} />
      <p className="quiet small">{text.requiredNote}</p>
      <DayField
        label={text.dayMeans}
        description={dayMeaning(rule, language)}
        value={on}
        onChange={(day) => onChange({ on: day ?? '', facts })}
        isRequired
      />
      {Object.entries(rule.facts).map(([name, fact]) => (
        <FactField
          key={name}
          name={name}
          fact={fact}
          value={facts[name]}
          onChange={(value) => onChange({ on, facts: { ...facts, [name]: value } })}
          errorOf={errorOf}
        />
      ))}
      <div>
        <Button variant="default" onClick={() => onChange({ on, facts: {} })}>
          {text.startOver}
        </Button>
      </div>
    </div>
  )
}

function CaseChoice({ rule, onChange }: { rule: Rule; onChange: (question: Question) => void }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const fill = (place: string | null) => {
    const chosen = rule.cases[Number(place ?? Number.NaN)]
    if (chosen !== undefined) onChange({ on: chosen.on.toString(), facts: rawOf(chosen.facts) })
  }
  return (
    <Select
      label={text.fillCase}
      placeholder={text.fillCaseHint}
      data={rule.cases.map((each, place) => ({ value: String(place), label: each.name[language] }))}
      value={null}
      onChange={fill}
      searchable
      maxDropdownHeight={320}
    />
  )
}
