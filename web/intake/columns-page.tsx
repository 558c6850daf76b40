import { Button, Checkbox, Tabs } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { mapColumns, readColumns } from '../../src/intake/columns-api.ts'
import { listIntakeRows, listIntakes, readIntakeSummary } from '../../src/intake/api.ts'
import { stateOf, useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { columnsText } from '../text/columns.ts'
import { useText, useWording } from '../text/language.tsx'
import { ConfirmAct } from '../ui/confirm-act.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageLink, useGo } from '../ui/link.tsx'
import { PageHead, Stateful, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import { useTell } from '../ui/tell.ts'
import { type ColumnsOfList, type ListTable, saidOf, useTableChoices } from './columns-choice.ts'
import style from './columns.module.css'
import { ColumnsTable } from './columns-table.tsx'

/** What the columns of one list hold, sheet by sheet: pointed out by mouse or keyboard, with ten people as they would be read. */
export function ColumnsPage() {
  const text = useText(columnsText)
  const { id, list } = useParams({ strict: false }) as { id: string; list: string }
  const asked = useAnswer(readColumns, { params: { intakeId: id, fileId: list } })
  const found = asked.data
  const title = found ? text.titleOf(found.list.name) : text.title
  useTabTitle(title)
  const words = { title, empty: { title: text.none, what: text.noneWhat }, forbidden: text.forWhom }
  return (
    <div className={pageStyle.page}>
      <Stateful state={stateOf(asked)} words={words}>
        {(shown) => <ColumnsOfTheList key={shown.list.id} shown={shown} title={title} />}
      </Stateful>
    </div>
  )
}

function ColumnsOfTheList({ shown, title }: { shown: ColumnsOfList; title: string }) {
  const text = useText(columnsText)
  const word = useWording()
  const isHander = useHasRole('officer', 'village-operator')
  const mayMap = isHander && shown.whyNot === null
  const [asking, setAsking] = useState(false)
  const [remembers, setRemembers] = useState(true)
  const choices = useTableChoices(shown.tables)
  const over = (
    <>
      <PageLink to={paths.intakes()}>{text.back}</PageLink> ·{' '}
      <PageLink to={paths.intake(shown.intake.id)}>{shown.intake.title}</PageLink>
    </>
  )
  const acts = mayMap && shown.tables.length > 0 && (
    <>
      <Checkbox checked={remembers} onChange={(event) => setRemembers(event.currentTarget.checked)} label={text.remembers} />
      <Button onClick={() => setAsking(true)}>{text.readAgain}</Button>
    </>
  )
  return (
    <>
      <PageHead title={title} over={over} acts={acts} />
      {mayMap ? (
        <p className={style.why}>{text.why}</p>
      ) : (
        <p className="quiet">
          {shown.whyNot === null || !isHander
            ? text.readersOnly
            : [shown.whyNot.title, shown.whyNot.why, shown.whyNot.todo].flatMap((each) => (each ? [word(each)] : [])).join(' ')}
        </p>
      )}
      {shown.tables.length === 0 ? (
        <EmptyState title={text.none} what={text.noneWhat} />
      ) : (
        <Sheets shown={shown} choices={choices} mayMap={mayMap} />
      )}
      <ReadAgain shown={shown} choices={choices} remembers={remembers} opened={asking} onClose={() => setAsking(false)} />
    </>
  )
}

type Choices = ReturnType<typeof useTableChoices>

/** One tab for each table, when there are several. */
function Sheets({ shown, choices, mayMap }: { shown: ColumnsOfList; choices: Choices; mayMap: boolean }) {
  const text = useText(columnsText)
  const first = shown.tables.findIndex((table) => table.isRead)
  const [opened, setOpened] = useState(String(Math.max(0, first)))
  const nameOf = (table: ListTable, place: number) => {
    const isSecond = shown.tables.findIndex(({ sheet }) => sheet === table.sheet) !== place
    const sheet = table.sheet || text.onlySheet
    return isSecond ? text.tableIn(sheet, table.headerRows[0] ?? 1) : sheet
  }
  const panel = (place: number) => {
    const table = shown.tables[place]
    return (
      table && (
        <ColumnsTable
          key={place}
          list={shown}
          table={table}
          choice={choices.choiceOf(place)}
          onChoose={mayMap ? (choice) => choices.choose(place, choice) : undefined}
        />
      )
    )
  }
  if (shown.tables.length === 1) return panel(0)
  return (
    <Tabs value={opened} onChange={(value) => setOpened(value ?? '0')} keepMounted={false}>
      <Tabs.List className={style.tabs ?? ''} aria-label={text.sheets}>
        {shown.tables.map((table, place) => (
          <Tabs.Tab key={place} value={String(place)}>
            {nameOf(table, place)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.tables.map((_, place) => (
        <Tabs.Panel key={place} value={String(place)} className={style.panel}>
          {panel(place)}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

type ReadAgainProps = { shown: ColumnsOfList; choices: Choices; remembers: boolean; opened: boolean; onClose: () => void }

function ReadAgain({ shown, choices, remembers, opened, onClose }: ReadAgainProps) {
  const text = useText(columnsText)
  const tell = useTell()
  const go = useGo()
  const { list, intake, tables } = shown
  const map = useAct(mapColumns, {
    touches: [readColumns, readIntakeSummary, listIntakeRows, listIntakes],
    onDone: () => {
      tell('good', text.done)
      go(paths.intake(intake.id))
    },
  })
  const said = tables.map((table, place) => {
    const { headerRows, columns = [] } = choices.choiceOf(place)
    // A sheet in which nobody was recognised stays unread unless the clerk says otherwise.
    const isLeftOut = !table.isRead && !choices.isTouched(place)
    return { sheet: table.sheet, headerRows, columns: saidOf(isLeftOut ? columns.map(() => null) : columns) }
  })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={text.readAgainTitle}
      act={text.readAgain}
      willHappen={[text.willReplace(list.rows), ...(list.decided > 0 ? [text.willForget(list.decided)] : []), text.willCompare]}
      isBusy={map.isPending}
      problem={map.error ? shownOf(map.error) : undefined}
      onConfirm={() => map.mutate({ params: { intakeId: intake.id, fileId: list.id }, body: { tables: said, remembers } })}
    />
  )
}
