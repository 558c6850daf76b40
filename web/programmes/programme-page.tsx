import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { readRun } from '../../src/eligibility/api.ts'
import { readCounts } from '../../src/membership/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { readProgramme } from '../../src/programmes/api.ts'
import { isProblem } from '../app/call.ts'
import { stateOf, useAnswer, useAnswerWhen } from '../app/load.ts'
import { TaskOutcome } from '../app/task-outcome.tsx'
import { useHasRole } from '../app/session.tsx'
import { isUnderWay, secondsLeft, type Task, useNow, useTasks } from '../app/tasks.tsx'
import { useText, useWording } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { PageLink, useGo } from '../ui/link.tsx'
import type { PageState } from '../ui/states.ts'
import { WorkPage, type WorkProgress } from '../ui/work-page.tsx'
import { type Asked, ProgrammeActs, useWhyNotFreeze } from './programme-acts.tsx'
import { ProgrammeBelow } from './programme-below.tsx'
import { ProgrammeForm } from './programme-form.tsx'
import { useProgrammeStages } from './programme-stages.ts'
import { WhyNot } from './why-not.tsx'
import { type Programme, toneOfState, useStateName } from './words-of-programmes.ts'

export type RunOfProgramme = AnswerOf<typeof readRun>
export type MembersOfProgramme = AnswerOf<typeof readCounts>['programmes'][number]

/** One programme from plan to cover: the stages with numbers that add up, why the others are not in it, its money and its decree. */
export function ProgrammePage() {
  const text = useText(programmesText)
  const go = useGo()
  const { id: code = '' } = useParams({ strict: false }) as { id?: string }
  const [asked, setAsked] = useState<Asked>()
  const [judging, setJudging] = useState<string>()
  const loaded = useAnswer(readProgramme, { params: { code } })
  const state: PageState<Programme | undefined> = isProblem(loaded.error, 404)
    ? { is: 'here', value: undefined }
    : stateOf(loaded)
  const programme = state.is === 'here' ? state.value : undefined
  const { run, members } = useNumbersOf(programme)
  const stagesOf = useProgrammeStages()
  const stateName = useStateName()
  const task = useJudging(programme, judging)
  const isJudging = task !== undefined && isUnderWay(task)
  const progress = useProgress(task)
  const note = useNote(programme, task)
  return (
    <WorkPage
      words={{
        title: programme?.name ?? text.programme,
        empty: { title: text.noSuch, what: text.noSuchWhat },
        forbidden: text.forWhom,
      }}
      over={
        <>
          <PageLink to={paths.programmes()}>{text.title}</PageLink> · {programme?.code ?? code}
        </>
      }
      state={state}
      view={(shown) => ({
        status: isJudging
          ? { tone: 'now', word: text.underWay }
          : shown.freezing
            ? { tone: 'now', word: text.awaits }
            : { tone: toneOfState[shown.state], word: stateName(shown.state) },
        stages: stagesOf({ programme: shown, run, members, isJudging }),
        acts: <ProgrammeActs programme={shown} isJudging={isJudging} asked={asked} onAsk={setAsked} onJudging={setJudging} />,
        leftOut: <WhyNot programme={shown} run={run} />,
        ...(progress && { progress }),
        ...(note !== undefined && { actsNote: note }),
        below: (
          <>
            {task && !isJudging && <TaskOutcome task={task} broke={broke} />}
            <ProgrammeBelow programme={shown} />
          </>
        ),
      })}
    >
      {programme && (
        <ProgrammeForm
          opened={asked === 'change'}
          programme={programme}
          onClose={() => setAsked(undefined)}
          onSaved={(saved) => {
            setAsked(undefined)
            go(paths.programme(saved))
          }}
        />
      )}
    </WorkPage>
  )
}

/** The judging begun from this page, or one under way that somebody else began: tasks are told apart by the programme's name at their end. */
function useJudging(programme: Programme | undefined, begun: string | undefined): Task | undefined {
  const tasks = useTasks().filter((task) => task.kind === 'programmes.run-eligibility')
  const others = () => tasks.find((task) => isUnderWay(task) && programme && task.title.id.endsWith(` ${programme.name}`))
  return tasks.find((task) => task.id === begun) ?? others()
}

/** The numbers of the run and of the members, once there are any. */
function useNumbersOf(programme: Programme | undefined): {
  run: RunOfProgramme | undefined
  members: MembersOfProgramme | undefined
} {
  const id = programme?.eligibilityRunId ?? undefined
  const run = useAnswerWhen(readRun, id === undefined ? undefined : { params: { id } })
  const members = useAnswer(readCounts).data?.programmes.find((one) => one.programmeId === programme?.id)
  return { run, members: programme?.decree ? members : undefined }
}

const broke = { title: programmesText.judgingBroke, todo: programmesText.judgingBrokeTodo }

/** How far the judging is, while it runs. */
function useProgress(task: Task | undefined): WorkProgress | undefined {
  const word = useWording()
  const now = useNow()
  if (task === undefined || !isUnderWay(task)) return undefined
  const left = secondsLeft(task, now)
  return {
    label: word(task.note ?? task.title),
    done: task.done,
    ...(task.total !== null && { total: task.total }),
    ...(left !== undefined && { secondsLeft: left }),
  }
}

/** One sentence under the title: how the judging just done came out, or why the list cannot be frozen yet. */
function useNote(programme: Programme | undefined, task: Task | undefined): string | undefined {
  const text = useText(programmesText)
  const isOfficer = useHasRole('officer')
  const whyNotFreeze = useWhyNotFreeze()
  if (programme?.freezing) return text.freezingWaits(programme.freezing.number, programme.freezing.askedByName)
  if (task?.state === 'done') {
    const number = (name: string) => Number(task.result?.[name] ?? 0)
    return text.judgedResult(number('people'), number('eligible'), number('withinQuota'), number('waiting'))
  }
  return isOfficer && programme && programme.decree === null ? whyNotFreeze(programme) : undefined
}
