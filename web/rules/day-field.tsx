import '@mantine/dates/styles.layer.css'
import 'dayjs/locale/id'
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { findDay, formatDay } from '../../values/days.ts'
import type { Language } from '../../values/language.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { findTypedDay } from './facts.ts'

type DayFieldProps = {
  label: string
  description?: string | undefined
  /** ISO day; text that is no day yet is kept as it was typed. */
  value: string | undefined
  onChange: (value: string | undefined) => void
  isRequired?: boolean
  placeholder?: string
  error?: string | undefined
}

/** A day, typed as people write it or chosen in a calendar; written out in words once it is understood. */
export function DayField({ label, description, value, onChange, isRequired, placeholder, error }: DayFieldProps) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const [typed, setTyped] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const [isLeft, setLeft] = useState(true)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (isLeft) setTyped(undefined)
  }
  const shown = typed ?? written(value, language)
  const isWrong = isLeft && shown.trim() !== '' && findTypedDay(shown) === undefined
  const type = (wanted: string) => {
    setTyped(wanted)
    onChange(wanted.trim() === '' ? undefined : (findTypedDay(wanted) ?? wanted))
  }
  const leave = () => {
    setLeft(true)
    if (typed !== undefined && (typed.trim() === '' || findTypedDay(typed) !== undefined)) setTyped(undefined)
  }
  const choose = (chosen: string | null) => {
    setTyped(undefined)
    onChange(chosen ?? undefined)
    setOpen(false)
  }
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={placeholder ?? text.dayHint}
      withAsterisk={isRequired ?? false}
      aria-required={isRequired ?? false}
      value={shown}
      onFocus={() => setLeft(false)}
      onBlur={leave}
      onChange={(event) => type(event.currentTarget.value)}
      error={isWrong ? text.dayWrong : error}
      rightSection={
        <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`${text.dayChoose}: ${label}`} onClick={() => setOpen(!isOpen)}>
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={text.dayChoose}>
            <DatePicker
              locale={language}
              value={chosenDay(value)}
              {...(chosenDay(value) !== null && { defaultDate: chosenDay(value) ?? '' })}
              minDate="1900-01-01"
              maxDate="2040-12-31"
              onChange={choose}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  )
}

function written(value: string | undefined, language: Language): string {
  const iso = chosenDay(value)
  return iso === null ? (value ?? '') : formatDay(iso, language)
}

function chosenDay(value: string | undefined): string | null {
  return value !== undefined && findDay(value) !== undefined ? value : null
}
