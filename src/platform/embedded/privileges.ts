import { spawnSync } from 'node:child_process'
import { accessSync, chownSync, constants, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../trouble.ts'

/** How to start a PostgreSQL program: what to put before it, and as which user. */
export type Launch = { before: string[]; uid?: number; gid?: number }

/** `nobody`: PostgreSQL refuses to run as root and wants a user that the system knows. */
const nobody = 65534

/**
 * Chooses how to start PostgreSQL, which refuses to run as root: as ourselves; as root inside a user namespace in which we are `nobody`
 * (nothing changes owner); else as `nobody` itself. Where the system can, the server is told to stop should we be killed.
 */
export function chooseLaunch(binary: string, dataFolder: string): Launch {
  const stopsWithUs = works('setpriv', ['--pdeathsig', 'INT', '--', 'true']) ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  if (process.getuid?.() !== 0) return { before: stopsWithUs }
  const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`, '--']
  if (works('unshare', [...namespace.slice(1), binary, '--version'])) return { before: [...stopsWithUs, ...namespace] }
  return asNobody(binary, dataFolder)
}

function asNobody(binary: string, dataFolder: string): Launch {
  const launch = { before: [], uid: nobody, gid: nobody }
  if (!works(binary, ['--version'], launch)) {
    throw new Trouble({
      id: 'PostgreSQL tertanam tidak boleh berjalan sebagai root, dan folder aplikasi tidak terbaca oleh pengguna lain. Jalankan UCOK sebagai pengguna biasa, atau pindahkan folder aplikasi ke luar /root.',
      en: 'The embedded PostgreSQL may not run as root, and the folder of the app cannot be read by another user. Run UCOK as an ordinary user, or move the app out of /root.',
    })
  }
  giveTo(dataFolder, nobody)
  return launch
}

function giveTo(folder: string, uid: number): void {
  chownSync(folder, uid, uid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveTo(path, uid)
    else chownSync(path, uid, uid)
  }
}

function works(command: string, args: string[], as: { uid?: number; gid?: number } = {}): boolean {
  if (command.startsWith('/')) {
    try {
      accessSync(command, constants.X_OK)
    } catch {
      return false
    }
  }
  return spawnSync(command, args, { stdio: 'ignore', ...as }).status === 0
}
