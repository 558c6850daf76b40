import { open } from 'node:fs/promises'
import type { ListSource } from './rows.ts'

/** What the first bytes of a file say it is. */
export type FileKind =
  { readonly kind: 'zip' | 'compound' | 'text' | 'empty' } | { readonly kind: 'other'; readonly looksLike: string }

const signatures: readonly (readonly [string, string])[] = [
  ['25504446', 'PDF'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['52617221', 'RAR'],
  ['377abcaf', '7z'],
  ['1f8b', 'gzip'],
  ['7b5c727466', 'RTF'],
]

/** Tells the kind of a file from its content; the name is not trusted, since lists arrive misnamed. */
export function kindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return { kind: 'empty' }
  const hex = Buffer.from(head.subarray(0, 8)).toString('hex')
  if (hex.startsWith('504b0304')) return { kind: 'zip' }
  if (hex.startsWith('d0cf11e0')) return { kind: 'compound' }
  const known = signatures.find(([signature]) => hex.startsWith(signature))
  if (known !== undefined) return { kind: 'other', looksLike: known[1] }
  const start = Buffer.from(head.subarray(0, 512)).toString('latin1').trimStart().toLowerCase()
  if (/^(﻿|ï»¿)?<(!doctype|html|table|\?xml)/.test(start)) return { kind: 'other', looksLike: 'HTML' }
  return isBinary(head) ? { kind: 'other', looksLike: 'binary' } : { kind: 'text' }
}

/** The first bytes of a source, up to 64 kB. */
export async function headOf(source: ListSource): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes.subarray(0, 65_536)
  const file = await open(source.path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Zero bytes that do not stand on every other place, as UTF-16 puts them, mean that this is no text. */
function isBinary(head: Uint8Array): boolean {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return even + odd > 0 && Math.min(even, odd) > head.length / 200
}
