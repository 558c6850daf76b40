import { expect, test } from 'vitest'
import { coversOf } from './covers-of-programme.ts'

const words = { ended: 'berakhir', notOpened: 'tidak terbuka', replaced: String }

const none = { upcoming: 0, active: 0, lapsing: 0, ended: 0 }

test.each([
  ['all are covered', 100, { active: 100 }, { comesIn: 100, goesOn: 100, ended: 0, notOpened: 0 }],
  ['three died and two places were filled', 100, { active: 99, ended: 3 }, { comesIn: 102, goesOn: 99, ended: 3, notOpened: 0 }],
  ['some were covered already', 100, { active: 90, lapsing: 5 }, { comesIn: 100, goesOn: 95, ended: 0, notOpened: 5 }],
])('what a decree named and what became of it adds up when %s', (_when, named, counts, expected) => {
  const covers = coversOf(named, { ...none, ...counts }, words)
  const [ended, notOpened] = covers.held.map((part) => part.count)
  expect({ comesIn: covers.comesIn, goesOn: covers.goesOn, ended, notOpened }).toEqual(expected)
  expect(covers.comesIn).toBe(covers.goesOn + Number(ended) + Number(notOpened))
})
