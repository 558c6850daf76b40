import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the app in the browser when it is missing or older than its sources. */
export async function buildWebIfStale(): Promise<void> {
  const built = join(root, 'dist', 'web', 'index.html')
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0
  const newest = Math.max(...['web', 'values', 'rules', 'src', 'vite.config.ts'].map((name) => newestIn(join(root, name))))
  if (builtAt >= newest) return
  const { build } = await import('vite')
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
}

function newestIn(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
