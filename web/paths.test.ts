import { expect, test } from 'vitest'
import { paths } from './paths.ts'

test('no two pages share an address', () => {
  const patterns = Object.values(paths).map((path) => (path as (...steps: string[]) => string)('$a', '$b'))
  const withoutQuestions = patterns.map((pattern) => pattern.split('?')[0])
  expect(new Set(withoutQuestions).size).toBe(Object.keys(paths).length)
})

test('an address holds whatever a record is called', () => {
  expect(paths.worker('a/b', { tab: 'alasan' })).toBe('/pekerja/a%2Fb?tab=alasan')
  expect(paths.workers({ village: undefined, search: 'Ni Luh' })).toBe('/pekerja?search=Ni+Luh')
})

test('a pattern keeps its open steps', () => {
  expect(paths.candidate('$programme', '$worker')).toBe('/program/$programme/calon/$worker')
})
