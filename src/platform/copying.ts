import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Context } from './context.ts'

/** Lines of PostgreSQL's COPY text format, each ending in a line feed, streamed into a table within the operation's transaction. */
export async function copyInto(
  ctx: Pick<Context, 'client'>,
  table: string,
  columns: readonly string[],
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const target = ctx.client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(inChunks(lines), { objectMode: true }), target)
}

/**
 * A COPY that is fed by hand: `write` resolves when more may be given; `end` when PostgreSQL has taken all; `abandon` gives it up, after which
 * the transaction must go back to a savepoint or end.
 */
export function openCopy(ctx: Pick<Context, 'client'>, table: string, columns: readonly string[]) {
  const target = ctx.client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  let failure: Error | undefined
  target.on('error', (error) => (failure = error))
  return {
    async write(text: string | Uint8Array): Promise<void> {
      if (failure !== undefined) throw failure
      if (!target.write(text)) await once(target, 'drain')
    },
    async end(): Promise<void> {
      if (failure !== undefined) throw failure
      target.end()
      await once(target, 'finish')
    },
    async abandon(): Promise<void> {
      const closed = once(target, 'close').catch(() => {})
      target.destroy(new Error('the COPY was abandoned'))
      await closed
    },
  }
}

const lineFeed = 10

/**
 * Streams the rows of a query out as lines of COPY's text format (an absent value is empty), in pieces of whole lines: the fastest way to look through a million
 * rows, in constant memory. The query takes no parameters; nothing else may be asked of the connection until the last piece has come.
 */
export async function* copyOut(ctx: Pick<Context, 'client'>, query: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let rest = Buffer.alloc(0)
  for await (const read of ctx.client.query(copyTo(`copy (${query}) to stdout (null '')`, { highWaterMark: pieceSize }))) {
    const chunk = read as Buffer
    const end = chunk.lastIndexOf(lineFeed) + 1
    if (rest.length + end >= pieceSize && end > 0) {
      yield joined(rest, chunk.subarray(0, end))
      rest = Buffer.from(chunk.subarray(end))
    } else rest = Buffer.concat([rest, chunk])
  }
  if (rest.length > 0) yield joined(rest, Buffer.alloc(0))
}

const pieceSize = 262_144

/** The bytes in memory of their own, so that they can be handed to another thread. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

/** Writes one value for COPY's text format: nothing becomes `\N`, and the signs that structure it are escaped. */
export function copyValue(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value !== 'string') return String(value)
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : value
}

const chunkSize = 65_536

async function* inChunks(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Buffer> {
  let chunk = ''
  for await (const line of lines) {
    chunk += line
    if (chunk.length < chunkSize) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  if (chunk !== '') yield Buffer.from(chunk)
}
