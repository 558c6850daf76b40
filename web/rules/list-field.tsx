import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { DescribedFacts } from '../../rules/kit/facts.ts'
import { memberWords } from '../text/fact-words.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { FactField, type FactFieldProps } from './fact-field.tsx'
import { labelOf, type RawFacts } from './facts.ts'
import style from './rules.module.css'

/** A list of members (children, losses): each with fields of its own; members are added and removed. */
export function ListField({ name, fact, members, value, onChange, errorOf }: FactFieldProps & { members: DescribedFacts }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const { label } = labelOf(fact.meaning[language])
  const called = memberWords[name]?.[language] ?? text.row
  const rows: readonly RawFacts[] = Array.isArray(value) ? (value as RawFacts[]) : []
  const change = (place: number, row: RawFacts) => onChange(rows.map((each, at) => (at === place ? row : each)))
  return (
    <fieldset className={style.list}>
      <legend>
        {label}
        {fact.required && <span className={style.asterisk}> *</span>}
      </legend>
      {rows.length === 0 && <p className="quiet small">{text.nobodyYet}</p>}
      {rows.map((row, place) => (
        <fieldset key={place} className={style.member}>
          <legend>{capital(text.member(called, place + 1))}</legend>
          <ActionIcon
            className={style.remove}
            variant="subtle"
            color="gray"
            aria-label={text.remove(called, place + 1)}
            title={text.remove(called, place + 1)}
            onClick={() => onChange(rows.filter((_, at) => at !== place))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
          {Object.entries(members).map(([member, described]) => (
            <FactField
              key={member}
              name={member}
              fact={described}
              value={row[member]}
              onChange={(next) => change(place, { ...row, [member]: next })}
              errorOf={(path) => errorOf(`${name}[${place + 1}].${path}`)}
            />
          ))}
        </fieldset>
      ))}
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onChange([...rows, {}])}>
        {text.add(called)}
      </Button>
    </fieldset>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
