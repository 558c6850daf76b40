import { expect, test } from 'vitest'
import { rupiah } from '../../values/rupiah.ts'
import { checkPrintedShare, checkPrintedSum, checkPrintedTotal } from './printed-total.ts'

const price = rupiah(16_800)
const million = 1_000_000
const billion = 1_000_000_000

test.each([
  ['Badung, customary workers 2023', 2456, 12, 495_129_600],
  ['Blitar, DBH CHT 2024, a month', 5387, 1, 90_501_600],
  ['Sumenep, DBH CHT 2025', 2274, 12, 458_438_400],
  ['Lumajang, per person', 1, 7, 117_600],
  ['Penajam Paser Utara 2025', 5000, 12, 1_008_000_000],
  ['Badung UCOK', 35_000, 12, 7_056_000_000],
  ['Kabupaten Bekasi 2023', 75_903, 12, 15_302_044_800],
  ['Badung contract staff', 7826, 12, 1_577_721_600],
  ['Badung customary workers, later count', 2624, 12, 528_998_400],
])('%s: the printed total is exact', (_programme, people, months, printed) => {
  expect(checkPrintedTotal(printed, { people, months, price })).toEqual({ verdict: 'exact' })
})

test.each([
  ['Bontang, a full year, “Rp7 miliar”', 34_782, 12, 7 * billion, billion],
  ['Bontang, the year before, “Rp1,7 miliar”', 34_782, 3, 1700 * million, 100 * million],
  ['Kota Bekasi 2026, “Rp2 miliar”', 10_000, 12, 2 * billion, billion],
])('%s: rounds as it was printed', (_programme, people, months, printed, precision) => {
  expect(checkPrintedTotal(printed, { people, months, price }, precision)).toMatchObject({ verdict: 'rounds' })
})

test('Badung RAPBD 2023: 2,446 people for a year are not Rp494.048.052, and no number of months can be', () => {
  expect(checkPrintedTotal(494_048_052, { people: 2446, months: 12, price })).toEqual({
    verdict: 'mismatch',
    expected: 493_113_600,
    difference: 934_452,
    divisible: false,
  })
})

test('a printed total of another number of months is a mismatch although it divides', () => {
  expect(checkPrintedTotal(16_800 * 100, { people: 10, months: 12, price })).toMatchObject({
    verdict: 'mismatch',
    divisible: true,
  })
})

test('Bali, 31 March 2025: 50.88 % belongs to 1,837,899 workers, not to the printed 1,873,899', () => {
  expect(checkPrintedShare(50.88, { numerator: 935_079, denominator: 1_837_899 })).toEqual({ verdict: 'exact' })
  expect(checkPrintedShare(50.88, { numerator: 935_079, denominator: 1_873_899 })).toEqual({
    verdict: 'mismatch',
    expected: 49.9,
  })
})

test.each([
  ['the customary list of Badung', 2446, [546, 270, 38, 407, 141, 1, 210, 833]],
  ['Bogor', 47_840, [44_259, 3581]],
  ['villages of Badung', 62, [16, 46]],
  ['villages of Bekasi', 187, [8, 179]],
])('%s adds up', (_list, printed, parts) => {
  expect(checkPrintedSum(printed, parts)).toEqual({ verdict: 'exact', difference: 0 })
})

test('a sum with a misprinted part is detected', () => {
  expect(checkPrintedSum(2446, [546, 270, 38, 407, 141, 1, 201, 833])).toEqual({ verdict: 'mismatch', difference: 9 })
})
