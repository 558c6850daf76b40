import { dayOf, monthOf, yearOf } from './birth-dates.ts'
import { type DateColumn, type NikColumn, absent, digitsKey } from './columns.ts'
import { mixKeys, scatter } from './key-counts.ts'
import { type Field, type People, dateColumnOf, nikColumnOf } from './people.ts'
import type { WordsColumn } from './words-column.ts'

/** One cheap key of a record that two records of the same person are likely to share: none, one or a few values a record. */
export type Atom = { readonly name: string; readonly field: string; readonly keysOf: (record: number, into: number[]) => void }

/** The atoms a set of people offers, field by field. */
export function atomsOf(people: People): Atom[] {
  return people.fields.flatMap((field) => fieldAtoms(field, people))
}

function fieldAtoms({ name, kind, column }: Field, people: People): Atom[] {
  switch (column.kind) {
    case 'words':
      return [...wordAtoms(name, column), ...(kind === 'given' ? exchangedAtoms(name, column, people) : [])]
    case 'date':
      return dateAtoms(name, column, nikColumnOf(people))
    case 'nik':
      return nikAtoms(name, column, dateColumnOf(people))
    case 'phone':
      return [{ name, field: name, keysOf: (record, into) => pushUnless(into, column.numbers[record] ?? 0, 0, scatter) }]
    case 'area':
      return [
        { name, field: name, keysOf: (record, into) => pushUnless(into, column.areas[record] ?? -1, -1, scatter) },
        {
          name: `${name} district`,
          field: name,
          keysOf: (record, into) => pushUnless(into, column.districts[record] ?? -1, -1, scatter),
        },
      ]
    case 'sex':
      return []
  }
}

function pushUnless(into: number[], value: number, missing: number, key: (value: number) => number): void {
  if (value !== missing) into.push(key(value))
}

function wordAtoms(field: string, column: WordsColumn): Atom[] {
  const whole = (record: number, into: number[]) =>
    pushUnless(into, column.textOf[record] ?? -1, -1, (text) => column.foldedKeys[text] ?? 0)
  const word: Atom = {
    name: `${field} word`,
    field,
    keysOf: (record, into) => rarestWords(column, column.textOf[record] ?? -1, into),
  }
  // Where texts are single words the sound of the word finds all that the whole would.
  return column.words.length < column.starts.length * 1.1 ? [word] : [{ name: `${field} whole`, field, keysOf: whole }, word]
}

/** Given name and surname may stand in each other's place: any word of either. */
function exchangedAtoms(field: string, given: WordsColumn, people: People): Atom[] {
  const surname = people.fields.find((one) => one.kind === 'surname')?.column
  if (surname?.kind !== 'words') return []
  const keysOf = (record: number, into: number[]) => {
    rarestWords(given, given.textOf[record] ?? -1, into)
    rarestWords(surname, surname.textOf[record] ?? -1, into)
  }
  return [{ name: `${field} or surname word`, field, keysOf }]
}

/** The sound of the three rarest words of a text: a name keeps at least one of them through most damage. */
function rarestWords({ starts, words, wordBits, soundKeys }: WordsColumn, text: number, into: number[]): void {
  if (text < 0) return
  const from = starts[text] ?? 0
  const to = starts[text + 1] ?? 0
  let passed = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && round < to - from; round++) {
    let best = -1
    for (let at = from; at < to; at++) {
      const bits = wordBits[(words[at] ?? 0) >> 1] ?? 0
      if (bits < passed && (best < 0 || bits > (wordBits[best] ?? 0))) best = (words[at] ?? 0) >> 1
    }
    if (best < 0) return
    passed = wordBits[best] ?? 0
    const key = soundKeys[best] ?? 0
    if (!into.includes(key)) into.push(key)
  }
}

function dateAtoms(field: string, { dates }: DateColumn, niks: NikColumn | undefined): Atom[] {
  const atom = (name: string, part: (date: number) => number): Atom => ({
    name,
    field,
    keysOf: (record, into) => {
      const written = dates[record] ?? 0
      if (written !== 0) into.push(part(written))
      const held = niks?.dates[record] ?? 0
      if (held !== 0 && held !== written && !into.includes(part(held))) into.push(part(held))
    },
  })
  return [
    atom(`${field} whole`, scatter),
    atom(`${field} year and month`, (date) => mixKeys(yearOf(date), monthOf(date))),
    atom(`${field} day and month`, (date) =>
      mixKeys(Math.min(dayOf(date), monthOf(date)), Math.max(dayOf(date), monthOf(date)) + 64),
    ),
    atom(`${field} year`, (date) => mixKeys(yearOf(date), 3)),
  ]
}

function nikAtoms(field: string, { digits }: NikColumn, dates: DateColumn | undefined): Atom[] {
  const part = (name: string, from: number, length: number): Atom => ({
    name,
    field,
    keysOf: (record, into) => {
      if (
        digits[record * 16] !== absent &&
        digits[record * 16 + 11] !== absent &&
        (from + length <= 12 || digits[record * 16 + 14] !== absent)
      ) {
        into.push(digitsKey(digits, record * 16 + from, length))
      }
    },
  })
  const atoms = [
    part(`${field} stem`, 0, 15),
    part(`${field} area and date`, 0, 12),
    part(`${field} date and serial`, 6, 9),
    part(`${field} area`, 0, 6),
  ]
  return dates === undefined ? [...atoms, part(`${field} date`, 6, 6)] : atoms
}
