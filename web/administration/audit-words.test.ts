import { expect, test } from 'vitest'
import { wordDetails } from './audit-words.ts'

test('details are read as names and values, as officials write them', () => {
  const details = { people: 34_912, rate: 16_800, decidedOn: '2026-11-01', decision: 'dismiss', lists: ['a.csv', 'b.csv'] }
  expect(wordDetails(details, 'id')).toBe(
    'orang 34.912 · iuran per orang Rp16.800 · ditetapkan 1 November 2026 · keputusan tidak ikut · daftar a.csv, b.csv',
  )
})

test('what is not known is left out, and a year is no count', () => {
  expect(wordDetails({ number: null, lists: [], year: 2026 }, 'en')).toBe('year 2026')
})

test('months, states and reasons are read in words', () => {
  const details = { window: '2027-01..2027-12', month: '2026-09', from: 'billed', reason: 'MOVED_OUT' }
  expect(wordDetails(details, 'id')).toBe(
    'masa Januari 2027–Desember 2027 · bulan September 2026 · dari keadaan Ditagih BPJS · alasan Pindah ke luar daerah',
  )
})

test('a role on an area is read by its name', () => {
  expect(wordDetails({ roles: ['village-operator@51.03.01.1002'] }, 'id')).toBe('peran operator desa 51.03.01.1002')
})
