import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestPlatform } from '../../test/database.ts'
import { removeKey, rotateKeys } from './keys-commands.ts'
import type { Platform } from './platform.ts'
import { keyOf, openText, sealText } from './sealing.ts'
import { keyRingFile, keyRingFileName, keyRingOfText, keyText, newKey } from './sealing-keys.ts'
import { checkKeys, countSealed, sealAnew, sealedColumns } from './sealing-rotation.ts'

const key = newKey()
const ring = keyRingOfText(keyText(key))
const place = { table: 'note', column: 'text_sealed', row: ['5103', 7] }

describe('A sealed text', () => {
  test.each(['', 'rekening 0012345678', 'anak: Putu Contoh – kelas 3 ✓'])('opens where it was sealed: "%s"', (text) => {
    const sealed = sealText(ring, text, place)
    expect(sealed).not.toContain(text === '' ? ' ' : text)
    expect([keyOf(sealed), openText(ring, sealed, place)]).toEqual([key.id, text])
  })

  test('never looks the same twice', () => {
    expect(sealText(ring, 'sama', place)).not.toBe(sealText(ring, 'sama', place))
  })

  test.each([
    ['another row', { ...place, row: ['5103', 8] }],
    ['another region', { ...place, row: ['3216', 7] }],
    ['another column', { ...place, column: 'other_sealed' }],
    ['another table', { ...place, table: 'other' }],
  ])('does not open in %s', (_name, elsewhere) => {
    expect(() => openText(ring, sealText(ring, 'rahasia', place), elsewhere)).toThrow(/does not open/)
  })

  test('does not open once a single bit of it was altered', () => {
    const [version, id, body = ''] = sealText(ring, 'rahasia', place).split('.')
    const bytes = Buffer.from(body, 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => openText(ring, [version, id, altered.toString('base64url')].join('.'), place)).toThrow(/does not open/)
    }
  })

  test('says which key is missing, and which is the wrong one', () => {
    const sealed = sealText(ring, 'rahasia', place)
    expect(() => openText(keyRingOfText(keyText(newKey())), sealed, place)).toThrow(`The key "${key.id}" is missing`)
    const wrong = keyRingOfText(keyText({ id: key.id, bytes: newKey().bytes }))
    expect(() => openText(wrong, sealed, place)).toThrow(`The key "${key.id}" does not open note.text_sealed`)
  })
})

describe('The ring of keys', () => {
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ucok-keys-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('makes its first key when one is needed, readable by its owner alone', () => {
    const fresh = keyRingFile(folder)
    expect(fresh.list()).toEqual([])
    const first = fresh.current()
    expect(statSync(join(folder, keyRingFileName)).mode & 0o777).toBe(0o600)
    expect(keyRingFile(folder).current()).toEqual(first)
  })

  test('notices a key that another process added', () => {
    const [server, terminal] = [keyRingFile(folder), keyRingFile(folder)]
    const first = server.current()
    const second = terminal.add()
    expect(server.list().map((one) => one.id)).toEqual([second.id, first.id])
  })

  test('refuses a file that others may read', () => {
    keyRingFile(folder).current()
    chmodSync(join(folder, keyRingFileName), 0o644)
    expect(() => keyRingFile(folder).list()).toThrow(/can be read by other users/)
  })

  test.each(['', 'not json', '{"current":"a","keys":{}}', '{"current":"a","keys":{"a":"c2hvcnQ="}}'])(
    'refuses a broken file (%s) rather than making new keys',
    (text) => {
      writeFileSync(join(folder, keyRingFileName), text, { mode: 0o600 })
      expect(() => keyRingFile(folder).current()).toThrow(/cannot be read/)
    },
  )

  test.each([',', 'no-key', 'a b:AAAA', `k:${Buffer.alloc(16).toString('base64')}`])(
    'refuses `%s` from the environment',
    (text) => {
      expect(() => keyRingOfText(text)).toThrow(/UCOK_KEYS cannot be read/)
    },
  )
})

