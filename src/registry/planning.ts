import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/**
 * Runs statements that go over whole lists. Right after an intake or a run PostgreSQL has not counted the new rows yet, takes them for a handful, and
 * would walk one list anew for each row of the other; here it joins them as wholes instead.
 */
export async function overWholeLists<Value>(ctx: Pick<Context, 'db'>, work: () => Promise<Value>): Promise<Value> {
  await sql`select set_config('enable_nestloop', 'off', true)`.execute(ctx.db)
  const value = await work()
  // When the work fails its transaction ends, and the setting with it.
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(ctx.db)
  return value
}
