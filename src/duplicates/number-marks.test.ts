import { expect, test } from 'vitest'
import { markNumbers } from './number-marks.ts'

const written = (stretches: readonly { text: string; differs: boolean }[]) =>
  stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

test.each([
  ['5103011203880001', '5103011203880007', '510301******000[1]', '510301******000[7]'],
  ['5103011203880001', '5103011208880001', '510301***[3]**0001', '510301***[8]**0001'],
  ['5103011203880001', '5103011203880001', '510301******0001', '510301******0001'],
  ['081234567890', '081234567990', '********7[8]90', '********7[9]90'],
  ['5103011203880001', null, '[510301******0001]', ''],
])('%s beside %s gives away no more than the digits that differ', (left, right, leftShown, rightShown) => {
  const marked = markNumbers(left, right)
  expect([written(marked.left), written(marked.right)]).toEqual([leftShown, rightShown])
})

test('Of two numbers of different people only the places are marked', () => {
  const marked = markNumbers('5103011203880001', '5103026511704442')
  expect(written(marked.left).replace(/[[\]]/g, '')).toBe('510301******0001')
  expect(written(marked.right).replace(/[[\]]/g, '')).toBe('510302******4442')
})
