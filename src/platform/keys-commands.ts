import type { Command } from 'commander'
import { formatCount } from '../../values/numbers.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { systemActor } from './actor.ts'
import { openPlatform, type Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'
import { type KeyRingFile, keyRingFile, keyText, newKey } from './sealing-keys.ts'
import { countSealed, sealAnew, type SealedCount } from './sealing-rotation.ts'
import { readSettings } from './settings.ts'
import { type CommonOptions, complain, languageOf, print, type Shown, withCommonOptions } from './terminal.ts'
import { Trouble } from './trouble.ts'

/** `ucok keys`: which keys seal confidential columns, and changing them. */
export function registerKeysCommands(keys: Command): void {
  withCommonOptions(
    keys.command('list').description('kunci dan berapa nilai disegelnya / keys and how many values each seals'),
  ).action((options: CommonOptions) => withKeys(options, listKeys))
  withCommonOptions(
    keys
      .command('rotate')
      .description(
        'buat kunci baru dan segel ulang semuanya; bila terputus, jalankan lagi / make a new key and seal everything anew; interrupted, run it again',
      ),
  ).action((options: CommonOptions) => withKeys(options, rotateKeys))
  withCommonOptions(
    keys.command('remove <key>').description('buang kunci yang tidak dipakai lagi / remove a key no longer used'),
  ).action((id: string, options: CommonOptions) => withKeys(options, (platform) => removeKey(platform, id)))
  withCommonOptions(keys.command('new').description('cetak kunci baru untuk UCOK_KEYS / print a fresh key for UCOK_KEYS')).action(
    () => print(keyText(newKey())),
  )
}

/** Opens the database without trying its keys first: these commands are for when they are missing. */
async function withKeys(
  options: CommonOptions,
  work: (platform: Platform) => Promise<Outcome<Shown & { json: unknown }, WordedRefusal>>,
): Promise<void> {
  const language = languageOf(options)
  let platform: Platform | undefined
  try {
    platform = await openPlatform(readSettings({ data: options.data }, { UCOK_LOG: 'warn', ...process.env }), { migrates: false })
    const outcome = await work(platform)
    if (outcome.ok) print(options.json ? JSON.stringify(outcome.value.json) : outcome.value.text(language))
    else complain(outcome.refusal, options, language)
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    complain({ reason: 'trouble', status: 409, title: error.wording }, options, language)
  } finally {
    await platform?.stop()
  }
}

async function listKeys(platform: Platform) {
  const counts = await countSealed(platform.owner)
  const ids = [...new Set([...platform.keys.list().map((key) => key.id), ...counts.map((count) => count.key)])]
  const keys = ids.map((id, place) => {
    const values = counts.filter((count) => count.key === id).reduce((sum, count) => sum + count.values, 0)
    return {
      key: id,
      seals: place === 0 && platform.keys.find(id) !== undefined,
      isHere: platform.keys.find(id) !== undefined,
      values,
    }
  })
  const line = (key: (typeof keys)[number]) => [key.key, key.isHere ? (key.seals ? '*' : '') : '!', key.values].join('\t')
  return done({ json: { keys, columns: counts }, text: () => keys.map(line).join('\n') })
}

/**
 * Makes a new key and seals everything with it. When an earlier run was cut off, its values still under older keys are finished first
 * and no further key is made.
 */
export async function rotateKeys(platform: Platform) {
  const before = await countSealed(platform.owner)
  const isUnfinished = heldByOthers(before, platform).length > 0
  const file = fileOf(platform)
  if (!isUnfinished && file !== undefined) file.add()
  const values = await sealAnew(platform.owner, platform.keys)
  const key = platform.keys.current().id
  const older = platform.keys
    .list()
    .filter((one) => one.id !== key)
    .map((one) => one.id)
  await noteInTrail(platform, 'keys.rotated', { key, values })
  return done({
    json: { key, values, older },
    text: (language: 'id' | 'en') =>
      ({
        id: `${formatCount(values, 'id')} nilai disegel ulang dengan kunci ${key}. ${older.length === 0 ? '' : `Kunci lama (${older.join(', ')}) masih membuka cadangan yang lama; buang dengan "ucok keys remove" setelah cadangan itu tidak disimpan lagi. `}Cadangkan keys.json terpisah dari basis data.`,
        en: `${formatCount(values, 'en')} values sealed anew with the key ${key}. ${older.length === 0 ? '' : `The older keys (${older.join(', ')}) still open older backups; remove them with "ucok keys remove" once those are kept no longer. `}Back up keys.json apart from the database.`,
      })[language],
  })
}

/** Takes a key off the ring. Refuses the one that seals and one that values are still sealed with. */
export async function removeKey(platform: Platform, id: string) {
  const file = fileOf(platform)
  if (file === undefined || platform.keys.find(id) === undefined) return refused(notHere(id))
  const values = (await countSealed(platform.owner))
    .filter((count) => count.key === id)
    .reduce((sum, count) => sum + count.values, 0)
  if (values > 0 || platform.keys.current().id === id) return refused(stillUsed(id, values))
  file.remove(id)
  await noteInTrail(platform, 'keys.removed', { key: id })
  return done({
    json: { removed: id },
    text: (language: 'id' | 'en') => ({ id: `Kunci ${id} dibuang.`, en: `The key ${id} was removed.` })[language],
  })
}

function heldByOthers(counts: readonly SealedCount[], platform: Platform): SealedCount[] {
  const [current] = platform.keys.list()
  return counts.filter((count) => count.key !== current?.id)
}

/** The ring that can be changed here; nothing when the environment holds the keys. */
function fileOf(platform: Platform): KeyRingFile | undefined {
  return platform.settings.keys === undefined ? keyRingFile(platform.settings.dataFolder) : undefined
}

/** One line in the trail of every region: the keys are of the whole deployment. */
async function noteInTrail(platform: Platform, act: string, details: Record<string, string | number>): Promise<void> {
  await platform.owner.query(
    `insert into audit_line (region, actor_id, actor_name, act, subject_kind, subject_id, details)
     select region, $1, $2, $3, 'region', region, $4 from region_profile`,
    [systemActor.id, systemActor.name, act, JSON.stringify(details)],
  )
}

function notHere(id: string): WordedRefusal {
  return {
    reason: 'no-such-key',
    status: 404,
    title: { id: `Kunci "${id}" tidak ada dalam keys.json.`, en: `There is no key "${id}" in keys.json.` },
    todo: {
      id: 'Lihat "ucok keys list". Kunci dari UCOK_KEYS dibuang di tempat variabel itu diatur.',
      en: 'See "ucok keys list". Keys of UCOK_KEYS are removed where that variable is set.',
    },
  }
}

function stillUsed(id: string, values: number): WordedRefusal {
  return {
    reason: 'key-in-use',
    status: 409,
    title: { id: `Kunci "${id}" masih dipakai.`, en: `The key "${id}" is still in use.` },
    why: {
      id: `${formatCount(values, 'id')} nilai disegel dengannya; tanpa kunci itu isinya hilang selamanya.`,
      en: `${formatCount(values, 'en')} values are sealed with it; without it they are lost for good.`,
    },
    todo: { id: 'Jalankan "ucok keys rotate" lebih dahulu.', en: 'Run "ucok keys rotate" first.' },
  }
}
