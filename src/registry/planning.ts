import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/**
 * Runs statements that go over whole lists. Right after an intake or a run PostgreSQL has not counted the new rows yet, takes them for a handful, and
 * would walk one list anew for each row of the other; here it joins them as wholes instead.
 */
export function overWholeLists<Value>(ctx: Pick<Context, 'db'>, work: () => Promise<Value>): Promise<Value> {
  return planned(ctx, { enable_nestloop: 'off' }, work)
}

/**
 * Runs statements for a page of a list whose people are known to be few, or so many that walking the list in its order fills the page soon.
 * A walk joins in the order written: the list that is walked comes first. Row-level security keeps PostgreSQL from seeing any of this: left to itself it would join whole lists for two hundred rows.
 */
export function alongTheWay<Value>(
  ctx: Pick<Context, 'db'>,
  way: 'few' | 'walk' | 'free',
  work: () => Promise<Value>,
): Promise<Value> {
  if (way === 'free') return work()
  const joins = { enable_hashjoin: 'off', enable_mergejoin: 'off', max_parallel_workers_per_gather: '0' }
  return planned(
    ctx,
    way === 'walk'
      ? { ...joins, enable_sort: 'off', enable_material: 'off', join_collapse_limit: '1', from_collapse_limit: '1' }
      : joins,
    work,
  )
}

/** Settings of the planner that hold for some statements of the transaction. */
async function planned<Value>(
  ctx: Pick<Context, 'db'>,
  settings: Record<string, string>,
  work: () => Promise<Value>,
): Promise<Value> {
  const names = Object.keys(settings)
  const { rows } = await sql<{
    before: string[]
  }>`select array[${sql.join(names.map((name) => sql`current_setting(${name})`))}] as before,
    ${sql.join(names.map((name) => sql`set_config(${name}, ${settings[name]}, true)`))}`.execute(ctx.db)
  const value = await work()
  // When the work fails its transaction ends, and the settings with it.
  const before = rows[0]?.before ?? []
  await sql`select ${sql.join(names.map((name, at) => sql`set_config(${name}, ${before[at]}, true)`))}`.execute(ctx.db)
  return value
}
