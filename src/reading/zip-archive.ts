import { readFile, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import { readingLimits } from './limits.ts'
import { type ListSource, ReadingRefused, withoutZero } from './rows.ts'

/** The parts of a zipped workbook by their path inside it. */
export type Archive = {
  readonly paths: readonly string[]
  /** The bytes of a part as they unpack; throws when the archive has no such part. */
  readonly stream: (path: string) => Promise<Readable>
  /** A small part as text, or undefined when there is none. */
  readonly text: (path: string) => Promise<string | undefined>
  readonly sizeOf: (path: string) => number
  /** Bytes of all parts unpacked. */
  readonly unpackedBytes: number
  readonly close: () => void
}

/** Opens a zip file without unpacking it. Refuses encrypted archives and those that unpack to far more than any list. */
export async function openArchive(source: ListSource): Promise<Archive> {
  const zip = await openZip(source)
  const entries = await entriesOf(zip).catch((cause: unknown) => {
    zip.close()
    throw cause
  })
  const entryOf = (path: string) => entries.get(path) ?? entries.get(path.toLowerCase())
  const stream = async (path: string) => {
    const entry = entryOf(path)
    if (entry === undefined) throw new ReadingRefused({ reason: 'unreadable' })
    return promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
  }
  return {
    paths: [...entries.keys()],
    stream,
    sizeOf: (path) => entryOf(path)?.uncompressedSize ?? 0,
    unpackedBytes: [...new Set(entries.values())].reduce((sum, entry) => sum + entry.uncompressedSize, 0),
    close: () => zip.close(),
    async text(path) {
      const entry = entryOf(path)
      if (entry === undefined) return undefined
      if (entry.uncompressedSize > readingLimits.partBytes) throw new ReadingRefused({ reason: 'unreadable' })
      const chunks: Uint8Array[] = []
      for await (const chunk of await stream(path)) chunks.push(chunk as Uint8Array)
      return withoutZero(Buffer.concat(chunks).toString('utf8'))
    },
  }
}

/** A file of at most so many bytes is read whole, as most lists are: quicker than going back to the disk for every part. */
const readWhole = 4_000_000

async function openZip(source: ListSource): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
  try {
    if ('path' in source && (await stat(source.path)).size > readWhole)
      return await promisify<string, typeof options, ZipFile>(open)(source.path, options)
    const bytes = 'path' in source ? await readFile(source.path) : asBuffer(source.bytes)
    return await promisify<Buffer, typeof options, ZipFile>(fromBuffer)(bytes, options)
  } catch (cause) {
    throw new ReadingRefused({ reason: 'unreadable' }, cause)
  }
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', (cause: unknown) => reject(new ReadingRefused({ reason: 'unreadable' }, cause)))
    zip.on('end', () => {
      const refused = judge([...entries.values()])
      if (refused === undefined) resolve(entries)
      else reject(refused)
    })
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      entries.set(entry.fileName.toLowerCase(), entry)
      if (entries.size > readingLimits.entries * 2) reject(new ReadingRefused({ reason: 'zip-bomb' }))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

function judge(entries: readonly Entry[]): ReadingRefused | undefined {
  let unpacked = 0
  let packed = 0
  for (const entry of new Set(entries)) {
    if ((entry.generalPurposeBitFlag & 1) === 1) return new ReadingRefused({ reason: 'encrypted' })
    unpacked += entry.uncompressedSize
    packed += entry.compressedSize
    const isLarge = entry.uncompressedSize > readingLimits.inflationFreeBytes
    if (isLarge && entry.uncompressedSize > entry.compressedSize * readingLimits.inflation)
      return new ReadingRefused({ reason: 'zip-bomb' })
  }
  // Many parts, each small enough, are a bomb as well.
  const isBomb = unpacked > readingLimits.inflationFreeBytes * 2 && unpacked > packed * readingLimits.inflation
  return isBomb || unpacked > readingLimits.unpackedBytes ? new ReadingRefused({ reason: 'zip-bomb' }) : undefined
}
