import { describe, expect, test } from 'vitest'
import { parseBirthDate } from '../../reading/written/birth-date.ts'
import { cellTyped, type Correction, correctedCell, saysTheSame, shapeOf } from './corrections.ts'

const on = 20_261_101

describe('A correction', () => {
  test.each<[string, Correction, string, string | null, string | undefined]>([
    ['one value for all', { kind: 'value', value: ' Petani ' }, 'PETANI SWH', null, 'Petani'],
    ['month first', { kind: 'date-order', order: 'mdy' }, '4/15/1985', null, '15 April 1985'],
    ['month first, year of two digits', { kind: 'date-order', order: 'mdy' }, '4/15/85', null, '15 April 1985'],
    ['year first, glued', { kind: 'date-order', order: 'ymd' }, '850415', null, '15 April 1985'],
    ['year, day, month', { kind: 'date-order', order: 'ydm' }, '1985-15-04', null, '15 April 1985'],
    ['a day that the order does not give', { kind: 'date-order', order: 'dmy' }, '4/15/1985', null, undefined],
    ['a day that no calendar has', { kind: 'date-order', order: 'dmy' }, '31/02/1985', null, undefined],
    ['a day after the list was judged', { kind: 'date-order', order: 'dmy' }, '15/04/2031', null, undefined],
    ['no date at all', { kind: 'date-order', order: 'dmy' }, 'lupa', null, undefined],
    ['the date in the NIK of a woman', { kind: 'date-from-nik' }, 'lupa', '5103015504850001', '15 April 1985'],
    ['no NIK to take it from', { kind: 'date-from-nik' }, 'lupa', null, undefined],
  ])('of %s', (_, correction, written, nik, becomes) => {
    expect(correctedCell(correction, { field: 'birthDate', written, nik }, on)).toBe(becomes)
  })

  test('typed as a date has one reading only, whatever the habits of the list', () => {
    expect(cellTyped('birthDate', '05-04-1985', on)).toBe('5 April 1985')
    expect(parseBirthDate('5 April 1985')).toEqual({ first: 19_850_405, second: 0 })
    expect(cellTyped('birthDate', 'entah', on)).toBe('entah')
    expect(cellTyped('nik', '5103 0155 0485 0001', on)).toBe('5103015504850001')
  })
})

test('Cells are alike by what they say or by how they are written', () => {
  expect(saysTheSame('PETANI  SWH', "'petani swh ")).toBe(true)
  expect(saysTheSame('petani', 'petani sawah')).toBe(false)
  expect(shapeOf('4/15/1985')).toBe('9/99/9999')
  expect(shapeOf('17 Agustus 85')).toBe('99 A 99')
})
