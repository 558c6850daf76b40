import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBirthDate, withCentury } from './birth-date.ts'
import { findingCodes, type FindingCode } from '../../intake/checks/findings.ts'
import { birthInNik, cleanNik } from './nik.ts'
import { readNik } from '../../../values/nik.ts'
import { parseIncome, parsePhone, parseSex, presentText, tidy } from './plain-values.ts'
import { wordingOfFinding } from '../../intake/checks/wording.ts'

test.each([
  ['Rp 1.000.000,-', 1_000_000],
  ['1.000.000,00', 1_000_000],
  ['1,000,000', 1_000_000],
  ['1000000', 1_000_000],
  ['Rp. 800.000', 800_000],
  ['1,5 juta', 1_500_000],
  ['800rb', 800_000],
  ['31,00', 31],
  ['banyak', undefined],
  ['1.00.000', undefined],
])('an income written %s is %s rupiah', (text, rupiah) => {
  expect(parseIncome(text)).toBe(rupiah)
})

test.each([
  ['+62 812-3456-7890', '081234567890'],
  ['81234567890', '081234567890'],
  ['081234567890.0', '081234567890'],
  ['12', ''],
])('a phone number written %s is %s', (text, phone) => {
  expect(parsePhone(text)).toBe(phone)
})

test.each([
  ['L', 'L'],
  ['laki - laki', 'L'],
  ['PEREMPUAN', 'P'],
  ['Pr', 'P'],
  ['2', 'P'],
  ['Wanita', 'P'],
  ['?', ''],
])('the sex written %s is %s', (text, sex) => {
  expect(parseSex(text)).toBe(sex)
})

test('cells that say there is nothing hold nothing', () => {
  expect(['-', 'TIDAK ADA', '0', ' \u00a0', '#N/A', 'tdk punya'].map(presentText)).toEqual(['', '', '', '', '', ''])
  expect(tidy('  I  Ketut\u00a0')).toBe('I Ketut')
})

describe('the quick readings agree with the exact ones', () => {
  test('a NIK is possible exactly when the vocabulary says so', () => {
    const digits = fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }).map((each) => each.join(''))
    const likely = fc
      .tuple(fc.integer({ min: 0, max: 75 }), fc.integer({ min: 0, max: 13 }), fc.nat(99), fc.nat(9999))
      .map(
        ([day, month, year, serial]) =>
          `510301${[day, month, year].map((part) => String(part).padStart(2, '0')).join('')}${String(serial).padStart(4, '0')}`,
      )
    fc.assert(
      fc.property(fc.oneof(digits, likely), (nik) => {
        expect(birthInNik(nik) !== undefined).toBe(readNik(nik) !== undefined)
      }),
      { numRuns: 2000 },
    )
  })

  test('a date written in any order of parts comes back', () => {
    const days = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((each) => each.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.constantFrom('-', '/', '.', ' '), (iso, separator) => {
        const [year = '', month = '', day = ''] = iso.split('-')
        const number = Number(`${year}${month}${day}`)
        expect(parseBirthDate([day, month, year].join(separator)).first).toBe(number)
        expect(parseBirthDate([year, month, day].join(separator)).first).toBe(number)
        expect(parseBirthDate(`${day}${month}${year}`).first).toBe(number)
      }),
    )
  })

  test('a two-digit year is the latest that is not after the list', () => {
    expect(withCentury(parseBirthDate('07/04/05').first, 20261101)).toBe(20050407)
    expect(withCentury(parseBirthDate('02/11/26').first, 20261101)).toBe(19261102)
  })

  test('no text makes the readings fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => [cleanNik(text), parseBirthDate(text), parseIncome(text), parsePhone(text), parseSex(text)]).not.toThrow()
      }),
    )
  })
})

test('every finding has a sentence in both languages that ends, and names no code', () => {
  for (const code of Object.keys(findingCodes) as FindingCode[]) {
    const { id, en } = wordingOfFinding({ code, detail: '15' })
    for (const text of [id, en]) expect(text).toMatch(/^(?!.*\b(nik-|undefined)).{40,}\.$/)
  }
})
