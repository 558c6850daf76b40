import { Button, Drawer, Group, Kbd, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { formatDay } from '../../values/days.ts'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import pageStyle from '../ui/page.module.css'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import { useFieldName } from './field-names.ts'
import style from './intake.module.css'
import { MendInDetail } from './mend-in-detail.tsx'
import type { MendableField } from './mending.tsx'
import type { IntakeRow } from './states.ts'
import type { Decide } from './use-decide.ts'

type RowDetailProps = { row: IntakeRow | undefined; decide: Decide | undefined; onClose: () => void }

/** The row the reader is on: every sentence about it, and what can be decided. On a phone it comes up from below. */
export function RowDetail({ row, decide, onClose }: RowDetailProps) {
  const text = useText(intakeText)
  const shared = useText(uiText)
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  if (isPhone) {
    return (
      <Drawer
        opened={row !== undefined}
        onClose={onClose}
        position="bottom"
        size="60%"
        title={row?.fullName || text.emptyCell}
        closeButtonProps={{ 'aria-label': shared.close }}
      >
        {row && <AboutRow row={row} decide={decide} />}
        {row && <MendInDetail row={row} />}
      </Drawer>
    )
  }
  return (
    <section className={`${pageStyle.panel} ${style.detail}`} aria-live="polite">
      {row ? <AboutRow row={row} decide={decide} hasName /> : <p className="quiet">{decide ? text.pickRow : text.pickRowOnly}</p>}
    </section>
  )
}

function AboutRow({ row, decide, hasName = false }: { row: IntakeRow; decide: Decide | undefined; hasName?: boolean }) {
  const text = useText(intakeText)
  const { language } = useLanguage()
  const facts = [row.nik, row.birthDate && formatDay(row.birthDate, language), row.occupation, row.address].filter(Boolean)
  return (
    <div className={style.about}>
      <div className={style.aboutHead}>
        <div>
          {hasName && <h3>{row.fullName || text.emptyCell}</h3>}
          <div className="quiet figures">{facts.join(' · ')}</div>
          <div className="quiet small">
            {row.sheet === '' ? text.rowIn(row.row, row.file) : text.rowInSheet(row.row, row.sheet, row.file)}
            {row.decidedBy && ` · ${text.decidedBy(row.decidedBy)}`}
          </div>
        </div>
        {decide && row.verdict === 'review' && <DecideButtons row={row} decide={decide} />}
      </div>
      <FindingSentences row={row} />
      <WrittenInList row={row} />
    </div>
  )
}

/** What the village wrote in the cells that were mended. */
function WrittenInList({ row }: { row: IntakeRow }) {
  const text = useText(repairText)
  const nameOf = useFieldName()
  if (row.mended.length === 0) return null
  return (
    <ul className={style.sentences}>
      {(row.mended as MendableField[]).map((field) => (
        <li key={field} className={style.written}>
          {nameOf(field)}. {text.writtenInList(row.written[field] ?? '')}
        </li>
      ))}
    </ul>
  )
}

const tones: Record<IntakeRow['findings'][number]['severity'], Tone> = { refuse: 'bad', review: 'warn', note: 'calm' }

function FindingSentences({ row }: { row: IntakeRow }) {
  const text = useText(intakeText)
  const word = useWording()
  if (row.findings.length === 0) return <p className="quiet">{text.cleanRow}</p>
  return (
    <ul className={style.sentences}>
      {row.findings.map((finding) => (
        <li key={finding.code}>
          <StatusBadge tone={tones[finding.severity]}>{word(finding.name)}</StatusBadge>
          <p>{word(finding.sentence)}</p>
        </li>
      ))}
    </ul>
  )
}

function DecideButtons({ row, decide }: { row: IntakeRow; decide: Decide }) {
  const text = useText(intakeText)
  return (
    <Group gap="xs" wrap="nowrap">
      <Button variant="default" onClick={() => decide([row], 'dismiss')} rightSection={<Kbd size="xs">T</Kbd>}>
        {text.dismiss}
      </Button>
      <Tooltip label={text.noNikWhyNot} disabled={row.canEnter}>
        <Button
          data-disabled={!row.canEnter || undefined}
          onClick={() => row.canEnter && decide([row], 'enter')}
          rightSection={<Kbd size="xs">M</Kbd>}
        >
          {text.enter}
        </Button>
      </Tooltip>
    </Group>
  )
}
