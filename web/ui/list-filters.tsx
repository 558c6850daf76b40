import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import type { Address } from './address.ts'
import type { ListFilter } from './list-types.ts'
import style from './list.module.css'

type FilterBarProps = {
  filters: readonly ListFilter[]
  address: Address
  change: (parts: Record<string, string | undefined>) => void
}

/** The one line of filters over a list. What is chosen stands in the page's address. */
export function FilterBar({ filters, address, change }: FilterBarProps) {
  const text = useText(uiText)
  const names = filters.map((filter) => filter.name)
  const isFiltered = names.some((name) => address[name])
  return (
    <search className={style.filters}>
      {filters.map((filter) => (
        <OneFilter
          key={filter.name}
          filter={filter}
          value={address[filter.name] ?? ''}
          onChange={(value) => change({ [filter.name]: value })}
        />
      ))}
      {isFiltered && (
        <Button variant="subtle" onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}>
          {text.clearFilters}
        </Button>
      )}
    </search>
  )
}

type OneFilterProps = { filter: ListFilter; value: string; onChange: (value: string | undefined) => void }

function OneFilter({ filter, value, onChange }: OneFilterProps) {
  switch (filter.kind) {
    case 'search':
      return <SearchFilter label={filter.label} value={value} onChange={onChange} />
    case 'month':
      return (
        <TextInput
          type="month"
          w={168}
          aria-label={filter.label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )
    case 'day':
      return (
        <TextInput
          type="date"
          w={208}
          aria-label={filter.label}
          leftSection={<span className="quiet small">{filter.label}</span>}
          leftSectionWidth={64}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      )
    case 'choice':
      return (
        <Select
          w={184}
          aria-label={filter.label}
          placeholder={filter.label}
          data={[...filter.options]}
          value={value === '' ? null : value}
          onChange={(chosen) => onChange(chosen ?? undefined)}
          clearable
          searchable={filter.options.length > 8}
        />
      )
  }
}

/** What is typed shows at once; the list is asked only when the reader pauses. */
function SearchFilter({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string | undefined) => void
}) {
  const text = useText(uiText)
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  const [asked, setAsked] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (value !== asked) setTyped(value)
  }
  const ask = useDebouncedCallback((wanted: string) => {
    setAsked(wanted)
    onChange(wanted || undefined)
  }, 250)
  const type = (wanted: string) => {
    setTyped(wanted)
    ask(wanted)
  }
  return (
    <TextInput
      className={style.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label={text.clearFilters} onClick={() => type('')} />}
    />
  )
}
