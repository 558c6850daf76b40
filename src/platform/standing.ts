import type { Role } from './actor.ts'

/**
 * What a session may do: everything of its roles (`full`), or only what its person owes first: show the second factor, change a
 * password that somebody else knew, set up a second factor, or wait for a role.
 */
export const standings = ['full', 'code-due', 'password-due', 'factor-due', 'no-role'] as const

export type Standing = (typeof standings)[number]

/** Roles that decide over money, decrees and people: they need a second factor, except in a demonstration. */
const rolesWithTwoFactors: readonly Role[] = ['approver', 'treasurer', 'administrator']

/** Tells whether somebody with these roles must have a second factor. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => rolesWithTwoFactors.includes(role))
}

/** What is known of a session when its standing is decided. */
export type StandingFacts = {
  /** An account of the demonstration: its password is on the sign-in page. */
  isDemo: boolean
  /** A confirmed authenticator belongs to the account. */
  hasFactor: boolean
  /** A second factor was shown in this session, to us or to the provider. */
  hasShownFactor: boolean
  isPasswordTemporary: boolean
  roles: readonly Role[]
}

/** The standing of a session, the most urgent debt first. */
export function standingOf(facts: StandingFacts): Standing {
  if (facts.hasFactor && !facts.hasShownFactor) return 'code-due'
  if (facts.isPasswordTemporary) return 'password-due'
  if (!facts.isDemo && !facts.hasShownFactor && needsSecondFactor(facts.roles)) return 'factor-due'
  if (facts.roles.length === 0) return 'no-role'
  return 'full'
}
