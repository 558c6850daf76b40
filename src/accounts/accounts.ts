import type { Day } from '../../values/days.ts'
import { areaOfRegion, findAreaCode, findCustomaryCode, isWithin, levelOf, type Region } from '../../values/areas.ts'
import { isBefore } from '../../values/days.ts'
import type { Role } from '../platform/actor.ts'
import type { GivenRole } from '../platform/account-changes.ts'

/** Whether somebody can sign in, has still to choose a password, or is kept out. */
export type AccountState = 'active' | 'invited' | 'inactive'

/** A role of a person as the pages show it. */
export type ShownGrant = {
  id: string
  role: Role
  area: string
  areaName: string
  firstDay: string
  lastDay: string | null
  isInForce: boolean
}

/** What is wrong with a role that is asked for, in order of precedence. */
export type RoleFault =
  | { reason: 'area-elsewhere'; area: string }
  | { reason: 'area-unknown'; area: string }
  | { reason: 'village-needed'; role: Role }
  | { reason: 'ends-before-it-begins' }
  | { reason: 'already-over' }

/** Roles whose work is in villages: over a whole region they would see everybody for no purpose (UU 27/2022, article 16). */
const rolesOfVillages: readonly Role[] = ['village-operator']

/** Looks for what is wrong with a role by itself: its area must lie in the region, and its days must run forward and not be over. */
export function findRoleFault(given: GivenRole, region: Region, today: Day): RoleFault | undefined {
  const customary = findCustomaryCode(given.area)
  const area = findAreaCode(given.area)
  if (customary === undefined && area === undefined) return { reason: 'area-unknown', area: given.area }
  const isHere = customary === undefined ? isWithin(given.area, areaOfRegion(region)) : customary.region === region
  if (!isHere) return { reason: 'area-elsewhere', area: given.area }
  if (rolesOfVillages.includes(given.role) && area !== undefined && levelOf(area) === 'regency')
    return { reason: 'village-needed', role: given.role }
  if (given.lastDay !== null && isBefore(given.lastDay, given.firstDay)) return { reason: 'ends-before-it-begins' }
  if (given.lastDay !== null && isBefore(given.lastDay, today)) return { reason: 'already-over' }
  return undefined
}

/** Tells whether two roles are the same on some day: a person has a role on an area once at a time. */
export function areTheSameAtOnce(one: Spell, other: Spell): boolean {
  if (one.role !== other.role || one.area !== other.area) return false
  const endsBefore = (left: Spell, right: Spell) => left.lastDay !== null && isBefore(left.lastDay, right.firstDay)
  return !endsBefore(one, other) && !endsBefore(other, one)
}

type Spell = Pick<GivenRole, 'role' | 'area' | 'firstDay' | 'lastDay'>
