import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Outcome, done, refused } from '../../values/outcome.ts'
import { csvReader, guessSeparator } from './csv-rows.ts'
import { type FieldMap, type FieldMapRefusal, checkKinds, layOut, readFieldMap } from './field-map.ts'
import { type LinkStep, linkPeople } from './linking.ts'
import { type FieldSpec, type PeopleBuilder, peopleBuilder } from './people.ts'

/** Files to link: one is searched for duplicates, two are linked across. */
export type LinkFiles = {
  readonly left: string
  readonly right?: string | undefined
  readonly map: string
  readonly out: string
  /** Pairs from this probability on are written. */
  readonly threshold: number
  readonly threads?: number
}

export type LinkFilesRefusal =
  | { readonly reason: 'file-not-readable'; readonly file: string }
  | { readonly reason: 'file-without-rows'; readonly file: string }
  | { readonly reason: 'out-not-writable'; readonly file: string }
  | FieldMapRefusal

/** What was done: records read, pairs written, milliseconds by step. */
export type LinkedFiles = { readonly records: number; readonly pairs: number; readonly steps: readonly LinkStep[] }

/**
 * Links person files without touching any registry: reads plain or gzipped CSV, learns from the files themselves, and writes
 * `left,right,probability` (ids as they stand in the files), the likeliest pairs first.
 */
export async function linkFiles(files: LinkFiles): Promise<Outcome<LinkedFiles, LinkFilesRefusal>> {
  const mapText = await readFile(files.map, 'utf8').catch(() => undefined)
  if (mapText === undefined) return refused({ reason: 'file-not-readable', file: files.map })
  const map = readFieldMap(mapText, files.map)
  if (!map.ok) return map
  const start = performance.now()
  const reading = readingOf(map.value)
  for (const file of files.right === undefined ? [files.left] : [files.left, files.right]) {
    const read = await readPeopleFile(file, reading)
    if (!read.ok) return read
    reading.ends.push(reading.ids.length)
  }
  const { builder, ids, ends } = reading
  if (builder === undefined) return refused({ reason: 'file-without-rows', file: files.left })
  const people = builder.finish()
  const readStep = { step: 'read', milliseconds: performance.now() - start }
  const sides = files.right === undefined ? undefined : Uint8Array.from(ids, (_, at) => (at < (ends[0] ?? 0) ? 0 : 1))
  const linked = await linkPeople(people, {
    sides,
    threshold: files.threshold,
    ...(files.threads === undefined ? {} : { threads: files.threads }),
  })
  const pairs = [...linked.pairs].sort((a, b) => b.probability - a.probability)
  const lines = pairs.map(
    ({ left, right, probability }) => `${quoted(ids[left])},${quoted(ids[right])},${written(probability)}\n`,
  )
  const wrote = await writeLines(files.out, ['left,right,probability\n', ...lines])
  if (!wrote) return refused({ reason: 'out-not-writable', file: files.out })
  return done({ records: ids.length, pairs: pairs.length, steps: [readStep, ...linked.steps] })
}

type Reading = {
  readonly map: FieldMap
  builder: PeopleBuilder | undefined
  fields: FieldSpec[]
  readonly ids: string[]
  readonly ends: number[]
}

const readingOf = (map: FieldMap): Reading => ({ map, builder: undefined, fields: [], ids: [], ends: [] })

/** Rows looked at before it is decided how a column is read. */
const rowsLookedAt = 2000

async function readPeopleFile(file: string, reading: Reading): Promise<Outcome<undefined, LinkFilesRefusal>> {
  const decoder = new TextDecoder()
  let take: RowTaker | undefined
  let refusal: LinkFilesRefusal | undefined
  let csv: ReturnType<typeof csvReader> | undefined
  const row = (cells: string[]) => {
    if (refusal !== undefined) return
    if (take !== undefined) return take.row(cells)
    const layout = layOut(reading.map, cells, file)
    if (layout.ok) take = rowTaker(layout.value.id, layout.value.fields, reading)
    else refusal = layout.refusal
  }
  try {
    const source = createReadStream(file, { highWaterMark: 1 << 20 })
    const stream = /\.gz$/i.test(file) ? source.pipe(createGunzip({ chunkSize: 1 << 20 })) : source
    source.on('error', (error) => stream.destroy(error))
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      const text = decoder.decode(chunk, { stream: true })
      csv ??= csvReader(guessSeparator(text.split('\n', 1)[0] ?? ''))
      csv.read(text, row)
      if (refusal !== undefined) return refused(refusal)
    }
  } catch {
    return refused({ reason: 'file-not-readable', file })
  }
  csv?.end(row)
  if (refusal !== undefined) return refused(refusal)
  take?.end()
  return take === undefined ? refused({ reason: 'file-without-rows', file }) : done(undefined)
}

type RowTaker = { readonly row: (cells: string[]) => void; readonly end: () => void }

/** Takes rows into the columns; the first file decides how fields are read, the second follows it with columns of its own. */
function rowTaker(id: number, fields: readonly FieldSpec[], reading: Reading): RowTaker {
  let waiting: string[][] | undefined = []
  const order = fields.map((field) => field.cells)
  const add = (cells: readonly string[]) => {
    reading.ids.push(cells[id] ?? '')
    reading.builder?.add(order.flatMap((places) => places.map((place) => cells[place] ?? '')))
  }
  const begin = () => {
    if (reading.builder === undefined) {
      let at = 0
      const own = checkKinds(fields, waiting ?? []).map((field) => ({ ...field, cells: field.cells.map(() => at++) }))
      reading.builder = peopleBuilder(own)
    }
    for (const cells of waiting ?? []) add(cells)
    waiting = undefined
  }
  return {
    row: (cells) => {
      if (waiting === undefined) return add(cells)
      waiting.push(cells)
      if (waiting.length >= rowsLookedAt) begin()
    },
    end: () => {
      if (waiting !== undefined && waiting.length > 0) begin()
    },
  }
}

const quoted = (id = '') => (/[",\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id)

/** Six decimals, more where nearly all are certain: the order of the surest pairs must not be lost. */
const written = (probability: number) => String(Number(probability.toPrecision(12)))

async function writeLines(file: string, lines: readonly string[]): Promise<boolean> {
  try {
    await pipeline(Readable.from(batches(lines)), createWriteStream(file))
    return true
  } catch {
    return false
  }
}

function* batches(lines: readonly string[]): Generator<string> {
  for (let at = 0; at < lines.length; at += 10_000) yield lines.slice(at, at + 10_000).join('')
}
