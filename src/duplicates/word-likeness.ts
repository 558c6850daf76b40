import { foldWord } from './names.ts'
import { hasPetNames, isPetName } from './nicknames.ts'

/** How alike two words are, from nothing in common to the same letters. */
export const likeness = { none: 0, twoSlips: 1, oneSlip: 2, abbreviated: 3, soundsAlike: 4, same: 5 } as const
export type Likeness = (typeof likeness)[keyof typeof likeness]

/** A word with what is worked out once: how it folds, which letters it has, a bit each, and whether it is a name that has pet names or is one. */
export type KnownWord = { readonly text: string; readonly folded: string; readonly letters: number; readonly isPet: boolean }

/** Works a word out for `wordLikeness`. */
export function knownWord(text: string): KnownWord {
  return { text, folded: foldWord(text), letters: lettersOf(text), isPet: hasPetNames(text) }
}

/** The letters of a text as bits; digits share bits with letters. Two slips change four bits at most. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

/** How many letters one has and the other has not. */
export function lettersApart(left: number, right: number): number {
  let bits = left ^ right
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Judges two words: the same, the same when spoken, one the short form or pet name of the other, or one or two slips apart. */
export function wordLikeness(left: KnownWord, right: KnownWord): Likeness {
  if (left.text === right.text) return likeness.same
  if (left.folded === right.folded) return likeness.soundsAlike
  if (isShortForm(left.text, right.text) || isShortForm(right.text, left.text)) return likeness.abbreviated
  if (left.isPet && right.isPet && isPetName(left.text, right.text)) return likeness.abbreviated
  const shorter = Math.min(left.text.length, right.text.length)
  if (shorter < 2 || left.text.length + right.text.length < 5 || lettersApart(left.letters, right.letters) > 4)
    return likeness.none
  const most = shorter >= 5 ? 2 : 1
  let slips = countSlips(left.text, right.text, most)
  if (slips > 1) slips = Math.min(slips, countSlips(left.folded, right.folded, most))
  if (slips === 1) return likeness.oneSlip
  return slips === 2 && shorter >= 5 ? likeness.twoSlips : likeness.none
}

/** `KT` for `KETUT`, `ROBT` for `ROBERT`, `A` for `AGUS`: letters in order from the first, without vowels, or the initial. */
function isShortForm(short: string, long: string): boolean {
  if (short.length >= long.length || short.length > 4 || short.charCodeAt(0) !== long.charCodeAt(0) || /\d/.test(short))
    return false
  if (short.length === 1) return true
  if (long.length - short.length < 2 || /[AEIOU]/.test(short.slice(1))) return false
  let at = 1
  for (const letter of long.slice(1)) if (letter === short[at]) at++
  return at === short.length
}

/** Letters to insert, drop, replace or swap with the neighbour (Damerau's count); stops counting above `most`. */
export function countSlips(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let start = 0
  while (start < left.length && left.charCodeAt(start) === right.charCodeAt(start)) start++
  let leftEnd = left.length
  let rightEnd = right.length
  while (leftEnd > start && rightEnd > start && left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)) {
    leftEnd--
    rightEnd--
  }
  return slipsBetween(left.slice(start, leftEnd), right.slice(start, rightEnd), most)
}

const widest = 64
let before = new Int32Array(widest + 1)
let above = new Int32Array(widest + 1)
let current = new Int32Array(widest + 1)

function slipsBetween(left: string, right: string, most: number): number {
  if (left.length === 0 || right.length === 0) return left.length + right.length
  if (right.length > widest) return most + 1
  for (let at = 0; at <= right.length; at++) above[at] = at
  for (let row = 1; row <= left.length; row++) {
    const letter = left.charCodeAt(row - 1)
    const earlier = row > 1 ? left.charCodeAt(row - 2) : -1
    let best = row
    current[0] = row
    for (let column = 1; column <= right.length; column++) {
      const other = right.charCodeAt(column - 1)
      let slips = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (letter === other ? 0 : 1),
      )
      if (column > 1 && earlier === other && letter === right.charCodeAt(column - 2))
        slips = Math.min(slips, (before[column - 2] ?? 0) + 1)
      current[column] = slips
      if (slips < best) best = slips
    }
    if (best > most) return most + 1
    ;[before, above, current] = [above, current, before]
  }
  return above[right.length] ?? most + 1
}
