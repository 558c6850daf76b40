/** The languages a person may read UCOK in; Indonesian comes first everywhere. */
export type Language = 'id' | 'en'

export const languages = ['id', 'en'] as const satisfies readonly Language[]

/** One text in every language. */
export type Wording = Readonly<Record<Language, string>>

/** Tells whether a text from outside names a language we speak. */
export function isLanguage(text: unknown): text is Language {
  return text === 'id' || text === 'en'
}
