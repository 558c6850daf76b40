import { expect, test } from 'vitest'
import { type Levels, levelsOf } from '../../src/duplicates/comparison.ts'
import { levelWords } from './duplicate-reasons.ts'

test.each(['name', 'words', 'date', 'nik', 'phone', 'area', 'sex'] as const)('Every likeness of a %s has its words', (kind) => {
  const levels: Levels = levelsOf(kind)
  expect(levels.names.filter((name) => levelWords[name] === undefined)).toEqual([])
})
