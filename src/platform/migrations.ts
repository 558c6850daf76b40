import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { schemaName, workingRole } from './connection.ts'
import { Trouble } from './trouble.ts'

const folder = new URL('../../db/migrations/', import.meta.url)

export type MigrationStatus = { name: string; appliedAt: string | undefined }

/** Brings the schema up to this release, one transaction a file, one process at a time. Says which files it applied. */
export async function migrate(owner: pg.Pool): Promise<string[]> {
  const client = await owner.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('ucok.migrate'))`)
    await prepareSchema(client)
    const applied = await applyMissing(client)
    if (applied.length > 0) await migrateQueue(owner)
    return applied
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('ucok.migrate'))`)
    client.release()
  }
}

/** The queue's own tables; the package is loaded only when there is something to migrate. */
async function migrateQueue(owner: pg.Pool): Promise<void> {
  const { runMigrations } = await import('graphile-worker')
  await runMigrations({ pgPool: owner })
}

/** Every migration of this release and when it was applied, if it was. */
export async function migrationStatus(owner: pg.Pool): Promise<MigrationStatus[]> {
  const { rows } = await owner.query<{ found: string | null }>(`select to_regclass('${schemaName}.migration')::text as found`)
  const known = rows[0]?.found
    ? await owner.query<{ name: string; applied_at: string }>('select name, applied_at from migration')
    : { rows: [] }
  const appliedAt = new Map(known.rows.map((row) => [row.name, row.applied_at]))
  return migrationFiles().map((file) => ({ name: file.name, appliedAt: appliedAt.get(file.name) }))
}

async function prepareSchema(client: pg.PoolClient): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${workingRole}') then create role ${workingRole} nologin; end if;
      if not pg_has_role(current_user, '${workingRole}', 'set') then execute format('grant ${workingRole} to %I with set true', current_user); end if;
    end $$;
    create schema if not exists ${schemaName};
    create table if not exists ${schemaName}.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
  `)
}

async function applyMissing(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
  const known = new Map(rows.map((row) => [row.name, row.sha256]))
  const applied: string[] = []
  for (const file of migrationFiles()) {
    const before = known.get(file.name)
    if (before !== undefined && before !== file.sha256) throw changed(file.name)
    if (before !== undefined) continue
    await client.query('begin')
    await client.query(file.sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [file.name, file.sha256])
    await client.query('commit')
    applied.push(file.name)
  }
  return applied
}

function migrationFiles(): { name: string; sql: string; sha256: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })
}

function changed(name: string): Trouble {
  return new Trouble({
    id: `Berkas migrasi ${name} berbeda dari yang dahulu dijalankan pada basis data ini. Skema tidak diubah; pasang rilis UCOK yang utuh.`,
    en: `The migration ${name} differs from the one this database was built with. The schema was not changed; install an unaltered release of UCOK.`,
  })
}
