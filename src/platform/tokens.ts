import { createHash, randomBytes } from 'node:crypto'

/** A token that nobody guesses: 256 bits by chance, safe in addresses and cookies. */
export function inventToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token: whoever reads the database cannot use it. Chance tokens need no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
