import { Checkbox, NumberInput, Radio, Select, TextInput } from '@mantine/core'
import { formatRupiah } from '../../values/rupiah.ts'
import type { Fact } from '../../rules/kit/facts.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { DayField } from './day-field.tsx'
import { choiceLabel, isEmpty, labelOf } from './facts.ts'
import { ListField } from './list-field.tsx'
import style from './rules.module.css'

export type FactFieldProps = {
  name: string
  fact: Fact<unknown>
  value: unknown
  onChange: (value: unknown) => void
  /** What is wrong with a fact, by its path; nothing for one that is only missing. */
  errorOf: (path: string) => string | undefined
}

/** The input a fact asks for: its label, unit, choices, and whether it must be given, all from its description. */
export function FactField(props: FactFieldProps) {
  switch (props.fact.type) {
    case 'day':
      return <DayFact {...props} />
    case 'month':
      return <MonthFact {...props} />
    case 'yes-no':
      return <YesNoFact {...props} />
    case 'choice':
      return <ChoiceFact {...props} />
    case 'list':
      return props.fact.of === undefined ? <WordsFact {...props} /> : <ListField {...props} members={props.fact.of} />
    case 'text':
      return <TextFact {...props} />
    default:
      return <NumberFact {...props} />
  }
}

function useFieldWords({ name, fact, errorOf }: FactFieldProps) {
  const { language } = useLanguage()
  const { label, hint } = labelOf(fact.meaning[language])
  return { label, description: hint, withAsterisk: fact.required, 'aria-required': fact.required, error: errorOf(name) }
}

function DayFact(props: FactFieldProps) {
  const { label, description, withAsterisk, error } = useFieldWords(props)
  return (
    <DayField
      label={label}
      description={description}
      isRequired={withAsterisk}
      error={error}
      value={isEmpty(props.value) ? undefined : String(props.value)}
      onChange={props.onChange}
    />
  )
}

function MonthFact(props: FactFieldProps) {
  const text = useText(rulesText)
  const words = useFieldWords(props)
  return (
    <TextInput
      {...words}
      type="month"
      description={words.description ?? text.monthHint}
      value={isEmpty(props.value) ? '' : String(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  )
}

function TextFact(props: FactFieldProps) {
  return (
    <TextInput
      {...useFieldWords(props)}
      value={isEmpty(props.value) ? '' : String(props.value)}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    />
  )
}

function NumberFact(props: FactFieldProps) {
  const { language } = useLanguage()
  const words = useFieldWords(props)
  const { type, unit, absent } = props.fact
  const isMoney = type === 'rupiah'
  const marks = isMoney || language === 'id' ? { thousandSeparator: '.', decimalSeparator: ',' } : { thousandSeparator: ',' }
  const after = isMoney ? unit?.[language].replace(/^rupiah ?/, '') : type === 'percent' ? '%' : unit?.[language]
  return (
    <NumberInput
      {...words}
      label={
        <>
          {words.label}
          {after && <span className="only-for-readers"> ({after})</span>}
        </>
      }
      {...marks}
      {...(isMoney && { prefix: 'Rp' })}
      {...(after && {
        rightSection: <span className="quiet small">{after}</span>,
        rightSectionWidth: after.length * 7 + 24,
        rightSectionPointerEvents: 'none',
      })}
      {...(typeof absent === 'number' && { placeholder: isMoney ? formatRupiah(absent) : String(absent) })}
      allowNegative={false}
      allowDecimal={!isMoney}
      hideControls
      value={typeof props.value === 'number' || typeof props.value === 'string' ? props.value : ''}
      onChange={(value) => props.onChange(value === '' ? undefined : value)}
    />
  )
}

/** Yes or no; where the law may also not know, a third answer says so. */
function YesNoFact(props: FactFieldProps) {
  const text = useText(rulesText)
  const { withAsterisk: _asterisk, ...words } = useFieldWords(props)
  const { absent, required } = props.fact
  const mayBeOpen = !required && typeof absent !== 'boolean'
  const value = typeof props.value === 'boolean' ? props.value : absent
  const answers = { yes: true, no: false, open: undefined } as const
  return (
    <Radio.Group
      {...words}
      withAsterisk={required}
      value={value === true ? 'yes' : value === false ? 'no' : mayBeOpen ? 'open' : ''}
      onChange={(chosen) => props.onChange(answers[chosen as keyof typeof answers])}
    >
      <div className={style.answers}>
        <Radio value="yes" label={text.yes} />
        <Radio value="no" label={text.no} />
        {mayBeOpen && <Radio value="open" label={text.notKnown} />}
      </div>
    </Radio.Group>
  )
}

function ChoiceFact(props: FactFieldProps) {
  const { language } = useLanguage()
  const words = useFieldWords(props)
  const { choices = [], required, absent } = props.fact
  const value = isEmpty(props.value) ? absent : props.value
  return (
    <Select
      {...words}
      data={choices.map((code) => ({ value: code, label: choiceLabel(code, language) }))}
      value={isEmpty(value) ? null : String(value)}
      onChange={(chosen) => props.onChange(chosen ?? undefined)}
      clearable={!required && absent === undefined}
      allowDeselect={!required && absent === undefined}
      searchable={choices.length > 8}
    />
  )
}

function WordsFact(props: FactFieldProps) {
  const { language } = useLanguage()
  const { withAsterisk: _asterisk, ...words } = useFieldWords(props)
  const { choices = [] } = props.fact
  return (
    <Checkbox.Group
      {...words}
      value={Array.isArray(props.value) ? props.value.map(String) : []}
      onChange={(chosen) => props.onChange(chosen)}
    >
      <div className={style.ticks}>
        {choices.map((code) => (
          <Checkbox key={code} value={code} label={choiceLabel(code, language)} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
