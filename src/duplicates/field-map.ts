import { type Outcome, done, refused } from '../../values/outcome.ts'
import type { FieldKind, FieldSpec } from './people.ts'

/** Which column holds what: the field's name in our words, and the heading of the column in the file. */
export type FieldMap = Readonly<Record<string, string>>

export type FieldMapRefusal =
  | { readonly reason: 'map-not-readable'; readonly file: string }
  | { readonly reason: 'map-without-id'; readonly file: string }
  | { readonly reason: 'map-without-fields'; readonly file: string }
  | { readonly reason: 'column-missing'; readonly file: string; readonly column: string; readonly headings: readonly string[] }

const kinds: Readonly<Record<string, FieldKind>> = {
  nik: 'nik',
  fullName: 'name',
  givenName: 'given',
  surname: 'surname',
  motherName: 'name',
  birthDate: 'date',
  sex: 'sex',
  phone: 'phone',
  village: 'area',
}

const dateParts = ['birthYear', 'birthMonth', 'birthDay']

/** Reads a map written as JSON: `{"id": "rec_id", "fullName": "NAMA", …}`; further fields may stand beside or under `extra`. */
export function readFieldMap(text: string, file: string): Outcome<FieldMap, FieldMapRefusal> {
  const parsed = parseJson(text)
  if (typeof parsed !== 'object' || parsed === null) return refused({ reason: 'map-not-readable', file })
  const map: Record<string, string> = {}
  for (const [name, column] of Object.entries(parsed)) {
    if (typeof column === 'string') map[name] = column
    else if (Array.isArray(column)) for (const one of column) map[String(one)] = String(one)
    else if (typeof column === 'object' && column !== null)
      for (const [extra, heading] of Object.entries(column)) map[extra] = String(heading)
  }
  if (map['id'] === undefined) return refused({ reason: 'map-without-id', file })
  return Object.keys(map).length > 1 ? done(map) : refused({ reason: 'map-without-fields', file })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** The cell of the id, and how each mapped field is read from a row of this file. */
export type FileLayout = { readonly id: number; readonly fields: readonly FieldSpec[] }

/** Finds the mapped columns among the headings (case and outer spaces do not matter); refuses the first that is not there. */
export function layOut(map: FieldMap, headings: readonly string[], file: string): Outcome<FileLayout, FieldMapRefusal> {
  const places = new Map(headings.map((heading, at) => [heading.trim().toLowerCase(), at] as const))
  const cells = new Map<string, number>()
  for (const [field, column] of Object.entries(map)) {
    const place = places.get(column.trim().toLowerCase())
    if (place === undefined) return refused({ reason: 'column-missing', file, column, headings })
    cells.set(field, place)
  }
  const parts = dateParts.map((part) => cells.get(part) ?? -1)
  const fields = [...cells].flatMap(([name, cell]): FieldSpec[] => {
    if (name === 'id' || (dateParts.includes(name) && (name !== firstPart(cells) || cells.has('birthDate')))) return []
    if (dateParts.includes(name)) return [{ name: 'birthDate', kind: 'date', cells: parts }]
    return [{ name, kind: kindOf(name, cells), cells: [cell] }]
  })
  return done({ id: cells.get('id') ?? 0, fields })
}

const firstPart = (cells: ReadonlyMap<string, number>) => dateParts.find((part) => cells.has(part))

/** A given name or a surname that stands alone is compared as a whole name. */
function kindOf(name: string, cells: ReadonlyMap<string, number>): FieldKind {
  const kind = kinds[name] ?? 'words'
  return (kind === 'given' && !cells.has('surname')) || (kind === 'surname' && !cells.has('givenName')) ? 'name' : kind
}

/** How many of the values must look like what the field promises before it is read as such. */
const mostly = 0.5

/** Looks at real values: a `nik` that holds other numbers and a `village` without codes are compared as plain text. */
export function checkKinds(fields: readonly FieldSpec[], rows: readonly (readonly string[])[]): FieldSpec[] {
  return fields.map((field) => {
    const shape = shapes[field.kind]
    if (shape === undefined) return field
    const values = rows.map((row) => row[field.cells[0] ?? -1] ?? '').filter((value) => value.trim() !== '')
    const fitting = values.filter((value) => shape.test(value.trim())).length
    return values.length > 0 && fitting < values.length * mostly ? { ...field, kind: 'words' } : field
  })
}

const shapes: Readonly<Partial<Record<FieldKind, RegExp>>> = {
  nik: /^['\s]*[\dOolI](?:[\s.]?[\dOolI]){12,17}(?:\.0)?$/,
  area: /^\d{2}(?:\.?\d{2}){1,2}(?:\.?\d{4})?$/,
  phone: /^[+\d][\d\s().-]{5,18}$/,
}
