import type { Language, Wording } from '../../values/language.ts'
import { unreachable } from '../../values/unreachable.ts'
import type { BadFacts, FactProblem } from '../../rules/kit/facts.ts'
import type { BatchRefusal } from './batch.ts'
import type { NoSuchRule } from './operations.ts'

/** Why a question could not be asked, in order of precedence. */
export type AskRefusal =
  | { readonly reason: 'not-a-day'; readonly text: string }
  | { readonly reason: 'not-json'; readonly because: string }
  | NoSuchRule
  | BadFacts

/** Everything that is missing or wrong, by name. */
export function problemsOf(refusal: AskRefusal | BatchRefusal): readonly FactProblem[] {
  switch (refusal.reason) {
    case 'bad-facts':
      return refusal.problems
    case 'columns-missing':
      return refusal.columns.map((fact) => ({ fact, problem: { id: 'kolom tidak ada', en: 'column is missing' } }))
    case 'not-a-day':
      return [{ fact: 'on', problem: titleOf(refusal) }]
    case 'not-json':
      return [{ fact: 'facts', problem: titleOf(refusal) }]
    case 'no-such-rule':
      return [{ fact: 'rule', problem: titleOf(refusal) }]
    case 'file-unreadable':
    case 'same-file':
      return [{ fact: refusal.file, problem: titleOf(refusal) }]
    default:
      return unreachable(refusal)
  }
}

/** The refusal as sentences: what happened, then each problem on a line. */
export function refusalText(refusal: AskRefusal | BatchRefusal, language: Language): string {
  const title = titleOf(refusal)[language]
  if (refusal.reason !== 'bad-facts' && refusal.reason !== 'columns-missing') return title
  return [title, ...problemsOf(refusal).map(({ fact, problem }) => `  ${fact}: ${problem[language]}`)].join('\n')
}

function titleOf(refusal: AskRefusal | BatchRefusal): Wording {
  switch (refusal.reason) {
    case 'bad-facts':
      return {
        id: 'Fakta belum lengkap atau keliru, jadi aturan tidak dapat menjawab. Lihat "ucok rules describe".',
        en: 'Facts are missing or wrong, so the rule cannot answer. See "ucok rules describe".',
      }
    case 'columns-missing':
      return {
        id: `Tabel tidak memuat kolom yang diperlukan; kolomnya: ${refusal.found.join(', ')}`,
        en: `The table lacks columns that are needed; it has: ${refusal.found.join(', ')}`,
      }
    case 'not-a-day':
      return {
        id: `"${refusal.text}" bukan hari. Tulis tahun-bulan-tanggal, misalnya 2026-11-01.`,
        en: `"${refusal.text}" is not a day. Write year-month-day, such as 2026-11-01.`,
      }
    case 'not-json':
      return {
        id: `Fakta tidak terbaca sebagai JSON: ${refusal.because}`,
        en: `The facts cannot be read as JSON: ${refusal.because}`,
      }
    case 'no-such-rule':
      return {
        id: `Tidak ada aturan "${refusal.name}". Yang ada: ${refusal.known.join(', ')}`,
        en: `There is no rule "${refusal.name}". There are: ${refusal.known.join(', ')}`,
      }
    case 'file-unreadable':
      return {
        id: `Berkas ${refusal.file} tidak dapat dibaca atau ditulis: ${refusal.because}`,
        en: `The file ${refusal.file} cannot be read or written: ${refusal.because}`,
      }
    case 'same-file':
      return {
        id: `Masukan dan keluaran berkas yang sama: ${refusal.file}`,
        en: `Input and output are the same file: ${refusal.file}`,
      }
    default:
      return unreachable(refusal)
  }
}
