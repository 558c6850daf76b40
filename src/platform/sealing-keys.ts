import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Settings } from './settings.ts'
import { Trouble } from './trouble.ts'

/** A key of 256 bits with the name that sealed values carry. */
export type SealingKey = { id: string; bytes: Buffer }

/** The keys that open sealed columns. They lie outside the database, so that a stolen copy of it tells nothing. */
export type KeyRing = {
  /** The key that seals. The first is made when it is first needed. */
  current(): SealingKey
  find(id: string): SealingKey | undefined
  /** Every key, the one that seals first. */
  list(): SealingKey[]
}

/** A key ring that may change: the file in the data folder. The ring of the environment is changed where it is set. */
export type KeyRingFile = KeyRing & { add(): SealingKey; remove(id: string): void }

export const keyRingFileName = 'keys.json'

/** The key ring of the settings: `UCOK_KEYS` when it is given, else the file in the data folder. */
export function openKeyRing(settings: Pick<Settings, 'dataFolder' | 'keys'>): KeyRing {
  return settings.keys === undefined ? keyRingFile(settings.dataFolder) : keyRingOfText(settings.keys)
}

/** A fresh key: 32 bytes of chance under a name made of today and chance. */
export function newKey(): SealingKey {
  const day = new Date().toISOString().slice(0, 10)
  return { id: `${day}-${randomBytes(2).toString('hex')}`, bytes: randomBytes(32) }
}

/** A key as `UCOK_KEYS` and `ucok keys new` write it. */
export function keyText(key: SealingKey): string {
  return `${key.id}:${key.bytes.toString('base64')}`
}

/** The keys of `UCOK_KEYS`: `name:key` in base64, by commas, the one that seals first. Throws a `Trouble` when it cannot be read. */
export function keyRingOfText(text: string): KeyRing {
  const keys = text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [id = '', encoded = ''] = part.trim().split(':')
      return checkedKey(id, encoded, 'UCOK_KEYS')
    })
  const [first] = keys
  if (first === undefined) throw unreadable('UCOK_KEYS')
  return { current: () => first, find: (id) => keys.find((key) => key.id === id), list: () => keys }
}

const fileShape = z.object({ current: z.string(), keys: z.record(z.string(), z.string()) })

/** The key ring file of a data folder. It is read again when another process has changed it. */
export function keyRingFile(dataFolder: string): KeyRingFile {
  const path = join(dataFolder, keyRingFileName)
  let known: { stamp: string; keys: SealingKey[] } = { stamp: '', keys: [] }
  const list = (): SealingKey[] => {
    const stamp = stampOf(path)
    if (stamp !== known.stamp) known = { stamp, keys: stamp === '' ? [] : readRing(path) }
    return known.keys
  }
  const current = (): SealingKey => {
    const [first] = list()
    if (first !== undefined) return first
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeRing(path, [newKey()], { isFirst: true })
    return current()
  }
  const add = (): SealingKey => {
    const key = newKey()
    writeRing(path, [key, ...list()], { isFirst: !existsSync(path) })
    return key
  }
  const remove = (id: string) =>
    writeRing(
      path,
      list().filter((key) => key.id !== id),
      { isFirst: false },
    )
  return { current, find: (id) => list().find((key) => key.id === id), list, add, remove }
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? '' : [found.ino, found.size, found.mtimeMs].join('-')
}

function readRing(path: string): SealingKey[] {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw openToOthers(path)
  const parsed = fileShape.safeParse(jsonOf(path))
  if (!parsed.success) throw unreadable(path)
  const { current, keys } = parsed.data
  const all = Object.entries(keys).map(([id, encoded]) => checkedKey(id, encoded, path))
  const first = all.find((key) => key.id === current)
  if (first === undefined) throw unreadable(path)
  return [first, ...all.filter((key) => key !== first)]
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes the whole file beside the old one and puts it in its place, so that a power cut leaves the one or the other. */
function writeRing(path: string, keys: readonly SealingKey[], { isFirst }: { isFirst: boolean }): void {
  const text = { current: keys[0]?.id, keys: Object.fromEntries(keys.map((key) => [key.id, key.bytes.toString('base64')])) }
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  writeSync(file, `${JSON.stringify(text, undefined, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  if (!isFirst) return renameSync(draft, path)
  // Two processes may make the first key at once: the link of the second fails, and it uses the key of the first.
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

const keyBytes = 32

function checkedKey(id: string, encoded: string, source: string): SealingKey {
  const bytes = Buffer.from(encoded, 'base64')
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(id) || bytes.length !== keyBytes) throw unreadable(source)
  return { id, bytes }
}

function unreadable(source: string): Trouble {
  return new Trouble({
    id: `Kunci penyegel dalam ${source} tidak terbaca. Setiap kunci berupa nama dan 32 bita dalam base64. Pulihkan dari cadangan kunci; jangan membuat yang baru selama masih ada data yang tersegel.`,
    en: `The sealing keys in ${source} cannot be read. Each key is a name and 32 bytes in base64. Restore them from the backup of the keys; do not make new ones while sealed data exist.`,
  })
}

function openToOthers(path: string): Trouble {
  return new Trouble({
    id: `${path} dapat dibaca pengguna lain di komputer ini, padahal isinya membuka data rahasia. Jalankan "chmod 600" padanya, lalu mulai lagi.`,
    en: `${path} can be read by other users of this computer, and it opens confidential data. Run "chmod 600" on it and start again.`,
  })
}
