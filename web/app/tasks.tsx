import { ActionIcon, Indicator, Popover, Progress } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { IconProgressCheck } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { followTasks, listTasks } from '../../src/platform/session-api.ts'
import { appText } from '../text/app.ts'
import { useText, useWording } from '../text/language.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import { addressOf, call } from './call.ts'
import style from './frame.module.css'

/** One piece of work that runs or has just ended. */
export type Task = AnswerOf<typeof listTasks>['tasks'][number]

const tasksKey = [listTasks.path, {}]

/** Work that runs or has just ended, followed live while the page is open; when one ends, the page's figures are read anew. */
export function useTasks(): readonly Task[] {
  return useQuery({ queryKey: tasksKey, queryFn: () => call(listTasks), staleTime: Infinity }).data?.tasks ?? []
}

/** One piece of work by its id, live; nothing until it is known. */
export function useTask(id: string | undefined): Task | undefined {
  return useTasks().find((task) => task.id === id)
}

/** Keeps the list of work live for the whole app; drawn once, in the frame. */
export function useFollowTasks(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const stream = new EventSource(addressOf(followTasks))
    const running = new Set<string>()
    stream.addEventListener('message', (event) => {
      const told = JSON.parse(String(event.data)) as AnswerOf<typeof listTasks>
      queries.setQueryData(tasksKey, told)
      const ended = told.tasks.filter((task) => running.has(task.id) && !isUnderWay(task))
      running.clear()
      for (const task of told.tasks) if (isUnderWay(task)) running.add(task.id)
      if (ended.length > 0) void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== listTasks.path })
    })
    return () => stream.close()
  }, [queries])
}

/** Tells whether a piece of work is still to end. */
export function isUnderWay(task: Task): boolean {
  return task.state === 'waiting' || task.state === 'running'
}

/** Seconds a task still needs at the pace so far; nothing while that cannot be told. */
export function secondsLeft(task: Task, now: number): number | undefined {
  if (task.startedAt === null || task.total === null || task.done === 0) return undefined
  const spent = (now - Date.parse(task.startedAt)) / 1000
  return (spent / task.done) * (task.total - task.done)
}

/** The thin line under the top bar while anything runs. */
export function TasksLine() {
  const text = useText(appText)
  const running = useTasks().filter((task) => task.state === 'running')
  if (running.length === 0) return null
  const total = running.reduce((sum, task) => sum + (task.total ?? 0), 0)
  const done = running.reduce((sum, task) => sum + task.done, 0)
  return (
    <Progress
      value={total > 0 ? (done / total) * 100 : 100}
      size={2}
      radius={0}
      className={style.tasksLine}
      aria-label={text.jobsRunning(running.length)}
    />
  )
}

/** The list of work under way, behind a button of the top bar. */
export function TasksButton() {
  const text = useText(appText)
  const tasks = useTasks()
  const underWay = tasks.filter(isUnderWay).length
  return (
    <Popover position="bottom-end" width={360} trapFocus>
      <Indicator disabled={underWay === 0} label={underWay} size={16} offset={6}>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.jobs} title={text.jobs}>
            <IconProgressCheck size={18} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={text.jobs}>
        <TaskList tasks={tasks} />
      </Popover.Dropdown>
    </Popover>
  )
}

const tones: Record<Task['state'], Tone> = { waiting: 'calm', running: 'now', done: 'good', refused: 'warn', failed: 'bad' }

/** Pieces of work with their progress, or how they ended and why. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const text = useText(appText)
  const word = useWording()
  const now = useNow()
  const states: Record<Task['state'], string> = {
    waiting: text.jobWaiting,
    running: text.jobRunning,
    done: text.jobDone,
    refused: text.jobRefused,
    failed: text.jobFailed,
  }
  if (tasks.length === 0) return <p className="quiet">{text.noJobs}</p>
  return (
    <ul className={style.tasks}>
      {tasks.map((task) => {
        const left = secondsLeft(task, now)
        return (
          <li key={task.id}>
            {task.state === 'running' ? (
              <ProgressLine
                label={word(task.title)}
                done={task.done}
                {...(task.total !== null && { total: task.total })}
                {...(left !== undefined && { secondsLeft: left })}
              />
            ) : (
              <div className={style.task}>
                <span>{word(task.title)}</span>
                <StatusBadge tone={tones[task.state]}>{states[task.state]}</StatusBadge>
              </div>
            )}
            {task.note && <div className="quiet small">{word(task.note)}</div>}
          </li>
        )
      })}
    </ul>
  )
}

/** The time now, anew every second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true })
  return now
}
