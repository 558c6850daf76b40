import { expect, test } from 'vitest'
import { paceOf } from './reading-progress.ts'

const list = (id: string, state: 'waiting' | 'reading' | 'read' | 'unreadable', rows: number, seconds: number) => ({
  id,
  name: `${id}.xlsx`,
  bytes: 1000,
  state,
  rows,
  seconds,
})

test('The time left is told from the lists read before, by their size', () => {
  const pace = paceOf([
    list('a', 'read', 100, 1),
    list('b', 'reading', 50, 0.5),
    list('c', 'waiting', 0, 0),
    list('d', 'unreadable', 0, 0),
  ])
  expect(pace.rowsPerSecond).toBe(100)
  expect(pace.lists.map((each) => each.secondsLeft)).toEqual([0, 0.5, 1, 0])
  expect(pace.secondsLeft).toBe(1.5)
})

test('While no list has been read the time left is not known', () => {
  const pace = paceOf([list('a', 'reading', 50, 0.5), list('b', 'waiting', 0, 0)])
  expect([pace.rows, pace.rowsPerSecond, pace.secondsLeft]).toEqual([50, 100, null])
})
