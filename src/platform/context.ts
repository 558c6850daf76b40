import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../db/schema.ts'
import type { Region } from '../../values/areas.ts'
import type { Day } from '../../values/days.ts'
import type { Outcome } from '../../values/outcome.ts'
import { timeZoneOf } from '../../values/time-zones.ts'
import { type Actor, areasOf } from './actor.ts'
import { queriesOver } from './connection.ts'
import type { Platform } from './platform.ts'
import type { KeyRing } from './sealing-keys.ts'

/** What every operation is given: an open transaction, who asks, for which region, and time and ids from outside. */
export type Context = {
  db: Kysely<DB>
  /** The connection of the transaction, for COPY. */
  client: pg.PoolClient
  actor: Actor
  region: Region
  today: Day
  /** The keys that open sealed columns. */
  keys: KeyRing
  newId(): string
}

/** Who asks for what region; `today` can be set so that a run can be replayed. */
export type Asking = { actor: Actor; region: Region; today?: Day }

/**
 * Runs an operation in one transaction that sees only what the actor may see, and keeps its work only when the outcome is `ok`:
 * a refusal leaves nothing behind, a defect is thrown on.
 */
export async function carryOut<Value, Refusal extends { reason: string }>(
  platform: Platform,
  asking: Asking,
  operation: (ctx: Context) => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal>> {
  return inTransaction(platform, asking, operation, (outcome) => outcome.ok)
}

/** Reads in one transaction that sees only what the actor may see; nothing is kept. */
export async function look<Value>(platform: Platform, asking: Asking, reading: (ctx: Context) => Promise<Value>): Promise<Value> {
  return inTransaction(platform, asking, reading, () => false)
}

/** Does work that cannot be refused in one transaction of the actor, and keeps it. */
export async function keep<Value>(platform: Platform, asking: Asking, work: (ctx: Context) => Promise<Value>): Promise<Value> {
  return inTransaction(platform, asking, work, () => true)
}

/** Today by the clock of a region. */
export function todayIn(region: Region): Day {
  return Temporal.Now.plainDateISO(timeZoneOf(region))
}

async function inTransaction<Value>(
  platform: Platform,
  asking: Asking,
  work: (ctx: Context) => Promise<Value>,
  keeps: (value: Value) => boolean,
): Promise<Value> {
  const client = await platform.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await applyScope(client, asking)
    const { actor, region } = asking
    const value = await work({
      db: queriesOver(client),
      client,
      actor,
      region,
      today: asking.today ?? todayIn(region),
      keys: platform.keys,
      newId: randomUUID,
    })
    await client.query(keeps(value) ? 'commit' : 'rollback')
    return value
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Lets a part of an operation read and write beyond the villages of its actor, within the region: what the office does on behalf of
 * whoever asks, as looking through the whole registry for the people of one village's list. What it finds elsewhere is not for the actor's eyes.
 */
export async function acrossVillages<Value>(ctx: Context, work: () => Promise<Value>): Promise<Value> {
  const scope = `select current_setting('ucok.villages', true) as before, set_config('ucok.villages', '*', true)`
  const { rows } = await ctx.client.query<{ before: string | null }>(scope)
  const value = await work()
  // When the work fails its transaction ends, and the scope with it.
  await ctx.client.query(`select set_config('ucok.villages', $1, true)`, [rows[0]?.before ?? ''])
  return value
}

/** Tells row-level security who asks: the region, and the areas inside it (`*` for all). */
async function applyScope(client: pg.PoolClient, asking: Asking): Promise<void> {
  const areas = areasOf(asking.actor, asking.region)
  // Each area that holds villages is compared by itself: PostgreSQL goes to its villages by their codes instead of through all of the country.
  const holding = areas === 'all' ? [] : areas.filter((area) => area.split('.').length < 4)
  const within = holding.map((_, place) => `or code like $${place + 4}`).join(' ')
  await client.query(
    `select set_config('ucok.region', $1, true), set_config('ucok.actor', $2, true),
    set_config('ucok.villages', case when $3::text[] is null then '*' else coalesce((select string_agg(code, ',') from area
      where level = 'village' and (code = any ($3::text[]) ${within})), '') end, true)`,
    [asking.region, asking.actor.id, areas === 'all' ? null : areas, ...holding.map((area) => `${area}.%`)],
  )
}
