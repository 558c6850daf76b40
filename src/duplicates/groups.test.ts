import { expect, test } from 'vitest'
import { groupsOfPairs } from './groups.ts'

const pair = (left: number, right: number, probability: number) => ({ left, right, probability })

test('Records that hang together by probable pairs are one group, named after the first of them', () => {
  const pairs = [pair(7, 9, 0.6), pair(3, 9, 0.9), pair(20, 21, 0.7), pair(1, 3, 0.2)]
  const groupOf = groupsOfPairs(pairs, 0.5)
  expect(pairs.map(groupOf)).toEqual([
    { first: 3, probability: 0.9 },
    { first: 3, probability: 0.9 },
    { first: 20, probability: 0.7 },
    undefined,
  ])
})
