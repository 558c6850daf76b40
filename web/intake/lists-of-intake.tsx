import { Button, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconDownload } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { downloadErrorWorkbook } from '../../src/intake/api.ts'
import { formatShare } from '../../values/numbers.ts'
import { addressOf } from '../app/call.ts'
import { paths } from '../paths.ts'
import { columnsText } from '../text/columns.ts'
import { intakeText } from '../text/intake.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { Count } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import pageStyle from '../ui/page.module.css'
import { StatusBadge } from '../ui/status-badge.tsx'
import workStyle from '../ui/work.module.css'
import { listsAnchor } from './findings.tsx'
import style from './intake.module.css'
import type { IntakeList, IntakeSummary } from './states.ts'

/** The lists of an intake, the unreadable first, then those with most to mend; each opens into how it was read. */
export function ListsOfIntake({ summary }: { summary: IntakeSummary }) {
  const text = useText(intakeText)
  const [opened, setOpened] = useState<string>()
  const lists = summary.lists.toSorted((left, right) => weight(right) - weight(left))
  return (
    <section id={listsAnchor}>
      <h2 className={workStyle.heading}>{text.perList}</h2>
      <div className={`${pageStyle.panel} ${workStyle.numbersTable}`}>
        <table className={style.lists}>
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              <th scope="col">{text.village}</th>
              {[text.rows, text.good, text.review, text.refused].map((title) => (
                <th key={title} scope="col" data-align="end">
                  {title}
                </th>
              ))}
              <td aria-hidden />
            </tr>
          </thead>
          <tbody>
            {lists.map((list) => (
              <Fragment key={list.id}>
                <ListRow
                  list={list}
                  intakeId={summary.intake.id}
                  isOpened={opened === list.id}
                  onToggle={() => setOpened(opened === list.id ? undefined : list.id)}
                />
                {opened === list.id && (
                  <tr className={style.listDetail}>
                    <td colSpan={7}>
                      <HowRead list={list} intake={summary.intake} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function weight(list: IntakeList): number {
  return list.state === 'unreadable' ? Infinity : list.refused + list.review
}

type ListRowProps = { list: IntakeList; intakeId: string; isOpened: boolean; onToggle: () => void }

function ListRow({ list, intakeId, isOpened, onToggle }: ListRowProps) {
  const text = useText(intakeText)
  const columns = useText(columnsText)
  const word = useWording()
  return (
    <tr>
      <th scope="row">
        <UnstyledButton
          className={style.toggle}
          aria-expanded={isOpened}

          onClick={onToggle}
        >
          <IconChevronRight size={14} aria-hidden />
          {list.name}
        </UnstyledButton>
        {list.refusal && (
          <p className={style.unreadable}>
            {word(list.refusal)}{' '}
            {list.refusedFor === 'no-header' && (
              <PageLink to={paths.intakeColumns(intakeId, list.id)}>{columns.pointOut}</PageLink>
            )}
          </p>
        )}
      </th>
      <td>{list.village.length === 5 ? text.allVillages : list.villageName}</td>
      {list.state === 'read' ? (
        [list.rows, list.accepted, list.review, list.refused].map((count, place) => (
          <td key={place} data-align="end">
            <Count of={count} />
          </td>
        ))
      ) : (
        <td colSpan={4} data-align="end">
          <StatusBadge tone={list.state === 'unreadable' ? 'bad' : 'calm'}>
            {list.state === 'unreadable' ? text.unreadable : text.notRead}
          </StatusBadge>
        </td>
      )}
      <td data-align="end">{list.review + list.refused > 0 && <WorkbookLink list={list} intakeId={intakeId} />}</td>
    </tr>
  )
}

function WorkbookLink({ list, intakeId }: { list: IntakeList; intakeId: string }) {
  const text = useText(intakeText)
  return (
    <Button
      component="a"
      href={addressOf(downloadErrorWorkbook, { params: { intakeId, fileId: list.id } })}
      download
      variant="subtle"
      size="compact-sm"
      leftSection={<IconDownload size={14} aria-hidden />}
    >
      {text.errorWorkbook}
      <span className="only-for-readers"> {list.name}</span>
    </Button>
  )
}

/** How a list was read: what its columns were taken for, and which lines were passed over. */
function HowRead({ list, intake }: { list: IntakeList; intake: IntakeSummary['intake'] }) {
  const word = useWording()
  const text = useText(columnsText)
  return (
    <div className={style.howRead}>
      {list.refusal && <p>{word(list.refusal)}</p>}
      {(list.state === 'read' || list.refusedFor === 'no-header') && (
        <p>
          <PageLink to={paths.intakeColumns(intake.id, list.id)}>
            {list.state === 'unreadable' ? text.pointOut : text.toColumns}
            <span className="only-for-readers"> {list.name}</span>
          </PageLink>
        </p>
      )}
      {list.columns.length > 0 && <Columns list={list} />}
      {list.leftOut.length > 0 && <PassedOver list={list} />}
    </div>
  )
}

function Columns({ list }: { list: IntakeList }) {
  const text = useText(intakeText)
  const word = useWording()
  const { language } = useLanguage()
  const hasSheets = new Set(list.columns.map((column) => column.sheet)).size > 1
  return (
    <section className={workStyle.numbersTable}>
      <h3>{text.columns}</h3>
      <table>
        <thead>
          <tr>
            {hasSheets && <th scope="col">{text.sheet}</th>}
            <th scope="col">{text.heading}</th>
            <th scope="col">{text.meaning}</th>
            <th scope="col" data-align="end">
              {text.confidence}
            </th>
            <th scope="col">{text.samples}</th>
          </tr>
        </thead>
        <tbody>
          {list.columns.map((column, place) => (
            <tr key={place}>
              {hasSheets && <td>{column.sheet}</td>}
              <th scope="row">{column.header || <span className="quiet">{text.noHeading}</span>}</th>
              <td>{column.fieldName ? word(column.fieldName) : <span className="quiet">{text.notUsed}</span>}</td>
              <td data-align="end">{column.fieldName && formatShare(column.confidence, language)}</td>
              <td className={style.samples}>{column.samples.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PassedOver({ list }: { list: IntakeList }) {
  const text = useText(intakeText)
  const kinds: Record<string, string> = {
    header: text.lineHeader,
    'column-numbers': text.lineColumnNumbers,
    total: text.lineTotal,
    signature: text.lineSignature,
    section: text.lineSection,
    macros: text.partMacros,
    links: text.partLinks,
  }
  return (
    <section className={workStyle.numbersTable}>
      <h3>{text.leftOutLines(list.leftOut.length)}</h3>
      {list.leftOut.length === 100 && <p className="quiet">{text.leftOutMost}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col" data-align="end">
              {text.row}
            </th>
            <th scope="col">{text.meaning}</th>
            <th scope="col">{text.samples}</th>
          </tr>
        </thead>
        <tbody>
          {list.leftOut.map((line, place) => (
            <tr key={place}>
              <td data-align="end">{line.row}</td>
              <td>{kinds[line.kind] ?? line.kind}</td>
              <td className={style.samples}>{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
