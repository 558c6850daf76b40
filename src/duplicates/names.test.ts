import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldName, foldWord, readNameWords, soundKey } from './names.ts'

test.each([
  ['I Wyn. Sudiarta', 'I WAYAN SUDIARTA'],
  ['NI KT LESTARI', 'NI KETUT LESTARI'],
  ['Ketut Lestari', 'NI KETUT LESTARI'],
  ['IKADEK SURYA', 'I KADEK SURYA'],
  ['NIWAYAN SARI', 'NI WAYAN SARI'],
  ['A.A. Gde Oka', 'ANAK AGUNG GEDE OKA'],
  ['IB Putra', 'IDA BAGUS PUTRA'],
  ['Dayu Ratih', 'IDA AYU RATIH'],
  ['Tjok. Istri Sari', 'COKORDA ISTRI SARI'],
  ['I Gst. Ngr. Parwata', 'I GUSTI NGURAH PARWATA'],
  ['Moch. Rojali', 'MUHAMMAD ROJALI'],
  ['M. Rojali', 'MUHAMMAD ROJALI'],
  ['Achmad Suhendar', 'AHMAD SOEHENDAR'],
  ['Djajang Noer', 'JAJANG NUR'],
  ['Tjetjep', 'CECEP'],
  ['Fathimah', 'FATIMAH'],
  ['H. Dedi Kurnia, S.Pd', 'DEDI KURNIA'],
  ['UST. SANUSI S.AG', 'SANUSI'],
  ['Dr. José Müller', 'JOSE MULLER'],
  ['Hidayat Ahmad', 'AHMAD HIDAYAT'],
])('%s and %s are written forms of one name', (left, right) => {
  expect(foldName(left)).toBe(foldName(right))
})

test.each([
  ['KETUT SARI', 'KADEK SARI'],
  ['AHMAD HIDAYAT', 'AHMAD RIDWAN'],
  ['NI LUH SARI', 'NI LUH SARINI'],
])('%s and %s are names of different people', (left, right) => {
  expect(foldName(left)).not.toBe(foldName(right))
})

test('what follows bin or binti may be absent elsewhere', () => {
  expect(readNameWords('Slamet bin Asep')).toEqual({ words: ['SLAMET', 'ASEP'], optional: [false, true] })
})

test('a name that is nothing but a title stays a name', () => {
  expect(readNameWords('Haji').words).toEqual(['HAJI'])
})

test.each([
  ['SUDIARTA', 'SUKARTA', false],
  ['SUDIARTA', 'SUDHIYARTA', true],
  ['KOMARUDIN', 'QOMARUDIN', true],
])('%s sounds like %s: %s', (left, right, alike) => {
  expect(soundKey(left) === soundKey(right)).toBe(alike)
})

test('folding a folded word changes nothing, and no text makes the reader fail', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const folded = foldName(text)
      expect(typeof folded).toBe('string')
      const word = foldWord('SOEDJATMIKO')
      expect(foldWord(word)).toBe(word)
    }),
  )
})
