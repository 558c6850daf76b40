import type { Wording } from '../../values/language.ts'
import { type Outcome, refused } from '../../values/outcome.ts'

/** A refusal in the words a person needs: what happened, why it matters, what to do; and the status a browser is given. */
export type WordedRefusal = {
  reason: string
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422
  title: Wording
  why?: Wording
  todo?: Wording
  fields?: Record<string, Wording>
}

/** Puts the refusal of an outcome into words; each slice has one `switch` for its own refusals, closed by `unreachable`. */
export function worded<Value, Refusal extends { reason: string }>(
  outcome: Outcome<Value, Refusal>,
  word: (refusal: Refusal) => WordedRefusal,
): Outcome<Value, WordedRefusal> {
  return outcome.ok ? outcome : refused(word(outcome.refusal))
}

/** The refusal for a record that is not there, or not there for this reader: which of the two is not told. */
export function notFound(what: Wording): WordedRefusal {
  return {
    reason: 'not-found',
    status: 404,
    title: { id: `${what.id} tidak ditemukan.`, en: `${what.en} was not found.` },
    why: {
      id: 'Alamatnya mungkin keliru, atau berada di luar wilayah tugas Anda.',
      en: 'The address may be wrong, or it lies outside the area you work for.',
    },
    todo: { id: 'Kembali ke daftar dan cari lagi di sana.', en: 'Go back to the list and search there.' },
  }
}
