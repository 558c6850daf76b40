import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { parameters } from '../../rules/book.ts'
import type { Parameter } from '../../rules/kit/parameter.ts'
import { findFigures, type FigureGroup, marksOf, rulesUsing, standingOn } from './figures.ts'

const on = day('2026-11-21')

function figure(name: string): Parameter {
  const found = parameters.find((each) => each.name === name)
  if (found === undefined) throw new Error(`there is no figure ${name}`)
  return found
}

const names = (groups: readonly FigureGroup[]) => groups.flatMap((group) => group.figures.map((each) => each.name))

test('every figure stands in exactly one group', () => {
  const shown = names(findFigures({ search: '', filter: undefined, on }))
  expect(shown.toSorted()).toEqual(parameters.map((each) => each.name).toSorted())
})

test('the day decides which value is in force and which change comes next', () => {
  const relief = figure('jkk-jkm-payable-other')
  expect(standingOn(relief, on)).toMatchObject({ entry: { value: 50 }, next: { value: 100 } })
  expect(standingOn(relief, day('2027-01-01'))).toMatchObject({ entry: { value: 100 }, next: undefined })
  expect(standingOn(figure('jkm-waiting-sum'), day('2025-02-23'))).toMatchObject({
    entry: undefined,
    next: { value: 10_000_000 },
  })
})

test('a new law that leaves the value as it was is no change', () => {
  expect(standingOn(figure('jkk-incapacity-months-1-6'), day('2019-12-01')).next).toBeUndefined()
})

test.each([
  ['jkk-payment-days', 'unverified'],
  ['jkk-disability-table', 'rows-unverified'],
  ['jkk-funeral', 'past-unverified'],
  ['months-unpaid-allowed', 'conflict'],
])('%s is marked %s', (name, mark) => {
  expect(marksOf(figure(name), on)).toContain(mark)
})

test('what was last checked over a year ago says so', () => {
  expect(marksOf(figure('jkm-funeral'), on)).toEqual([])
  expect(marksOf(figure('jkm-funeral'), day('2027-11-22'))).toEqual(['stale'])
})

test('search takes every word, in either language, and the name of a law', () => {
  expect(names(findFigures({ search: 'pemakaman', filter: undefined, on }))).toEqual(['jkm-funeral', 'jkk-funeral'])
  expect(names(findFigures({ search: 'JKM funeral', filter: undefined, on }))).toContain('jkm-funeral')
  expect(names(findFigures({ search: 'pp 50/2025', filter: undefined, on }))).toContain('jkk-jkm-payable-other')
  expect(names(findFigures({ search: 'tidak ada yang begini', filter: undefined, on }))).toEqual([])
})

test('the filters show what nobody has checked, where sources differ, and what is about to change', () => {
  const unverified = names(findFigures({ search: '', filter: 'unverified', on }))
  expect(unverified).toContain('jkk-payment-days')
  expect(unverified).not.toContain('jkm-funeral')
  expect(names(findFigures({ search: '', filter: 'conflict', on }))).toContain('jkm-waiting-sum')
  expect(names(findFigures({ search: '', filter: 'changing', on }))).toEqual([
    'jkk-jkm-payable-other',
    'jkk-jkm-payable-transport',
  ])
})

test('a figure knows the rules that use it', () => {
  expect(rulesUsing(figure('jkm-funeral')).map((rule) => rule.name)).toEqual(['jkm', 'heirs'])
})
