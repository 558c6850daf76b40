import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse, type Parser } from 'csv-parse'

/** Takes the rows of a table as they come; `line` is the row as written when it holds no quotes. */
export type RowTaker = (cells: string[], line: string | undefined) => void

/**
 * Reads a CSV row by row in constant memory; `afterPiece` is awaited between pieces of the file, for writing what was
 * gathered. As long as no quote has been seen a line is a row and is merely split; from the first quote on the CSV library
 * reads the rest.
 */
export async function readTable(path: string, delimiter: string, take: RowTaker, afterPiece: () => Promise<void>): Promise<void> {
  const splitter = newSplitter(delimiter, take)
  let parser: Parser | undefined
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, encoding: 'utf8' })) {
    let text: string = splitter.isFresh() && piece.startsWith('\uFEFF') ? piece.slice(1) : piece
    if (parser === undefined && text.includes('"')) {
      parser = newParser(delimiter, take)
      text = splitter.rest() + text
    }
    if (parser === undefined) splitter.take(text)
    else await write(parser, text)
    await afterPiece()
  }
  if (parser === undefined) splitter.end()
  else await end(parser)
  await afterPiece()
}

/** Villages send `,`, `;` and tabs: the header tells which. */
export async function delimiterOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const header = buffer.toString('utf8', 0, bytesRead).split('\n', 1)[0] ?? ''
    const count = (mark: string) => header.split(mark).length
    return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
  } finally {
    await file.close()
  }
}

function newSplitter(delimiter: string, take: RowTaker) {
  let begun = ''
  let fresh = true
  const takeLine = (line: string) => {
    const written = line.endsWith('\r') ? line.slice(0, -1) : line
    if (written !== '') take(written.split(delimiter), written)
  }
  return {
    isFresh: () => fresh,
    rest: () => begun,
    take: (text: string) => {
      fresh = false
      const lines = (begun + text).split('\n')
      begun = lines.pop() ?? ''
      for (const line of lines) takeLine(line)
    },
    end: () => takeLine(begun),
  }
}

function newParser(delimiter: string, take: RowTaker): Parser {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  const parser = parse({
    ...options,
    on_record: (cells: string[]) => {
      take(cells, undefined)
      return null
    },
  })
  return parser.resume()
}

async function write(parser: Parser, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

async function end(parser: Parser): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    parser.once('error', reject)
    parser.end(() => resolve())
  })
}
