import { type KnownWord, type Likeness, knownWord, lettersApart, likeness, wordLikeness } from './word-likeness.ts'
import type { WordsColumn } from './words-column.ts'

/** How two texts agree, word by word. The order is the order of the levels; rarity is that of the words they share. */
export const wordsLevels = [
  'missing',
  'differs',
  'some words same, common',
  'some words same, rare',
  'words left out, common',
  'words left out',
  'words left out, rare',
  'two slips',
  'two slips, rare',
  'one slip, common',
  'one slip',
  'one slip, rare',
  'other spelling, common',
  'other spelling',
  'other spelling, rare',
  'same, very common',
  'same, common',
  'same, known',
  'same, uncommon',
  'same, rare',
  'same, very rare',
  'given name and surname exchanged',
] as const
export type WordsLevel = (typeof wordsLevels)[number]
const level = Object.fromEntries(wordsLevels.map((name, at) => [name, at])) as Record<WordsLevel, number>

/** Judges pairs of one column's texts. It remembers the word pairs it has judged, so keep one per column and thread. */
export type WordsJudge = (leftText: number, rightText: number) => number

type Leftover = { left: number[]; right: number[] }

/** Makes the judge of a column: answers the number of a level in `wordsLevels`; -1 stands for a record without a text. */
export function wordsJudge(column: WordsColumn): WordsJudge {
  const known = column.wordTexts.map(knownWord)
  const judgeWords = wordJudge(known)
  const leftover: Leftover = { left: [], right: [] }
  return (leftText, rightText) => {
    if (leftText < 0 || rightText < 0) return level.missing
    if (leftText === rightText) return sameLevel(column, leftText)
    return align(column, leftText, rightText, leftover, judgeWords, known)
  }
}

function sameLevel(column: WordsColumn, text: number): number {
  let bits = 0
  for (let at = column.starts[text] ?? 0; at < (column.starts[text + 1] ?? 0); at++)
    bits += column.wordBits[(column.words[at] ?? 0) >> 1] ?? 0
  bits = Math.min(bits, column.textBits[text] ?? 0)
  const step = bits < 7 ? 0 : bits < 10 ? 1 : bits < 12 ? 2 : bits < 14 ? 3 : bits < 16 ? 4 : 5
  return level['same, very common'] + step
}

function align(
  column: WordsColumn,
  leftText: number,
  rightText: number,
  rest: Leftover,
  judge: WordJudge,
  known: readonly KnownWord[],
): number {
  const { starts, words, wordBits } = column
  rest.left.length = 0
  rest.right.length = 0
  for (let at = starts[rightText] ?? 0; at < (starts[rightText + 1] ?? 0); at++) rest.right.push(words[at] ?? 0)
  let sharedBits = 0
  let shared = 0
  let inOrder = rest.right.length === (starts[leftText + 1] ?? 0) - (starts[leftText] ?? 0)
  for (let at = starts[leftText] ?? 0; at < (starts[leftText + 1] ?? 0); at++) {
    const word = words[at] ?? 0
    const found = placeOf(rest.right, word)
    if (found < 0) rest.left.push(word)
    else {
      if (found !== 0) inOrder = false
      removeAt(rest.right, found)
      shared++
      sharedBits += wordBits[word >> 1] ?? 0
    }
  }
  if (rest.left.length === 0 && rest.right.length === 0)
    return inOrder ? sameLevel(column, leftText) : graded(level['other spelling, common'], sharedBits)
  const near = pairLeftovers(column, rest, judge)
  return levelOf(column, rest, known, { shared: shared + near.paired, bits: sharedBits + near.bits, slips: near.slips })
}

function placeOf(words: readonly number[], word: number): number {
  for (let at = 0; at < words.length; at++) if ((words[at] ?? 0) >> 1 === word >> 1) return at
  return -1
}

/** Takes a word out and closes the gap: `splice` makes an array every time. */
function removeAt(words: number[], place: number): void {
  for (let at = place; at < words.length - 1; at++) words[at] = words[at + 1] ?? 0
  words.length--
}

type Agreement = { shared: number; bits: number; slips: number }

/** What is left over, written without spaces: `SITI NURJANAH` and `SITINURJANAH`, `YATI SAFITRI` and `YAT ISAFITRI`. */
function gluedLikeness(rest: Leftover, known: readonly KnownWord[]): Likeness {
  if (rest.left.length + rest.right.length < 3) return likeness.none
  let letters = 0
  let otherLetters = 0
  let longer = 0
  for (const word of rest.left) {
    letters |= known[word >> 1]?.letters ?? 0
    longer += known[word >> 1]?.text.length ?? 0
  }
  for (const word of rest.right) {
    otherLetters |= known[word >> 1]?.letters ?? 0
    longer -= known[word >> 1]?.text.length ?? 0
  }
  if (Math.abs(longer) > 2 || lettersApart(letters, otherLetters) > 4) return likeness.none
  const [left, right] = [textOf(known, rest.left), textOf(known, rest.right)]
  const straight = wordLikeness(knownWord(left), knownWord(right))
  if (straight !== likeness.none) return straight
  const reversed = rest.left.length > rest.right.length ? textOf(known, rest.left.toReversed()) : left
  const other = rest.left.length > rest.right.length ? right : textOf(known, rest.right.toReversed())
  return wordLikeness(knownWord(reversed), knownWord(other))
}

