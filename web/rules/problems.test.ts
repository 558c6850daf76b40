import { expect, test } from 'vitest'
import { day } from '../../values/days.ts'
import { findRule } from '../../rules/book.ts'
import { factProblems } from './problems.ts'
import type { RawFacts } from './facts.ts'

function problemsOf(name: string, raw: RawFacts) {
  const rule = findRule(name)
  const answer = rule?.ask(raw, day('2026-11-01'))
  if (rule === undefined || answer === undefined || answer.ok) return []
  return factProblems(answer.refusal.problems, rule.facts, { raw, language: 'id' })
}

test('a fact not yet given is missing, not wrong', () => {
  expect(problemsOf('jkm', {})).toEqual([
    {
      path: 'memberSince',
      label: 'Hari pertama kepesertaan yang tidak terputus',
      says: 'belum diisi',
      isMissing: true,
    },
  ])
})

test('a fact that cannot be read is wrong', () => {
  expect(problemsOf('jkm', { memberSince: '31/2/2026' })).toMatchObject([{ path: 'memberSince', isMissing: false }])
})

test('a fact of a child is named by the child', () => {
  expect(problemsOf('scholarship', { cause: 'jkk-death', children: [{ birthDate: '2015-05-03' }, {}] })).toMatchObject([
    { path: 'children[2].birthDate', label: 'Tanggal lahir anak (2)', isMissing: true },
  ])
})

test('a fact this rule does not know is said by its name', () => {
  expect(problemsOf('jkm', { memberSince: '2024-01-01', colour: 'red' })).toMatchObject([
    { path: 'colour', label: 'colour', isMissing: false },
  ])
})
