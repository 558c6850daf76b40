import { type PackedDate, dayOf, monthOf, readBirthDate, yearOf } from './birth-dates.ts'
import type { PersonRecord } from './model.ts'
import { foldName, readNameWords, soundKey } from './names.ts'
import { nikDateOf } from './nik-date.ts'
import { cleanNik } from './nik-slips.ts'

/**
 * Short texts that two records of one person are likely to share at least one of, for storing beside the record: whoever shares none
 * need not be compared. A record has about twenty; each begins with the name of its rule.
 */
export function blockingKeys(record: PersonRecord): string[] {
  const nik = cleanNik(record['nik'] ?? '')
  const birth = readBirthDate(record['birthDate'] ?? '')
  const dates = [...new Set([birth, nikDateOf(nik, birth)])].filter((date) => date !== 0)
  const names = readNameWords(record['fullName'] ?? '').words
  const name = foldName(record['fullName'] ?? '')
  const mother = foldName(record['motherName'] ?? '')
  const sounds = [...new Set(names.map(soundKey))]
  const phone = (record['phone'] ?? '').replace(/\D/g, '').replace(/^(?:62|0+)/, '')
  const village = (record['village'] ?? '').replace(/\D/g, '')
  const keys = [
    ...numberKeys(nik, sounds),
    ...dates.flatMap((date) => dateKeys(date, { sounds, name, mother, village })),
    ...(phone.length >= 5 ? [`phone ${phone}`] : []),
    ...(name !== '' && village !== '' ? [`name+village ${name} ${village}`] : []),
    ...(name !== '' && mother !== '' ? [`name+mother ${name} ${mother}`] : []),
  ]
  return [...new Set(keys)]
}

function numberKeys(nik: string, sounds: readonly string[]): string[] {
  if (nik.length < 15) return []
  const dateAndSerial = nik.slice(6, 15)
  return [
    `nik ${nik.slice(0, 15)}`,
    `nik-date ${nik.slice(0, 12)}`,
    ...sounds.map((sound) => `nik-serial+word ${dateAndSerial} ${sound}`),
  ]
}

type Known = { sounds: readonly string[]; name: string; mother: string; village: string }

function dateKeys(date: PackedDate, { sounds, name, mother, village }: Known): string[] {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date)]
  const full = `${year}-${month}-${day}`
  const dayAndMonth = `${Math.min(day, month)}/${Math.max(day, month)}`
  const motherSounds = mother === '' ? [] : [...new Set(mother.split(' ').map(soundKey))]
  return [
    ...sounds.map((sound) => `word+date ${sound} ${full}`),
    ...motherSounds.map((sound) => `mother+date ${sound} ${full}`),
    ...(village === ''
      ? []
      : [`date+village ${full} ${village}`, ...sounds.map((sound) => `word+year+village ${sound} ${year} ${village}`)]),
    ...(name === '' ? [] : [`name+year ${name} ${year}`, `name+day ${name} ${dayAndMonth}`]),
  ]
}
