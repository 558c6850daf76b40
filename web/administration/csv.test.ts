import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test('what holds a comma, a quotation mark or a line break stays in its cell', () => {
  expect(writeCsv([['a, b', 'kata "itu"', 'dua\nbaris', 3]])).toBe('\uFEFF"a, b","kata ""itu""","dua\nbaris",3\r\n')
})

test('a name that looks like a formula is text', () => {
  expect(writeCsv([['=1+1', '-2', -2]])).toBe("\uFEFF'=1+1,'-2,-2\r\n")
})
