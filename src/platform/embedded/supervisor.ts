import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Trouble } from '../trouble.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { findHolder } from './lock.ts'
import { chooseLaunch, type Launch } from './privileges.ts'

/** A running embedded PostgreSQL: where it listens, and how to let go of it. */
export type EmbeddedServer = {
  socketFolder: string
  /** False when another process of ours had started it: then letting go leaves it running. */
  isOurs: boolean
  stop(): Promise<void>
}

/** The major version whose data folders we can open. */
const majorVersion = '18'

/** Memory and durability for a small machine: one process, one registry; nothing acknowledged is ever lost (fsync stays on). */
const configuration = [
  'shared_buffers=256MB',
  'work_mem=64MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=4GB',
  'wal_compression=on',
  'jit=off',
  'max_connections=60',
  'timezone=UTC',
  'lc_messages=C',
]

/**
 * Starts the PostgreSQL that came with npm on a folder, creating the folder's database at the first start; joins it when it already runs.
 * `port` makes it listen on loopback as well; `settings` go over ours (a test's server need not survive a power cut). Throws `Trouble` with what to do when the folder cannot be used.
 */
export async function startEmbedded(
  dataFolder: string,
  options: { port?: number; settings?: readonly string[] } = {},
): Promise<EmbeddedServer> {
  const cluster = join(dataFolder, 'postgres')
  prepareFolder(dataFolder, cluster)
  const socketFolder = socketFolderOf(dataFolder)
  if (findHolder(cluster) !== undefined && (await answers(socketFolder, 20_000)))
    return { socketFolder, isOurs: false, stop: async () => {} }
  const binaries = findBinaries()
  const launch = chooseLaunch(binaries.postgres, dataFolder)
  if (!existsSync(join(cluster, 'PG_VERSION'))) initialise(binaries, launch, cluster)
  const child = await startServer(binaries, launch, cluster, { socketFolder, ...options })
  return { socketFolder, isOurs: true, stop: () => stopServer(child) }
}

function prepareFolder(dataFolder: string, cluster: string): void {
  try {
    mkdirSync(cluster, { recursive: true, mode: 0o700 })
    chmodSync(cluster, 0o700)
  } catch (cause) {
    throw new Trouble(
      {
        id: `Folder data ${dataFolder} tidak dapat ditulis. Data tidak dapat disimpan; pilih folder lain dengan --data atau perbaiki haknya.`,
        en: `The data folder ${dataFolder} cannot be written. Nothing can be kept; choose another with --data or mend its permissions.`,
      },
      { cause },
    )
  }
  const version = join(cluster, 'PG_VERSION')
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : majorVersion
  if (found !== majorVersion) {
    throw new Trouble({
      id: `Folder data ${dataFolder} dibuat oleh PostgreSQL ${found}, sedangkan UCOK ini memakai PostgreSQL ${majorVersion}. Tidak ada yang diubah. Buka dengan UCOK yang lama lalu cadangkan dan pulihkan, atau pilih folder lain dengan --data.`,
      en: `The data folder ${dataFolder} was made by PostgreSQL ${found}, and this UCOK uses PostgreSQL ${majorVersion}. Nothing was changed. Open it with the older UCOK, back up and restore, or choose another folder with --data.`,
    })
  }
}

/** A socket's path may have 107 bytes at most: a deep data folder gets a private one in the folder for temporary files. */
function socketFolderOf(dataFolder: string): string {
  const inside = join(dataFolder, 'postgres')
  if (inside.length < 85) return inside
  const folder = join(tmpdir(), `ucok-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return folder
}

function initialise(binaries: Binaries, launch: Launch, cluster: string): void {
  const args = [
    '-D',
    cluster,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '-A',
    'trust',
    '--no-instructions',
  ]
  const [command = '', ...rest] = [...launch.before, binaries.initdb, ...args]
  const result = spawnSync(command, rest, {
    encoding: 'utf8',
    uid: launch.uid,
    gid: launch.gid,
    env: { ...process.env, LC_ALL: 'C' },
  })
  if (result.status === 0) return
  throw new Trouble({
    id: `Basis data baru tidak dapat dibuat di ${cluster}: ${lastLine(result.stderr)}. Periksa sisa ruang dan hak folder itu.`,
    en: `No new database could be made in ${cluster}: ${lastLine(result.stderr)}. Check the free space and permissions of that folder.`,
  })
}

async function startServer(
  binaries: Binaries,
  launch: Launch,
  cluster: string,
  { socketFolder, port, settings = [] }: { socketFolder: string; port?: number; settings?: readonly string[] },
): Promise<ChildProcess> {
  const listen = port === undefined ? ['-h', ''] : ['-h', '127.0.0.1', '-p', String(port)]
  const configured = [...configuration, ...settings].flatMap((setting) => ['-c', setting])
  const [command = '', ...args] = [
    ...launch.before,
    binaries.postgres,
    '-D',
    cluster,
    '-k',
    socketFolder,
    ...listen,
    ...configured,
  ]
  let said = ''
  // A killed server can leave backends for a moment, which hold its shared memory: the next start is refused until they are gone.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      uid: launch.uid,
      gid: launch.gid,
      env: { ...process.env, LC_ALL: 'C', PGPORT: '5432' },
    })
    said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
    child.unref()
    if (await answers(socketFolder, 60_000, port, () => child.exitCode !== null || child.signalCode !== null)) return child
    if (!/pre-existing shared memory|lock file|in use/.test(said)) break
    await wait(500)
  }
  throw new Trouble({
    id: `Basis data tertanam tidak mau hidup: ${lastLine(said)}. Data di ${cluster} tidak diubah.`,
    en: `The embedded database does not start: ${lastLine(said)}. The data in ${cluster} was not changed.`,
  })
}

async function answers(socketFolder: string, patience: number, port = 5432, hasEnded = () => false): Promise<boolean> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const client = new pg.Client({ host: socketFolder, port, user: 'postgres', database: 'postgres' })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      if (hasEnded()) return false
      await wait(25)
    }
  }
  return false
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.ref()
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(late)
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
