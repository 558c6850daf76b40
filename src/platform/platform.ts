import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setInterval } from 'node:timers'
import pg from 'pg'
import { makePool, workingRole } from './connection.ts'
import { startEmbedded } from './embedded/supervisor.ts'
import { type Log, makeLog } from './log.ts'
import { migrate } from './migrations.ts'
import { type KeyRing, openKeyRing } from './sealing-keys.ts'
import { checkKeys } from './sealing-rotation.ts'
import type { Settings } from './settings.ts'
import { Trouble } from './trouble.ts'

/** What everything stands on: the settings, the two database roles, the log, and how to let go of it all. */
export type Platform = {
  settings: Settings
  /** Connections of the role that owns the schema: migrations and the queue only. */
  owner: pg.Pool
  /** Connections of the working role. */
  pool: pg.Pool
  log: Log
  filesFolder: string
  /** The keys that open sealed columns. */
  keys: KeyRing
  stop(): Promise<void>
}

/** Opens the database the settings name, starting the embedded one if need be, brings its schema up to date and tries the keys of sealed columns. */
export async function openPlatform(settings: Settings, options: { migrates?: boolean } = {}): Promise<Platform> {
  const log = makeLog(settings.logLevel)
  const keys = openKeyRing(settings)
  const base = settings.databaseUrl === undefined ? await openEmbedded(settings) : await openOutside(settings)
  const platform = { settings, log, filesFolder: join(settings.dataFolder, 'files'), keys, ...base }
  if (options.migrates ?? true) {
    try {
      const applied = await migrate(platform.owner)
      if (applied.length > 0) log.info({ applied }, 'schema brought up to date')
      await checkKeys(platform.owner, keys)
    } catch (error) {
      await platform.stop()
      throw error
    }
  }
  return platform
}

/** Tells whether a data folder already holds a database. */
export function hasDatabase(settings: Settings): boolean {
  return settings.databaseUrl !== undefined || existsSync(join(settings.dataFolder, 'postgres', 'PG_VERSION'))
}

type Base = Pick<Platform, 'owner' | 'pool' | 'stop'>

async function openEmbedded(settings: Settings): Promise<Base> {
  let server = await startEmbedded(settings.dataFolder)
  const host = server.socketFolder
  await createDatabase(host)
  const owner = makePool({ host, user: 'ucok_owner', database: 'ucok' }, undefined, 8)
  const pool = makePool({ host, user: workingRole, database: 'ucok' })
  // Another process of ours may have started the server and end before us: then we start it anew.
  const watch = setInterval(async () => {
    if (!server.isOurs && !existsSync(join(settings.dataFolder, 'postgres', 'postmaster.pid')))
      server = await startEmbedded(settings.dataFolder)
  }, 1000)
  watch.unref()
  const stop = async () => {
    clearInterval(watch)
    await Promise.all([owner.end(), pool.end()])
    await server.stop()
  }
  return { owner, pool, stop }
}

async function createDatabase(host: string): Promise<void> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    // Two processes may open a fresh folder at once.
    await client.query(`select pg_advisory_lock(hashtext('ucok.create'))`)
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'ucok_owner') then create role ucok_owner login createrole; end if;
      if not exists (select from pg_roles where rolname = '${workingRole}') then create role ${workingRole} login; end if;
      grant ${workingRole} to ucok_owner with admin option;
    end $$`)
    const { rowCount } = await client.query(`select from pg_database where datname = 'ucok'`)
    if (rowCount === 0) await client.query('create database ucok owner ucok_owner')
  } finally {
    await client.end()
  }
}

/** PostgreSQL 16 brought `pg_input_is_valid`, on which the checks of incoming text rest. */
const oldestServer = 160000

async function openOutside(settings: Settings): Promise<Base> {
  const owner = makePool({ connectionString: settings.databaseUrl }, undefined, 8)
  const pool = makePool(
    { connectionString: settings.appDatabaseUrl ?? settings.databaseUrl },
    settings.appDatabaseUrl ? undefined : workingRole,
  )
  const stop = async () => void (await Promise.all([owner.end(), pool.end()]))
  try {
    const { rows } = await owner.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    if ((rows[0]?.version ?? 0) >= oldestServer) return { owner, pool, stop }
  } catch (cause) {
    await stop()
    throw unreachableServer(cause)
  }
  await stop()
  throw new Trouble({
    id: 'PostgreSQL pada DATABASE_URL lebih tua dari versi 16. UCOK memerlukan versi 16 ke atas; perbarui server itu atau pakai basis data tertanam.',
    en: 'The PostgreSQL at DATABASE_URL is older than version 16. UCOK needs 16 or newer; upgrade that server or use the embedded database.',
  })
}

function unreachableServer(cause: unknown): Trouble {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
  return new Trouble(
    {
      id: `PostgreSQL pada DATABASE_URL tidak dapat dihubungi: ${reason}. Periksa alamat, nama basis data, dan kata sandinya.`,
      en: `The PostgreSQL at DATABASE_URL cannot be reached: ${reason}. Check its address, database name and password.`,
    },
    { cause },
  )
}
