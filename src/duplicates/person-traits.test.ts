import { expect, test } from 'vitest'
import { keyMaker } from './person-keys.ts'
import { isWorthComparing, traitCount, writeTraits } from './person-traits.ts'

const ketut = [
  '5103011708850001',
  '5103010101010001',
  'I KETUT RAI SUDIARTA',
  '1985-08-17',
  'L',
  'NI LUH SARI',
  '',
  '',
  '081234567',
]

function isWorth(one: readonly string[], other: readonly string[]): boolean {
  const traits = new Int32Array(traitCount * 2)
  writeTraits(traits, traitCount, keyMaker()(one))
  return isWorthComparing(traits, traitCount, keyMaker()(other))
}

const stranger = (cells: Readonly<Record<number, string>>) =>
  ['5103011708850002', '5103010909090009', 'NI MADE WIDIANI', '1985-08-17', 'P', 'NI WAYAN RAPEG', '', '', '087654321'].map(
    (cell, at) => cells[at] ?? cell,
  )

test('people born on one day in one district, of other names and other families, are not compared', () => {
  expect(isWorth(ketut, stranger({}))).toBe(false)
})

test('a caste name alone brings nobody together', () => {
  expect(isWorth(ketut, stranger({ 2: 'I KETUT MUDITA WIRATA' }))).toBe(false)
})

test.each([
  ['a NIK', { 0: '5103011708850001' }],
  ['a family card', { 1: '5103010101010001' }],
  ['most of the name', { 2: 'KT. RAI SUDIARTHA' }],
  ['a name that was glued', { 2: 'KETUTRAI SUDIARTA' }],
  ['the one word that is left of a name', { 2: 'SUDIARTA' }],
  ['no name at all', { 2: '' }],
  ['a mother', { 5: 'NI LUH SARI' }],
  ['a telephone', { 8: '+6281234567' }],
])('people who share %s are compared', (_, cells) => {
  expect(isWorth(ketut, stranger(cells))).toBe(true)
})

test('what is missing on both sides is not shared', () => {
  expect(isWorth(ketut.with(1, '').with(5, '').with(8, ''), stranger({ 1: '', 5: '', 8: '' }))).toBe(false)
})
