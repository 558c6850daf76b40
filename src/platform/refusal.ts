import type { Wording } from '../../values/language.ts'
import { type Outcome, refused } from '../../values/outcome.ts'

/** A refusal in the words a person needs: what happened, why it matters, what to do; and the status a browser is given. */
export type WordedRefusal = {
  reason: string
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429
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

/** The refusal for changes to an account of the demonstration, which everybody shares. */
export const forDemo: WordedRefusal = {
  reason: 'demo-account',
  status: 409,
  title: { id: 'Akun peragaan dipakai bersama.', en: 'An account of the demonstration is shared.' },
  why: {
    id: 'Bila kata sandi atau faktor kedua diubah, orang lain tidak dapat mencoba lagi.',
    en: 'If its password or second factor changed, nobody else could try it any more.',
  },
  todo: { id: 'Undang akun sendiri di Orang dan peran.', en: 'Invite an account of your own under People and roles.' },
}
