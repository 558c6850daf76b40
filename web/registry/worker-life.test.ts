import { expect, test } from 'vitest'
import { type Known, lifeOf } from './worker-life.ts'

const listed = { worker: { removedAt: null }, answers: undefined, explanation: undefined, places: undefined, person: undefined }
const alive = { match: { civil: 'alive', isDeceased: false } }
const place = { place: 'quota', decreeNumber: null }
const period = { endReason: null }

const stands = (known: object) => lifeOf({ ...listed, ...known } as unknown as Known).map((step) => step.stands)

test.each([
  ['only listed', {}, ['done', 'now', 'later', 'later', 'later', 'later']],
  ['matched and not judged', { answers: alive }, ['done', 'done', 'now', 'later', 'later', 'later']],
  [
    'found dead',
    { answers: { match: { civil: 'deceased', isDeceased: true } } },
    ['done', 'stopped', 'later', 'later', 'later', 'later'],
  ],
  [
    'not eligible',
    { answers: alive, explanation: { decided: { isEligible: false } } },
    ['done', 'done', 'stopped', 'later', 'later', 'later'],
  ],
  [
    'ranked, with no decree yet',
    { answers: alive, explanation: { decided: { isEligible: true } }, places: [place] },
    ['done', 'done', 'done', 'done', 'now', 'later'],
  ],
  [
    'on the waiting list of a decree',
    { answers: alive, explanation: { decided: { isEligible: true } }, places: [{ place: 'waiting', decreeNumber: 'SK/1' }] },
    ['done', 'done', 'done', 'done', 'stopped', 'later'],
  ],
  [
    'a member',
    {
      answers: alive,
      explanation: { decided: { isEligible: true } },
      places: [{ place: 'quota', decreeNumber: 'SK/1' }],
      person: { membership: { periods: [period], clocks: { isCovered: true } } },
    },
    ['done', 'done', 'done', 'done', 'done', 'done'],
  ],
])('a worker who is %s stands there', (_where, known, expected) => {
  expect(stands(known)).toEqual(expected)
})
