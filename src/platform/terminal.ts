import { once } from 'node:events'
import { Command } from 'commander'
import { findRegion, type Region } from '../../values/areas.ts'
import { day, findDay } from '../../values/days.ts'
import { type Language, languages, type Wording } from '../../values/language.ts'
import { done, type Outcome, refused } from '../../values/outcome.ts'
import { findActor } from './accounts.ts'
import { type Actor, systemActor } from './actor.ts'
import type { Asking } from './context.ts'
import { openPlatform, type Platform } from './platform.ts'
import type { WordedRefusal } from './refusal.ts'
import { readSettings } from './settings.ts'
import { Trouble } from './trouble.ts'

/** The options every command takes. */
export type CommonOptions = { data?: string; region?: string; as?: string; json?: boolean; lang?: string; on?: string }

/** What a command is given to work with. */
export type Desk = {
  platform: Platform
  asking: Asking
  language: Language
  /** Says how far the work is, on standard error, on one line that renews itself. */
  progress(done: number, total?: number, note?: Wording): void
}

/** What a command shows: `json` with --json, else `text` in the reader's language. */
export type Shown =
  | { json: unknown; text: (language: Language) => string }
  | { jsonParts: AsyncIterable<string>; text: (language: Language) => string }

/** Gives a command the options that all share. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--data <folder>', 'folder basis data tertanam / folder of the embedded database')
    .option('--region <code>', 'wilayah, misalnya 51.03 / region, for example 51.03')
    .option('--as <username>', 'akun yang bertindak / account that acts')
    .option('--json', 'jawab dengan JSON / answer in JSON')
    .option('--lang <id|en>', 'bahasa / language')
}

/** Runs a command at its desk: opens the database, joins a running server, prints the answer or the refusal, closes. Exit code 1 on refusal. */
export async function atDesk(
  options: CommonOptions,
  work: (desk: Desk) => Promise<Outcome<Shown, WordedRefusal>>,
): Promise<void> {
  const language = languageOf(options)
  let platform: Platform | undefined
  try {
    platform = await openPlatform(readSettings({ data: options.data }, { UCOK_LOG: 'warn', ...process.env }))
    const asking = await askingOf(platform, options)
    const outcome = asking.ok
      ? await work({ platform, asking: asking.value, language, progress: reportOnStderr(language) })
      : asking
    clearProgress()
    if (outcome.ok) await show(outcome.value, options, language)
    else complain(outcome.refusal, options, language)
  } catch (error) {
    clearProgress()
    if (!(error instanceof Trouble)) throw error
    complain({ reason: 'trouble', status: 409, title: error.wording }, options, language)
  } finally {
    await platform?.stop()
  }
}

async function show(shown: Shown, options: CommonOptions, language: Language): Promise<void> {
  if (!options.json) return print(shown.text(language))
  if ('json' in shown) return print(JSON.stringify(shown.json))
  for await (const part of shown.jsonParts) if (!process.stdout.write(part)) await once(process.stdout, 'drain')
  print('')
}

/** Prints a refusal where it belongs: as JSON on standard output with --json, as sentences on standard error; the exit code is 1. */
export function complain(refusal: WordedRefusal, options: Pick<CommonOptions, 'json'>, language: Language): void {
  process.exitCode = 1
  if (options.json) print(JSON.stringify({ refusal }))
  const sentences = [refusal.title, refusal.why, refusal.todo, ...Object.values(refusal.fields ?? {})]
  process.stderr.write(`${sentences.flatMap((sentence) => sentence?.[language] ?? []).join('\n')}\n`)
}

/** The language asked for, or that of the terminal, or Indonesian. */
export function languageOf(options: Pick<CommonOptions, 'lang'>): Language {
  const wanted = options.lang ?? process.env['UCOK_LANG']
  return languages.find((language) => language === wanted) ?? 'id'
}

/** Writes a line of the answer on standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

async function askingOf(platform: Platform, options: CommonOptions): Promise<Outcome<Asking, WordedRefusal>> {
  const region = await regionOf(platform, options)
  if (!region.ok) return region
  const actor = await actorOf(platform, options)
  if (!actor.ok) return actor
  const on = options.on === undefined ? undefined : findDay(options.on)
  if (options.on !== undefined && on === undefined) return refused(notADay(options.on))
  return done({ actor: actor.value, region: region.value, ...(on && { today: day(on.toString()) }) })
}

async function regionOf(platform: Platform, options: CommonOptions): Promise<Outcome<Region, WordedRefusal>> {
  if (options.region !== undefined) {
    const found = findRegion(options.region)
    return found === undefined ? refused(notARegion(options.region)) : done(found)
  }
  const { rows } = await platform.pool.query<{ region: Region }>('select region from region_profile order by opened_at limit 2')
  return rows.length === 1 && rows[0] !== undefined ? done(rows[0].region) : refused(whichRegion)
}

async function actorOf(platform: Platform, options: CommonOptions): Promise<Outcome<Actor, WordedRefusal>> {
  const username = options.as ?? platform.settings.commandLineUser
  if (username === undefined) return done({ ...systemActor, name: 'Baris perintah' })
  const actor = await findActor(platform, { username })
  return actor === undefined ? refused(noSuchAccount(username)) : done(actor)
}

function reportOnStderr(language: Language) {
  let last = 0
  return (count: number, total?: number, note?: Wording) => {
    if (!process.stderr.isTTY || Date.now() - last < 100) return
    last = Date.now()
    process.stderr.write(`\r\u001b[K${note?.[language] ?? ''} ${count}${total === undefined ? '' : ` / ${total}`}`)
  }
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

const whichRegion: WordedRefusal = {
  reason: 'which-region',
  status: 400,
  title: { id: 'Wilayah belum jelas.', en: 'It is not clear which region is meant.' },
  todo: { id: 'Sebutkan dengan --region, misalnya --region 51.03.', en: 'Name it with --region, for example --region 51.03.' },
}

function notARegion(text: string): WordedRefusal {
  return {
    reason: 'not-a-region',
    status: 400,
    title: { id: `"${text}" bukan kode kabupaten atau kota.`, en: `"${text}" is not the code of a regency or city.` },
    todo: { id: 'Tulis empat angka seperti 51.03.', en: 'Write four digits such as 51.03.' },
  }
}

function notADay(text: string): WordedRefusal {
  return {
    reason: 'not-a-day',
    status: 400,
    title: { id: `"${text}" bukan tanggal.`, en: `"${text}" is not a day.` },
    todo: { id: 'Tulis tahun-bulan-hari, misalnya 2026-11-01.', en: 'Write year-month-day, for example 2026-11-01.' },
  }
}

function noSuchAccount(username: string): WordedRefusal {
  return {
    reason: 'no-such-account',
    status: 404,
    title: { id: `Tidak ada akun aktif bernama "${username}".`, en: `There is no active account named "${username}".` },
    todo: { id: 'Lihat daftarnya dengan "ucok account list".', en: 'See the list with "ucok account list".' },
  }
}
