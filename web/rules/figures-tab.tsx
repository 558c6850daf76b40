import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { findDay } from '../../values/days.ts'
import { parameters } from '../../rules/book.ts'
import { useSession } from '../app/session.tsx'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { uiText } from '../text/ui.ts'
import { paths } from '../paths.ts'
import { useAddress } from '../ui/address.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { DayField } from './day-field.tsx'
import { FigureRow } from './figure-row.tsx'
import { findFigures, type FigureGroup } from './figures.ts'
import style from './rules.module.css'

/** Every figure of the law on a day: searched, filtered, each opening into its history. */
export function FiguresTab() {
  const text = useText(rulesText)
  const shared = useText(uiText)
  const { today } = useSession()
  const { address, change } = useAddress()
  const on = findDay(address['on'] ?? '') ?? Temporal.PlainDate.from(today)
  const groups = findFigures({ search: address['search'] ?? '', filter: address['show'], on })
  const shown = groups.reduce((sum, group) => sum + group.figures.length, 0)
  const isToday = on.toString() === today
  return (
    <div className={style.tab}>
      <search className={style.filters}>
        <SearchFigures value={address['search'] ?? ''} onChange={(search) => change({ search })} />
        <Select
          className={style.show}
          label={text.show}
          data={[
            { value: '', label: shared.all },
            { value: 'unverified', label: text.unverifiedOnly },
            { value: 'conflict', label: text.conflictOnly },
            { value: 'changing', label: text.changingOnly },
          ]}
          value={address['show'] ?? ''}
          onChange={(chosen) => change({ show: chosen ?? undefined })}
          allowDeselect={false}
        />
        <div className={style.on}>
          <DayField label={text.inForceOn} value={on.toString()} onChange={(iso) => findDay(iso ?? '') && change({ on: iso })} />
          {!isToday && (
            <Button variant="subtle" onClick={() => change({ on: undefined })}>
              {text.toToday}
            </Button>
          )}
        </div>
      </search>
      <output className="quiet small">{text.figuresShown(shown, parameters.length)}</output>
      {groups.map((group) => (
        <Group key={group.rule?.name ?? ''} group={group} on={on} asked={address['figure']} />
      ))}
      {shown === 0 && (
        <EmptyState
          title={text.noFigures}
          what={text.noFiguresWhat}
          action={
            <Button variant="default" onClick={() => change({ search: undefined, show: undefined })}>
              {text.clear}
            </Button>
          }
        />
      )}
    </div>
  )
}

function Group({ group, on, asked }: { group: FigureGroup; on: Temporal.PlainDate; asked: string | undefined }) {
  const text = useText(rulesText)
  const { language } = useLanguage()
  return (
    <section className={style.group}>
      <h2>
        {group.rule === undefined ? (
          text.others
        ) : (
          <PageLink to={paths.rule(group.rule.name)}>{group.rule.title[language]}</PageLink>
        )}
      </h2>
      <ul className={`${pageStyle.panel} ${style.figures}`}>
        {group.figures.map((figure) => (
          <FigureRow key={figure.name} figure={figure} on={on} isAsked={asked === figure.name} />
        ))}
      </ul>
    </section>
  )
}

/** What is typed shows at once; the figures follow when the reader pauses. */
function SearchFigures({ value, onChange }: { value: string; onChange: (value: string | undefined) => void }) {
  const text = useText(rulesText)
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (value === '') setTyped('')
  }
  const ask = useDebouncedCallback((wanted: string) => onChange(wanted || undefined), 200)
  const type = (wanted: string) => {
    setTyped(wanted)
    ask(wanted)
  }
  return (
    <TextInput
      className={style.search}
      label={text.searchFigures}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label={text.clear} onClick={() => type('')} />}
    />
  )
}
