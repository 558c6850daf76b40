import {
  type Column,
  type DateColumn,
  type NikColumn,
  type ValueCounts,
  areasBuilder,
  countValues,
  datesBuilder,
  gradeDates,
  gradeNiks,
  niksBuilder,
  phonesBuilder,
  sexesBuilder,
} from './columns.ts'
import { cleanNik } from './nik-slips.ts'
import { type WordCounts, wordsBuilder } from './words-column.ts'

/** How a field is read and compared. */
export type FieldKind = 'name' | 'given' | 'surname' | 'words' | 'date' | 'nik' | 'phone' | 'area' | 'sex'

/** A field of a person: its name in the map, how it is read, and the numbers of the cells that hold it (three for a date in parts). */
export type FieldSpec = { readonly name: string; readonly kind: FieldKind; readonly cells: readonly number[] }

export type Field = { readonly name: string; readonly kind: FieldKind; readonly column: Column }

/** People as columns, ready to be compared; records are numbered from 0. */
export type People = { readonly count: number; readonly fields: readonly Field[] }

/** Counts known from elsewhere (a trained model), so that two single people are judged by the rarity in the whole registry. */
export type KnownCounts = { readonly words: (field: string) => WordCounts; readonly values: ValueCounts }

export type PeopleBuilder = { readonly add: (cells: readonly string[]) => void; readonly finish: (known?: KnownCounts) => People }

type FieldBuilder = { readonly add: (cells: readonly string[]) => void; readonly finish: (known?: KnownCounts) => Column }

/** Collects people row by row; each cell is interned or packed at once, no row is kept. */
export function peopleBuilder(specs: readonly FieldSpec[]): PeopleBuilder {
  let count = 0
  const dates = datesBuilder()
  const niks = niksBuilder()
  const dateSpec = specs.find((spec) => spec.kind === 'date')
  const nikSpec = specs.find((spec) => spec.kind === 'nik')
  const familyCard = specs.find((spec) => spec.name === 'kk')?.cells[0] ?? -1
  const builders = new Map(specs.map((spec) => [spec, fieldBuilder(spec)] as const))
  const names = namePartsBuilder(specs)
  return {
    add: (cells) => {
      count++
      if (dateSpec !== undefined) dates.add(dateSpec.cells.map((cell) => cells[cell] ?? '').join('\u0000'))
      if (nikSpec !== undefined) {
        const nik = cleanNik(cells[nikSpec.cells[0] ?? -1] ?? '')
        // The family card's number in the place of the NIK says nothing of the person.
        niks.add(nik === cleanNik(cells[familyCard] ?? '') ? '' : nik)
      }
      names.add(cells)
      for (const builder of builders.values()) builder?.add(cells)
    },
    finish: (known) => {
      const birthDates = dateSpec === undefined ? undefined : dates.finish()
      const numbers = nikSpec === undefined ? undefined : niks.finish()
      const values = known?.values ?? countValues(birthDates, numbers?.digits)
      const named = names.finish(known)
      const columnOf = (spec: FieldSpec): Column | undefined => {
        if (spec === dateSpec && birthDates !== undefined) return gradeDates(birthDates, values)
        if (spec === nikSpec && numbers !== undefined) return gradeNiks(numbers, birthDates, values)
        return named.get(spec) ?? builders.get(spec)?.finish(known)
      }
      const fields = specs.flatMap((spec) => {
        const column = columnOf(spec)
        return column === undefined ? [] : [{ name: spec.name, kind: spec.kind, column }]
      })
      return { count, fields }
    },
  }
}

/** Given name and surname share their words, so that they can be found exchanged. */
function namePartsBuilder(specs: readonly FieldSpec[]) {
  const parts = specs.filter((spec) => spec.kind === 'given' || spec.kind === 'surname')
  const builder = wordsBuilder(true, parts.length)
  return {
    add: (cells: readonly string[]) => parts.forEach((part, at) => builder.add(cells[part.cells[0] ?? -1] ?? '', at)),
    finish: (known?: KnownCounts) => {
      const columns = builder.finish(known?.words('givenName'))
      return new Map<FieldSpec, Column>(parts.flatMap((part, at) => (columns[at] === undefined ? [] : [[part, columns[at]]])))
    },
  }
}

function fieldBuilder(spec: FieldSpec): FieldBuilder | undefined {
  const cell = spec.cells[0] ?? -1
  if (spec.kind === 'name' || spec.kind === 'words') {
    const builder = wordsBuilder(spec.kind === 'name')
    const only = (known?: KnownCounts) => {
      const [column] = builder.finish(known?.words(spec.name))
      if (column === undefined) throw new Error('a builder of one column made none')
      return column
    }
    return { add: (cells) => builder.add(cells[cell] ?? ''), finish: only }
  }
  const builder =
    spec.kind === 'phone'
      ? phonesBuilder()
      : spec.kind === 'area'
        ? areasBuilder()
        : spec.kind === 'sex'
          ? sexesBuilder()
          : undefined
  return builder === undefined ? undefined : { add: (cells) => builder.add(cells[cell] ?? ''), finish: () => builder.finish() }
}

/** The birth-date column, when there is one. */
export function dateColumnOf(people: People): DateColumn | undefined {
  for (const { column } of people.fields) if (column.kind === 'date') return column
  return undefined
}

/** The NIK column, when there is one. */
export function nikColumnOf(people: People): NikColumn | undefined {
  for (const { column } of people.fields) if (column.kind === 'nik') return column
  return undefined
}
