import { describe, expect, test } from 'vitest'
import { region } from '../../values/areas.ts'
import { day } from '../../values/days.ts'
import type { Role } from '../platform/actor.ts'
import { areTheSameAtOnce, findRoleFault } from './accounts.ts'

const badung = region('51.03')
const today = day('2026-11-20')
const given = (role: Role, area: string, firstDay: string, lastDay: string | null) => ({
  role,
  area,
  firstDay: day(firstDay),
  lastDay: lastDay === null ? null : day(lastDay),
})

describe('A role that is asked for on 20 November 2026 in Badung', () => {
  test.each([
    // role              area             first         last          fault
    ['officer', '51.03', '2026-11-20', null, undefined],
    ['officer', '51.03.01', '2026-12-01', '2027-12-31', undefined],
    ['village-operator', '51.03.01.1002', '2026-11-20', null, undefined],
    ['village-operator', '51.03.adat-12', '2026-11-20', null, undefined],
    ['village-operator', '51.03', '2026-11-20', null, 'village-needed'],
    ['officer', '51', '2026-11-20', null, 'area-elsewhere'],
    ['officer', '51.04', '2026-11-20', null, 'area-elsewhere'],
    ['officer', '51.04.adat-12', '2026-11-20', null, 'area-elsewhere'],
    ['officer', 'Badung', '2026-11-20', null, 'area-unknown'],
    ['officer', '51.03.adat-x', '2026-11-20', null, 'area-unknown'],
    ['officer', '51.03', '2026-12-01', '2026-11-30', 'ends-before-it-begins'],
    ['officer', '51.03', '2026-01-01', '2026-11-19', 'already-over'],
    ['officer', '51.03', '2026-01-01', '2026-11-20', undefined],
  ] as const)('%s on %s from %s to %s: %s', (role, area, firstDay, lastDay, fault) => {
    expect(findRoleFault(given(role, area, firstDay, lastDay), badung, today)?.reason).toBe(fault)
  })
})

describe('The same role twice', () => {
  const standing = given('officer', '51.03', '2026-01-01', '2026-11-30')
  test.each([
    ['from the day after', given('officer', '51.03', '2026-12-01', null), false],
    ['from its last day', given('officer', '51.03', '2026-11-30', null), true],
    ['before it', given('officer', '51.03', '2025-01-01', '2025-12-31'), false],
    ['for good from before it', given('officer', '51.03', '2025-01-01', null), true],
    ['on another area', given('officer', '51.03.01', '2026-06-01', null), false],
    ['as another role', given('planner', '51.03', '2026-06-01', null), false],
  ])('%s: %j', (_when, other, isTheSame) => {
    expect(areTheSameAtOnce(standing, other)).toBe(isTheSame)
    expect(areTheSameAtOnce(other, standing)).toBe(isTheSame)
  })
})
