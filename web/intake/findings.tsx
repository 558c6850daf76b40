import { Anchor, Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../../values/numbers.ts'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { Figure, Figures } from '../ui/figure.tsx'
import pageStyle from '../ui/page.module.css'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import style from './intake.module.css'
import { WithoutVillage } from './place-rows.tsx'
import type { IntakeSummary } from './states.ts'

/** One kind of finding of an intake with its count. */
export type Found = IntakeSummary['findings'][number]

type FindingsProps = {
  summary: IntakeSummary
  onChoose: (code: string) => void
  /** Opens the mending of all alike; nothing where this reader does not mend now. */
  onRepair: ((found: Found) => void) | undefined
  /** Opens the setting of the village; nothing where this reader does not set it now. */
  onPlace: (() => void) | undefined
}

const groups = [
  { severity: 'refuse', label: 'groupRefuse', icon: IconCircleX },
  { severity: 'review', label: 'groupReview', icon: IconAlertTriangle },
] as const

/** The anchor of the lists of an intake, where each is returned to its village. */
export const listsAnchor = 'per-daftar'

/** An intake opens with what is wrong in it, by kind with counts, the gravest first: what to do, the rows, and mending all alike. */
export function Findings({ summary, onChoose, onRepair, onPlace }: FindingsProps) {
  const text = useText(intakeText)
  const { findings } = summary
  const notes = findings.filter((found) => found.severity === 'note')
  return (
    <>
      <Numbers summary={summary} />
      <section className={`${pageStyle.panel} ${style.findings}`} aria-label={text.findings}>
        {findings.length === 0 && <p className="quiet">{text.noFindings}</p>}
        {groups.map(({ severity, label, icon: Icon }) => {
          const kinds = findings.filter((found) => found.severity === severity)
          if (kinds.length === 0) return null
          return (
            <Group key={severity} severity={severity} heading={text[label]} icon={<Icon size={14} aria-hidden />}>
              {kinds.map((found) => (
                <Kind key={found.code} found={found} onChoose={onChoose} onRepair={onRepair} />
              ))}
            </Group>
          )
        })}
        {summary.intake.state !== 'undone' && <WithoutVillage summary={summary} onPlace={onPlace} />}
        {notes.length > 0 && <Notes notes={notes} onChoose={onChoose} onRepair={onRepair} />}
        <ReturnRest summary={summary} />
      </section>
    </>
  )
}

/** What came in and what becomes of it, in four numbers that add up. */
function Numbers({ summary: { intake, decided } }: { summary: IntakeSummary }) {
  const text = useText(repairText)
  const { language } = useLanguage()
  const toDecide = intake.review - decided.entering - decided.dismissed
  return (
    <Figures>
      <Figure label={text.found} value={formatCount(intake.rows, language)} />
      <Figure label={text.accepted} value={formatCount(intake.accepted + decided.entering, language)} />
      <Figure label={text.toDecide} value={formatCount(Math.max(0, toDecide), language)} />
      <Figure label={text.toReturn} value={formatCount(intake.refused, language)} />
    </Figures>
  )
}

type GroupProps = { severity: Found['severity']; heading: string; icon: ReactNode; children: ReactNode }

function Group({ severity, heading, icon, children }: GroupProps) {
  return (
    <div className={style.group}>
      <h3 data-severity={severity}>
        {icon} {heading}
      </h3>
      <ul>{children}</ul>
    </div>
  )
}

type KindProps = { found: Found } & Pick<FindingsProps, 'onChoose' | 'onRepair'>

function Kind({ found, onChoose, onRepair }: KindProps) {
  const { language } = useLanguage()
  const text = useText(repairText)
  const word = useWording()
  const name = word(found.name)
  return (
    <li className={style.kind}>
      <span className={`figures ${style.kindCount}`}>{formatCount(found.rows, language)}</span>
      <div className={style.kindWords}>
        <strong>{name}</strong>
        <p>{word(found.example)}</p>
      </div>
      <div className={style.kindActs}>
        <Button size="compact-sm" variant="default" aria-label={text.seeRowsOf(name)} onClick={() => onChoose(found.code)}>
          {text.seeRows}
        </Button>
        {onRepair && found.field && (
          <Button size="compact-sm" variant="light" aria-label={text.repairAllOf(name)} onClick={() => onRepair(found)}>
            {text.repairAll}
          </Button>
        )}
      </div>
    </li>
  )
}

/** What is only worth knowing stays folded until somebody wants it. */
function Notes({ notes, onChoose, onRepair }: { notes: readonly Found[] } & Pick<FindingsProps, 'onChoose' | 'onRepair'>) {
  const text = useText(repairText)
  return (
    <details className={style.notes}>
      <summary>
        <IconInfoCircle size={14} aria-hidden /> {text.notes(notes.length)}
      </summary>
      <ul>
        {notes.map((found) => (
          <Kind key={found.code} found={found} onChoose={onChoose} onRepair={onRepair} />
        ))}
      </ul>
    </details>
  )
}

function ReturnRest({ summary: { intake, lists } }: { summary: IntakeSummary }) {
  const text = useText(repairText)
  const back = lists.filter((list) => list.review + list.refused > 0)
  if (back.length === 0 || intake.state === 'undone') return null
  return (
    <p className={style.returnRest}>
      <Anchor href={`#${listsAnchor}`}>{text.returnRest(intake.review + intake.refused, back.length)}</Anchor>
    </p>
  )
}

const tones: Record<Found['severity'], Tone> = { refuse: 'bad', review: 'warn', note: 'calm' }

type ChosenProps = {
  findings: readonly Found[]
  code: string | undefined
  onClear: () => void
  onRepair: FindingsProps['onRepair']
}

/** The kind whose rows are shown: an example of what it says, mending all alike, and the way back to all rows. */
export function ChosenFinding({ findings, code, onClear, onRepair }: ChosenProps) {
  const shared = useText(uiText)
  const text = useText(repairText)
  const word = useWording()
  const chosen = findings.find((found) => found.code === code)
  if (chosen === undefined) return null
  return (
    <div className={style.chosen}>
      <StatusBadge tone={tones[chosen.severity]}>{word(chosen.name)}</StatusBadge>
      <p>{word(chosen.example)}</p>
      {onRepair && chosen.field && (
        <Button size="compact-sm" variant="light" onClick={() => onRepair(chosen)}>
          {text.repairAll}
        </Button>
      )}
      <CloseButton size="sm" aria-label={shared.clearFilters} onClick={onClear} />
    </div>
  )
}
