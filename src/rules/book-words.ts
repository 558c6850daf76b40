import type { Language, Wording } from '../../values/language.ts'
import { formatRupiah } from '../../values/rupiah.ts'
import type { Decision } from '../../rules/kit/decide.ts'
import type { Conflict } from '../../rules/kit/parameter.ts'
import type { IncomeBand, Loss } from '../../rules/kit/units.ts'

/** The fixed words of the printed rule book. */
export const bookWords = {
  title: { id: 'Buku aturan', en: 'Rule book' },
  notAdvice: {
    id: 'Bukan nasihat hukum: BPJS Ketenagakerjaan yang memutuskan manfaat.',
    en: 'Not legal advice: BPJS Ketenagakerjaan decides benefits.',
  },
  printed: { id: 'Dicetak', en: 'Printed on' },
  contents: { id: 'Isi', en: 'Contents' },
  figures: { id: 'Angka', en: 'Figures' },
  facts: { id: 'Fakta', en: 'Facts' },
  required: { id: 'wajib', en: 'required' },
  cases: { id: 'Contoh', en: 'Worked cases' },
  day: { id: 'Hari', en: 'Day' },
  case: { id: 'Kasus', en: 'Case' },
  answer: { id: 'Jawaban', en: 'Answer' },
  source: { id: 'Sumber', en: 'Source' },
  name: { id: 'Nama', en: 'Name' },
  kind: { id: 'Jenis', en: 'Kind' },
  meaning: { id: 'Arti', en: 'Meaning' },
  since: { id: 'Sejak', en: 'Since' },
  value: { id: 'Nilai', en: 'Value' },
  law: { id: 'Dasar', en: 'Law' },
  checked: { id: 'Diperiksa', en: 'Checked' },
  unverified: { id: 'belum diverifikasi', en: 'unverified' },
  yes: { id: 'ya', en: 'yes' },
  no: { id: 'tidak', en: 'no' },
  unmet: { id: 'belum terpenuhi', en: 'not met' },
  unreadRows: { id: 'Baris bertanda ? belum diverifikasi.', en: 'Rows marked ? are unverified.' },
} as const satisfies Record<string, Wording>

/** The language that stands second in a book led by the other. */
export function otherOf(language: Language): Language {
  return language === 'id' ? 'en' : 'id'
}

/** What each source says, which reading is followed, and why. */
export function conflictTexts(conflict: Conflict | undefined): Wording[] {
  if (conflict === undefined) return []
  const readings = conflict.readings.map(({ says, sources }, place) => {
    const isChosen = place === conflict.chosen
    const from = sources.length === 0 ? '' : ` [${sources.join(', ')}]`
    return {
      id: `${isChosen ? 'Dipakai' : 'Bacaan lain'}: ${says.id}${from}`,
      en: `${isChosen ? 'Chosen' : 'Other reading'}: ${says.en}${from}`,
    }
  })
  return [...readings, conflict.why]
}

/** The required conditions that a refused case misses. */
export function unmetOf(decision: Decision): Wording[] {
  return decision.grounds.flatMap((ground) => (!ground.met && ground.effect === 'required' ? [ground.condition] : []))
}

/** A figure that is a table, as rows of cells with whether somebody read them; nothing for other figures. */
export function tableRows(value: unknown, language: Language): { cells: string[]; verified: boolean }[] {
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object') return []
  return value.map((row: IncomeBand | Loss) => ({
    verified: row.verified,
    cells:
      'base' in row
        ? [formatRupiah(row.floor), formatRupiah(row.base)]
        : [row.label[language], `${row.percent}${row.upTo === undefined ? '' : `–${row.upTo}`} %`],
  }))
}
