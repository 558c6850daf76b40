import type { Context } from '../platform/context.ts'
import { openCopy } from '../platform/copying.ts'
import type { CheckedRow } from './checks/check-row.ts'
import { copyLine, stagedColumns } from './staged.ts'
import type { ListCounts } from './store.ts'

/** So many bytes of rows, some three thousand, are written at a time: while PostgreSQL takes them in, the next are read. */
const bytesAtOnce = 1_000_000

/** Takes checked rows of lists as they come and writes them in the operation's transaction, piece by piece beside the reading of the next. */
export async function openRowWriter(ctx: Context) {
  const names = stagedColumns.map(([name]) => name)
  const columns = ['file_id', 'village', ...names]
  const types = ['file_id uuid', 'village text', ...stagedColumns.map(([name, type]) => `${name} ${type}`)]
  await ctx.client.query(`create temporary table staged_row (${types.join(', ')}) on commit drop`)
  const counts = new Map<string, ListCounts>()
  const writePiece = async (bytes: Uint8Array) => {
    const copy = openCopy(ctx, 'staged_row', columns)
    await copy.write(bytes)
    await copy.end()
    const listed = columns.join(', ')
    await ctx.client.query(`insert into intake_row (region, ${listed}) select $1, ${listed} from staged_row`, [ctx.region])
    await ctx.client.query('truncate staged_row')
  }
  const pieces = pieceWriter(writePiece)
  return {
    async write(list: { id: string; village: string }, rows: readonly CheckedRow[]): Promise<void> {
      const before = `${list.id}\t${list.village}\t`
      for (const row of rows) await pieces.add(before + copyLine(row))
      addCounts(counts, list.id, rows)
    },
    /** Writes what is left; of lists that broke off nothing is kept. Gives the counts of the others. */
    async end(brokenOff: readonly string[]): Promise<Map<string, ListCounts>> {
      await pieces.end()
      if (brokenOff.length > 0)
        await ctx.client.query('delete from intake_row where region = $1 and file_id = any ($2)', [ctx.region, brokenOff])
      for (const id of brokenOff) counts.delete(id)
      return counts
    },
    /** Waits until nothing is under way any more: what was written goes with the transaction. */
    abandon: pieces.settle,
  }
}

/** Gathers lines in two buffers in turns: one fills while the other is written. */
function pieceWriter(write: (bytes: Uint8Array) => Promise<void>) {
  let [filling, other] = [Buffer.allocUnsafe(bytesAtOnce), Buffer.allocUnsafe(bytesAtOnce)]
  let filled = 0
  let writing: Promise<void> = Promise.resolve()
  const flush = async () => {
    await writing
    writing = write(filling.subarray(0, filled))
    // Whoever writes next hears of a failure; until then it must not count as unheard.
    writing.catch(() => {})
    ;[filling, other] = [other, filling]
    filled = 0
  }
  return {
    add: async (line: string) => {
      const length = Buffer.byteLength(line)
      if (filled + length > filling.length && filled > 0) await flush()
      if (length > filling.length) filling = Buffer.allocUnsafe(length)
      filled += filling.write(line, filled)
    },
    end: async () => {
      if (filled > 0) await flush()
      await writing
    },
    settle: async () => void (await writing.catch(() => {})),
  }
}

function addCounts(counts: Map<string, ListCounts>, id: string, rows: readonly CheckedRow[]): void {
  const own = counts.get(id) ?? { rows: 0, accepted: 0, review: 0, refused: 0 }
  counts.set(id, own)
  own.rows += rows.length
  for (const { verdict } of rows) own[verdict] += 1
}
