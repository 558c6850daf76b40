import { type RawBuilder, sql } from 'kysely'
import { type WorkerOrder, workerOrders } from './workers.ts'

/** An order of the list, and where in it the next stretch begins. */
export type Place = { order: WorkerOrder; isDescending: boolean; after: { key: string; id: number } | undefined }

/** Reads `sort` (`name`, `-village`) and `after`; what cannot be read is the order of names from the beginning. */
export function readPlace(sort: string | undefined, after: string | undefined): Place {
  const name = (sort ?? 'name').replace(/^-/, '')
  const order = workerOrders.find((known) => known === name) ?? 'name'
  return { order, isDescending: sort?.startsWith('-') ?? false, after: after === undefined ? undefined : readMark(after) }
}

/** The mark at which the next stretch of a list begins: after this row. */
export function markOf(key: string, id: number): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** The value a list is ordered by, as text that PostgreSQL reads back; ties are settled by the worker's number. */
export function keyOf(order: WorkerOrder): RawBuilder<unknown> {
  return sql`(${keys[order].value})::text`
}

export function orderBy({ order, isDescending }: Place): RawBuilder<unknown> {
  const direction = isDescending ? sql`desc` : sql`asc`
  return sql`${keys[order].value} ${direction}, w.id ${direction}`
}

/** Rows that come after the mark; everything when there is none. */
export function afterPlace({ order, isDescending, after }: Place): RawBuilder<unknown> {
  if (after === undefined) return sql`true`
  const { value, type } = keys[order]
  const mark = sql`(${after.key}::${sql.raw(type)}, ${after.id}::bigint)`
  return isDescending ? sql`(${value}, w.id) < ${mark}` : sql`(${value}, w.id) > ${mark}`
}

const keys: Record<WorkerOrder, { value: RawBuilder<unknown>; type: string }> = {
  name: { value: sql`w.full_name`, type: 'text' },
  village: { value: sql`w.village`, type: 'text' },
  'birth-date': { value: sql`coalesce(w.birth_date, '0001-01-01'::date)`, type: 'date' },
  id: { value: sql`w.id`, type: 'bigint' },
}

function readMark(text: string): { key: string; id: number } | undefined {
  try {
    const mark: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(mark) || typeof mark[0] !== 'string' || !Number.isSafeInteger(mark[1])) return undefined
    return { key: mark[0], id: mark[1] as number }
  } catch {
    return undefined
  }
}
