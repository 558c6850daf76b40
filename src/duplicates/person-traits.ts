import type { PersonKeys } from './person-keys.ts'

/**
 * What is kept of each newcomer to tell at a glance whether somebody who shares a key with them is worth comparing: numbers that stand for
 * the NIK, family card, mother, telephone and letters of the name, then for the sounds of the name; 0 is missing.
 */
export const traitCount = 10
const firstSound = 5

/** Writes the traits of a person from a place on. */
export function writeTraits(into: Int32Array, from: number, { nik, family, mother, phone, letters, sounds }: PersonKeys): void {
  into.set([nik, family, mother, phone, letters], from)
  for (let at = 0; at < traitCount - firstSound; at++) into[from + firstSound + at] = sounds[at] ?? 0
}

/**
 * Whether two people who share a key may be one person, or are a finding otherwise: they share a number, a mother or a telephone, or more
 * than half the words of the shorter name sound alike. Who has nothing of the name in common is somebody else, whatever their birth date.
 */
export function isWorthComparing(traits: Int32Array, from: number, other: PersonKeys): boolean {
  if (isSame(traits[from], other.nik) || isSame(traits[from + 1], other.family) || isSame(traits[from + 2], other.mother))
    return true
  if (isSame(traits[from + 3], other.phone) || isSame(traits[from + 4], other.letters)) return true
  let words = 0
  let shared = 0
  for (let at = from + firstSound; at < from + traitCount && traits[at] !== 0; at++) {
    words++
    if (other.sounds.includes(traits[at] ?? 0)) shared++
  }
  return shared * 2 > Math.min(words, other.sounds.length) || words === 0 || other.sounds.length === 0
}

function isSame(one: number | undefined, other: number): boolean {
  return one === other && other !== 0
}
