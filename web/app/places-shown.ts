import { useRouter, useRouterState } from '@tanstack/react-router'
import type { Role } from '../../src/platform/actor.ts'
import { navigation, type Place } from './navigation.ts'
import { useSession } from './session.tsx'

/** The groups of the navigation with the places that exist and that the reader's roles may use. */
export function usePlaces() {
  const router = useRouter()
  const held = new Set<Role>(useSession().grants.map((grant) => grant.role))
  const exists = (place: Place) => place.to in router.routesByPath
  const mayUse = (place: Place) => place.roles === undefined || place.roles.some((role) => held.has(role))
  return navigation
    .map((group) => ({ ...group, places: group.places.filter((place) => exists(place) && mayUse(place)) }))
    .filter((group) => group.places.length > 0)
}

/** Tells whether a place is where the reader is now. */
export function useIsHere(): (place: Place) => boolean {
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (place) => (place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`))
}
