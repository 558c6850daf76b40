import type { Language, Wording } from '../../values/language.ts'

/** A sentence with numbers in it: takes them raw and writes them in both languages itself. */
type Sentence = (...facts: never[]) => Wording

/** The words of one office: each a wording, or a sentence that takes facts. */
export type Words = Readonly<Record<string, Wording | Sentence>>

/** The same words in one language. */
export type Said<Dictionary extends Words> = {
  readonly [Key in keyof Dictionary]: Dictionary[Key] extends (...facts: infer Facts) => Wording
    ? (...facts: Facts) => string
    : string
}

/** Writes down the words of one office; a language left out does not compile. */
export function words<const Dictionary extends Words>(dictionary: Dictionary): Dictionary {
  return dictionary
}

const said = new WeakMap<Words, Partial<Record<Language, unknown>>>()

/** The words in one language; the same object every time, so that React may compare it. */
export function say<Dictionary extends Words>(dictionary: Dictionary, language: Language): Said<Dictionary> {
  const known = said.get(dictionary) ?? {}
  said.set(dictionary, known)
  known[language] ??= Object.fromEntries(
    Object.entries(dictionary).map(([key, entry]) => [
      key,
      typeof entry === 'function' ? (...facts: never[]) => entry(...facts)[language] : entry[language],
    ]),
  )
  return known[language] as Said<Dictionary>
}
