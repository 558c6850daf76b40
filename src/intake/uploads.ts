import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { AreaCode } from '../../values/areas.ts'
import type { Wording } from '../../values/language.ts'
import type { Actor } from '../platform/actor.ts'
import { discardFile, plainName, type ReceivedFile, receiveFile } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'
import { Trouble } from '../platform/trouble.ts'

/** A file as a browser sends it; `truncated` once it was cut at the limit. */
export type SentFile = { filename: string; mimetype: string; file: Readable & { truncated?: boolean } }

/** A file that was not taken, and why: the others are. */
export type NotTaken = { name: string; because: Wording }

/**
 * Receives files one after the other. One that is too large, empty or kept back by the virus scanner does not stop the others; when the request
 * itself breaks off, or holds too many, none is left behind.
 */
export async function receiveLists(
  platform: Platform,
  sent: AsyncIterable<SentFile>,
): Promise<{ files: ReceivedFile[]; notTaken: NotTaken[] }> {
  const files: ReceivedFile[] = []
  const notTaken: NotTaken[] = []
  try {
    for await (const part of sent) {
      const received = await receiveOne(platform, part)
      if ('because' in received) notTaken.push(received)
      else files.push(received)
    }
    return { files, notTaken }
  } catch (error) {
    for (const file of files) await discardFile(platform, file.id)
    throw error
  }
}

async function receiveOne(platform: Platform, part: SentFile): Promise<ReceivedFile | NotTaken> {
  const name = plainName(part.filename)
  try {
    const file = await receiveFile(platform, { id: randomUUID(), name, mediaType: part.mimetype, bytes: part.file })
    if (part.file.truncated !== true && file.byteSize > 0) return file
    await discardFile(platform, file.id)
    return { name, because: part.file.truncated === true ? tooLarge(platform.settings.uploadLimit) : empty }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    part.file.resume()
    return { name, because: error.wording }
  }
}

const empty: Wording = {
  id: 'Berkas ini kosong. Tidak ada daftar di dalamnya. Minta desa mengirimnya lagi.',
  en: 'This file is empty. There is no list in it. Ask the village to send it again.',
}

function tooLarge(limit: number): Wording {
  const megabytes = Math.floor(limit / 1_000_000)
  return {
    id: `Berkas ini lebih besar dari ${megabytes} MB. Berkas sebesar itu biasanya memuat gambar. Simpan sebagai CSV, atau bagi menjadi beberapa daftar.`,
    en: `This file is larger than ${megabytes} MB. Files that large usually hold pictures. Save it as CSV, or split it into several lists.`,
  }
}

/** The village of an operator who has one; those of several (of a customary village, of a district) name it in the file. */
export function onlyVillageOf(actor: Actor): AreaCode | undefined {
  const areas = actor.grants.filter((grant) => grant.role === 'village-operator').map((grant) => grant.area)
  return areas.length === 1 && areas[0]?.length === 13 ? areas[0] : undefined
}
