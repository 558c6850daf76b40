/** Tells whether a text anywhere in a value holds the sign NUL, which no text of PostgreSQL may and nobody types. */
export function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000')
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => holdsNul(name) || holdsNul(inner))
}
