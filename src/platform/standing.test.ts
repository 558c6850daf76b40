import { expect, test } from 'vitest'
import type { Role } from './actor.ts'
import { standingOf } from './standing.ts'

const officer: Role[] = ['officer']
const treasurer: Role[] = ['officer', 'treasurer']
const none: Role[] = []

test.each([
  // who                                       demo   factor shown  temporary roles      standing
  ['an officer with a password alone', false, false, false, false, officer, 'full'],
  ['a treasurer without a second factor', false, false, false, false, treasurer, 'factor-due'],
  ['a treasurer of the demonstration', true, false, false, false, treasurer, 'full'],
  ['a treasurer who has still to show the code', false, true, false, false, treasurer, 'code-due'],
  ['a treasurer who has shown it', false, true, true, false, treasurer, 'full'],
  ['a treasurer whose provider asked for two factors', false, false, true, false, treasurer, 'full'],
  ['an officer who chose to have a second factor', false, true, false, false, officer, 'code-due'],
  ['somebody whose password was handed to them', false, false, false, true, officer, 'password-due'],
  ['an administrator with a handed password', false, false, false, true, ['administrator'], 'password-due'],
  ['somebody who has no role yet', false, false, false, false, none, 'no-role'],
  ['somebody without role who owes a code', false, true, false, true, none, 'code-due'],
] as const)('%s', (_who, isDemo, hasFactor, hasShownFactor, isPasswordTemporary, roles, standing) => {
  expect(standingOf({ isDemo, hasFactor, hasShownFactor, isPasswordTemporary, roles })).toBe(standing)
})
