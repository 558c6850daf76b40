import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export type Source = { path: string; text: string; lines: number; imports: string[] }

const skipped = new Set(['node_modules', 'dist', 'data', '.git', 'test-results', 'playwright-report'])

/** Every TypeScript source of the project with what it imports, paths from the project's root. */
export function listSources(): Source[] {
  return listFiles(root)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Reads one source: its imports of our own files are given as paths from the root, packages by name. */
export function readSource(path: string, text: string): Source {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  const imports = found.map((target) => (target.startsWith('.') ? relative(root, join(root, path, '..', target)) : target))
  return { path, text, lines: text.split('\n').length, imports }
}

/** Every file of the project, paths from its root. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !skipped.has(name))
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? listFiles(path) : [relative(root, path)]
    })
}
