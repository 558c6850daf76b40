import { type DateLevel, compareDates, dateLevels } from './birth-dates.ts'
import type { AreaColumn, DateColumn, NikColumn, PhoneColumn, SexColumn } from './columns.ts'
import { type NikLevel, compareNiks, nikLevels } from './nik-slips.ts'
import { type Field, type FieldKind, type People, nikColumnOf } from './people.ts'
import { type WordsLevel, wordsJudge, wordsLevels } from './word-alignment.ts'
import type { WordsColumn } from './words-column.ts'

/** What a reader is told of a field: the rest is in the name of the level. */
export type Verdict = 'agrees' | 'near' | 'differs' | 'missing'

/** The levels a field can stand in, and what each says. Level 0 is always `missing`. */
export type Levels = { readonly names: readonly string[]; readonly verdicts: readonly Verdict[] }

/** One field of two people, by record number: answers the number of its level. */
export type Comparer = (left: number, right: number) => number

/** A field as it is compared. `steadiness` is how often it is expected to agree for one and the same person before data tell. */
export type Comparison = {
  readonly field: string
  readonly kind: FieldKind
  readonly levels: Levels
  readonly steadiness: number
  readonly compare: Comparer
}

const phoneLevels = ['missing', 'same', 'same, shared by a family', 'one digit differs', 'differs'] as const
const areaLevels = ['missing', 'same', 'same district', 'same regency', 'differs'] as const
const sexLevels = ['missing', 'same', 'differs'] as const

/** The levels of each kind of field. */
export function levelsOf(kind: FieldKind): Levels {
  switch (kind) {
    case 'date':
      return { names: dateLevels, verdicts: dateLevels.map(dateVerdict) }
    case 'nik':
      return { names: nikLevels, verdicts: nikLevels.map(nikVerdict) }
    case 'phone':
      return { names: phoneLevels, verdicts: ['missing', 'agrees', 'agrees', 'near', 'differs'] }
    case 'area':
      return { names: areaLevels, verdicts: ['missing', 'agrees', 'near', 'differs', 'differs'] }
    case 'sex':
      return { names: sexLevels, verdicts: ['missing', 'agrees', 'differs'] }
    default:
      return { names: wordsLevels, verdicts: wordsLevels.map(wordsVerdict) }
  }
}

function wordsVerdict(level: WordsLevel): Verdict {
  if (level === 'missing') return 'missing'
  if (level.startsWith('same')) return 'agrees'
  return level === 'differs' || level.startsWith('some') ? 'differs' : 'near'
}

function dateVerdict(level: DateLevel): Verdict {
  if (level === 'missing') return 'missing'
  if (level.startsWith('same')) return 'agrees'
  return level === 'differs' || level === 'two parts differ' ? 'differs' : 'near'
}

function nikVerdict(level: NikLevel): Verdict {
  if (level === 'missing') return 'missing'
  if (level === 'same' || level === 'same, shared by a family') return 'agrees'
  return level.startsWith('differs') || level.startsWith('same') ? 'differs' : 'near'
}

const steady: Readonly<Partial<Record<FieldKind, number>>> = {
  sex: 0.98,
  date: 0.85,
  nik: 0.7,
  name: 0.8,
  given: 0.8,
  surname: 0.8,
}

/** Makes the comparisons of a set of people; keep one set per thread, since word judges remember. */
export function comparisonsOf(people: People): Comparison[] {
  return people.fields.map((field) => ({
    field: field.name,
    kind: field.kind,
    levels: levelsOf(field.kind),
    steadiness: field.name === 'motherName' ? 0.7 : (steady[field.kind] ?? 0.6),
    compare: comparerOf(field, people),
  }))
}

function comparerOf({ kind, column }: Field, people: People): Comparer {
  switch (column.kind) {
    case 'date':
      return dateComparer(column, nikColumnOf(people))
    case 'nik':
      return nikComparer(column)
    case 'phone':
      return phoneComparer(column)
    case 'area':
      return areaComparer(column)
    case 'sex':
      return sexComparer(column)
    case 'words': {
      const other = people.fields.find(
        (field) => field.kind === (kind === 'given' ? 'surname' : kind === 'surname' ? 'given' : 'no'),
      )?.column
      return other?.kind === 'words' ? namePartComparer(column, other, kind === 'given') : wordsComparer(column)
    }
  }
}

function wordsComparer(column: WordsColumn): Comparer {
  const judge = wordsJudge(column)
  return (left, right) => judge(column.textOf[left] ?? -1, column.textOf[right] ?? -1)
}

const exchanged = wordsLevels.indexOf('given name and surname exchanged')
const nearWords = wordsLevels.indexOf('words left out, common')

