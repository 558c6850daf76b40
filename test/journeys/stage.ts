import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

/** The password of every demonstration account. */
const demoPassword = 'badung-peduli'

export type Stage = {
  /** Address of a server of this run's own, with a small demonstration. */
  address: string
  /** Its data folder: the command line joins the running database there. */
  data: string
}

/** Journeys play on a server of their own, started on a free port with a demonstration of some 900 people, and stopped after. */
export const test = base.extend<{ signIn: (username: string, password?: string) => Promise<void> }, { stage: Stage }>({
  stage: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'ucok-journey-'))
      const port = await freePort()
      const server = await startServer(data, port)
      await use({ address: `http://127.0.0.1:${port}`, data })
      await stopServer(server)
      rmSync(data, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ stage }, use) => use(stage.address),
  // Whatever the page's own policy keeps out is a fault of the page.
  page: async ({ page }, use) => {
    const keptOut: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) keptOut.push(message.text())
    })
    await use(page)
    expect(keptOut, 'nothing the page needs is kept out by its policy').toEqual([])
  },
  signIn: async ({ page, context }, use) => {
    await use(async (username, password = demoPassword) => {
      await context.clearCookies()
      await page.goto('/')
      await page.getByLabel(/Nama pengguna|User name/).fill(username)
      await page
        .getByLabel(/Kata sandi|Password/, { exact: false })
        .first()
        .fill(password)
      await page.getByRole('button', { name: /^(Masuk|Sign in)$/ }).click()
      await expect(page.getByRole('navigation').first()).toBeVisible()
    })
  },
})

export { expect }

/** Nothing on the page keeps anybody out: axe finds no fault of WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page): Promise<void> {
  // A dialog that is just closing fades, and its words with it.
  await expect(page.locator('.mantine-Modal-content, .mantine-Drawer-content')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 240)).join(' | ')}`),
  ).toEqual([])
}

/** Asks the server as the signed-in page would, with the token that shows it is our own page. */
export async function askServer(
  page: Page,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<{ status: number; answer: unknown }> {
  return page.evaluate(
    async ({ method: verb, path: at, body: sent }) => {
      const session = (await (await fetch('/api/session')).json()) as { csrfToken: string }
      const response = await fetch(at, {
        method: verb,
        headers: { 'x-ucok-csrf': session.csrfToken, ...(sent !== undefined && { 'content-type': 'application/json' }) },
        ...(sent !== undefined && { body: JSON.stringify(sent) }),
      })
      return { status: response.status, answer: response.status === 204 ? undefined : ((await response.json()) as unknown) }
    },
    { method, path, body },
  )
}

async function startServer(data: string, port: number): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('../../bin/ucok.js', import.meta.url))
  const server = spawn(process.execPath, [program, 'start', '--data', data, '--port', String(port), '--people', '900'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UCOK_LOG: 'error', DATABASE_URL: '' },
  })
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => (chunk.toString().includes('127.0.0.1') ? resolve() : undefined))
    server.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)))
  })
  return server
}

async function stopServer(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
