import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSlips, knownWord, likeness, wordLikeness } from './word-likeness.ts'

test.each([
  ['SUTRISNO', 'SUTRISNO', 'same'],
  ['SUTRISNO', 'SOETRISNO', 'soundsAlike'],
  ['SUTRISNO', 'SSUTRISNO', 'soundsAlike'],
  ['KETUT', 'KT', 'abbreviated'],
  ['ROBERT', 'R', 'abbreviated'],
  ['ROBERT', 'BOB', 'abbreviated'],
  ['KATE', 'CATHERINE', 'abbreviated'],
  ['BOB', 'BILL', 'none'],
  ['ROHMAN', 'RPHMAN', 'oneSlip'],
  ['IWAN', 'IWNA', 'oneSlip'],
  ['IDA', 'ID', 'oneSlip'],
  ['HIDAYAT', 'HFIAYAT', 'twoSlips'],
  ['SARI', 'WATI', 'none'],
  ['2119', '2191', 'oneSlip'],
  ['21', '1', 'none'],
] as const)('%s and %s: %s', (left, right, expected) => {
  expect(wordLikeness(knownWord(left), knownWord(right))).toBe(likeness[expected])
})

test('slips count the same both ways, and none lie between a word and itself', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ABCDE'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(countSlips(left, right, 9)).toBe(countSlips(right, left, 9))
      expect(countSlips(left, left, 9)).toBe(0)
    }),
  )
})

test('one letter more, fewer, other or swapped is one slip', () => {
  const word = fc.string({ unit: fc.constantFrom(...'ABCDEFGH'), minLength: 3, maxLength: 10 })
  fc.assert(
    fc.property(word, fc.nat(8), (text, place) => {
      const at = place % (text.length - 1)
      const swapped = `${text.slice(0, at)}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`
      expect(countSlips(text, `${text.slice(0, at)}${text.slice(at + 1)}`, 2)).toBe(1)
      expect(countSlips(text, `${text.slice(0, at)}Z${text.slice(at + 1)}`, 2)).toBe(1)
      expect(countSlips(text, swapped, 2)).toBeLessThanOrEqual(1)
    }),
  )
})
