import { expect, test } from 'vitest'
import { differingLetters, type Stretch } from './differing.ts'

const marked = (stretches: readonly Stretch[]) => stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test.each([
  ['I WAYAN SUDARTA', 'I WAYAN SUDIARTA', 'I WAYAN SUDARTA', 'I WAYAN SUD[I]ARTA'],
  ['510301******0851', '510301******0821', '510301******08[5]1', '510301******08[2]1'],
  ['Ketut', 'KETUT', 'Ketut', 'KETUT'],
  ['', 'ANI', '', '[ANI]'],
])('%s beside %s marks only the letters that differ', (left, right, leftMarked, rightMarked) => {
  const found = differingLetters(left, right)
  expect([marked(found.left), marked(found.right)]).toEqual([leftMarked, rightMarked])
})
