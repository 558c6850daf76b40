import { expect, test } from 'vitest'
import { standingOf } from './words-of-standing.ts'

const fine = { civil: 'alive', isDeceased: false, coveredBy: null, nameAgrees: true, birthDateAgrees: true } as const

test.each([
  ['a worker about whom nothing stands out', {}, 'clear'],
  ['a dead worker who was covered', { isDeceased: true, coveredBy: 'PU' }, 'deceased'],
  ['a covered worker whose name differs', { coveredBy: 'PU', nameAgrees: false }, 'covered'],
  ['a worker Dukcapil does not know', { civil: 'unknown', nameAgrees: null }, 'unknown'],
  ['a worker with another name', { nameAgrees: false, birthDateAgrees: false }, 'name-differs'],
  ['a worker born another day', { birthDateAgrees: false }, 'birth-date-differs'],
  ['a worker nobody was asked about', { civil: 'not-asked', nameAgrees: null }, 'not-asked'],
] as const)('%s stands as the gravest thing that is known', (_who, facts, standing) => {
  expect(standingOf({ ...fine, ...facts })).toBe(standing)
})
