import type { Command } from 'commander'
import { areaOfRegion, findRegion, type Region } from '../values/areas.ts'
import type { Language } from '../values/language.ts'
import { openRegion, wordPlacesRefusal } from './places/operations.ts'
import { addAccount, hasAccounts, hasDemoAccounts } from './platform/accounts.ts'
import { systemActor } from './platform/actor.ts'
import { carryOut } from './platform/context.ts'
import { demoPassword, inventPassword } from './platform/passwords.ts'
import { openPlatform, type Platform } from './platform/platform.ts'

import { readSettings } from './platform/settings.ts'
import { complain, languageOf, print } from './platform/terminal.ts'
import { Trouble } from './platform/trouble.ts'

type StartOptions = { port?: string; data?: string; empty?: boolean; region: string; people: string; lang?: string }

/** The region of the demonstration, and of a first start that names no other. */
const firstRegion = '51.03'

export function registerStartCommand(program: Command): void {
  program
    .command('start')
    .description('jalankan aplikasi / start the app')
    .option('--port <n>', 'porta / port')
    .option('--data <folder>', 'folder basis data tertanam / folder of the embedded database')
    .option('--empty', 'tanpa daerah contoh / without the demonstration region')
    .option('--region <code>', 'wilayah pertama / first region', firstRegion)
    .option('--people <n>', 'jumlah orang contoh / people of the demonstration', '5000')
    .option('--lang <id|en>', 'bahasa / language')
    .action(start)
}

/** The server, the builder and the demonstration are loaded only here: no other command carries them. */
async function start(options: StartOptions): Promise<void> {
  const language = languageOf(options)
  try {
    const settings = readSettings({ data: options.data, ...(options.port && { port: Number(options.port) }) })
    const [{ serve }, { buildWebIfStale }] = await Promise.all([import('./server.ts'), import('./web-build.ts')])
    const [platform] = await Promise.all([openPlatform(settings), buildWebIfStale()])
    const first = await prepare(platform, options)
    const server = await serve(platform)
    print(greeting(server.address, first, language))
    const stop = () => void server.stop().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    complain({ reason: 'trouble', status: 409, title: error.wording }, {}, language)
    process.exit(1)
  }
}

/** What there is to say about signing in. */
type FirstStart = { password: string | undefined; isDemo: boolean }

/** Makes a first start usable: the demonstration, or an empty region with an administrator whose password is shown once. */
async function prepare(platform: Platform, options: StartOptions): Promise<FirstStart> {
  const chosen = findRegion(options.region)
  if (chosen === undefined)
    throw new Trouble({
      id: `"${options.region}" bukan kode kabupaten atau kota.`,
      en: `"${options.region}" is not the code of a regency or city.`,
    })
  if (await hasAccounts(platform)) return { password: undefined, isDemo: await hasDemoAccounts(platform) }
  if (options.empty) return { password: await openEmpty(platform, chosen), isDemo: false }
  const { seedDemo } = await import('./demo/demo.ts')
  await seedDemo(platform, { people: Number(options.people) })
  return { password: undefined, isDemo: true }
}

async function openEmpty(platform: Platform, chosen: Region): Promise<string> {
  const password = inventPassword()
  const asking = { actor: systemActor, region: chosen }
  const opened = await carryOut(platform, asking, (ctx) => openRegion(ctx))
  if (!opened.ok) throw new Trouble(wordPlacesRefusal(opened.refusal).title)
  const grants = [{ role: 'administrator' as const, area: areaOfRegion(chosen) }]
  await carryOut(platform, asking, (ctx) =>
    addAccount(ctx, {
      username: 'admin',
      fullName: 'Administrator',
      office: '',
      password,
      isPasswordTemporary: true,
      isDemo: false,
      grants,
    }),
  )
  return password
}

function greeting(address: string, first: FirstStart, language: Language): string {
  const lines: Record<Language, string[]> = {
    id: ['', `  UCOK siap di ${address}`],
    en: ['', `  UCOK is ready at ${address}`],
  }
  const { password, isDemo } = first
  if (password !== undefined) {
    lines.id.push(`  Masuk sebagai "admin" dengan kata sandi ${password} (hanya ditampilkan sekali).`)
    lines.en.push(`  Sign in as "admin" with the password ${password} (shown only once).`)
  }
  if (isDemo) {
    lines.id.push(`  Akun contoh (kata sandi ${demoPassword}): petugas, kabid, bendahara, operator, auditor, admin`)
    lines.en.push(`  Demonstration accounts (password ${demoPassword}): petugas, kabid, bendahara, operator, auditor, admin`)
  }
  return [...lines[language], ''].join('\n')
}
