import { type PackedDate, dayOf, monthOf, readBirthDate, yearOf } from './birth-dates.ts'
import { mixKeys, textKey } from './key-counts.ts'
import { foldWord, readNameWords, soundKey } from './names.ts'
import { nikDateOf } from './nik-date.ts'
import { cleanNik } from './nik-slips.ts'
import { cellOf } from './person-lines.ts'

/**
 * Numbers that two records of one person are likely to share at least one of, in three kinds. `number` keys always bring two people
 * together; `person` keys only when the NIK of one of them is doubtful, for two sound NIKs that have nothing in common are two people;
 * `undated` keys only when one has no birth date.
 */
export type PersonKeys = {
  readonly number: number[]
  readonly person: number[]
  readonly undated: number[]
  /** Numbers that stand for what the person has, 0 where it is missing: who shares none of them, and little of the name, need not be compared. */
  nik: number
  family: number
  mother: number
  phone: number
  letters: number
  /** The sounds of the words of the name. */
  sounds: readonly number[]
  /** The NIK is missing, no NIK at all, or holds another date than the one written. */
  isDoubtful: boolean
  /** Neither the birth date nor the NIK says when they were born. */
  isUndated: boolean
}

const nothing = { nik: 0, family: 0, mother: 0, phone: 0, letters: 0, sounds: [], isDoubtful: false, isUndated: false }

/** Makes keys of one person after the other; what it answers is used again for the next. Remembers words it has met. */
export function keyMaker(): (cells: readonly string[]) => PersonKeys {
  const keys: PersonKeys = { number: [], person: [], undated: [], ...nothing }
  const wordsOf = nameReader()
  return (cells) => {
    keys.number.length = keys.person.length = keys.undated.length = 0
    const family = cells[cellOf.kk] ?? ''
    const written = cleanNik(cells[cellOf.nik] ?? '')
    const nik = written === family ? '' : written
    const birth = readBirthDate(cells[cellOf.birthDate] ?? '')
    const held = nikDateOf(nik, birth)
    keys.isDoubtful = held === 0 || (birth !== 0 && birth !== held)
    keys.isUndated = held === 0 && birth === 0
    const name = wordsOf(cells[cellOf.fullName] ?? '')
    addNumberKeys(keys, nik, name.sounds)
    const mother = wordsOf(cells[cellOf.motherName] ?? '')
    keys.nik = textKeyOf(nik)
    keys.family = textKeyOf(family)
    keys.mother = mother.whole
    keys.phone = textKeyOf(phoneOf(cells))
    keys.letters = name.letters
    keys.sounds = name.sounds
    for (const date of birth === held ? [birth] : [birth, held])
      if (date !== 0) addDateKeys(keys, date, { name, mother, family: keys.family })
    addPlainKeys(keys, cells, name, mother)
    return keys
  }
}

/** `letters` is the same however words are glued, parted or turned round. */
type NameKeys = { readonly whole: number; readonly letters: number; readonly sounds: readonly number[] }

/** The kinds of keys: two keys of different kinds are never alike, whatever they are made of. */
const kind = {
  stem: 1,
  dateAndSerial: 2,
  areaAndDate: 3,
  nameAndDate: 4,
  soundAndDate: 5,
  motherAndDate: 6,
  nameAndYear: 7,
  nameAndDay: 8,
  family: 9,
  phone: 10,
  nameAndMother: 11,
  nameAndVillage: 12,
  lettersAndDate: 13,
  familyAndDate: 14,
} as const

function addNumberKeys(keys: PersonKeys, nik: string, sounds: readonly number[]): void {
  if (nik.length < 15) return
  const part = (from: number, to: number) => Number(nik.slice(from, to)) | 0
  keys.number.push(mixKeys(mixKeys(kind.stem, part(0, 8)), part(8, 15)))
  if (nik.length !== 16) return
  const dateAndSerial = mixKeys(mixKeys(kind.dateAndSerial, part(6, 12)), part(12, 16))
  const areaAndDate = mixKeys(mixKeys(kind.areaAndDate, part(0, 6)), part(6, 12))
  for (const sound of sounds) keys.number.push(mixKeys(dateAndSerial, sound), mixKeys(areaAndDate, sound))
}

type Known = { readonly name: NameKeys; readonly mother: NameKeys; readonly family: number }

function addDateKeys(keys: PersonKeys, date: PackedDate, { name, mother, family }: Known): void {
  if (family !== 0) keys.person.push(mixKeys(mixKeys(kind.familyAndDate, date), family))
  if (name.whole !== 0) {
    const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date)]
    keys.number.push(mixKeys(mixKeys(kind.nameAndDate, date), name.whole))
    keys.person.push(mixKeys(mixKeys(kind.nameAndYear, year), name.whole))
    const eitherWay = Math.min(day, month) * 64 + Math.max(day, month)
    keys.person.push(mixKeys(mixKeys(kind.nameAndDay, eitherWay), name.whole))
    keys.person.push(mixKeys(mixKeys(kind.lettersAndDate, date), name.letters))
  }
  for (const sound of name.sounds) keys.person.push(mixKeys(mixKeys(kind.soundAndDate, date), sound))
  for (const sound of mother.sounds) keys.person.push(mixKeys(mixKeys(kind.motherAndDate, date), sound))
}

/** A telephone number without what is dialled before it; empty when there is none. */
function phoneOf(cells: readonly string[]): string {
  const digits = (cells[cellOf.phone] ?? '').replace(/\D/g, '').replace(/^(?:62|0+)/, '')
  return digits.length >= 5 ? digits : ''
}

const textKeyOf = (text: string) => (text === '' ? 0 : textKey(text))

function addPlainKeys(keys: PersonKeys, cells: readonly string[], name: NameKeys, mother: NameKeys): void {
  if (keys.family !== 0) for (const sound of name.sounds) keys.person.push(mixKeys(mixKeys(kind.family, keys.family), sound))
  if (keys.phone !== 0) keys.person.push(mixKeys(kind.phone, keys.phone))
  if (name.whole === 0) return
  if (mother.whole !== 0) keys.person.push(mixKeys(mixKeys(kind.nameAndMother, name.whole), mother.whole))
  const village = cells[cellOf.village] ?? ''
  if (village !== '') keys.undated.push(mixKeys(mixKeys(kind.nameAndVillage, textKey(village)), name.whole))
}

/** So many words are remembered: enough for the names of any registry, and a bound should a list hold nonsense. */
const mostRemembered = 100_000

/** Reads names into keys: of the whole, in whatever order its words stand, and of the sound of each word. */
function nameReader(): (text: string) => NameKeys {
  const known = new Map<string, { whole: number; letters: number; sound: number }>()
  return (text) => {
    if (text === '') return nobody
    let whole = 0
    let letters = 0
    const sounds: number[] = []
    for (const word of readNameWords(text).words) {
      let found = known.get(word)
      if (found === undefined) {
        if (known.size > mostRemembered) known.clear()
        found = { whole: textKey(foldWord(word)), letters: lettersKey(word), sound: textKey(soundKey(word)) }
        known.set(word, found)
      }
      whole = (whole + found.whole) | 0
      letters = (letters + found.letters) | 0
      if (!sounds.includes(found.sound)) sounds.push(found.sound)
    }
    return { whole, letters, sounds }
  }
}

const nobody: NameKeys = { whole: 0, letters: 0, sounds: [] }

function lettersKey(word: string): number {
  let key = 0
  for (let at = 0; at < word.length; at++) key = (key + mixKeys(word.charCodeAt(at), 5)) | 0
  return key
}
