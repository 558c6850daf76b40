import { Progress } from '@mantine/core'
import { useInterval } from '@mantine/hooks'
import { useEffect } from 'react'
import { readIntakeSummary, readProgress } from '../../src/intake/api.ts'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { formatCount } from '../../values/numbers.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useAnswer } from '../app/load.ts'
import { secondsLeft, useNow, useTask } from '../app/tasks.tsx'
import { intakeText } from '../text/intake.ts'
import { repairText } from '../text/intake-repairs.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { timeLeft } from '../ui/ages.ts'
import { Count } from '../ui/amounts.tsx'
import { writeSize } from '../ui/file-drop.tsx'
import pageStyle from '../ui/page.module.css'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import type { WorkProgress } from '../ui/work-page.tsx'
import workStyle from '../ui/work.module.css'
import style from './intake.module.css'

type ReadingProgress = AnswerOf<typeof readProgress>
type ListProgress = ReadingProgress['lists'][number]

/** How far an intake is read, asked anew while it is under way; when it ends, the page is read anew. Nothing once it is read. */
export function useReading(intakeId: string, isUnread: boolean): ReadingProgress | undefined {
  const asked = useAnswer(readProgress, { params: { intakeId } })
  const queries = useQueryClient()
  const { start, stop } = useInterval(() => void asked.refetch(), 700)
  const hasEnded = asked.data !== undefined && asked.data.state !== 'waiting' && asked.data.state !== 'reading'
  useEffect(() => {
    if (isUnread) start()
    return stop
    // oxlint-disable-next-line react/exhaustive-deps -- start and stop are new with every drawing
  }, [isUnread])
  useEffect(() => {
    if (isUnread && hasEnded) void queries.invalidateQueries({ queryKey: [readIntakeSummary.path] })
  }, [isUnread, hasEnded, queries])
  return isUnread ? asked.data : undefined
}

/** The whole of it in one line: lists read, rows a second, time left; then how far the comparison is. */
export function useProgressLine(
  reading: ReadingProgress | undefined,
  taskId: string | null | undefined,
): WorkProgress | undefined {
  const text = useText(intakeText)
  const words = useText(repairText)
  const word = useWording()
  const now = useNow()
  const task = useTask(taskId ?? undefined)
  if (reading === undefined) return undefined
  const done = reading.lists.filter((list) => list.state === 'read' || list.state === 'unreadable').length
  const total = reading.lists.length
  // Once every list is read, its people are compared with the registry: the work itself tells how far that is.
  if (done === total && task?.note) {
    const left = secondsLeft(task, now)
    return {
      label: word(task.note),
      done: task.done,
      ...(task.total !== null && { total: task.total }),
      ...(left !== undefined && { secondsLeft: left }),
    }
  }
  const pace = reading.rowsPerSecond > 0 ? ` · ${words.pace(Math.round(reading.rowsPerSecond))}` : ''
  return {
    label: `${text.peopleSoFar(text.readingLists, reading.rows)}${pace}`,
    done,
    total,
    ...(reading.secondsLeft !== null && { secondsLeft: reading.secondsLeft }),
  }
}

const tones: Record<ListProgress['state'], Tone> = { waiting: 'calm', reading: 'now', read: 'good', unreadable: 'bad' }

/** Every list with its rows, speed and time left while it is read. */
export function ReadingLists({ reading }: { reading: ReadingProgress }) {
  const text = useText(intakeText)
  const words = useText(repairText)
  return (
    <section aria-label={words.readingEach}>
      <div className={`${pageStyle.panel} ${workStyle.numbersTable}`}>
        <table className={style.lists}>
          <thead>
            <tr>
              <th scope="col">{text.file}</th>
              <th scope="col">{text.state}</th>
              {[words.size, text.rows, words.perSecond, words.timeLeft].map((title) => (
                <th key={title} scope="col" data-align="end">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reading.lists.map((list) => (
              <ReadingList key={list.id} list={list} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function ReadingList({ list }: { list: ListProgress }) {
  const text = useText(intakeText)
  const words = useText(repairText)
  const { language } = useLanguage()
  const states = { waiting: text.notRead, reading: words.readingNow, read: text.read, unreadable: text.unreadable }
  const share = list.secondsLeft === null ? undefined : list.seconds / Math.max(0.001, list.seconds + list.secondsLeft)
  return (
    <tr>
      <th scope="row">
        {list.name}
        {list.state === 'reading' && (
          <Progress value={(share ?? 1) * 100} animated={share === undefined} size={3} aria-label={list.name} />
        )}
      </th>
      <td>
        <StatusBadge tone={tones[list.state]}>{states[list.state]}</StatusBadge>
      </td>
      <td data-align="end">{writeSize(list.bytes, language === 'id' ? ',' : '.')}</td>
      <td data-align="end">{list.state === 'waiting' ? '–' : <Count of={list.rows} />}</td>
      <td data-align="end">{list.seconds > 0.05 ? formatCount(Math.round(list.rows / list.seconds), language) : '–'}</td>
      <td data-align="end">{list.secondsLeft === null || list.secondsLeft === 0 ? '–' : timeLeft(list.secondsLeft, language)}</td>
    </tr>
  )
}