describe('Changing the key', () => {
  let platform: Platform
  beforeAll(async () => {
    platform = await openTestPlatform()
    await platform.owner.query('create table note (region text, id bigint, text_sealed text, primary key (region, id))')
  })
  beforeEach(async () => {
    await platform.owner.query('truncate note')
    const ids = Array.from({ length: 1200 }, (_, n) => n)
    const sealed = ids.map((id) => sealText(platform.keys, `isi ${id}`, { ...place, row: ['5103', id] }))
    await platform.owner.query(`insert into note select '5103', * from unnest($1::bigint[], $2::text[])`, [ids, sealed])
  })
  afterAll(() => platform.stop())

  const read = async () => {
    const { rows } = await platform.owner.query<{ id: number; text_sealed: string }>('select * from note order by id')
    return rows.map((row) => openText(platform.keys, row.text_sealed, { ...place, row: ['5103', row.id] }))
  }
  const whole = Array.from({ length: 1200 }, (_, n) => `isi ${n}`)
  const keysInUse = async () => (await countSealed(platform.owner)).filter((count) => count.table === 'note')

  test('knows every sealed column by its name, with the key its values are bound to', async () => {
    expect(await sealedColumns(platform.owner)).toContainEqual({
      table: 'note',
      column: 'text_sealed',
      primaryKey: ['region', 'id'],
    })
  })

  test('seals everything anew, leaves every text as it was, and then lets the old key go', async () => {
    const old = platform.keys.current().id
    const rotated = await rotateKeys(platform)
    const current = platform.keys.current().id
    expect(rotated).toMatchObject({ ok: true, value: { json: { key: current, values: 1200 } } })
    expect(current).not.toBe(old)
    expect(await keysInUse()).toEqual([{ table: 'note', column: 'text_sealed', key: current, values: 1200 }])
    expect(await removeKey(platform, current)).toMatchObject({ ok: false, refusal: { reason: 'key-in-use' } })
    expect(await removeKey(platform, old)).toMatchObject({ ok: true })
    expect(await removeKey(platform, old)).toMatchObject({ ok: false, refusal: { reason: 'no-such-key' } })
    expect(await read()).toEqual(whole)
    const { rows } = await platform.owner.query(`select act from audit_line where act like 'keys.%' order by id`)
    expect(rows.map((row: { act: string }) => row.act)).toEqual(['keys.rotated', 'keys.removed'])
  })

  test('killed after any batch is finished by the next run, which makes no further key', async () => {
    for (const after of [500, 1000]) {
      const added = keyRingFile(platform.settings.dataFolder).add()
      const killed = sealAnew(platform.owner, platform.keys, (done) => {
        if (done === after) throw new Error('killed')
      })
      await expect(killed).rejects.toThrow('killed')
      expect(await read()).toEqual(whole)
      expect((await keysInUse()).map((count) => count.values).sort()).toEqual([after, 1200 - after].sort())
      expect(await rotateKeys(platform)).toMatchObject({ ok: true, value: { json: { key: added.id, values: 1200 - after } } })
      expect(await read()).toEqual(whole)
    }
  })

  test('overwrites nothing that somebody changes while it runs', async () => {
    keyRingFile(platform.settings.dataFolder).add()
    let isFirst = true
    await sealAnew(platform.owner, platform.keys, async () => {
      if (!isFirst) return
      isFirst = false
      const sealed = sealText(platform.keys, 'baru', { ...place, row: ['5103', 1199] })
      await platform.owner.query('update note set text_sealed = $1 where id = 1199', [sealed])
    })
    expect((await read()).at(-1)).toBe('baru')
    expect(await keysInUse()).toHaveLength(1)
  })

  test('is refused at the start while a key is missing or wrong', async () => {
    await expect(checkKeys(platform.owner, platform.keys)).resolves.toBeUndefined()
    await expect(checkKeys(platform.owner, keyRingOfText(keyText(newKey())))).rejects.toThrow(/is missing/)
    const wrong = keyRingOfText(keyText({ id: platform.keys.current().id, bytes: newKey().bytes }))
    await expect(checkKeys(platform.owner, wrong)).rejects.toThrow(/does not open note.text_sealed/)
  })
})
