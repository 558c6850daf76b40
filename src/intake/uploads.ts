import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { AreaCode } from '../../values/areas.ts'
import type { Actor } from '../platform/actor.ts'
import { discardFile, type ReceivedFile, receiveFile } from '../platform/files.ts'
import type { Platform } from '../platform/platform.ts'

/** Takes every file of a request; when one of them is refused (too large, too many, unsafe) none is left behind. */
export async function receiveAll(platform: Platform, request: FastifyRequest): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = []
  try {
    for await (const part of request.files()) {
      const name = part.filename
      files.push(await receiveFile(platform, { id: randomUUID(), name, mediaType: part.mimetype, bytes: part.file }))
    }
    return files
  } catch (error) {
    for (const file of files) await discardFile(platform, file.id)
    throw error
  }
}

/** The village of an operator who has one; those of several (of a customary village, of a district) name it in the file. */
export function onlyVillageOf(actor: Actor): AreaCode | undefined {
  const areas = actor.grants.filter((grant) => grant.role === 'village-operator').map((grant) => grant.area)
  return areas.length === 1 && areas[0]?.length === 13 ? areas[0] : undefined
}
