import type { Language } from '../../values/language.ts'
import { instruments, type InstrumentId } from '../law/instruments.ts'
import type { SourceId } from '../law/sources.ts'

/** Where the law says it: an instrument, and as near to the sentence as we have read. */
export type Citation = {
  readonly law: InstrumentId
  readonly article?: string
  readonly annex?: string
  readonly sources?: readonly SourceId[]
}

/** Writes a citation as a lawyer does: `PP 44/2015 Pasal 40(3)`, in English `PP 44/2015 art. 40(3)`. */
export function citationText(citation: Citation, language: Language): string {
  const article = citation.article === undefined ? '' : ` ${language === 'id' ? 'Pasal' : 'art.'} ${citation.article}`
  const annex = citation.annex === undefined ? '' : ` ${language === 'id' ? 'Lampiran' : 'Annex'} ${citation.annex}`
  return `${instruments[citation.law].short[language]}${article}${annex}`
}
