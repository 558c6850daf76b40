import type { RawBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'
import { overWholeLists } from './planning.ts'

let opened = 0

/**
 * Reads the rows of a query in batches through a cursor of the transaction, so that a million rows need no more memory than
 * one batch. Other statements may run on the same connection between two batches.
 */
export async function* cursorBatches<Row>(ctx: Context, query: RawBuilder<Row>, size = 5000): AsyncGenerator<Row[]> {
  const compiled = query.compile(ctx.db)
  const name = `rows_${++opened}`
  // The rows are read to the last one, so the plan that is fastest for all of them is wanted, not the one with the first row soonest.
  await ctx.client.query('set local cursor_tuple_fraction = 1')
  await overWholeLists(ctx, () =>
    ctx.client.query(`declare ${name} no scroll cursor for ${compiled.sql}`, [...compiled.parameters]),
  )
  try {
    for (;;) {
      const { rows } = await ctx.client.query(`fetch ${size} from ${name}`)
      if (rows.length > 0) yield rows as Row[]
      if (rows.length < size) break
    }
  } finally {
    // A failed statement has ended the transaction and its cursors already.
    await ctx.client.query(`close ${name}`).catch(() => {})
  }
}
