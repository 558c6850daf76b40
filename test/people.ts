import { areaCode } from '../values/areas.ts'
import type { Actor, Role } from '../src/platform/actor.ts'

/** Invented officials of Badung for tests, one to a role, all over the region unless an area is given. */
export function official(role: Role, name: string = role, area = '51.03'): Actor {
  return { id: `id-of-${name}`, name, kind: 'person', grants: [{ role, area: areaCode(area) }] }
}
