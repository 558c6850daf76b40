import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { readIntakeSummary } from '../../src/intake/api.ts'
import { formatDay } from '../../values/days.ts'
import { stateOf, useAnswer } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { paths } from '../paths.ts'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { useAddress } from '../ui/address.ts'
import { PageLink } from '../ui/link.tsx'
import { type WorkView, WorkPage } from '../ui/work-page.tsx'
import { Corrections } from './correction.tsx'
import { IntakeActs } from './intake-acts.tsx'
import { Findings, type Found } from './findings.tsx'
import { FoundInRows, rowsAnchor } from './found-in-rows.tsx'
import { ListsOfIntake } from './lists-of-intake.tsx'
import { MendingMany } from './mending-many.tsx'
import { PlaceRows } from './place-rows.tsx'
import { ReadingLists, useProgressLine, useReading } from './reading-lists.tsx'
import { RepairAlike } from './repair-alike.tsx'
import { RepairsMade } from './repairs-made.tsx'
import { type Reading, useStages } from './stages.ts'
import { type IntakeSummary, isUnread, useIntakeState } from './states.ts'

/** One intake: its stages with numbers that add up, what was found, the rows to decide, its lists; accepted or undone here. */
export function IntakePage() {
  const text = useText(intakeText)
  const { language } = useLanguage()
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useAnswer(readIntakeSummary, { params: { intakeId: id } })
  const summary = asked.data
  const view = useIntakeView(id, summary)
  return (
    <WorkPage
      words={{
        title: summary?.intake.title ?? text.one,
        empty: { title: text.none, what: text.noneWhat },
        forbidden: text.forWhom,
      }}
      over={
        <>
          <PageLink to={paths.intakes()}>{text.title}</PageLink>
          {summary && (
            <>
              {' · '}
              {summary.intake.createdBy} · <MomentText iso={summary.intake.createdAt} /> ·{' '}
              {text.judgedOn(formatDay(summary.intake.judgedOn, language))}
            </>
          )}
        </>
      }
      state={stateOf(asked)}
      view={view}
    />
  )
}

function useIntakeView(id: string, summary: IntakeSummary | undefined): (summary: IntakeSummary) => WorkView {
  const text = useText(intakeText)
  const words = useText(repairText)
  const stages = useStages()
  const intakeState = useIntakeState()
  const mayDecide = useHasRole('officer')
  const isHander = useHasRole('officer', 'village-operator')
  const reading = useReading(id, summary !== undefined && isUnread(summary.intake))
  const progress = useProgressLine(reading, summary?.intake.taskId)
  const { change } = useAddress()
  const [repairing, setRepairing] = useState<Found>()
  const [isPlacing, setPlacing] = useState(false)
  return (shown) => {
    const isMending = shown.intake.mendingTaskId !== null
    const mayRepair = isHander && shown.intake.state === 'checked' && !isMending
    const onRepair = mayRepair ? setRepairing : undefined
    const onPlace = mayRepair && mayDecide ? () => setPlacing(true) : undefined
    const choose = (code: string) => {
      change({ code })
      document.getElementById(rowsAnchor)?.scrollIntoView({ block: 'start' })
    }
    const common = {
      status: intakeState(shown.intake.state),
      progress,
      stages: stages(shown, readSoFar(reading)),
      ...noteOf(text, words, shown, mayDecide),
    }
    if (reading !== undefined || isUnread(shown.intake))
      return { ...common, leftOutTitle: words.readingEach, leftOut: reading && <ReadingLists reading={reading} /> }
    return {
      ...common,
      acts: mayDecide && !isMending && <IntakeActs summary={shown} />,
      above: (
        <>
          <MendingMany key={id} summary={shown} />
          <Corrections intake={shown.intake} />
          <Findings summary={shown} onChoose={choose} onRepair={onRepair} onPlace={onPlace} />
        </>
      ),
      leftOutTitle: words.rowsHeading,
      leftOut: <FoundInRows summary={shown} mayDecide={mayDecide && !isMending} mayRepair={mayRepair} onRepair={onRepair} />,
      below: (
        <>
          <RepairsMade intakeId={id} mayUndo={mayRepair} />
          <ListsOfIntake summary={shown} />
          {repairing && <RepairAlike intakeId={id} found={repairing} onClose={() => setRepairing(undefined)} />}
          {isPlacing && <PlaceRows intakeId={id} onClose={() => setPlacing(false)} />}
        </>
      ),
    }
  }
}

function readSoFar(reading: ReturnType<typeof useReading>): Reading | undefined {
  if (reading === undefined) return undefined
  const isRead = reading.lists.every((list) => list.state === 'read' || list.state === 'unreadable')
  return { rows: reading.rows, isRead }
}

function noteOf(
  text: ReturnType<typeof useText<typeof intakeText>>,
  words: ReturnType<typeof useText<typeof repairText>>,
  { intake }: IntakeSummary,
  mayDecide: boolean,
) {
  if (intake.mendingTaskId !== null) return { actsNote: words.mendingNote }
  if (intake.state === 'undone') return { actsNote: text.undoneNote }
  if (intake.state === 'failed') return { actsNote: text.failedNote }
  if (intake.state === 'accepted' && mayDecide) return { actsNote: text.acceptedNote(intake.acceptedBy ?? '') }
  return mayDecide ? {} : { actsNote: text.readOnlyNote }
}
