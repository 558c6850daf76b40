import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { ageOfDay, timeLeft } from './ages.ts'

const today = day('2026-11-20')

test.each([
  ['2026-11-20', false, 'hari ini'],
  ['2026-11-21', false, 'besok'],
  ['2026-11-23', true, '3 hari lagi'],
  ['2026-11-18', true, 'terlambat 2 hari'],
  ['2026-11-19', false, 'kemarin'],
  ['2026-11-10', false, '10 hari lalu'],
  ['2026-08-20', false, '3 bulan lalu'],
  ['2023-11-01', false, '3 tahun lalu'],
])('%s (due: %s) reads "%s"', (iso, isDue, written) => {
  expect(ageOfDay(day(iso), today, 'id', isDue)).toBe(written)
})

test.each([
  [0.2, '1 detik'],
  [59, '59 detik'],
  [61, '2 menit'],
  [7200, '2 jam'],
])('%s seconds are written "%s"', (seconds, written) => {
  expect(timeLeft(seconds, 'id')).toBe(written)
})
