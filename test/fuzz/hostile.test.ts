import { beforeAll, describe, expect, test } from 'vitest'
import { traps } from './traps.ts'
import { limits, watch, type Watched } from './watched.ts'

describe('A file that is made to hurt', () => {
  let run: Watched
  beforeAll(async () => {
    run = await watch('traps')
  }, 300_000)

  test.each(traps.map(({ name, ends }) => ({ name, ends })))('ends as it should: $name', ({ name, ends }) => {
    expect(run.broke).toBe(undefined)
    const ending = run.endings.find((each) => each.name === name)
    expect(ends).toContain(ending?.end)
    expect(ending?.passwords).toBe(false)
  })

  test('costs no more memory than any list, and says in words what is wrong', () => {
    expect(Math.max(...run.endings.map(({ peakMegabytes }) => peakMegabytes))).toBeLessThan(limits.megabytes)
    expect(run.endings.filter(({ end, words }) => end !== 'read' && words.length < 40)).toEqual([])
    expect(run.endings).toHaveLength(traps.length)
  })
})

test('Three hundred lists gone wrong on their way are each read or refused in words', async () => {
  const { endings, broke } = await watch('mutants', 1, 300)
  expect(broke).toBe(undefined)
  expect(endings).toHaveLength(300)
  expect(endings.filter(({ end, words }) => end !== 'read' && words.length < 40)).toEqual([])
  expect(endings.filter(({ end }) => end === 'read').length).toBeGreaterThan(50)
  expect(Math.max(...endings.map(({ peakMegabytes }) => peakMegabytes))).toBeLessThan(limits.megabytes)
}, 300_000)
