import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanNik, compareNiks, nikLevels, oddity } from './nik-slips.ts'

const own = { sameShared: false, stemShared: false }

function levelOf(left: string, right: string, odd = 0, shared = own): string | undefined {
  const digits = Uint8Array.from(`${left}${right}`, Number)
  return nikLevels[compareNiks(digits, 0, 16, odd, shared)]
}

test.each([
  ['5103011708850001', '5103011708850001', 0, 'same'],
  ['5103011708850001', '5103011708850000', 0, 'last digit lost'],
  ['5103011708850001', '5103011708850003', 0, 'one digit of the serial'],
  ['5103011708850001', '5103211708850001', oddity.area, 'one digit, impossible or unlikely as written'],
  ['5103011708850001', '5103021708850001', 0, 'one digit, both likely'],
  ['5103011708850001', '5103011708870001', oddity.otherDate, 'one digit, impossible or unlikely as written'],
  ['5103011708850001', '5103017108850001', oddity.date, 'two digits swapped, unlikely as written'],
  ['5103011708850001', '5013011708850001', oddity.area, 'two digits swapped, unlikely as written'],
  ['5103011708850012', '5103011708850045', 0, 'same area and date, other serial'],
  ['5103011708850001', '3216051708850001', 0, 'same date, other area'],
  ['5103011708850001', '3216054102770003', 0, 'differs'],
] as const)('%s and %s (doubt %i): %s', (left, right, odd, level) => {
  expect(levelOf(left, right, odd)).toBe(level)
  expect(levelOf(right, left, odd)).toBe(level)
})

test('a number that a family shares, or a stem that several have, is told apart', () => {
  expect(levelOf('5103011708850001', '5103011708850001', 0, { ...own, sameShared: true })).toBe('same, shared by a family')
  expect(levelOf('5103011708850001', '5103011708850000', 0, { ...own, stemShared: true })).toBe('last digit lost, shared')
})

test.each([
  ["'5103011708850001", '5103011708850001'],
  ['51.03.01.170885.0001', '5103011708850001'],
  ['51O3O117O885OOO1', '5103011708850001'],
  ['5103011708850001.0', '5103011708850001'],
  ['5l030l1708850001', '5103011708850001'],
  ['510301170885001', '510301170885001'],
  ['TIDAK ADA', ''],
  ['12345', ''],
])('%s is cleaned to %s', (written, clean) => {
  expect(cleanNik(written)).toBe(clean)
})

test('two numbers compare the same both ways', () => {
  const nik = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 16, maxLength: 16 })
  fc.assert(
    fc.property(nik, nik, (left, right) => {
      expect(levelOf(left, right)).toBe(levelOf(right, left))
    }),
  )
})
