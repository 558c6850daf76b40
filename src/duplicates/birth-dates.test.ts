import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDates, dateLevels, guessDateOrder, packDate, readBirthDate, readDateParts } from './birth-dates.ts'

test.each([
  ['1985-08-17', 1985, 8, 17],
  ['17/08/1985', 1985, 8, 17],
  ['17-8-85', 1985, 8, 17],
  ['19850817', 1985, 8, 17],
  ['17081985', 1985, 8, 17],
  ['17 Agustus 1985', 1985, 8, 17],
  ['17-AGU-85', 1985, 8, 17],
  ['August 17, 1985', 1985, 8, 17],
  ['31276', 1985, 8, 17],
  ['1985', 1985, 0, 0],
  ['05', 0, 0, 0],
  ['19451331', 1945, 13, 31],
  ['-', 0, 0, 0],
])('%s is read as %i-%i-%i', (text, year, month, day) => {
  expect(readBirthDate(text)).toBe(packDate(year, month, day))
})

test('parts in columns of their own are put together', () => {
  expect(readDateParts('1985', 'Agustus', '17')).toBe(packDate(1985, 8, 17))
  expect(readDateParts('1985', '', '')).toBe(packDate(1985, 0, 0))
})

test('the order of day and month is seen from the dates themselves', () => {
  expect(guessDateOrder(['03/04/1985', '17/08/1985'])).toBe('day-first')
  expect(guessDateOrder(['03/04/1985', '08/17/1985'])).toBe('month-first')
})

test.each([
  ['1985-08-17', '1985-08-17', 'same'],
  ['1985-08-07', '1985-07-08', 'day and month swapped'],
  ['1985-08-17', '1985-01-01', 'one is 1 January of the same year'],
  ['1985-08-17', '1995-08-17', 'a year or ten apart'],
  ['1985-01-01', '1984-12-31', 'a day or ten apart'],
  ['1985-08-17', '1985-08-47', 'one digit differs'],
  ['1985-08-17', '1985-05-17', 'one digit differs'],
  ['1985-08-17', '1962-08-17', 'one part differs'],
  ['1985-08-17', '1985-11-02', 'two parts differ'],
  ['1985-08-17', '1971-11-02', 'differs'],
  ['1985', '1985-08-17', 'same year, no more known'],
  ['1985', '1986', 'year one apart, no more known'],
  ['', '1985-08-17', 'missing'],
] as const)('%s and %s: %s', (left, right, level) => {
  expect(dateLevels[compareDates(readBirthDate(left), readBirthDate(right))]).toBe(level)
  expect(dateLevels[compareDates(readBirthDate(right), readBirthDate(left))]).toBe(level)
})

test('every day written as ISO is read as it is, and no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }), (date) => {
      const [year = 0, month = 0, day = 0] = date.toISOString().slice(0, 10).split('-').map(Number)
      expect(readBirthDate(date.toISOString().slice(0, 10))).toBe(packDate(year, month, day))
    }),
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789/- AGU') })), (text) =>
      Number.isInteger(readBirthDate(text)),
    ),
  )
})
