import type { FieldSpec } from './people.ts'

/**
 * A person as one line of tab-separated text, as PostgreSQL's COPY writes it: first a number by which the asker knows them, then these
 * fields. An absent value is empty.
 */
export const lineFields = [
  { name: 'nik', kind: 'nik' },
  { name: 'kk', kind: 'words' },
  { name: 'fullName', kind: 'name' },
  { name: 'birthDate', kind: 'date' },
  { name: 'sex', kind: 'sex' },
  { name: 'motherName', kind: 'name' },
  { name: 'address', kind: 'words' },
  { name: 'village', kind: 'area' },
  { name: 'phone', kind: 'phone' },
] as const satisfies readonly Pick<FieldSpec, 'name' | 'kind'>[]

/** Where a field stands in the cells of a line. */
export const cellOf = Object.fromEntries(lineFields.map(({ name }, at) => [name, at])) as Record<
  (typeof lineFields)[number]['name'],
  number
>

/** How the cells of a line are read into columns. */
export const lineSpecs: readonly FieldSpec[] = lineFields.map((field, cell) => ({ ...field, cells: [cell] }))

/** A line taken apart: whose it is, and the cells of `lineFields`. */
export type PersonLine = { readonly id: number; readonly cells: readonly string[] }

const lineFeed = 10

/** Goes through the lines that lie between two places of a text in UTF-8; every line ends in a line feed. */
export function eachLine(bytes: Uint8Array, from: number, to: number, visit: (start: number, end: number) => void): void {
  for (let start = from; start < to;) {
    let end = bytes.indexOf(lineFeed, start)
    if (end < 0 || end > to) end = to
    visit(start, end)
    start = end + 1
  }
}

/** How many lines there are in a piece. */
export function countLines(lines: Uint8Array): number {
  let count = 0
  for (let at = lines.indexOf(lineFeed); at >= 0; at = lines.indexOf(lineFeed, at + 1)) count++
  return count
}

/** Takes apart the line that lies between two places. */
export function readLine(bytes: Uint8Array, start: number, end: number): PersonLine {
  const text = asBuffer(bytes).toString('utf8', start, end)
  const cells = (text.includes('\\') ? text.replace(/\\./g, ' ') : text).split('\t')
  return { id: Number(cells.shift()), cells }
}

const asBuffer = (bytes: Uint8Array) =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
