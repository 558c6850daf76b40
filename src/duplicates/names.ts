import { bareDegrees, casteWords, degreePattern, particles, respelledWords, titles } from './name-words.ts'

/** The words of a name as they are compared: cleaned and expanded; `optional` words (a patronymic) may be absent elsewhere. */
export type NameWords = { readonly words: readonly string[]; readonly optional: readonly boolean[] }

/** Upper case without accents; everything that is no letter or digit becomes a space. */
export function plainText(text: string): string {
  const upper = text.toUpperCase()
  // eslint-disable-next-line no-control-regex
  const plain = /^[\x20-\x7e]*$/.test(upper) ? upper : upper.normalize('NFKD').replace(/[\u0300-\u036f]/g, '')
  return plain
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * One spelling for words that sound alike: old spelling (oe, dj, tj, nj, sj), doubled letters, y/i, f/p, v/w, q/k, silent h.
 * `Soehendar` and `Suhendar`, `Fathimah` and `Fatimah`, `Achmad` and `Ahmad` fold to the same.
 */
export const foldWord = remembered((word) => {
  const folded = word
    .replaceAll('OE', 'U')
    .replaceAll('DJ', 'J')
    .replaceAll('TJ', 'C')
    .replaceAll('NJ', 'NY')
    .replaceAll('SJ', 'SY')
    .replace(/[CK]H/g, 'H')
    .replace(/([BDGPST])H/g, '$1')
    .replaceAll('SY', 'S')
    .replace(/[YI]+/g, 'I')
    .replaceAll('AE', 'AI')
    .replaceAll('F', 'P')
    .replaceAll('V', 'W')
    .replaceAll('Q', 'K')
    .replaceAll('Z', 'J')
    .replace(/(.)\1+/g, '$1')
  return folded.length > 3 ? folded.replace(/H$/, '') : folded
})

/** Reads the words of a personal name: titles and degrees off, abbreviations written out, glued particles parted. */
export function readNameWords(text: string): NameWords {
  const upper = text.toUpperCase()
  const plain = /^[A-Z ]*$/.test(upper)
    ? withoutBareDegrees(upper.split(' '))
    : plainText(upper.replace(degreePattern, ' ')).split(' ')
  const words: string[] = []
  const optional: boolean[] = []
  let afterBin = false
  for (const raw of expandWords(plain)) {
    if (raw === 'BIN' || raw === 'BINTI' || raw === 'BT') afterBin = words.length > 0
    else if (raw !== '' && !particles.has(raw)) {
      words.push(raw)
      optional.push(afterBin)
    }
  }
  return withoutTitles({ words, optional })
}

/** The name in one comparable form: words cleaned, folded, in alphabetical order. */
export function foldName(text: string): string {
  return readNameWords(text).words.map(foldWord).sort().join(' ')
}

/** A short key that survives most misspellings of one word: its first letter and the first consonants after it. */
export const soundKey = remembered((word) => {
  const folded = foldWord(word)
  const consonants = folded.slice(1).replace(/[AEIOUHWY]/g, '')
  return folded.charAt(0) + consonants.slice(0, 4)
})

/** Most names are plain letters: their degrees are whole words at the end. */
function withoutBareDegrees(words: string[]): string[] {
  while (words.length > 1 && bareDegrees.has(words.at(-1) ?? '')) words.pop()
  return words
}

function withoutTitles(name: NameWords): NameWords {
  if (!name.words.some((word) => titles.has(word))) return name
  const keep = name.words.map((word) => !titles.has(word))
  if (!keep.includes(true)) return name
  return { words: name.words.filter((_, at) => keep[at]), optional: name.optional.filter((_, at) => keep[at]) }
}

function expandWords(words: readonly string[]): string[] {
  const expanded: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === 'A' && words[at + 1] === 'A') {
      expanded.push('ANAK', 'AGUNG')
      at++
    } else for (const one of writtenOut(word)) expanded.push(one)
  }
  return expanded
}

const writtenOut = remembered(
  (word): readonly string[] => respelledWords.get(word) ?? respelledWords.get(foldWord(word)) ?? [partGluedParticle(word)],
)

/** So many words are remembered: enough for the names of any registry, and a bound should a list hold nonsense. */
const mostRemembered = 50_000

/** Remembers what was worked out of words met before: names repeat the same few thousand. */
function remembered<Result>(work: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>()
  return (word) => {
    let result = known.get(word)
    if (result === undefined) {
      if (known.size >= mostRemembered) known.clear()
      result = work(word)
      known.set(word, result)
    }
    return result
  }
}

/** `NIWAYAN` and `IKADEK` lost a space: the particle says no more than the sex does. */
function partGluedParticle(word: string): string {
  const rest = word.startsWith('NI') ? word.slice(2) : word.startsWith('I') ? word.slice(1) : word
  return rest !== word && casteWords.has(rest) ? rest : word
}
