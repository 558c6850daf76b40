import type { Language, Wording } from '../../values/language.ts'
import { formatShare } from '../../values/numbers.ts'
import type { Verdict } from '../duplicates/comparison.ts'
import type { MeetingReason } from '../duplicates/meetings.ts'
import type { Likelihood } from '../duplicates/thresholds.ts'
import type { FindingMatch } from './intake.ts'

/**
 * Says that a row is somebody who stands elsewhere already: how sure that is, where, why, and what to do. `where` is a place in a list, or
 * empty for the registry; without a match it stands for a whole kind of findings.
 */
export function wordDuplicate(where: string, match: FindingMatch | undefined): Wording {
  if (match?.likelihood === undefined)
    return {
      id: 'Orang yang sama sudah tertulis di baris, daftar, atau registri. Satu orang hanya dibayari sekali. Pertahankan satu baris, keluarkan yang lain.',
      en: 'The same person stands in another row, another list or the registry already. One person is paid for once. Keep one row, leave the other out.',
    }
  const { likelihood, probability, reasons } = match
  const sentence = (language: Language) =>
    `${sure[likelihood][language]} (${shown(probability, language)}) ${placed(where, match)[language]}${why(reasons, language)}. ${todo[likelihood][language]}`
  return { id: sentence('id'), en: sentence('en') }
}

const sure: Record<Likelihood, Wording> = {
  certain: { id: 'Orang yang sama', en: 'The same person' },
  probable: { id: 'Kemungkinan besar orang yang sama', en: 'Probably the same person' },
  possible: { id: 'Mungkin orang yang sama', en: 'Possibly the same person' },
}

const todo: Record<Likelihood, Wording> = {
  certain: {
    id: 'Satu orang hanya dibayari sekali: pertahankan satu, keluarkan yang lain.',
    en: 'One person is paid for once: keep one, leave the other out.',
  },
  probable: {
    id: 'Satu orang hanya dibayari sekali: bandingkan keduanya, lalu pertahankan satu.',
    en: 'One person is paid for once: compare the two, then keep one.',
  },
  possible: {
    id: 'Bisa juga dua orang: bandingkan KTP keduanya sebelum memutuskan.',
    en: 'They may be two people: compare both identity cards before deciding.',
  },
}

/** Nothing that rests on what was written is quite certain. */
function shown(probability: number, language: Language): string {
  return formatShare(Math.min(probability, 0.999), language)
}

function placed(where: string, { worker, more }: FindingMatch): Wording {
  const others = more === undefined ? { id: '', en: '' } : { id: ` dan ${more} tempat lain`, en: ` and ${more} other places` }
  if (where !== '') return { id: `juga tertulis di ${where}${others.id}`, en: `also stands in ${where}${others.en}` }
  if (worker !== undefined)
    return {
      id: `sudah ada di registri (no. ${worker})${others.id}`,
      en: `stands in the registry already (no. ${worker})${others.en}`,
    }
  return { id: 'sudah tertulis di desa lain', en: 'is listed in another village already' }
}

const fields: Readonly<Record<string, Wording>> = {
  nik: { id: 'NIK', en: 'NIK' },
  kk: { id: 'nomor KK', en: 'family card' },
  fullName: { id: 'nama', en: 'name' },
  birthDate: { id: 'tanggal lahir', en: 'birth date' },
  sex: { id: 'jenis kelamin', en: 'sex' },
  motherName: { id: 'nama ibu', en: 'mother’s name' },
  address: { id: 'alamat', en: 'address' },
  village: { id: 'desa', en: 'village' },
  phone: { id: 'nomor HP', en: 'phone' },
}

const verdicts: Record<Exclude<Verdict, 'missing'>, Wording> = {
  agrees: { id: 'sama', en: 'same' },
  near: { id: 'hampir sama', en: 'nearly same' },
  differs: { id: 'berbeda', en: 'different' },
}

/** Names the fields by what they say: those that agree, that nearly do, and that differ. */
function why(reasons: readonly MeetingReason[], language: Language): string {
  const told = (['agrees', 'near', 'differs'] as const).flatMap((verdict) => {
    const names = reasons.filter((reason) => reason.verdict === verdict).map(({ field }) => fields[field]?.[language] ?? field)
    return names.length === 0 ? [] : [`${names.join(', ')} ${verdicts[verdict][language]}`]
  })
  return told.length === 0 ? '' : `: ${told.join('; ')}`
}
