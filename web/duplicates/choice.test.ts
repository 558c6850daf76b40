import { expect, test } from 'vitest'
import { allSides, type Choice, type PairShown, sideOf } from './choice.ts'

const pair = {
  left: { full_name: 'I WAYAN SUDARTA', phone: null, occupation: 'Petani' },
  right: { full_name: 'I WAYAN SUDIARTA', phone: '********7890', occupation: 'Buruh' },
  newer: 'right',
  proposed: { full_name: { side: 'left' }, phone: { side: 'right' }, occupation: { side: 'right' } },
} as unknown as PairShown

test.each<[string, Partial<Choice>, 'full_name' | 'phone' | 'occupation', 'left' | 'right']>([
  ['what is proposed', {}, 'full_name', 'left'],
  ['the newer value by that rule', { rule: 'newer' }, 'full_name', 'right'],
  ['the value of the record that goes on by that rule', { rule: 'kept' }, 'occupation', 'left'],
  ['no empty value by a rule', { rule: 'kept' }, 'phone', 'right'],
  ['what a hand chose, whatever the rule', { rule: 'newer', chosen: { occupation: 'left' } }, 'occupation', 'left'],
])('The record that goes on takes over %s', (_name, choice, field, side) => {
  expect(sideOf(field, { kept: 'left', rule: 'proposed', chosen: {}, ...choice }, pair)).toBe(side)
})

test('The server is told the choice of every field', () => {
  const full = { ...pair, proposed: new Proxy({}, { get: () => ({ side: 'left' }) }) } as unknown as PairShown
  expect(new Set(Object.values(allSides({ kept: 'left', rule: 'proposed', chosen: {} }, full)))).toEqual(new Set(['left']))
})
