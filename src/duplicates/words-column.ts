import { sharedFloats, sharedInts, textKey } from './key-counts.ts'
import { type NameWords, foldWord, plainText, readNameWords, soundKey } from './names.ts'

/**
 * A column of names or other texts: each distinct text once, as numbers of words. Rarity is in bits: a word one record in 1,024
 * has is worth 10.
 */
export type WordsColumn = {
  readonly kind: 'words'
  /** How many records rarity was reckoned from. */
  readonly records: number
  /** Per record the number of its text, or -1 when it has none. */
  readonly textOf: Int32Array
  /** Where the words of each text start in `words`; one entry more than there are texts. */
  readonly starts: Int32Array
  /** Word number × 2, plus 1 when the word is optional (a patronymic). */
  readonly words: Int32Array
  readonly wordTexts: readonly string[]
  readonly wordBits: Float32Array
  readonly textBits: Float32Array
  /** A key of the whole text, folded, its words in alphabetical order. */
  readonly foldedKeys: Int32Array
  /** A key of how each word sounds. */
  readonly soundKeys: Int32Array
}

/** How often words and texts (by folded key) occur among the records that have any: what rarity is reckoned from. */
export type WordCounts = {
  readonly records: number
  readonly ofWord: (word: string) => number
  readonly ofText: (key: number) => number
}

export type WordsBuilder = {
  readonly add: (text: string, column?: number) => void
  readonly finish: (known?: WordCounts) => WordsColumn[]
}

/**
 * Collects one or more columns text by text. Columns that share a builder (given name and surname) share words and texts, so that
 * one may be compared with the other. `asName` reads titles, degrees and short forms; otherwise words are taken as they stand.
 */
export function wordsBuilder(asName: boolean, columns = 1): WordsBuilder {
  const textNumbers = new Map<string, number>()
  const textOf: number[][] = Array.from({ length: columns }, () => [])
  const uses: number[] = []
  const parsed = parsedTexts()
  return {
    add: (text, column = 0) => {
      let number = textNumbers.get(text)
      if (number === undefined) {
        number = isBlank(text) ? -1 : parsed.add(asName ? readNameWords(text) : readWords(text))
        textNumbers.set(text, number)
        if (number >= 0) uses[number] = 0
      }
      if (number >= 0) uses[number] = (uses[number] ?? 0) + 1
      textOf[column]?.push(number)
    },
    finish: (known) => {
      const texts = finishTexts(uses, parsed, known)
      return textOf.map((rows) => ({ kind: 'words' as const, textOf: fillInts(rows), ...texts }))
    },
  }
}

/** What people write where they have nothing to write. */
const blanks: ReadonlySet<string> = new Set([
  'TIDAK ADA',
  'TDK ADA',
  'TIDAK TAHU',
  'NIHIL',
  'KOSONG',
  'N A',
  'NA',
  'NONE',
  'NULL',
  'UNKNOWN',
  'X',
  'XX',
  'XXX',
])

function isBlank(text: string): boolean {
  const plain = plainText(text)
  return plain === '' || /^0+$/.test(plain) || blanks.has(plain)
}

function readWords(text: string): NameWords {
  const words = plainText(text).split(' ').filter(Boolean)
  return { words, optional: words.map(() => false) }
}

type ParsedTexts = ReturnType<typeof parsedTexts>

function parsedTexts() {
  const wordNumbers = new Map<string, number>()
  const wordTexts: string[] = []
  const starts: number[] = [0]
  const words: number[] = []
  return {
    wordTexts,
    starts,
    words,
    add: (name: NameWords): number => {
      if (name.words.length === 0) return -1
      name.words.slice(0, mostWords).forEach((word, at) => {
        let number = wordNumbers.get(word)
        if (number === undefined) {
          number = wordTexts.push(word) - 1
          wordNumbers.set(word, number)
        }
        words.push(number * 2 + (name.optional[at] === true ? 1 : 0))
      })
      starts.push(words.length)
      return starts.length - 2
    },
  }
}

/** Texts are compared by their first words; an address seldom has more. */
const mostWords = 12

function finishTexts(uses: readonly number[], parsed: ParsedTexts, known?: WordCounts): Omit<WordsColumn, 'kind' | 'textOf'> {
  const { wordTexts, starts, words } = parsed
  const foldedWords = wordTexts.map(foldWord)
  const foldedKeys = fillInts(uses.map((_, text) => textKey(foldedText(parsed, foldedWords, text))))
  const counts = known ?? countWords(uses, parsed, foldedKeys)
  const bits = (count: number) => Math.log2(Math.max(counts.records, 2) / Math.max(count, 1))
  return {
    records: counts.records,
    starts: fillInts(starts),
    words: fillInts(words),
    wordTexts,
    wordBits: fillFloats(wordTexts.map((word) => bits(counts.ofWord(word)))),
    textBits: fillFloats(Float32Array.from(foldedKeys, (key) => bits(counts.ofText(key)))),
    foldedKeys,
    soundKeys: fillInts(wordTexts.map((word) => textKey(soundKey(word)))),
  }
}

function foldedText({ starts, words }: ParsedTexts, foldedWords: readonly string[], text: number): string {
  const from = starts[text] ?? 0
  const to = starts[text + 1] ?? 0
  if (to - from === 1) return foldedWords[(words[from] ?? 0) >> 1] ?? ''
  const folded: string[] = []
  for (let at = from; at < to; at++) folded.push(foldedWords[(words[at] ?? 0) >> 1] ?? '')
  return folded.sort().join(' ')
}

function countWords(uses: readonly number[], { wordTexts, starts, words }: ParsedTexts, foldedKeys: Int32Array): WordCounts {
  const wordUses = new Map<string, number>()
  const textUses = new Map<number, number>()
  let records = 0
  for (let text = 0; text < uses.length; text++) {
    const count = uses[text] ?? 0
    records += count
    const key = foldedKeys[text] ?? 0
    textUses.set(key, (textUses.get(key) ?? 0) + count)
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at++) {
      const word = wordTexts[(words[at] ?? 0) >> 1] ?? ''
      wordUses.set(word, (wordUses.get(word) ?? 0) + count)
    }
  }
  return { records, ofWord: (word) => wordUses.get(word) ?? 1, ofText: (key) => textUses.get(key) ?? 1 }
}

function fillInts(values: ArrayLike<number>): Int32Array {
  const filled = sharedInts(values.length)
  filled.set(values)
  return filled
}

function fillFloats(values: ArrayLike<number>): Float32Array {
  const filled = sharedFloats(values.length)
  filled.set(values)
  return filled
}
