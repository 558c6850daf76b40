import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '../../db/schema.ts'

/** The tables of UCOK lie in a schema of their own; extensions may lie in `public`. */
export const schemaName = 'ucok'

/** The role the app works as: it can neither change the schema nor look past row-level security. */
export const workingRole = 'ucok_app'

const int8 = 20
const date = 1082
const timestamptz = 1184
pg.types.setTypeParser(int8, (text) => safeInteger(text))
pg.types.setTypeParser(date, (text) => text)
pg.types.setTypeParser(timestamptz, (text) => new Date(text).toISOString())

/** A pool of connections that see the tables of UCOK, as the given role when one is named. */
export function makePool(connection: pg.PoolConfig, role?: string, max = 12): pg.Pool {
  const options = [`-c search_path=${schemaName},public`, role === undefined ? '' : `-c role=${role}`].join(' ').trim()
  const pool = new pg.Pool({ ...connection, max, options, application_name: 'ucok' })
  // An idle connection that breaks (the server stopped) is replaced at the next use; without a listener Node would end.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Kysely over one connection, so that several statements share its transaction. */
export function queriesOver(client: pg.ClientBase): Kysely<DB> {
  const connection = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => connection, end: async () => {} }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an exact whole number: ${text}`)
  return value
}