function levelOf(column: WordsColumn, rest: Leftover, known: readonly KnownWord[], agreed: Agreement): number {
  dropOptional(rest)
  let { shared, slips } = agreed
  if (rest.left.length > 0 && rest.right.length > 0) {
    const glued = gluedLikeness(rest, known)
    if (glued >= likeness.twoSlips && glued !== likeness.abbreviated) {
      shared++
      slips += glued === likeness.twoSlips ? 2 : glued === likeness.oneSlip ? 1 : 0
      agreed.bits += Math.min(bitsOf(column, rest.left), bitsOf(column, rest.right))
      rest.left.length = 0
      rest.right.length = 0
    }
  }
  if (shared === 0) return level.differs
  if (rest.left.length > 0 && rest.right.length > 0)
    return agreed.bits < 8 ? level['some words same, common'] : level['some words same, rare']
  if (rest.left.length + rest.right.length > 0) return graded(level['words left out, common'], agreed.bits)
  if (slips === 0) return graded(level['other spelling, common'], agreed.bits)
  if (slips === 1) return graded(level['one slip, common'], agreed.bits)
  return agreed.bits < 10 ? level['two slips'] : level['two slips, rare']
}

/** Three levels by rarity, from the common one on. */
function graded(first: number, bits: number): number {
  return first + (bits < 8 ? 0 : bits < 12 ? 1 : 2)
}

function pairLeftovers({ wordBits }: WordsColumn, rest: Leftover, judge: WordJudge): Agreement & { paired: number } {
  const found = { shared: 0, paired: 0, bits: 0, slips: 0 }
  for (let at = 0; at < rest.left.length; at++) {
    const word = rest.left[at] ?? 0
    let best: Likeness = likeness.none
    let bestAt = -1
    for (let other = 0; other < rest.right.length; other++) {
      const likely = judge(word >> 1, (rest.right[other] ?? 0) >> 1)
      if (likely > best) {
        best = likely
        bestAt = other
      }
    }
    if (best === likeness.none) continue
    found.paired++
    found.bits += pairedBits(wordBits[word >> 1] ?? 0, wordBits[(rest.right[bestAt] ?? 0) >> 1] ?? 0, best)
    found.slips += best === likeness.twoSlips ? 2 : best === likeness.oneSlip ? 1 : 0
    removeAt(rest.right, bestAt)
    removeAt(rest.left, at--)
  }
  return found
}

/** A misspelt word is rare by accident: it shares no more than the commoner of the two; a slip leaves less certain what is shared. */
function pairedBits(left: number, right: number, likely: Likeness): number {
  const bits = Math.min(left, right)
  return likely >= likeness.soundsAlike ? bits : bits * 0.75
}

function dropOptional(rest: Leftover): void {
  if (rest.left.length > 0 && rest.right.length > 0) return
  rest.left = rest.left.filter((word) => (word & 1) === 0)
  rest.right = rest.right.filter((word) => (word & 1) === 0)
}

const textOf = (known: readonly KnownWord[], words: readonly number[]) =>
  words.map((word) => known[word >> 1]?.text ?? '').join('')
const bitsOf = (column: WordsColumn, words: readonly number[]) =>
  words.reduce((sum, word) => sum + (column.wordBits[word >> 1] ?? 0), 0)

type WordJudge = (left: number, right: number) => Likeness

/** Judges two words by number; words with too many different letters that are no pet names are told apart at once, the rest is remembered. */
function wordJudge(known: readonly KnownWord[]): WordJudge {
  const bits = Math.min(20, Math.max(10, Math.ceil(Math.log2(known.length * 8 + 1))))
  const size = 2 ** bits
  const keys = new Float64Array(size).fill(-1)
  const answers = new Uint8Array(size)
  const letters = Int32Array.from(known, (word) => word.letters)
  const lengths = Uint8Array.from(known, (word) => Math.min(word.text.length, 255))
  const firsts = Uint16Array.from(known, (word) => word.text.charCodeAt(0))
  const folds = foldNumbers(known)
  const pets = Uint8Array.from(known, (word) => (word.isPet ? 1 : 0))
  return (left, right) => {
    if (
      (pets[left] === 0 || pets[right] === 0) &&
      lettersApart(letters[left] ?? 0, letters[right] ?? 0) > 4 &&
      folds[left] !== folds[right] &&
      (firsts[left] !== firsts[right] || ((lengths[left] ?? 0) > 4 && (lengths[right] ?? 0) > 4))
    ) {
      return likeness.none
    }
    const key = left < right ? left * 67108864 + right : right * 67108864 + left
    const slot = (Math.imul(left ^ right, 0x9e3779b1) ^ Math.imul(left + right, 0x85ebca6b)) >>> (32 - bits)
    if (keys[slot] === key) return answers[slot] as Likeness
    const [leftWord, rightWord] = [known[left], known[right]]
    const answer = leftWord === undefined || rightWord === undefined ? likeness.none : wordLikeness(leftWord, rightWord)
    keys[slot] = key
    answers[slot] = answer
    return answer
  }
}

function foldNumbers(known: readonly KnownWord[]): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(known, ({ folded }) => {
    const number = numbers.get(folded) ?? numbers.size
    numbers.set(folded, number)
    return number
  })
}
