import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { Trouble } from './trouble.ts'

/** How long a scanner may be silent, milliseconds. */
const patience = 30_000

/**
 * Has a ClamAV daemon at `host:port` read a file (its command INSTREAM) before anybody else does. Throws a `Trouble` in words when it finds
 * something, and also when it cannot be asked: a scanner that is wanted and missing lets nothing through.
 */
export async function scanForViruses(scanner: string, path: string): Promise<void> {
  const answer = await ask(scanner, path).catch((cause: unknown) => {
    throw new Trouble(
      {
        id: 'Pemindai virus tidak dapat dihubungi, jadi berkas ini belum diterima. Coba lagi sebentar, atau minta administrator memeriksa UCOK_CLAMD.',
        en: 'The virus scanner cannot be reached, so this file was not taken. Try again shortly, or ask the administrator to look at UCOK_CLAMD.',
      },
      { cause },
    )
  })
  if (answer === 'stream: OK') return
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1] ?? answer
  throw new Trouble({
    id: `Pemindai virus menolak berkas ini (${found}), jadi tidak disimpan. Bersihkan komputer pengirim, lalu minta berkas yang baru.`,
    en: `The virus scanner refused this file (${found}), so it was not kept. Clean the sender's computer, then ask for a fresh file.`,
  })
}

async function ask(scanner: string, path: string): Promise<string> {
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(scanner) ?? []
  const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port: Number(port) })
  socket.setTimeout(patience, () => socket.destroy(new Error('the scanner is silent')))
  try {
    await once(socket, 'connect')
    const answered = readAll(socket)
    // Should writing fail first, its error is the one to tell.
    answered.catch(() => {})
    await pipeline(framesOf(path), socket, { end: false })
    return (await answered).replace(/\0$/, '').trim()
  } finally {
    socket.destroy()
  }
}

/** The command, the file in chunks with their length before them, and a length of nothing. */
async function* framesOf(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) yield Buffer.concat([lengthOf(chunk.length), chunk])
  yield lengthOf(0)
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

async function readAll(socket: Socket): Promise<string> {
  let text = ''
  for await (const chunk of socket) {
    text += String(chunk)
    if (text.includes('\0')) break
  }
  return text
}
