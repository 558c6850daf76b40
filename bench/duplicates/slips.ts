import type { Random } from './random.ts'
import { shortForms, spellings } from './words.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A word with a letter replaced, left out, doubled, or swapped with its neighbour. */
export function mistyped(text: string, random: Random): string {
  if (text.length < 2) return text
  const at = random.below(text.length - 1)
  const before = text.slice(0, at)
  switch (random.below(4)) {
    case 0:
      return `${before}${random.pick([...letters])}${text.slice(at + 1)}`
    case 1:
      return `${before}${text.slice(at + 1)}`
    case 2:
      return `${before}${text.charAt(at)}${text.slice(at)}`
    default:
      return `${before}${text.charAt(at + 1)}${text.charAt(at)}${text.slice(at + 2)}`
  }
}

/** A name as another clerk writes it: shortened, spelled by habit, glued, turned round, titled, with a word missing. */
export function otherName(name: string, random: Random): string {
  const words = name.split(' ')
  const at = random.below(words.length)
  const word = words[at] ?? ''
  const replaced = (text: string) => words.with(at, text).join(' ')
  switch (random.below(9)) {
    case 0:
      return mistyped(name, random)
    case 1:
      return words.map((one) => (shortForms[one] === undefined ? one : random.pick(shortForms[one]))).join(' ')
    case 2:
    case 3: {
      const [from, to] = random.pick(spellings.filter(([from]) => word.includes(from)).concat([[word.charAt(0), word.charAt(0)]]))
      return replaced(word.replace(from, to))
    }
    case 4:
      return words.length > 2 ? words.toSpliced(at, 1).join(' ') : name
    case 5:
      return words.length > 1 ? words.toSpliced(0, 2, `${words[0] ?? ''}${words[1] ?? ''}`).join(' ') : name
    case 6:
      return words.length > 1 ? [...words.slice(1), words[0] ?? ''].join(' ') : name
    case 7:
      return `${random.pick(['H.', 'HJ.', 'UST.', 'DRS.', 'JERO'])} ${name}`
    default:
      return `${name}${random.pick([', S.PD', ', SE', ' S.AG', ', S.H.'])}`
  }
}

/** A NIK with one slip: a digit replaced, two swapped, the last lost to a spreadsheet. */
export function slippedNik(nik: string, random: Random): string {
  const at = random.below(15)
  switch (random.below(3)) {
    case 0:
      return `${nik.slice(0, at)}${random.below(10)}${nik.slice(at + 1)}`
    case 1:
      return `${nik.slice(0, at)}${nik.charAt(at + 1)}${nik.charAt(at)}${nik.slice(at + 2)}`
    default:
      return `${nik.slice(0, 15)}0`
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** A birth date with one slip: a year or ten off, a day or ten off, day and month swapped, 1 January, none. */
export function slippedDate(iso: string, random: Random): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return `${Number(year) + random.pick([-10, -1, 1, 10])}-${month}-${day}`
    case 3:
    case 4:
      return `${year}-${month}-${two(Math.min(28, Math.max(1, Number(day) + random.pick([-10, -1, 1, 10]))))}`
    case 5:
      return Number(day) <= 12 ? `${year}-${day}-${month}` : iso
    case 6:
      return ''
    default:
      return `${year}-01-01`
  }
}
