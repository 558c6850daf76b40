import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import iconv from 'iconv-lite'
import type { Field } from './registers.ts'
import { readHeader } from './registers.ts'

/** A file a register answered with, on disk, under the name its sender gave it. */
export type AnswerFile = { name: string; path: string }

/** One line: its number as an editor shows it, its cells, or nothing when it cannot be cut into cells. */
export type AnswerLine = { line: number; cells: readonly string[] | undefined }

/** The beginning of a file, from which its letters and its separator are told. */
export type Opening = { encoding: string; separator: string; bytes: number }

/** Looks at the beginning of a file. Nothing when it is absent, empty or no text (a workbook, a PDF). */
export async function openingOf(path: string): Promise<Opening | undefined> {
  const size = await stat(path).catch(() => undefined)
  if (size === undefined || !size.isFile() || size.size === 0) return undefined
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const head = buffer.subarray(0, bytesRead)
    const encoding = encodingOf(head)
    if (encoding === undefined) return undefined
    return { encoding, separator: separatorOf(iconv.decode(head, encoding)), bytes: size.size }
  } finally {
    await file.close()
  }
}

/** The fingerprint of a file's bytes, by which the same answer is known again. */
export async function fingerprintOf(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  return digest.digest('hex')
}

/** Reads a file line by line. Broken lines are given without cells, and reading goes on after them. */
export async function* answerLines(path: string, opening: Opening): AsyncGenerator<AnswerLine> {
  const broken: number[] = []
  const parser = parse({
    bom: true,
    delimiter: opening.separator,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => void broken.push(typeof error?.['lines'] === 'number' ? error['lines'] : 0),
  })
  const bytes = createReadStream(path, { highWaterMark: 262_144 })
  // A failure reaches the reader through the parser, which the pipeline destroys with it.
  pipeline(bytes, iconv.decodeStream(opening.encoding), parser, () => {})
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      yield { line: info.lines, cells: record }
      while (broken.length > 0) yield { line: broken.shift() ?? 0, cells: undefined }
    }
    for (const line of broken) yield { line, cells: undefined }
  } finally {
    bytes.destroy()
  }
}

/** How many lines above the header are looked at: offices write a title there. */
const longestTitle = 10

/** Finds the header of an answer, which has all needed columns; says which are missing from the best line when none has. */
export async function findHeader(
  path: string,
  opening: Opening,
  needed: readonly Field[],
): Promise<{ line: number; columns: Map<Field, number> } | { missing: readonly Field[] }> {
  let missing = needed
  let seen = 0
  for await (const { line, cells } of answerLines(path, opening)) {
    if (++seen > longestTitle) break
    const columns = readHeader(cells ?? [])
    const absent = needed.filter((field) => !columns.has(field))
    if (absent.length === 0) return { line, columns }
    if (absent.length < missing.length) missing = absent
  }
  return { missing }
}

/** The first bytes of what is no text: ZIP (XLSX, ODS), older workbooks, PDF, gzip. */
const otherKinds = /^(504b0304|d0cf11e0|25504446|1f8b)/

function encodingOf(head: Buffer): string | undefined {
  if (otherKinds.test(head.toString('hex', 0, 8))) return undefined
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = head.filter((byte) => byte === 0).length
  if (zeros > head.length / 4) return head[0] === 0 ? 'utf-16be' : 'utf-16le'
  if (zeros > 0) return undefined
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The separator that stands most often in the first lines. */
function separatorOf(text: string): string {
  const lines = text
    .split(/\r?\n/, 12)
    .join('\n')
    .replace(/"[^"\n]*"/g, '')
  const counted = [';', ',', '\t', '|'].map((sign) => ({ sign, count: lines.split(sign).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign
}
