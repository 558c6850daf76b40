import { describe, expect, test } from 'vitest'
import { readPlace, markOf } from './order.ts'
import { withoutFormula } from './sheets.ts'
import { readSearch } from './workers.ts'

describe('A search text', () => {
  test.each([
    ['5103', { kind: 'nik', from: '5103000000000000', to: '5103999999999999', tail: '' }],
    ['510301******0001', { kind: 'nik', from: '5103010000000000', to: '5103019999999999', tail: '0001' }],
    ['5103 0111 0870 8850', { kind: 'nik', from: '5103011108708850', to: '5103011108708850', tail: '' }],
    ['wayan sudarma', { kind: 'name', patterns: ['%sudarma%', '%wayan%'] }],
    ['50%_', { kind: 'name', patterns: ['%50\\%\\_%'] }],
    ['   ', { kind: 'nothing' }],
  ])('`%s` is read as what a clerk means', (text, terms) => {
    expect(readSearch(text)).toEqual(terms)
  })
})

describe('A place in a list', () => {
  test('survives the way through an address', () => {
    expect(readPlace('-village', markOf('51.03.01.1002', 7))).toEqual({
      order: 'village',
      isDescending: true,
      after: { key: '51.03.01.1002', id: 7 },
    })
  })

  test.each(['', '###', 'bnVsbA', Buffer.from('["a"]').toString('base64url')])(
    'that is unreadable (`%s`) is the beginning',
    (mark) => {
      expect(readPlace('no-such-order', mark)).toEqual({ order: 'name', isDescending: false, after: undefined })
    },
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['+62', "'+62"],
  ['@SUM', "'@SUM"],
  ['NI LUH', 'NI LUH'],
])('A cell `%s` does not run as a formula', (text, safe) => {
  expect(withoutFormula(text)).toBe(safe)
})
