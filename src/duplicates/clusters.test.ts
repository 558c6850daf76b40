import { expect, test } from 'vitest'
import { type ScoredPair, weighGroups } from './clusters.ts'

function weigh(odds: Readonly<Record<string, number>>): (pair: string) => number {
  const pairs = Object.entries(odds).map(([key, logOdds]): ScoredPair => {
    const [left = 0, right = 0] = key.split('-').map(Number)
    return { left, right, logOdds }
  })
  const weighed = weighGroups(pairs, (left, right) => odds[`${left}-${right}`] ?? -20)
  return (pair) => weighed.find(({ left, right }) => `${left}-${right}` === pair)?.logOdds ?? Number.NaN
}

test('a pair that stands alone keeps its odds', () => {
  expect(weigh({ '0-1': 1.5 })('0-1')).toBe(1.5)
})

test('two records that are both surely a third are likely one person', () => {
  expect(weigh({ '0-1': -1, '0-2': 8, '1-2': 8 })('0-1')).toBeGreaterThan(3)
})

test('a record like two people who cannot be one is shared between them', () => {
  const weighed = weigh({ '0-1': 4, '0-2': 4, '1-2': -15 })
  expect(weighed('0-1')).toBeLessThan(0.1)
  expect(weighed('1-2')).toBeLessThan(-8)
})

test('a group too large to be worked out exactly still answers every pair', () => {
  const odds = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}-${at + 1}`, at === 5 ? -3 : 9]))
  const weighed = weigh(odds)
  for (const pair of Object.keys(odds)) expect(weighed(pair)).not.toBeNaN()
})
