import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { findDay } from '../../values/days.ts'
import type { Context } from './context.ts'
import type { Platform } from './platform.ts'
import { scanForViruses } from './virus-scan.ts'

/** A file that lies in the files folder and is not yet written into the registry of files. */
export type ReceivedFile = { id: string; name: string; mediaType: string; byteSize: number; sha256: string }

/** Streams what somebody hands in to a random name outside the web root, measuring it on the way. */
export async function receiveFile(
  platform: Platform,
  file: { id: string; name: string; mediaType: string; bytes: Readable },
): Promise<ReceivedFile> {
  await mkdir(platform.filesFolder, { recursive: true, mode: 0o700 })
  const digest = createHash('sha256')
  let byteSize = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      digest.update(chunk)
      byteSize += chunk.length
      next(null, chunk)
    },
  })
  const target = pathOf(platform, file.id)
  try {
    await pipeline(file.bytes, measure, createWriteStream(`${target}.part`, { mode: 0o600 }))
  } catch (error) {
    await rm(`${target}.part`, { force: true })
    throw error
  }
  await letThrough(platform, `${target}.part`)
  await rename(`${target}.part`, target)
  return { id: file.id, name: plainName(file.name), mediaType: file.mediaType, byteSize, sha256: digest.digest('hex') }
}

/** Has a scanner look first, where there is one; what it refuses does not stay. */
async function letThrough(platform: Platform, path: string): Promise<void> {
  const { virusScanner } = platform.settings
  if (virusScanner === undefined) return
  try {
    await scanForViruses(virusScanner, path)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Writes a received file into the registry of files, in the operation's transaction. */
export async function keepFile(ctx: Context, file: ReceivedFile): Promise<void> {
  await ctx.db
    .insertInto('stored_file')
    .values({
      region: ctx.region,
      id: file.id,
      name: file.name,
      media_type: file.mediaType,
      byte_size: file.byteSize,
      sha256: file.sha256,
      created_by: ctx.actor.id,
    })
    .execute()
}

/** Throws away a received file that the operation did not keep. */
export async function discardFile(platform: Platform, id: string): Promise<void> {
  await rm(pathOf(platform, id), { force: true })
}

/** Where the bytes of a stored file lie. */
export function pathOf(platform: Platform, id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not the id of a file')
  return join(platform.filesFolder, id)
}

export function openStored(platform: Platform, id: string): Readable {
  return createReadStream(pathOf(platform, id))
}

/** The base name of a file as a person sees it: no folders, no control signs, at most 200 signs. */
export function plainName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  // eslint-disable-next-line no-control-regex
  return base.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'tanpa-nama'
}

/** A file name for a download: lower case, dashes, with the day it was made on. */
export function downloadName(title: string, on: string, extension: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${slug}-${findDay(on) === undefined ? 'tanpa-tanggal' : on}.${extension}`
}
