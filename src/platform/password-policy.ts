import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import type { WordedRefusal } from './refusal.ts'

/** Fewest signs of a password; ASVS 5.0 asks for 8 and advises 15. Long ones are welcome, any sign may stand in them, none must. */
const fewestSigns = 12

export type PasswordRefusal = { reason: 'password-short'; fewest: number } | { reason: 'password-guessable' }

/** Words of the programme that a guesser would try first, beside the person's own. */
const wordsOfTheProgramme = [
  'ucok',
  'bpjs',
  'ketenagakerjaan',
  'jamsostek',
  'jaminan',
  'perlindungan',
  'pekerja',
  'rentan',
  'kabupaten',
  'pemda',
  'disnaker',
  'desa',
  'petugas',
  'bendahara',
  'administrator',
  'rahasia',
  'katasandi',
  'sandi',
  'indonesia',
  'merdeka',
  'badung',
  'peduli',
]

let guesser: Promise<ZxcvbnFactory> | undefined

/**
 * Looks for what is wrong with a new password: too short, or found early by somebody who guesses with the commonest fifty thousand
 * passwords, keyboard runs, dates, repetitions and the person's own words (ASVS 5.0 V6.2). No rule asks for kinds of signs.
 */
export async function findPasswordFault(password: string, own: readonly string[]): Promise<PasswordRefusal | undefined> {
  if ([...password].length < fewestSigns) return { reason: 'password-short', fewest: fewestSigns }
  guesser ??= makeGuesser()
  const words = [...wordsOfTheProgramme, ...own.flatMap((text) => [text, ...text.split(/\W+/)])].filter((word) => word.length > 2)
  // A guesser who gets through the first hundred signs has earned the rest; longer ones would only take time.
  const { score } = (await guesser).check(password.slice(0, 100), words)
  return score < leastScore ? { reason: 'password-guessable' } : undefined
}

/** Of 0 to 4; 3 stands more than 10⁸ guesses. */
const leastScore = 3

async function makeGuesser(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new Factory({ dictionary, graphs: adjacencyGraphs })
}

export function wordPasswordRefusal(refusal: PasswordRefusal): WordedRefusal {
  const title =
    refusal.reason === 'password-short'
      ? {
          id: `Kata sandi terlalu pendek: paling sedikit ${refusal.fewest} tanda.`,
          en: `The password is too short: at least ${refusal.fewest} signs.`,
        }
      : { id: 'Kata sandi ini mudah ditebak.', en: 'This password is easy to guess.' }
  return {
    reason: refusal.reason,
    status: 422,
    title,
    why: {
      id: 'Kata sandi membuka data pribadi dan uang program.',
      en: 'A password opens personal data and the money of the programme.',
    },
    todo: {
      id: 'Pakai empat kata yang tidak berhubungan, misalnya yang terlihat di meja Anda; spasi boleh.',
      en: 'Use four words that have nothing to do with each other, such as things on your desk; spaces are fine.',
    },
    fields: { password: title },
  }
}
