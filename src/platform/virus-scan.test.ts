import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanForViruses } from './virus-scan.ts'

// A stand-in that speaks the scanner's protocol and finds what contains a word.
let scanner: Server
let address: string
let received: Buffer
const folder = mkdtempSync(join(tmpdir(), 'ucok-scan-'))

beforeAll(async () => {
  scanner = createServer((socket) => {
    let bytes = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      if (!bytes.subarray(-4).equals(Buffer.alloc(4))) return
      received = contentOf(bytes)
      socket.end(received.includes('BAHAYA') ? 'stream: Uji.Bahaya FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve))
  const at = scanner.address()
  address = `127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
})

afterAll(() => {
  scanner.close()
  rmSync(folder, { recursive: true })
})

describe('A file that is handed in', () => {
  test('reaches the scanner whole and passes when it finds nothing', async () => {
    await scanForViruses(address, fileWith('nama;nik\n'.repeat(50_000)))
    expect(received.length).toBe(450_000)
  })

  test('is refused in words when the scanner finds something', async () => {
    await expect(scanForViruses(address, fileWith('BAHAYA'))).rejects.toMatchObject({
      wording: { id: expect.stringContaining('Uji.Bahaya') as string },
    })
  })

  test('is refused when the scanner cannot be asked: nothing passes unseen', async () => {
    await expect(scanForViruses('127.0.0.1:1', fileWith('x'))).rejects.toMatchObject({
      wording: { en: expect.stringContaining('cannot be reached') as string },
    })
  })
})

function fileWith(text: string): string {
  const path = join(folder, 'daftar.csv')
  writeFileSync(path, text)
  return path
}

/** What was sent between the command and the closing zero, chunk by chunk. */
function contentOf(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let place = 'zINSTREAM\0'.length
  for (let size = bytes.readUInt32BE(place); size > 0; size = bytes.readUInt32BE(place)) {
    parts.push(bytes.subarray(place + 4, place + 4 + size))
    place += 4 + size
  }
  return Buffer.concat(parts)
}
