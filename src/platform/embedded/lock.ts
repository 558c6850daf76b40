import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Who, if anyone, holds the data folder. */
export type Holder = { pid: number } | undefined

/** Finds the live PostgreSQL that holds a data folder; a lock whose owner is gone, or whose number another program has taken, is removed. */
export function findHolder(cluster: string): Holder {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (Number.isInteger(pid) && pid > 0 && isPostgres(pid)) return { pid }
  rmSync(lock, { force: true })
  return undefined
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return process.platform !== 'linux'
  }
}
