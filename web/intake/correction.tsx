import { UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { listCorrectedRows, readCorrections } from '../../src/intake/corrections-api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { useAnswer, useAnswerWhen } from '../app/load.ts'
import { paths } from '../paths.ts'
import { correctionText } from '../text/corrections.ts'
import { useText, useWording } from '../text/language.tsx'
import { Count } from '../ui/amounts.tsx'
import { PageLink } from '../ui/link.tsx'
import { NumbersTable } from '../ui/numbers-table.tsx'
import pageStyle from '../ui/page.module.css'
import { StatusBadge } from '../ui/status-badge.tsx'
import style from './correction.module.css'
import { type Intake, isDecidable, useVerdict } from './states.ts'

type Correction = AnswerOf<typeof readCorrections>['corrections'][number]

/** What the lists of an intake correct, and which later lists corrected them; nothing where there is neither. */
export function Corrections({ intake }: { intake: Pick<Intake, 'id' | 'state' | 'lists'> }) {
  const text = useText(correctionText)
  const isRead = isDecidable(intake)
  const found = useAnswerWhen(readCorrections, isRead ? { params: { intakeId: intake.id } } : undefined)
  if (found === undefined || found.corrections.length + found.correctedBy.length === 0) return null
  return (
    <section className={`${pageStyle.panel} ${style.corrections}`} aria-label={text.title}>
      {found.corrections.map((correction) => (
        <OneCorrection key={correction.fileId} correction={correction} intakeId={intake.id} isOnlyList={intake.lists === 1} />
      ))}
      {found.corrections.length > 0 && <p className="quiet">{text.what}</p>}
      {found.correctedBy.map((by) => (
        <p key={by.fileId}>
          <PageLink to={paths.intake(by.intakeId)}>{text.correctedBy(by.name, by.rows)}</PageLink>
        </p>
      ))}
    </section>
  )
}

const counted = ['corrected', 'stillFaulty', 'unchanged', 'added', 'late'] as const

type OneCorrectionProps = { correction: Correction; intakeId: string; isOnlyList: boolean }

function OneCorrection({ correction, intakeId, isOnlyList }: OneCorrectionProps) {
  const text = useText(correctionText)
  const [opened, setOpened] = useState(false)
  const { corrected, stillFaulty, unchangedFaulty, late } = correction
  return (
    <div className={style.one}>
      <h2 className={style.heading}>
        {correction.of.map((list) => (
          <PageLink key={list.fileId} to={paths.intake(list.intakeId)}>
            {isOnlyList || list.name === correction.name ? text.of(list.name) : text.ofOne(correction.name, list.name)}
          </PageLink>
        ))}
      </h2>
      <dl className={style.counts}>
        {counted
          .filter((name) => name !== 'late' || late > 0)
          .map((name) => (
            <div key={name}>
              <dt>{text[name]}</dt>
              <dd>
                <Count of={correction[name]} />
              </dd>
            </div>
          ))}
      </dl>
      {unchangedFaulty + late > 0 && (
        <p className="quiet">
          {[...(unchangedFaulty > 0 ? [text.faultyStay(unchangedFaulty)] : []), ...(late > 0 ? [text.lateWhat(late)] : [])].join(
            ' ',
          )}
        </p>
      )}
      {corrected + stillFaulty > 0 && (
        <UnstyledButton className={style.toggle} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <IconChevronRight size={14} aria-hidden /> {text.changes}
        </UnstyledButton>
      )}
      {opened && <Changes intakeId={intakeId} fileId={correction.fileId} />}
    </div>
  )
}

/** Row by row, what stood before and what stands now. */
function Changes({ intakeId, fileId }: { intakeId: string; fileId: string }) {
  const text = useText(correctionText)
  const word = useWording()
  const verdict = useVerdict()
  const rows = useAnswer(listCorrectedRows, { params: { intakeId, fileId } }).data?.rows ?? []
  return (
    <>
      {rows.length === 200 && <p className="quiet">{text.most}</p>}
      <NumbersTable
        label={text.changes}
        rows={rows}
        keyOf={({ sheet, row }) => `${sheet} ${row}`}
        columns={[
          { id: 'row', title: text.row, cell: ({ oldRow }) => oldRow },
          { id: 'name', title: text.name, cell: ({ fullName }) => fullName },
          {
            id: 'change',
            title: text.change,
            cell: ({ fields }) => (
              <ul className={style.changes}>
                {fields.map(({ label, before, after }) => (
                  <li key={label.id}>
                    {word(label)}: <del>{before || text.empty}</del> <IconArrowRight size={12} aria-label={text.becomes} />{' '}
                    <ins>{after || text.empty}</ins>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            id: 'now',
            title: text.now,
            cell: (row) => <StatusBadge tone={verdict(row.verdict).tone}>{verdict(row.verdict).word}</StatusBadge>,
          },
        ]}
      />
    </>
  )
}
