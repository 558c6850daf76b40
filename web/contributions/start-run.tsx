import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { startRun } from '../../src/contributions/api.ts'
import { readCalendar } from '../../src/contributions/books-api.ts'
import { formatMonth, month } from '../../values/months.ts'
import { useAct, useAnswer } from '../app/load.ts'
import { shownOf } from '../app/problem.ts'
import { useTask } from '../app/tasks.tsx'
import { paths } from '../paths.ts'
import { contributionsText } from '../text/contributions.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useGo } from '../ui/link.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Rehearsal } from './rehearsal.tsx'

/** The form that starts a month: programme and month, and before it starts what will be frozen. Goes to the run once it stands. */
export function StartRun({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText(contributionsText)
  const { language } = useLanguage()
  const programmes = useAnswer(readCalendar).data?.programmes ?? []
  const [chosenProgramme, chooseProgramme] = useState<string | null>(null)
  const [chosenMonth, chooseMonth] = useState<string | null>(null)
  const open = programmes.filter((each) => each.months.some((one) => one.state === 'not-run'))
  const programme = programmes.find((each) => each.programmeId === chosenProgramme) ?? open[0]
  const free = programme?.months.filter((each) => each.state === 'not-run') ?? []
  const asked = free.some((each) => each.month === chosenMonth) ? chosenMonth : (free[0]?.month ?? null)
  const started = useStarted()
  const { starting, task } = started
  return (
    <FormDrawer
      opened={opened}
      onClose={onClose}
      title={text.start}
      act={text.startAct}
      isBusy={starting.isPending || task?.state === 'running' || task?.state === 'waiting'}
      problem={starting.error ? shownOf(starting.error) : undefined}
      onSubmit={() => programme && asked && starting.mutate({ body: { programmeId: programme.programmeId, month: asked } })}
    >
      {() => (
        <>
          <Select
            label={text.programme}
            data={programmes.map((each) => ({ value: each.programmeId, label: `${each.programmeCode} · ${each.programmeName}` }))}
            value={programme?.programmeId ?? null}
            onChange={chooseProgramme}
            allowDeselect={false}
          />
          <Select
            label={text.month}
            data={free.map((each) => ({ value: each.month, label: formatMonth(month(each.month), language) }))}
            value={asked}
            onChange={chooseMonth}
            allowDeselect={false}
            disabled={free.length === 0}
            {...(programme && free.length === 0 && { description: text.allRun })}
          />
          {opened && programme && asked ? (
            <Rehearsal programmeId={programme.programmeId} month={asked} />
          ) : (
            <p className="quiet">{text.startFirst}</p>
          )}
          <TaskNote task={task} />
        </>
      )}
    </FormDrawer>
  )
}

/** Starts the work, follows it, and opens the run when it is done. */
function useStarted() {
  const go = useGo()
  const starting = useAct(startRun)
  const task = useTask(starting.data?.taskId)
  const runId = task?.state === 'done' ? task.result?.['runId'] : undefined
  useEffect(() => {
    if (typeof runId === 'string') go(paths.contributionRun(runId))
  }, [runId, go])
  return { starting, task }
}

function TaskNote({ task }: { task: ReturnType<typeof useTask> }) {
  const word = useWording()
  if (task === undefined) return null
  if (task.state === 'running' || task.state === 'waiting') return <ProgressLine label={word(task.title)} done={task.done} />
  return task.note ? <ProblemNotice problem={{ title: task.note }} /> : null
}
