import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPlatform } from '../platform.ts'
import { readSettings } from '../settings.ts'
import { startEmbedded } from './supervisor.ts'

const quiet = { UCOK_LOG: 'silent' }

describe('The embedded database', () => {
  let data: string
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'ucok-embedded-'))
  })
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  test('is made at the first start, answers, and stops with the app', async () => {
    const platform = await openPlatform(readSettings({ data }, quiet))
    const { rows } = await platform.pool.query<{ major: string; role: string }>(
      `select split_part(current_setting('server_version'), '.', 1) as major, current_user as role`,
    )
    expect(rows).toEqual([{ major: '18', role: 'ucok_app' }])
    await platform.stop()
    expect(() => readFileSync(join(data, 'postgres', 'postmaster.pid'))).toThrow(/ENOENT/)
  })

  test('is joined, not started twice, while another process holds the folder', async () => {
    const first = await startEmbedded(data)
    const second = await startEmbedded(data)
    expect([first.isOurs, second.isOurs]).toEqual([true, false])
    await second.stop()
    expect((await startEmbedded(data)).isOurs).toBe(false)
    await first.stop()
  })

  test('recovers what was committed after every server process was killed', async () => {
    const platform = await openPlatform(readSettings({ data }, quiet))
    await platform.owner.query('create table kept as select 7 as number')
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    killAll(pid)
    await platform.stop()
    const again = await openPlatform(readSettings({ data }, quiet))
    expect((await again.owner.query('select number from kept')).rows).toEqual([{ number: 7 }])
    await again.stop()
  })

  test('takes over a lock whose owner is gone, and one whose number another program has taken', async () => {
    for (const pid of [999_999, process.pid]) {
      writeFileSync(join(data, 'postgres', 'postmaster.pid'), `${pid}\n${data}/postgres\n1\n5432\n\n\n`)
      const server = await startEmbedded(data)
      expect(server.isOurs).toBe(true)
      await server.stop()
    }
  })

  test('ends when the app is killed', async () => {
    const script = `import { startEmbedded } from ${JSON.stringify(new URL('./supervisor.ts', import.meta.url).href)}; await startEmbedded(${JSON.stringify(data)}); console.log('up'); setInterval(() => {}, 1000)`
    const app = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => app.stdout.once('data', resolve))
    const pid = Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    app.kill('SIGKILL')
    for (let attempt = 0; attempt < 100 && isAlive(pid); attempt += 1) await wait(100)
    expect(isAlive(pid)).toBe(false)
  })

  test('refuses a folder of another major version and changes nothing in it', async () => {
    const version = join(data, 'postgres', 'PG_VERSION')
    writeFileSync(version, '15\n')
    await expect(startEmbedded(data)).rejects.toThrow(/made by PostgreSQL 15.*uses PostgreSQL 18.*Nothing was changed/)
    expect(readFileSync(version, 'utf8')).toBe('15\n')
    writeFileSync(version, '18\n')
  })
})

describe('An outside PostgreSQL', () => {
  test('serves as well, over TCP, from the same binaries', async () => {
    const data = mkdtempSync(join(tmpdir(), 'ucok-outside-'))
    const port = await freePort()
    const server = await startEmbedded(data, { port })
    const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
    await admin.connect()
    await admin.query('create role region_owner login createrole')
    await admin.query('create database region owner region_owner')
    await admin.end()
    const url = `postgres://region_owner@127.0.0.1:${port}/region`
    const platform = await openPlatform(readSettings({}, { ...quiet, DATABASE_URL: url, UCOK_DATA: data }))
    const { rows } = await platform.pool.query<{ role: string; migrations: number }>(
      'select current_user as role, (select count(*)::int from migration) as migrations',
    )
    expect(rows[0]).toMatchObject({ role: 'ucok_app' })
    expect(rows[0]?.migrations).toBeGreaterThan(5)
    await platform.stop()
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  })

  test('that cannot be reached is named as the trouble', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/none`
    await expect(openPlatform(readSettings({}, { ...quiet, DATABASE_URL: url }))).rejects.toThrow(
      /DATABASE_URL cannot be reached/,
    )
  })
})

function killAll(postmaster: number): void {
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number)
  for (const pid of [postmaster, ...children]) process.kill(pid, 'SIGKILL')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
