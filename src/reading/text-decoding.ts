import { createReadStream } from 'node:fs'
import { type ListSource, withoutZero } from './rows.ts'

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Guesses the encoding from the first bytes: byte-order mark, then the zero bytes of UTF-16, else UTF-8. */
export function encodingOf(head: Uint8Array): TextEncodingName {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const length = Math.min(head.length, 400)
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at++) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (odd > length / 4) return 'utf-16le'
  return even > length / 4 ? 'utf-16be' : 'utf-8'
}

/**
 * Yields a text file piece by piece. What is not valid UTF-8 is read on as Windows-1252, which is what Excel writes on
 * an Indonesian Windows; everything before the first such byte was plain ASCII and means the same in both.
 */
export async function* decodedText(source: ListSource, encoding: TextEncodingName): AsyncGenerator<string> {
  let decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  for await (const bytes of piecesOf(source)) {
    try {
      yield withoutZero(decoder.decode(bytes, { stream: true }))
    } catch {
      decoder = new TextDecoder('windows-1252')
      yield withoutZero(decoder.decode(bytes, { stream: true }))
    }
  }
  yield finish(decoder)
}

function finish(decoder: TextDecoder): string {
  try {
    return decoder.decode()
  } catch {
    return '\uFFFD'
  }
}

async function* piecesOf(source: ListSource): AsyncGenerator<Uint8Array> {
  if ('path' in source) {
    yield* createReadStream(source.path, { highWaterMark: 262_144 })
    return
  }
  for (let at = 0; at < source.bytes.length; at += 262_144) yield source.bytes.subarray(at, at + 262_144)
}
