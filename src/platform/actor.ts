import { type AreaCode, areaOfRegion, isWithin, type Region } from '../../values/areas.ts'

/** What a person may be in the programme; the Indonesian words are in `docs/glossary.md`. */
export const roles = [
  'administrator',
  'officer',
  'approver',
  'treasurer',
  'village-operator',
  'task-force',
  'insurer',
  'planner',
  'assessor',
  'auditor',
] as const

export type Role = (typeof roles)[number]

/** A role given on an area: it reaches that area and all inside it. */
export type Grant = { role: Role; area: AreaCode }

/** Who acts: a signed-in person, the command line, or the system itself. */
export type Actor = { id: string; name: string; kind: 'person' | 'system'; grants: readonly Grant[] }

/** The actor of work that nobody in particular asked for (migrations, demonstration data, clean-up). */
export const systemActor: Actor = { id: '00000000-0000-0000-0000-000000000000', name: 'UCOK', kind: 'system', grants: [] }

/** Tells whether an actor holds one of the roles anywhere in a region. */
export function hasRole(actor: Actor, wanted: readonly Role[], region: Region): boolean {
  if (actor.kind === 'system') return true
  return actor.grants.some((grant) => wanted.includes(grant.role) && reaches(grant, region))
}

/** The areas of a region an actor may look into; `all` when a grant covers the whole of it. */
export function areasOf(actor: Actor, region: Region): 'all' | AreaCode[] {
  if (actor.kind === 'system') return 'all'
  const whole = areaOfRegion(region)
  if (actor.grants.some((grant) => isWithin(whole, grant.area))) return 'all'
  return actor.grants.map((grant) => grant.area).filter((area) => isWithin(area, whole))
}

function reaches(grant: Grant, region: Region): boolean {
  const whole = areaOfRegion(region)
  return isWithin(whole, grant.area) || isWithin(grant.area, whole)
}
