import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP's advice for argon2id: 19 MiB, two passes, one lane (some 15 ms). */
export const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash that somebody who does not exist is checked against, so that the time taken tells nothing. */
const nobodysHash = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/** Tells whether a password is the one that was hashed; takes as long when there is no hash. */
export async function passwordFits(password: string, stored: string | null | undefined): Promise<boolean> {
  const fits = await verify(stored ?? nobodysHash, password).catch(() => false)
  return stored !== null && stored !== undefined && fits
}

/** A password to hand to a new person once: 20 signs without those that look alike. */
export function inventPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  return [...randomBytes(20)].map((byte) => signs[byte % signs.length]).join('')
}

/** The password of every demonstration account; it is printed at the start and shown on the sign-in page of a demonstration. */
export const demoPassword = 'badung-peduli'
