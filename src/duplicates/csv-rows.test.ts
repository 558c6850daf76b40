import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvReader, guessSeparator } from './csv-rows.ts'

function readAll(text: string, separator = ',', piece = text.length || 1): string[][] {
  const rows: string[][] = []
  const reader = csvReader(separator)
  for (let at = 0; at < text.length; at += piece) reader.read(text.slice(at, at + piece), (row) => rows.push(row))
  reader.end((row) => rows.push(row))
  return rows
}

test('quotes may hold separators, quotes and line ends', () => {
  expect(readAll('id,name\r\n1,"PUTU, S.PD"\n2,"a ""b""\nc"\n\n3,x')).toEqual([
    ['id', 'name'],
    ['1', 'PUTU, S.PD'],
    ['2', 'a "b"\nc'],
    ['3', 'x'],
  ])
})

test('the separator is the one the heading line has most', () => {
  expect(guessSeparator('NO;NIK;NAMA, LENGKAP')).toBe(';')
  expect(guessSeparator('id\tname')).toBe('\t')
})

test('rows are the same however the text is cut into pieces', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab ",;\n1') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.integer({ min: 1, max: 7 }), (rows, piece) => {
      const text = rows.map((row) => row.map((one) => `"x${one.replaceAll('"', '""')}x"`).join(',')).join('\n')
      expect(readAll(text, ',', piece)).toEqual(rows.map((row) => row.map((one) => `x${one}x`)))
    }),
  )
})
