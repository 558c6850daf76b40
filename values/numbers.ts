import type { Language } from './language.ts'

/** Writes a whole number with thousands marked: `1.234.567` in Indonesian, `1,234,567` in English. */
export function formatCount(value: number, language: Language): string {
  return value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')
}

/** Writes a share of one as a percentage with one decimal: `61,0 %`. */
export function formatShare(share: number, language: Language): string {
  const text = (share * 100).toFixed(1)
  return `${language === 'id' ? text.replace('.', ',') : text} %`
}
