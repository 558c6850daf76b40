import { useInterval } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { readIntakeSummary } from '../../src/intake/api.ts'
import { formatDay } from '../../values/days.ts'
import { stateOf, useAnswer } from '../app/load.ts'
import { useHasRole } from '../app/session.tsx'
import { secondsLeft, type Task, useNow, useTask } from '../app/tasks.tsx'
import { paths } from '../paths.ts'
import { intakeText } from '../text/intake.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { MomentText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { type WorkProgress, type WorkView, WorkPage } from '../ui/work-page.tsx'
import { Corrections } from './correction.tsx'
import { IntakeActs } from './intake-acts.tsx'
import { FoundInRows } from './found-in-rows.tsx'
import { ListsOfIntake } from './lists-of-intake.tsx'
import { useStages } from './stages.ts'
import { type IntakeSummary, isUnread, useIntakeState } from './states.ts'

/** One intake: its stages with numbers that add up, what was found, the rows to decide, its lists; accepted or undone here. */
export function IntakePage() {
  const text = useText(intakeText)
  const { language } = useLanguage()
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useAnswer(readIntakeSummary, { params: { intakeId: id } })
  const summary = asked.data
  useReadAgainWhile(summary !== undefined && isUnread(summary.intake), asked.refetch)
  const view = useIntakeView(summary)
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

function useIntakeView(summary: IntakeSummary | undefined): (summary: IntakeSummary) => WorkView {
  const text = useText(intakeText)
  const stages = useStages()
  const intakeState = useIntakeState()
  const mayDecide = useHasRole('officer')
  const progress = useProgress(summary)
  return (shown) => ({
    status: intakeState(shown.intake.state),
    progress,
    stages: stages(shown),
    acts: mayDecide && <IntakeActs summary={shown} />,
    ...noteOf(text, shown, mayDecide),
    above: <Corrections intake={shown.intake} />,
    leftOut: <FoundInRows summary={shown} mayDecide={mayDecide} />,
    below: <ListsOfIntake summary={shown} />,
  })
}

function noteOf(text: ReturnType<typeof useText<typeof intakeText>>, { intake }: IntakeSummary, mayDecide: boolean) {
  if (intake.state === 'undone') return { actsNote: text.undoneNote }
  if (intake.state === 'failed') return { actsNote: text.failedNote }
  if (intake.state === 'accepted' && mayDecide) return { actsNote: text.acceptedNote(intake.acceptedBy ?? '') }
  return mayDecide ? {} : { actsNote: text.readOnlyNote }
}

/** How far reading is, by lists: how many people a list holds is known only at its end. */
function useProgress(summary: IntakeSummary | undefined): WorkProgress | undefined {
  const text = useText(intakeText)
  const word = useWording()
  const now = useNow()
  const task = useTask(summary?.intake.taskId ?? undefined)
  if (summary === undefined || !isUnread(summary.intake)) return undefined
  const total = summary.lists.length
  const done = summary.lists.filter((list) => list.state !== 'waiting').length
  const label = task?.note ? word(task.note) : text.readingLists
  const left = task && leftByLists(task, done, total, now)
  return {
    label: `${text.peopleSoFar(label, task?.done ?? summary.intake.rows)} · ${text.readOf(done, total)}`,
    done,
    total,
    ...(left !== undefined && { secondsLeft: left }),
  }
}

function leftByLists(task: Task, done: number, total: number, now: number): number | undefined {
  return task.state === 'running' ? secondsLeft({ ...task, done, total }, now) : undefined
}

/** Asks again every second and a half while something is under way that the page shows in numbers. */
function useReadAgainWhile(isUnderWay: boolean, again: () => unknown): void {
  const { start, stop } = useInterval(() => void again(), 1500)
  useEffect(() => {
    if (isUnderWay) start()
    return stop
    // oxlint-disable-next-line react/exhaustive-deps -- start and stop are new with every drawing
  }, [isUnderWay])
}
