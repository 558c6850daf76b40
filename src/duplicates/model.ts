import type { Day } from '../../values/days.ts'
import { yearOf } from './birth-dates.ts'
import { type Column, type ValueCounts, countValues } from './columns.ts'
import type { Mixture } from './estimation.ts'
import { learnMixture } from './linking.ts'
import {
  type FieldKind,
  type FieldSpec,
  type KnownCounts,
  type People,
  dateColumnOf,
  nikColumnOf,
  peopleBuilder,
} from './people.ts'
import type { WordCounts } from './words-column.ts'

/** One person as texts by field name (`nik`, `fullName`, `birthDate`, …); empty and absent mean the same. */
export type PersonRecord = Readonly<Record<string, string | undefined>>

/** What was learned from a registry: how records of one person look, and how common values are. Plain data: store it as JSON. */
export type LinkageModel = {
  readonly version: 1
  /** The day it was learned, as `2026-11-01`. */
  readonly trainedOn: string
  readonly records: number
  readonly fields: readonly { readonly name: string; readonly kind: FieldKind }[]
  readonly mixture: Mixture
  readonly words: Readonly<Record<string, KnownWords>>
  readonly values: KnownValues
}

type KnownWords = {
  readonly records: number
  readonly words: Readonly<Record<string, number>>
  readonly texts: Readonly<Record<string, number>>
}

/** Counts by value; `nikAreas` and `nikSerials` are null where so many are rare that being rare says nothing. */
type KnownValues = {
  readonly records: number
  readonly dates: Readonly<Record<string, number>>
  readonly years: Readonly<Record<string, number>>
  readonly nikAreas: Readonly<Record<string, number>> | null
  readonly nikSerials: Readonly<Record<string, number>> | null
}

const kinds: Readonly<Record<string, FieldKind>> = {
  nik: 'nik',
  fullName: 'name',
  sex: 'sex',
  birthDate: 'date',
  village: 'area',
  motherName: 'name',
  phone: 'phone',
}

/** Learns a model from records alone, no pair of which anyone has judged. Fields that no record has are left out. */
export async function trainModel(records: readonly PersonRecord[], trainedOn: Day): Promise<LinkageModel> {
  const present = new Set<string>()
  for (const record of records) for (const field in record) if (field !== 'id' && (record[field] ?? '') !== '') present.add(field)
  const fields = [...present].map((name) => ({ name, kind: kinds[name] ?? ('words' as const) }))
  const people = columnsOf(records, fields)
  return modelOf(people, (await learnMixture(people)).mixture, trainedOn)
}

/** The model that a mixture learned from people makes: beside it, how common their values are. */
export function modelOf(people: People, mixture: Mixture, trainedOn: Day): LinkageModel {
  return {
    version: 1,
    trainedOn: trainedOn.toString(),
    records: people.count,
    fields: people.fields.map(({ name, kind }) => ({ name, kind })),
    mixture,
    words: Object.fromEntries(
      people.fields.flatMap(({ name, column }) => (column.kind === 'words' ? [[name, wordsOf(column)]] : [])),
    ),
    values: valuesOf(people),
  }
}

/** Puts records into columns; with a model, rarity is that of the data the model was learned from. */
export function columnsOf(records: readonly PersonRecord[], fields: LinkageModel['fields'], known?: KnownCounts): People {
  const specs: FieldSpec[] = fields.map(({ name, kind }, cell) => ({ name, kind, cells: [cell] }))
  const builder = peopleBuilder(specs)
  for (const record of records) builder.add(fields.map(({ name }) => record[name] ?? ''))
  return builder.finish(known)
}

/** What occurs at least so often is kept in the model; the rest counts as once. */
const keptFrom = 3

function wordsOf(column: Extract<Column, { kind: 'words' }>): KnownWords {
  const countOf = (bits: number) => Math.round(Math.max(column.records, 2) / 2 ** bits)
  const words: Record<string, number> = {}
  column.wordTexts.forEach((word, at) => {
    const count = countOf(column.wordBits[at] ?? 0)
    if (count >= keptFrom) words[word] = count
  })
  const texts: Record<string, number> = {}
  column.foldedKeys.forEach((key, at) => {
    const count = countOf(column.textBits[at] ?? 0)
    if (count >= keptFrom) texts[key] = count
  })
  return { records: column.records, words, texts }
}

function countAll(values: Iterable<number>, countOf: (value: number) => number, from: number): Record<string, number> {
  const kept: Record<string, number> = {}
  for (const value of values) if (countOf(value) >= from) kept[value] = countOf(value)
  return kept
}

function valuesOf(people: People): KnownValues {
  const dates = dateColumnOf(people)?.dates
  const counts = countValues(dates, nikColumnOf(people)?.digits)
  const telling = (kept: Record<string, number>) =>
    Object.values(kept).reduce((sum, count) => sum + count, 0) >= counts.records * 0.9 ? kept : null
  const present = new Set(dates ?? [])
  return {
    records: counts.records,
    dates: countAll(present, counts.ofDate, 5),
    years: countAll(new Set([...present].map(yearOf)), counts.ofYear, 1),
    nikAreas: telling(countAll(numbers(1_000_000), counts.ofNikArea, Math.max(2, counts.records / 20_000) + 1)),
    nikSerials: telling(countAll(numbers(10_000), counts.ofNikSerial, Math.max(2, counts.records / 2_000) + 1)),
  }
}

function* numbers(limit: number): Generator<number> {
  for (let value = 0; value < limit; value++) yield value
}

/** The counts a model holds, in the form columns are made with. */
export function countsOf({ words, values }: LinkageModel): KnownCounts {
  const known: ValueCounts = {
    records: values.records,
    ofDate: (date) => values.dates[date] ?? 1,
    ofYear: (year) => values.years[year] ?? 0,
    ofNikArea: (area) => (values.nikAreas === null ? Number.POSITIVE_INFINITY : (values.nikAreas[area] ?? 0)),
    ofNikSerial: (serial) => (values.nikSerials === null ? Number.POSITIVE_INFINITY : (values.nikSerials[serial] ?? 0)),
  }
  const wordCounts = (field: string): WordCounts => {
    const counts = words[field]
    return { records: counts?.records ?? 2, ofWord: (word) => counts?.words[word] ?? 1, ofText: (key) => counts?.texts[key] ?? 1 }
  }
  return { words: wordCounts, values: known }
}
