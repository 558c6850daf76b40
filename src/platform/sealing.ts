import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { KeyRing, SealingKey } from './sealing-keys.ts'
import { Trouble } from './trouble.ts'

/** Where a sealed value lies: its table, its column, and the values of the row's primary key in order, as text. */
export type SealedPlace = { table: string; column: string; row: readonly (string | number)[] }

const version = 's1'
const nonceBytes = 12
const tagBytes = 16

/**
 * Seals a text with the newest key of the ring (AES-256-GCM) for one place: moved to another row or column it no longer opens. The
 * column's name ends in `_sealed`; by that name `ucok keys rotate` finds it.
 */
export function sealText(ring: KeyRing, text: string, place: SealedPlace): string {
  const key = ring.current()
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(boundTo(place))
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [version, key.id, sealed.toString('base64url')].join('.')
}

/** Opens a sealed text. Throws a `Trouble` in words when its key is not on the ring, is not the one it was sealed with, or the value was moved or altered. */
export function openText(ring: KeyRing, sealed: string, place: SealedPlace): string {
  const key = ring.find(keyOf(sealed))
  if (key === undefined) throw keyMissing(keyOf(sealed), place)
  try {
    return opened(key, sealed, place)
  } catch (cause) {
    throw notOpening(key.id, place, cause)
  }
}

/** The id of the key a value was sealed with. */
export function keyOf(sealed: string): string {
  return sealed.split('.')[1] ?? ''
}

function opened(key: SealingKey, sealed: string, place: SealedPlace): string {
  const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(boundTo(place)).setAuthTag(bytes.subarray(-tagBytes))
  return decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decipher.final('utf8')
}

function boundTo(place: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.column, ...place.row.map(String)]))
}

function keyMissing(id: string, place: SealedPlace): Trouble {
  return new Trouble({
    id: `Kunci "${id}" tidak ada, padahal ${place.table}.${place.column} disegel dengannya. Tanpa kunci itu isinya tidak dapat dibaca. Pulihkan keys.json dari cadangan kunci, atau sebutkan kuncinya dalam UCOK_KEYS.`,
    en: `The key "${id}" is missing, and ${place.table}.${place.column} is sealed with it. Without it nobody can read what is there. Restore keys.json from the backup of the keys, or name the key in UCOK_KEYS.`,
  })
}

function notOpening(id: string, place: SealedPlace, cause: unknown): Trouble {
  const wording = {
    id: `Kunci "${id}" tidak membuka ${place.table}.${place.column}: kuncinya bukan yang dahulu dipakai menyegel, atau isinya diubah atau dipindahkan di luar UCOK. Periksa keys.json atau UCOK_KEYS terhadap cadangan kunci.`,
    en: `The key "${id}" does not open ${place.table}.${place.column}: it is not the key that sealed it, or the value was altered or moved behind UCOK's back. Compare keys.json or UCOK_KEYS with the backup of the keys.`,
  }
  return new Trouble(wording, { cause })
}
