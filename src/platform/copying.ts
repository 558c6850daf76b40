import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { from as copyFrom } from 'pg-copy-streams'
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
    async write(text: string): Promise<void> {
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
