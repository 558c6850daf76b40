import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { isLanguage, type Language, type Wording } from '../../values/language.ts'
import { type Said, say, type Words } from './words.ts'

const place = 'ucok.language'

type Speaking = { language: Language; speak: (language: Language) => void }

const SpeakingContext = createContext<Speaking>({ language: 'id', speak: () => {} })

/** Gives everything inside a language: the one remembered in this browser, at first Indonesian. */
export function LanguageProvider({ children, only }: { children: ReactNode; only?: Language }) {
  const [chosen, setChosen] = useState<Language>(remembered)
  const language = only ?? chosen
  useEffect(() => {
    if (only === undefined) document.documentElement.lang = language
  }, [language, only])
  const speaking = useMemo(
    () => ({
      language,
      speak(wanted: Language) {
        localStorage.setItem(place, wanted)
        setChosen(wanted)
      },
    }),
    [language],
  )
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>
}

/** The reader's language, and how to change it. */
export function useLanguage(): Speaking {
  return useContext(SpeakingContext)
}

/** The words of a dictionary in the reader's language: `const text = useText(intakeText)`, then `text.freeze`. */
export function useText<Dictionary extends Words>(dictionary: Dictionary): Said<Dictionary> {
  return say(dictionary, useLanguage().language)
}

/** Picks the reader's language out of wordings that come from the server. */
export function useWording(): (wording: Wording) => string {
  const { language } = useLanguage()
  return (wording) => wording[language]
}

/** The language remembered in this browser. */
export function remembered(): Language {
  const found = localStorage.getItem(place)
  return isLanguage(found) ? found : 'id'
}
