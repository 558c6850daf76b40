import type pg from 'pg'
import { openText, sealText } from './sealing.ts'
import type { KeyRing } from './sealing-keys.ts'

/** A column whose values are sealed, and the primary key its values are bound to. */
export type SealedColumn = { table: string; column: string; primaryKey: string[] }

/** How many values of a sealed column each key holds. */
export type SealedCount = { table: string; column: string; key: string; values: number }

/** Every sealed column, found by its name in the database itself: none can be forgotten. */
export async function sealedColumns(owner: pg.Pool): Promise<SealedColumn[]> {
  const { rows } = await owner.query<SealedColumn>(
    `select c.relname as "table", a.attname as "column", array(select k.attname::text from pg_index i cross join lateral unnest(i.indkey) with ordinality as n(attnum, place)
         join pg_attribute k on k.attrelid = c.oid and k.attnum = n.attnum where i.indrelid = c.oid and i.indisprimary order by n.place) as "primaryKey"
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'ucok'::regnamespace and c.relkind = 'r' and a.attname like '%\\_sealed' order by 1, 2`,
  )
  return rows
}

/** Tries one value of every key in every sealed column. Throws a `Trouble` in words when a key is missing or wrong. */
export async function checkKeys(owner: pg.Pool, ring: KeyRing): Promise<void> {
  for (const sealed of await sealedColumns(owner)) {
    const { rows } = await owner.query<SealedValue>(
      `select distinct on (split_part(${sealed.column}, '.', 2)) ${sealed.column} as value, ${rowOf(sealed)} as row
       from ${sealed.table} where ${sealed.column} is not null`,
    )
    for (const { value, row } of rows) openText(ring, value, { ...sealed, row })
  }
}

export async function countSealed(owner: pg.Pool): Promise<SealedCount[]> {
  const counts: SealedCount[] = []
  for (const { table, column } of await sealedColumns(owner)) {
    const { rows } = await owner.query<{ key: string; values: number }>(
      `select split_part(${column}, '.', 2) as key, count(*) as values from ${table} where ${column} is not null group by 1 order by 1`,
    )
    counts.push(...rows.map((row) => ({ table, column, ...row })))
  }
  return counts
}

/** How many values are sealed anew in one transaction. */
const batchSize = 500

/**
 * Seals with the newest key whatever an older one holds, a batch a transaction: killed anywhere, the next run goes on where it stopped.
 * A value that somebody changes meanwhile is left to the next round. Says how many it sealed anew.
 */
export async function sealAnew(
  owner: pg.Pool,
  ring: KeyRing,
  onBatch: (done: number) => void | Promise<void> = () => {},
): Promise<number> {
  let done = 0
  for (const sealed of await sealedColumns(owner)) {
    let after: string | undefined
    for (;;) {
      const batch = await oldValues(owner, sealed, ring.current().id, after ?? '(0,0)')
      // The last look goes over the whole table: what somebody sealed meanwhile may lie anywhere.
      if (batch.length === 0 && after === undefined) break
      if (batch.length > 0) {
        done += await replace(owner, ring, sealed, batch)
        await onBatch(done)
      }
      after = batch.at(-1)?.place
    }
  }
  return done
}

type SealedValue = { value: string; row: string[] }
type PlacedValue = SealedValue & { place: string }

const rowOf = (sealed: SealedColumn) => `array[${sealed.primaryKey.map((column) => `${column}::text`).join(', ')}]`

async function oldValues(owner: pg.Pool, sealed: SealedColumn, current: string, after: string): Promise<PlacedValue[]> {
  const { rows } = await owner.query<PlacedValue>(
    `select ctid::text as place, ${sealed.column} as value, ${rowOf(sealed)} as row from ${sealed.table}
     where ctid > $2::tid and ${sealed.column} is not null and split_part(${sealed.column}, '.', 2) <> $1 limit ${batchSize}`,
    [current, after],
  )
  return rows
}

async function replace(owner: pg.Pool, ring: KeyRing, sealed: SealedColumn, batch: readonly PlacedValue[]): Promise<number> {
  const anew = batch.map(({ value, row }) => sealText(ring, openText(ring, value, { ...sealed, row }), { ...sealed, row }))
  const { rowCount } = await owner.query(
    `update ${sealed.table} t set ${sealed.column} = n.anew from unnest($1::tid[], $2::text[], $3::text[]) as n(place, old, anew)
     where t.ctid = n.place and t.${sealed.column} = n.old`,
    [batch.map(({ place }) => place), batch.map(({ value }) => value), anew],
  )
  return rowCount ?? 0
}
