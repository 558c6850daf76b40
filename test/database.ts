import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openPlatform, type Platform } from '../src/platform/platform.ts'
import { readSettings } from '../src/platform/settings.ts'

/** A migrated database of its own for a test file, with all areas and the region of Badung and nothing else; `stop` drops it. It is reached as any outside PostgreSQL would be. */
export async function openTestPlatform(): Promise<Platform> {
  const socketFolder = inject('socketFolder')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asSuperuser(socketFolder, `create database ${name} template ucok owner ucok_owner`)
  const files = mkdtempSync(join(tmpdir(), 'ucok-files-'))
  const settings = readSettings({}, { DATABASE_URL: databaseUrl(socketFolder, name), UCOK_DATA: files, UCOK_LOG: 'silent' })
  const platform = await openPlatform(settings, { migrates: false })
  const stop = async () => {
    await platform.stop()
    await asSuperuser(socketFolder, `drop database ${name} with (force)`)
    rmSync(files, { recursive: true, force: true })
  }
  return { ...platform, stop }
}

function databaseUrl(socketFolder: string, database: string): string {
  return `postgres://ucok_owner@${encodeURIComponent(socketFolder)}/${database}`
}

async function asSuperuser(socketFolder: string, statement: string): Promise<void> {
  const client = new pg.Client({ host: socketFolder, user: 'postgres', database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
