import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { pathOf, plainName, receiveFile } from './files.ts'
import type { Platform } from './platform.ts'

describe('A file somebody hands in', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
  })
  afterAll(() => platform.stop())

  const receive = (name: string, bytes: Readable) =>
    receiveFile(platform, { id: randomUUID(), name, mediaType: 'text/html', bytes })

  test('lies under a random name, for nobody else to read, where no browser reaches', async () => {
    const file = await receive('../../dist/web/index.html', Readable.from(['<script>alert(1)</script>']))
    const path = pathOf(platform, file.id)
    expect([file.name, file.byteSize]).toEqual(['index.html', 25])
    expect(path.endsWith(file.id)).toBe(true)
    expect(path.startsWith(fileURLToPath(new URL('../../dist/web', import.meta.url)))).toBe(false)
    expect(readFileSync(path, 'utf8')).toBe('<script>alert(1)</script>')
    expect(statSync(path).mode & 0o077).toBe(0)
    expect(statSync(platform.filesFolder).mode & 0o077).toBe(0)
  })

  test('leaves nothing behind when it breaks off', async () => {
    const before = readdirSync(platform.filesFolder)
    const broken = Readable.from(
      (async function* () {
        yield 'NIK;NAMA'
        throw new Error('the line went dead')
      })(),
    )
    await expect(receive('putus.csv', broken)).rejects.toThrow('the line went dead')
    expect(readdirSync(platform.filesFolder)).toEqual(before)
  })

  test('is never looked for by a name from outside', () => {
    expect(() => pathOf(platform, '../secret')).toThrow('not the id of a file')
    expect(() => pathOf(platform, `${'a'.repeat(35)}/`)).toThrow('not the id of a file')
  })

  test.each([
    ['C:\\Users\\desa\\daftar.xlsx', 'daftar.xlsx'],
    ['/etc/passwd', 'passwd'],
    ['daf\u0000tar\r\n.csv', 'daftar.csv'],
    ['..', '..'],
    ['', 'tanpa-nama'],
    [`${'x'.repeat(300)}.csv`, 'x'.repeat(200)],
  ])('keeps of the name %j only %j', (name, kept) => {
    expect(plainName(name)).toBe(kept)
  })
})
