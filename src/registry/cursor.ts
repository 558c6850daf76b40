import type { RawBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'
import { overWholeLists } from './planning.ts'

let opened = 0

/**
 * Reads the rows of a query in batches through a cursor of the transaction, so that a million rows need no more memory than
 * one batch. Other statements may run on the same connection between two batches. Lists are joined as wholes, unless the rows are few of very
 * many and an index leads to them (`picked`).
 */
export async function* cursorBatches<Row>(
  ctx: Context,
  query: RawBuilder<Row>,
  size = 5000,
  rows: 'whole' | 'picked' = 'whole',
): AsyncGenerator<Row[]> {
  const compiled = query.compile(ctx.db)
  const name = `rows_${++opened}`
  // The rows are read to the last one, so the plan that is fastest for all of them is wanted, not the one with the first row soonest.
  await ctx.client.query('set local cursor_tuple_fraction = 1')
  const declare = () => ctx.client.query(`declare ${name} no scroll cursor for ${compiled.sql}`, [...compiled.parameters])
  await (rows === 'whole' ? overWholeLists(ctx, declare) : declare())
  try {
    for (;;) {
      const batch = (await ctx.client.query(`fetch ${size} from ${name}`)).rows as Row[]
      if (batch.length > 0) yield batch
      if (batch.length < size) break
    }
  } finally {
    // A failed statement has ended the transaction and its cursors already.
    await ctx.client.query(`close ${name}`).catch(() => {})
  }
}