/** Given names and surnames exchanged show once, at the given name; the surname then says nothing more. */
function namePartComparer(column: WordsColumn, other: WordsColumn, isGiven: boolean): Comparer {
  const judge = wordsJudge(column)
  return (left, right) => {
    const [l, r] = [column.textOf[left] ?? -1, column.textOf[right] ?? -1]
    const level = judge(l, r)
    if (level >= nearWords || (l < 0 && r < 0)) return level
    const [otherL, otherR] = [other.textOf[left] ?? -1, other.textOf[right] ?? -1]
    if (judge(otherL, otherR) >= nearWords) return level
    const crossed = [judge(l, otherR), judge(otherL, r)]
    if (Math.max(...crossed) < nearWords || !crossed.every((level) => level === 0 || level >= nearWords)) return level
    return isGiven ? exchanged : 0
  }
}

const dateLevel = Object.fromEntries(dateLevels.map((name, at) => [name, at])) as Record<DateLevel, number>

function dateComparer({ dates, classes }: DateColumn, niks: NikColumn | undefined): Comparer {
  const rescued = (left: number, right: number) => {
    const held = niks?.dates[left] ?? 0
    const heldOther = niks?.dates[right] ?? 0
    return held !== heldOther && ((held !== 0 && held === dates[right]) || (heldOther !== 0 && heldOther === dates[left]))
  }
  return (left, right) => {
    const level = compareDates(dates[left] ?? 0, dates[right] ?? 0)
    if (level === dateLevel.same) return level + (classes[left] ?? 0)
    return rescued(left, right) ? dateLevel['the NIK has the other date'] : level
  }
}

const nikLevel = Object.fromEntries(nikLevels.map((name, at) => [name, at])) as Record<NikLevel, number>

function nikComparer({ digits, lengths, oddities, shared }: NikColumn): Comparer {
  return (left, right) => {
    const lengthLeft = lengths[left] ?? 0
    const lengthRight = lengths[right] ?? 0
    if (lengthLeft === 0 || lengthRight === 0) return nikLevel.missing
    if (lengthLeft === 16 && lengthRight === 16) {
      const both = (shared[left] ?? 0) | (shared[right] ?? 0)
      const odd = (oddities[left] ?? 0) | (oddities[right] ?? 0)
      return compareNiks(digits, left * 16, right * 16, odd, { sameShared: (both & 1) !== 0, stemShared: (both & 2) !== 0 })
    }
    if (lengthLeft === lengthRight)
      return sameDigits(digits, left * 16, right * 16) ? nikLevel.same : nikLevel['differs, one is unlikely as written']
    const [shorter, longer] = lengthLeft < lengthRight ? [left, right] : [right, left]
    const alike =
      Math.abs(lengthLeft - lengthRight) === 1 &&
      isOneDropped(digits, shorter * 16, longer * 16, Math.min(lengthLeft, lengthRight))
    return alike ? nikLevel['a digit too few or too many'] : nikLevel['differs, one is unlikely as written']
  }
}

function sameDigits(digits: Uint8Array, left: number, right: number): boolean {
  for (let at = 0; at < 16; at++) if (digits[left + at] !== digits[right + at]) return false
  return true
}

/** Whether the shorter number is the longer one without one digit; digits beyond the sixteenth are not kept. */
function isOneDropped(digits: Uint8Array, shorter: number, longer: number, length: number): boolean {
  const last = Math.min(length, 15)
  let at = 0
  while (at < last && digits[shorter + at] === digits[longer + at]) at++
  while (at < last && digits[shorter + at] === digits[longer + at + 1]) at++
  return at >= last
}

function phoneComparer({ numbers, shared }: PhoneColumn): Comparer {
  return (left, right) => {
    let l = numbers[left] ?? 0
    let r = numbers[right] ?? 0
    if (l === 0 || r === 0) return 0
    if (l === r) return shared[left] === 1 ? 2 : 1
    let differing = 0
    while (l > 0 || r > 0) {
      const same = l % 10 === r % 10
      if (!same && ++differing > 1) return 4
      l = Math.floor(l / 10)
      r = Math.floor(r / 10)
    }
    return 3
  }
}

function areaComparer({ areas, districts }: AreaColumn): Comparer {
  return (left, right) => {
    const l = areas[left] ?? -1
    const r = areas[right] ?? -1
    if (l < 0 || r < 0) return 0
    if (l === r) return 1
    const [districtLeft = 0, districtRight = 0] = [districts[left], districts[right]]
    if (districtLeft === districtRight) return 2
    return Math.floor(districtLeft / 100) === Math.floor(districtRight / 100) ? 3 : 4
  }
}

function sexComparer({ values }: SexColumn): Comparer {
  return (left, right) => {
    const l = values[left] ?? 0
    const r = values[right] ?? 0
    if (l === 0 || r === 0) return 0
    return l === r ? 1 : 2
  }
}
